-- Those of the reports $documents that no longer lie at the place they are named after are named
-- after another, if they lie anywhere.
UPDATE _documents AS d
SET path = lying.path
FROM (
    SELECT document_id, min(path) AS path, list(path) AS paths
    FROM _places
    WHERE vanished_at IS NULL AND document_id IN (SELECT unnest($documents::VARCHAR[]))
    GROUP BY document_id
) AS lying
WHERE d.document_id = lying.document_id AND NOT list_contains(lying.paths, d.path)
