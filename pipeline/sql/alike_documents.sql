-- Pairs of reports of one province that print the same numbers: $documents against all.
-- Either the text is largely the same as well, or so many telling numbers agree that one
-- must repeat or translate the other.
WITH features AS (
    SELECT DISTINCT
        f.document_id,
        d.province,
        d.province_set,
        f.kind || ' ' || f.canonical AS feature,
        f.kind IN ('percentage', 'ratio', 'money', 'quantity', 'count')
        AND length(regexp_replace(f.canonical, '[^0-9]', '', 'g')) >= 3 AS telling
    FROM _facts AS f
    JOIN _documents AS d USING (document_id)
    WHERE f.kind <> 'mention'
),
sizes AS (
    SELECT document_id, count(*) AS facts, count(*) FILTER (telling) AS telling
    FROM features
    GROUP BY document_id
),
pairs AS (
    SELECT
        one.document_id AS one,
        other.document_id AS other,
        count(*) AS facts,
        count(*) FILTER (one.telling) AS telling
    FROM features AS one
    JOIN features AS other
        ON other.feature = one.feature
        AND other.document_id <> one.document_id
        AND other.province IS NOT DISTINCT FROM one.province
        AND other.province_set IS NOT DISTINCT FROM one.province_set
    WHERE one.document_id IN (SELECT unnest($documents::VARCHAR[]))
    GROUP BY one.document_id, other.document_id
),
measured AS (
    SELECT
        p.one,
        p.other,
        p.telling,
        p.facts / (a.facts + b.facts - p.facts) AS facts_alike,
        p.telling / nullif(a.telling + b.telling - p.telling, 0) AS telling_alike,
        one.language = other.language AS same_language,
        len(list_intersect(one.sentences, other.sentences))
        / nullif(len(list_distinct(one.sentences || other.sentences)), 0) AS text_alike
    FROM pairs AS p
    JOIN sizes AS a ON a.document_id = p.one
    JOIN sizes AS b ON b.document_id = p.other
    JOIN _documents AS one ON one.document_id = p.one
    JOIN _documents AS other ON other.document_id = p.other
    WHERE
        p.facts / (a.facts + b.facts - p.facts) >= 0.8
        OR p.telling / nullif(a.telling + b.telling - p.telling, 0) >= 0.7
)
SELECT one, other
FROM measured
WHERE
    (same_language AND text_alike >= 0.7 AND facts_alike >= 0.8)
    OR (telling >= 5 AND telling_alike >= 0.7)
ORDER BY one, other
