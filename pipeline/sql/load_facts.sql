SELECT
    fact_id AS id, document_id AS document, passage, char_start AS "start", char_end AS "end",
    text, sentence, sentence_start, page, box, value, rule, kind, province, province_set, level,
    body, population, attribute, role, change, period, base_period, indicator, topic, share_of,
    target_of, evidence
FROM _facts
WHERE document_id = $document
ORDER BY char_start, char_end
