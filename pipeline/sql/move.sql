-- The places $locations (called $paths) now hold the reports $documents. Reports that lie
-- nowhere any more are listed; those that lie somewhere else are named after that place.
DELETE FROM _places WHERE location IN (SELECT unnest($locations::VARCHAR[]));
INSERT INTO _places
SELECT unnest($locations::VARCHAR[]), unnest($paths::VARCHAR[]), unnest($documents::VARCHAR[]);
UPDATE _documents AS d
SET path = elsewhere.path
FROM (SELECT document_id, min(path) AS path, list(path) AS paths FROM _places GROUP BY document_id)
    AS elsewhere
WHERE d.document_id = elsewhere.document_id AND NOT list_contains(elsewhere.paths, d.path);
SELECT document_id FROM _documents WHERE document_id NOT IN (SELECT document_id FROM _places);
