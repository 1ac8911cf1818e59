-- What lies at $locations, and where $documents lie, with what they were read.
SELECT
    p.location, p.path, p.document_id, d.extractor_version, d.pattern_version, d.language,
    d.province, p.vanished_at IS NOT NULL
FROM _places AS p
JOIN _documents AS d USING (document_id)
WHERE
    p.location IN (SELECT unnest($locations::VARCHAR[]))
    OR p.document_id IN (SELECT unnest($documents::VARCHAR[]))
ORDER BY p.location
