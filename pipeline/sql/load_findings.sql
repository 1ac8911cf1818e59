SELECT finding FROM _findings WHERE document_id = $document ORDER BY rowid
