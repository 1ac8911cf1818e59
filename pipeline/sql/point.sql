-- Each of $documents repeats the one at the same position of $originals (or none).
UPDATE _documents AS d
SET same_as = pair.original
FROM (SELECT unnest($documents::VARCHAR[]) AS document, unnest($originals::VARCHAR[]) AS original)
    AS pair
WHERE d.document_id = pair.document AND d.same_as IS DISTINCT FROM pair.original
