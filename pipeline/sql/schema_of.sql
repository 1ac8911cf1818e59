-- What the file holds: our table, or the tables of somebody else.
SELECT
    count(*) FILTER (table_name = '_schema_version') = 1 AS ours,
    count(*) AS tables
FROM duckdb_tables()
WHERE database_name = current_database()
