-- The reports $documents, those that repeat one of them, and those whose original is gone.
SELECT document_id
FROM _documents
WHERE
    document_id IN (SELECT unnest($documents::VARCHAR[]))
    OR same_as IN (SELECT unnest($documents::VARCHAR[]))
    OR (same_as IS NOT NULL AND same_as NOT IN (SELECT document_id FROM _documents))
