SELECT document, text, path FROM _documents WHERE document_id = $document
