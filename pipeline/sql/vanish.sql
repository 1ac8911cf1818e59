-- The files at $locations are gone. Their reports stay; one that lies elsewhere too lies only there.
DELETE FROM _unread WHERE location IN (SELECT unnest($locations::VARCHAR[]));
UPDATE _places
SET vanished_at = $now
WHERE location IN (SELECT unnest($locations::VARCHAR[]));
DELETE FROM _places
WHERE
    location IN (SELECT unnest($locations::VARCHAR[]))
    AND document_id IN (SELECT document_id FROM _places WHERE vanished_at IS NULL);
