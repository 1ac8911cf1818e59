-- Every value of $indicator that counts, once a report, with what decides whether it is alike.
WITH repeats AS (
    SELECT same_as AS document_id, list(path ORDER BY path) AS paths
    FROM documents
    WHERE same_as IS NOT NULL
    GROUP BY same_as
),
printed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY
                document_id, province, province_set, measured_in, basis, level, body, population,
                attribute, role, stage, change, period, base_period, timing, canonical
            ORDER BY char_start
        ) AS mention
    FROM _comparable
    WHERE indicator = $indicator
)
SELECT
    v.fact_id, v.document_id AS document, v.path, v.page, v.quote, v.issued,
    v.province, v.province_set, p.name_en, p.name_vi,
    v.basis, v.level, v.body, v.population, v.attribute, v.role, v.stage, v.change, v.period,
    v.base_period, v.measured_from, v.timing, v.measured_in, v.canonical, v.value, v.upto, v.comparator, v.unit, v.per,
    v.base, v.base_source, v.alike_from, v.alike_until, v.dated_by_report, v.own_report,
    coalesce(r.paths, []) AS also,
    x.alert, x.finding_id, x.finding_rule, x.finding_message
FROM printed AS v
LEFT JOIN _doubted AS x ON x.document_id = v.document_id AND x.char_start = v.char_start
LEFT JOIN provinces AS p ON p.province = v.province AND p.province_set = v.province_set
LEFT JOIN repeats AS r ON r.document_id = v.document_id
WHERE v.mention = 1
ORDER BY v.province NULLS LAST, v.province_set, v.path, v.char_start
