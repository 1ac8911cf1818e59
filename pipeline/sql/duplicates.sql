-- The reports $documents and all of the groups of repeats that they belong to, oldest first;
-- a draft stands behind what came of it.
WITH involved AS (SELECT unnest($documents::VARCHAR[]) AS document_id),
originals AS (
    SELECT coalesce(d.same_as, d.document_id) AS document_id
    FROM _documents AS d
    JOIN involved USING (document_id)
)
SELECT document_id, same_as
FROM _documents
WHERE
    document_id IN (SELECT document_id FROM involved)
    OR document_id IN (SELECT document_id FROM originals)
    OR same_as IN (SELECT document_id FROM originals)
ORDER BY
    coalesce((document ->> '$.draft')::BOOLEAN, false), first_ingested_at, path, document_id
