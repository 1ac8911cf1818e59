-- The reports that lie nowhere any more, each with what lies at its path now.
SELECT d.document_id, d.path, p.document_id
FROM _documents AS d
LEFT JOIN _places AS p ON p.path = d.path
WHERE d.document_id NOT IN (SELECT document_id FROM _places)
ORDER BY d.first_ingested_at
