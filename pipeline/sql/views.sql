-- The views that people may rely on, with what they hold.
SELECT
    v.view_name, v.comment, c.column_name, c.data_type, c.comment
FROM duckdb_views() AS v
JOIN duckdb_columns() AS c
    ON c.database_name = v.database_name AND c.table_name = v.view_name
WHERE v.database_name = current_database() AND v.comment IS NOT NULL
ORDER BY
    list_position(
        ['indicators', 'alike', 'facts', 'checks', 'documents', 'citations', 'coverage', 'provinces',
         'ingest_log'],
        v.view_name
    ),
    c.column_index
