-- The files that were tried last without success.
SELECT
    location, path, outcome, reason, remedy, place, document_id, extractor_version,
    pattern_version
FROM _unread
ORDER BY location
