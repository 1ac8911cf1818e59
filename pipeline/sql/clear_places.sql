DELETE FROM _places WHERE document_id = $document
