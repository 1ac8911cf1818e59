-- The places $locations (called $paths) now hold the reports $documents.
DELETE FROM _unread WHERE location IN (SELECT unnest($locations::VARCHAR[]));
DELETE FROM _places WHERE location IN (SELECT unnest($locations::VARCHAR[]));
INSERT INTO _places
SELECT
    unnest($locations::VARCHAR[]), unnest($paths::VARCHAR[]), unnest($documents::VARCHAR[]), NULL;
-- A report that was at a place that is gone has only moved.
DELETE FROM _places
WHERE
    vanished_at IS NOT NULL
    AND document_id IN (SELECT unnest($documents::VARCHAR[]));
