-- Pairs of reports of one province that print the same numbers: $documents against all that share
-- a key with them. Either the text is largely the same as well, or so many telling numbers agree
-- that one must repeat or translate the other.
WITH wanted AS (
    SELECT document_id, key
    FROM _keys
    WHERE document_id IN (SELECT unnest($documents::VARCHAR[]))
),
candidates AS (
    SELECT DISTINCT one.document_id AS one, other.document_id AS other
    FROM wanted AS one
    JOIN _keys AS other ON other.key = one.key AND other.document_id <> one.document_id
),
shared AS (
    SELECT
        c.one,
        c.other,
        one.language = other.language AS same_language,
        len(one.sentences) + len(other.sentences) AS sentences,
        len(list_intersect(one.sentences, other.sentences)) AS same_sentences,
        len(one.figures) + len(other.figures) AS figures,
        len(list_intersect(one.figures, other.figures)) AS same_figures,
        len(one.telling) + len(other.telling) AS telling,
        len(list_intersect(one.telling, other.telling)) AS same_telling
    FROM candidates AS c
    JOIN _documents AS one ON one.document_id = c.one
    JOIN _documents AS other ON other.document_id = c.other
    WHERE
        other.province IS NOT DISTINCT FROM one.province
        AND other.province_set IS NOT DISTINCT FROM one.province_set
)
SELECT one, other
FROM shared
WHERE
    (
        same_language
        AND same_sentences / nullif(sentences - same_sentences, 0) >= 0.7
        AND same_figures / nullif(figures - same_figures, 0) >= 0.8
    )
    OR (same_telling >= 5 AND same_telling / nullif(telling - same_telling, 0) >= 0.7)
ORDER BY one, other
