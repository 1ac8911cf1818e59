-- Pairs of reports of one province that print the same numbers: $documents against all that share
-- a key with them. Either the text is largely the same as well, or so many telling numbers agree
-- that one must repeat or translate the other. Short reports of one day or year have all of their
-- telling numbers in common, what is told of one document its number and day; a draft has the
-- title and the issuer of what came of it, and some of the numbers.
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
        len(list_intersect(one.telling, other.telling)) AS same_telling,
        one.issued = other.issued AS same_day,
        coalesce(one.issued = other.issued, true)
        AND coalesce(one.year, left(one.issued, 4)::INTEGER)
            = coalesce(other.year, left(other.issued, 4)::INTEGER) AS same_year,
        one.number = other.number AND one.issued = other.issued AS same_number,
        regexp_matches(one.title, '(19|20)\d\d') AS titled_year,
        lower(one.title) = lower(other.title)
        AND one.issuer IS NOT DISTINCT FROM other.issuer AS same_title,
        coalesce((one.document ->> '$.draft')::BOOLEAN, false)
        OR coalesce((other.document ->> '$.draft')::BOOLEAN, false) AS has_draft
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
    OR (
        same_telling = telling - same_telling
        AND (same_telling >= 2 AND same_day OR same_telling >= 3 AND same_year)
        AND same_figures / nullif(figures - same_figures, 0) >= 0.6
    )
    OR (same_number AND same_figures / nullif(figures - same_figures, 0) >= 0.6)
    OR (
        has_draft AND same_language AND same_title AND (titled_year OR same_year)
        AND same_telling >= 2 AND same_telling / nullif(telling - same_telling, 0) >= 0.25
    )
ORDER BY one, other
