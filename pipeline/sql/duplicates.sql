-- Every report that repeats another or has one of $documents beside it, oldest first.
SELECT document_id, same_as
FROM _documents
WHERE
    same_as IS NOT NULL
    OR document_id IN (SELECT unnest($documents::VARCHAR[]))
    OR document_id IN (SELECT same_as FROM _documents)
ORDER BY first_ingested_at, path, document_id
