SELECT count(*)
FROM _documents
WHERE same_as IS NOT NULL AND document_id IN (SELECT unnest($documents::VARCHAR[]))
