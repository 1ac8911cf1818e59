-- Those of $documents that are stored.
SELECT document_id FROM _documents WHERE document_id IN (SELECT unnest($documents::VARCHAR[]))
