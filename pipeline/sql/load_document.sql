SELECT
    document_id AS id, path, text, passages, language, title, number, issuer, province,
    province_set, issued, pages, ocr_pages, notes
FROM _documents
WHERE document_id = $document
