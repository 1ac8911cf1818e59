-- Where every report lies, and with what it was read.
SELECT
    p.location, p.path, p.document_id, d.extractor_version, d.pattern_version, d.language,
    d.province, p.vanished_at IS NOT NULL
FROM _places AS p
JOIN _documents AS d USING (document_id)
ORDER BY p.location
