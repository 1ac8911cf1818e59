SELECT original.path
FROM _documents AS repeat
JOIN _documents AS original ON original.document_id = repeat.same_as
WHERE repeat.document_id = $document
