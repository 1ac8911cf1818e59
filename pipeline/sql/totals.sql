SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM facts) AS facts,
    (SELECT count(DISTINCT (province, province_set)) FROM documents WHERE province IS NOT NULL)
        AS provinces
