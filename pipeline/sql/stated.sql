-- What the reports of a province state for the indicators, repeats left out.
SELECT
    f.fact_id AS id, f.document_id AS document, d.path, f.passage, f.char_start AS "start",
    f.char_end AS "end", f.text, f.sentence, f.sentence_start, f.page, f.fact, f.rule,
    f.province, f.province_set, f.level, f.body, f.population, f.attribute, f.role,
    f.change, f.period, f.base_period, f.timing, f.stage, f.indicator, f.topic, f.share_of, f.target_of, f.evidence,
    d.issued
FROM _facts AS f
JOIN _documents AS d USING (document_id)
WHERE
    f.indicator IS NOT NULL
    AND f.province = $province
    AND f.province_set IS NOT DISTINCT FROM $province_set
    AND d.same_as IS NULL
ORDER BY d.path, f.char_start
