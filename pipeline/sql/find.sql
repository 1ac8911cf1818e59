-- Every name that a report can be asked for by.
SELECT document_id, path FROM _places
UNION
SELECT document_id, path FROM _documents
ORDER BY path, document_id
