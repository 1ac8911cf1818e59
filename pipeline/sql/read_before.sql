-- When $documents were read first and last, and whether with the same versions as now.
SELECT
    document_id,
    first_ingested_at,
    ingested_at,
    extractor_version = $extractor AND pattern_version = $pattern AS same_versions
FROM _documents
WHERE document_id IN (SELECT unnest($documents::VARCHAR[]))
