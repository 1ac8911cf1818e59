-- Private tables (names that begin with an underscore) and the views over them.
-- The columns `document`, `fact`, `evidence` and `finding` hold JSON: what a frozen value has
-- beside the columns, so that it is read back whole. No key on the big tables: rows are deleted by document and inserted again, which costs
-- what a merge costs and leaves the file half the size.

CREATE TABLE _schema_version (schema_version INTEGER NOT NULL, created_at TIMESTAMP NOT NULL);

CREATE TABLE _documents (
    document_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    title VARCHAR,
    number VARCHAR,
    issuer VARCHAR,
    province VARCHAR,
    province_set INTEGER,
    issued VARCHAR,
    year INTEGER,
    language VARCHAR NOT NULL,
    pages INTEGER,
    ocr_pages INTEGER NOT NULL,
    same_as VARCHAR,
    extractor_version VARCHAR NOT NULL,
    pattern_version VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    sentences UINTEGER[] NOT NULL,
    figures UINTEGER[] NOT NULL,
    telling UINTEGER[] NOT NULL,
    first_ingested_at TIMESTAMP NOT NULL,
    ingested_at TIMESTAMP NOT NULL
);

-- What a report shares with every report that repeats it, so that only few are held side by side.
CREATE TABLE _keys (document_id VARCHAR NOT NULL, key UINTEGER NOT NULL);

-- Where the bytes of a document were last seen: one document can lie at several places, and a
-- place that is gone keeps the last document that lay there.
CREATE TABLE _places (
    location VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    vanished_at TIMESTAMP
);

-- Files that were tried last without success, with the bytes and versions that decide whether
-- trying again could end otherwise.
CREATE TABLE _unread (
    location VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    reason VARCHAR,
    remedy VARCHAR,
    place VARCHAR,
    document_id VARCHAR,
    extractor_version VARCHAR NOT NULL,
    pattern_version VARCHAR NOT NULL
);

CREATE TABLE _facts (
    document_id VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    canonical VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    sentence_folded VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    page INTEGER,
    weak BOOLEAN NOT NULL,
    rule VARCHAR NOT NULL,
    number DOUBLE,
    upto DOUBLE,
    comparator VARCHAR,
    unit VARCHAR,
    per VARCHAR,
    part DOUBLE,
    whole DOUBLE,
    basis VARCHAR,
    province VARCHAR,
    province_set INTEGER,
    level VARCHAR,
    body VARCHAR,
    population VARCHAR,
    attribute VARCHAR,
    role VARCHAR,
    change VARCHAR,
    period VARCHAR,
    base_period VARCHAR,
    timing VARCHAR,
    stage VARCHAR,
    period_from DATE,
    period_until DATE,
    of_report BOOLEAN NOT NULL,
    indicator VARCHAR,
    topic VARCHAR,
    share_of VARCHAR,
    target_of VARCHAR,
    base DOUBLE,
    base_source VARCHAR,
    fact VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL
);

CREATE TABLE _citations (
    document_id VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    symbol VARCHAR,
    type VARCHAR,
    number VARCHAR NOT NULL,
    year INTEGER,
    issuer VARCHAR,
    province VARCHAR,
    term VARCHAR,
    issued VARCHAR,
    identity VARCHAR
);

CREATE TABLE _findings (
    document_id VARCHAR NOT NULL,
    finding_id VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    alert VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    stated VARCHAR NOT NULL,
    computed VARCHAR,
    message VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    finding VARCHAR NOT NULL
);

CREATE TABLE _log (
    path VARCHAR NOT NULL,
    time TIMESTAMP NOT NULL,
    outcome VARCHAR NOT NULL,
    reason VARCHAR,
    remedy VARCHAR,
    place VARCHAR,
    document_id VARCHAR
);

-- The cards that the rows above refer to, as they were at the last save.
CREATE TABLE _provinces (
    province VARCHAR NOT NULL,
    province_set INTEGER NOT NULL,
    name_en VARCHAR NOT NULL,
    name_vi VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    since VARCHAR,
    until VARCHAR,
    merged_into VARCHAR,
    merged_from VARCHAR[] NOT NULL,
    city_since VARCHAR
);

CREATE TABLE _indicators (
    indicator VARCHAR NOT NULL,
    indicator_group VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    label_vi VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    flow BOOLEAN NOT NULL
);

-- ── documents ────────────────────────────────────────────────────────────────────────────

CREATE VIEW documents AS
SELECT
    document_id, path, title, number, issuer, province, province_set, issued, language, pages,
    ocr_pages, same_as, ingested_at, extractor_version, pattern_version, year
FROM _documents;

COMMENT ON VIEW documents IS 'One row per report: what it says of itself, and how it was read.';
COMMENT ON COLUMN documents.document_id IS 'SHA-256 of the bytes of the file.';
COMMENT ON COLUMN documents.path IS 'Where the file was found, as it was given to ingest.';
COMMENT ON COLUMN documents.title IS 'Title as printed; null where none was recognised.';
COMMENT ON COLUMN documents.number IS 'The document''s own number, such as 18-NQ/TW.';
COMMENT ON COLUMN documents.issuer IS 'Who issued the report, as far as it says so.';
COMMENT ON COLUMN documents.province IS 'Slug of the province that reports; an identity only together with province_set.';
COMMENT ON COLUMN documents.province_set IS '63 for the provinces until 30 June 2025, 34 for those since 1 July 2025.';
COMMENT ON COLUMN documents.issued IS 'Date of the report in ISO form, at the precision that is printed.';
COMMENT ON COLUMN documents.language IS 'Language of the report: en or vi.';
COMMENT ON COLUMN documents.pages IS 'Number of pages; null for a format without pages.';
COMMENT ON COLUMN documents.ocr_pages IS 'How many of the pages were read by OCR.';
COMMENT ON COLUMN documents.same_as IS 'The document_id of the report that this one repeats or translates; such a report is counted once.';
COMMENT ON COLUMN documents.ingested_at IS 'When the report was read, in UTC.';
COMMENT ON COLUMN documents.extractor_version IS 'Version of baocao that read it.';
COMMENT ON COLUMN documents.pattern_version IS 'Hash of the cards in patterns/ that were used.';
COMMENT ON COLUMN documents.year IS 'The year that the title says the report is of; null where it says none that fits the date of issue.';

-- ── facts ────────────────────────────────────────────────────────────────────────────────

CREATE VIEW facts AS
SELECT
    fact_id, document_id, kind, canonical, text, char_start, char_end, sentence, page, rule,
    number, upto, comparator, unit, per, part, whole, basis,
    province, province_set, level, body, population, attribute, role, change, period,
    base_period, indicator, topic, share_of, target_of, weak, sentence_folded, stage, timing
FROM _facts
WHERE kind <> 'mention';

COMMENT ON VIEW facts IS 'One row per fact: a number, date, period, document number or age band at its place in a report.';
COMMENT ON COLUMN facts.fact_id IS 'Identity of the fact.';
COMMENT ON COLUMN facts.document_id IS 'The report that prints it.';
COMMENT ON COLUMN facts.kind IS 'percentage, count, ratio, multiple, money, quantity, document_number, date, period or age_band.';
COMMENT ON COLUMN facts.canonical IS 'The one written form of the value, with the digits that are printed.';
COMMENT ON COLUMN facts.text IS 'The characters of the report.';
COMMENT ON COLUMN facts.char_start IS 'Where the text begins, in Unicode characters from the beginning of the report.';
COMMENT ON COLUMN facts.char_end IS 'Where the text ends; the character here no longer belongs to it.';
COMMENT ON COLUMN facts.sentence IS 'The sentence that holds the fact.';
COMMENT ON COLUMN facts.page IS 'Page, from 1; null for a format without pages.';
COMMENT ON COLUMN facts.rule IS 'The card and rule that found it.';
COMMENT ON COLUMN facts.number IS 'The number, or the lower end of a range; null for kinds without one.';
COMMENT ON COLUMN facts.upto IS 'The upper end of a range.';
COMMENT ON COLUMN facts.comparator IS '=, >=, >, <=, <, nearly or about.';
COMMENT ON COLUMN facts.unit IS '%, ‰ or pp; the currency; the canonical unit of a quantity; the noun of a count as printed.';
COMMENT ON COLUMN facts.per IS 'What an amount is counted per, as in VND per person.';
COMMENT ON COLUMN facts.part IS 'The part of a ratio.';
COMMENT ON COLUMN facts.whole IS 'The whole of a ratio.';
COMMENT ON COLUMN facts.basis IS 'What a percentage is of: share, of_plan, of_base, growth or points.';
COMMENT ON COLUMN facts.province IS 'Slug of the province that the number is about.';
COMMENT ON COLUMN facts.province_set IS '63 or 34: the set that the slug belongs to.';
COMMENT ON COLUMN facts.level IS 'central, province, district, commune, village, region, agency, grassroots or all.';
COMMENT ON COLUMN facts.body IS 'The body that it is about, such as standing_committee.';
COMMENT ON COLUMN facts.population IS 'The people that it counts or is a share of.';
COMMENT ON COLUMN facts.attribute IS 'The attribute that it counts, such as female or age<40.';
COMMENT ON COLUMN facts.role IS 'actual, target, requirement, plan or previous.';
COMMENT ON COLUMN facts.change IS 'increase or decrease, where the number is the amount of a change.';
COMMENT ON COLUMN facts.period IS 'The time that it is about, in the written form of a date or period.';
COMMENT ON COLUMN facts.base_period IS 'The time that a change is measured from.';
COMMENT ON COLUMN facts.indicator IS 'Id of what is measured.';
COMMENT ON COLUMN facts.topic IS 'The subject of the passage, such as planning.';
COMMENT ON COLUMN facts.share_of IS 'The fact_id of the count or ratio whose share this percentage prints.';
COMMENT ON COLUMN facts.target_of IS 'The fact_id of the result that this target or plan was set for.';
COMMENT ON COLUMN facts.weak IS 'Whether OCR read it with little confidence.';
COMMENT ON COLUMN facts.sentence_folded IS 'The sentence in lower case without accents (đ as d), for searching with LIKE.';
COMMENT ON COLUMN facts.stage IS 'estimated or so_far, where the report says that the number is no final result of its time.';
COMMENT ON COLUMN facts.timing IS 'Where it states no period: the day by which it was so, a part of a year (--Q3), a time before or since which it holds (../2020, 2018/..), the years of a mean (P5Y, PY); also the part of the year of its period.';

-- ── indicators ───────────────────────────────────────────────────────────────────────────

-- A ratio printed beside its percentage is one measurement and has one row, the percentage's.
CREATE VIEW _measured AS
SELECT
    f.*,
    card.label_en,
    card.label_vi,
    card.direction,
    f.kind = 'ratio' AND card.unit = 'percent' AS is_share
FROM _facts AS f
LEFT JOIN _indicators AS card USING (indicator)
WHERE
    f.indicator IS NOT NULL
    AND (f.number IS NOT NULL OR (f.part IS NOT NULL AND f.whole <> 0))
    AND NOT (
        f.kind = 'ratio'
        AND EXISTS (
            SELECT 1
            FROM _facts AS share
            WHERE
                share.document_id = f.document_id
                AND share.share_of = f.fact_id
                AND share.indicator = f.indicator
        )
    );

-- The loudest warning or error that a finding raises about the number at a place: about the number
-- that it verifies, and where the numbers cannot all be right, about every one of them. What a
-- number is only held against, such as a general requirement, is not in doubt.
CREATE VIEW _doubted AS
WITH loud AS (
    SELECT document_id, finding_id, rule, verdict, alert, message, char_start, finding
    FROM _findings
    WHERE alert IN ('error', 'warn')
),
places AS (
    SELECT document_id, finding_id, rule, alert, message, char_start, 0 AS beside FROM loud
    UNION ALL
    SELECT
        document_id, finding_id, rule, alert, message,
        json_extract(used, '$.start')::INTEGER AS char_start, 1 AS beside
    FROM (
        SELECT *, unnest(json_extract(finding, '$.uses[*]')) AS used
        FROM loud
        WHERE verdict = 'contradicted' OR rule LIKE 'BC1%'
    )
)
SELECT
    document_id,
    char_start,
    min(alert) AS alert,  -- error comes before warn
    min_by(finding_id, (alert, beside, rule, finding_id)) AS finding_id,
    min_by(rule, (alert, beside, rule, finding_id)) AS finding_rule,
    min_by(message, (alert, beside, rule, finding_id)) AS finding_message
FROM places
GROUP BY document_id, char_start;

CREATE VIEW indicators AS
SELECT
    m.fact_id,
    m.document_id,
    m.province,
    m.province_set,
    m.indicator,
    CASE WHEN m.is_share THEN coalesce(m.basis, 'share') ELSE m.basis END AS basis,
    m.level,
    m.body,
    m.population,
    m.attribute,
    m.role,
    m.change,
    m.period,
    CASE
        WHEN m.is_share THEN 100 * m.part / m.whole
        WHEN m.kind = 'ratio' THEN m.part
        ELSE m.number
    END AS value,
    m.upto,
    coalesce(m.comparator, '=') AS comparator,
    CASE WHEN m.is_share THEN '%' ELSE m.unit END AS unit,
    m.base,
    m.base_source,
    coalesce(json_extract_string(m.fact, '$.quote'), m.sentence) AS quote,
    d.path,
    m.page,
    m.canonical,
    m.per,
    m.base_period,
    m.stage,
    x.alert,
    m.timing
FROM _measured AS m
JOIN _documents AS d USING (document_id)
LEFT JOIN _doubted AS x ON x.document_id = m.document_id AND x.char_start = m.char_start;

COMMENT ON VIEW indicators IS 'One row per measured value that is tied to an indicator, with what it is about: results, targets and changes side by side, reports that repeat others among them. To set provinces beside each other, see alike.';
COMMENT ON COLUMN indicators.fact_id IS 'The fact that prints the value.';
COMMENT ON COLUMN indicators.document_id IS 'The report that prints it.';
COMMENT ON COLUMN indicators.province IS 'Slug of the province; an identity only together with province_set.';
COMMENT ON COLUMN indicators.province_set IS '63 for the provinces until 30 June 2025, 34 for those since 1 July 2025.';
COMMENT ON COLUMN indicators.indicator IS 'Id of what is measured.';
COMMENT ON COLUMN indicators.basis IS 'What a percentage is of: share, of_plan, of_base, growth or points.';
COMMENT ON COLUMN indicators.level IS 'central, province, district, commune, village, region, agency, grassroots or all.';
COMMENT ON COLUMN indicators.body IS 'The body that it is about, such as standing_committee.';
COMMENT ON COLUMN indicators.population IS 'The people that it counts or is a share of.';
COMMENT ON COLUMN indicators.attribute IS 'The attribute that it counts, such as female or age<40.';
COMMENT ON COLUMN indicators.role IS 'actual, target, requirement, plan or previous.';
COMMENT ON COLUMN indicators.change IS 'increase or decrease, where the value is the amount of a change.';
COMMENT ON COLUMN indicators.period IS 'The time that it is about, in the written form of a date or period.';
COMMENT ON COLUMN indicators.value IS 'The number; for a ratio printed without its percentage, the share in percent.';
COMMENT ON COLUMN indicators.upto IS 'The upper end of a range.';
COMMENT ON COLUMN indicators.comparator IS '=, >=, >, <=, <, nearly or about: a value with a bound is not a measured level.';
COMMENT ON COLUMN indicators.unit IS '%, ‰ or pp; the currency; the canonical unit of a quantity; the noun of a count as printed.';
COMMENT ON COLUMN indicators.base IS 'The whole number that a share is of.';
COMMENT ON COLUMN indicators.base_source IS 'printed, where the report gives the base; worked_out, where the printed numbers leave one possibility.';
COMMENT ON COLUMN indicators.quote IS 'The sentence that prints it; a cell of a table with its headers.';
COMMENT ON COLUMN indicators.path IS 'Path of the report.';
COMMENT ON COLUMN indicators.page IS 'Page, from 1; null for a format without pages.';
COMMENT ON COLUMN indicators.canonical IS 'The value in its written form, with the digits that are printed.';
COMMENT ON COLUMN indicators.per IS 'What an amount is counted per, as in VND per person.';
COMMENT ON COLUMN indicators.base_period IS 'The time that a change is measured from.';
COMMENT ON COLUMN indicators.stage IS 'estimated or so_far, where the report says that the number is no final result of its time.';
COMMENT ON COLUMN indicators.timing IS 'Of what time it is where it states no period, as in facts.';
COMMENT ON COLUMN indicators.alert IS 'error or warn where a finding contradicts or doubts the value, see checks; null where none does.';

-- ── checks ───────────────────────────────────────────────────────────────────────────────

CREATE VIEW checks AS
SELECT
    finding_id, document_id, rule, check_name, verdict, alert, reason, stated, computed,
    message, char_start, char_end, quote
FROM _findings;

COMMENT ON VIEW checks IS 'One row per finding: what recomputing a printed number gave.';
COMMENT ON COLUMN checks.finding_id IS 'Identity of the finding.';
COMMENT ON COLUMN checks.document_id IS 'The report that was checked.';
COMMENT ON COLUMN checks.rule IS 'Number of the rule, such as BC101; it never changes its meaning.';
COMMENT ON COLUMN checks.check_name IS 'Name of the check, such as ratio_percent.';
COMMENT ON COLUMN checks.verdict IS 'supported, supported_if, consistent, contradicted, implausible or not_checkable.';
COMMENT ON COLUMN checks.alert IS 'none, note, warn or error.';
COMMENT ON COLUMN checks.reason IS 'Why the verdict is what it is, in one word.';
COMMENT ON COLUMN checks.stated IS 'The number that is verified, as printed.';
COMMENT ON COLUMN checks.computed IS 'What recomputing gives.';
COMMENT ON COLUMN checks.message IS 'The finding in one sentence for a person.';
COMMENT ON COLUMN checks.char_start IS 'Where the stated number begins, in Unicode characters.';
COMMENT ON COLUMN checks.char_end IS 'Where the stated number ends.';
COMMENT ON COLUMN checks.quote IS 'The sentence that prints the stated number.';

-- ── citations ────────────────────────────────────────────────────────────────────────────

CREATE VIEW citations AS
SELECT
    fact_id, document_id, symbol, type, number, year, issuer, province, term, issued, identity
FROM _citations;

COMMENT ON VIEW citations IS 'One row per document number that a report cites.';
COMMENT ON COLUMN citations.fact_id IS 'The fact that cites it.';
COMMENT ON COLUMN citations.document_id IS 'The report that cites it.';
COMMENT ON COLUMN citations.symbol IS 'The whole symbol with its diacritics, such as 114-QĐ/TW; null for a short reference.';
COMMENT ON COLUMN citations.type IS 'Id of the type of document.';
COMMENT ON COLUMN citations.number IS 'The running number.';
COMMENT ON COLUMN citations.year IS 'The year in the symbol.';
COMMENT ON COLUMN citations.issuer IS 'Code of who issued it.';
COMMENT ON COLUMN citations.province IS 'For an issuer that every province has: which province.';
COMMENT ON COLUMN citations.term IS 'The term that the text names.';
COMMENT ON COLUMN citations.issued IS 'The date that the text gives it, in ISO form.';
COMMENT ON COLUMN citations.identity IS 'Equal for citations of one document, as far as symbol, province and year tell; null where the report leaves it open.';

-- ── coverage ─────────────────────────────────────────────────────────────────────────────

-- What may stand beside what: repeats left out, and a time for every value. Where the text
-- states none, the year of the report is taken: that of its title, else that of its date, for a
-- report on a year is often signed in the next.
-- A percentage that is printed plainly, as poverty rates are, is of what its indicator is of.
CREATE VIEW _comparable AS
SELECT
    i.* REPLACE (
        CASE
            WHEN i.basis IS NOT NULL OR i.change IS NOT NULL OR i.unit <> '%' THEN i.basis
            WHEN card.measure IN ('share', 'share_with_ratio', 'rate', 'ratio') THEN 'share'
            WHEN card.measure = 'pct_of_plan' THEN 'of_plan'
        END AS basis
    ),
    m.kind,
    m.char_start,
    m.direction,
    m.topic,
    -- An amount of a year is what a year brings, whether or not its unit says so.
    concat_ws(
        '/',
        CASE WHEN m.kind IN ('percentage', 'ratio', 'money', 'quantity') THEN i.unit ELSE '' END,
        CASE WHEN i.per NOT IN ('năm', 'year', 'annum') THEN i.per END
    ) AS measured_in,
    -- A growth is always on the year before, whether or not its sentence says so.
    CASE
        WHEN
            card.measure = 'growth'
            AND i.base_period = (
                year(coalesce(m.period_from, make_date(coalesce(d.year, left(d.issued, 4)::INTEGER), 1, 1))) - 1
            )::VARCHAR || substr(coalesce(i.period, ''), 5)
            THEN NULL
        ELSE i.base_period
    END AS measured_from,
    CASE
        WHEN m.period_from IS NOT NULL OR NOT m.of_report THEN m.period_from
        WHEN d.year IS NOT NULL THEN make_date(d.year, 1, 1)
        WHEN d.issued IS NOT NULL THEN make_date(left(d.issued, 4)::INTEGER, 1, 1)
    END AS alike_from,
    CASE
        WHEN m.period_from IS NOT NULL OR NOT m.of_report THEN m.period_until
        WHEN d.year IS NOT NULL THEN make_date(d.year, 12, 31)
        WHEN d.issued IS NOT NULL THEN make_date(left(d.issued, 4)::INTEGER, 12, 31)
    END AS alike_until,
    m.of_report AND coalesce(d.issued, d.year::VARCHAR) IS NOT NULL AS dated_by_report,
    -- Whether the report is of the province itself, and not of another that cites its number.
    coalesce(d.province = i.province AND d.province_set = i.province_set, false) AS own_report,
    d.issued
FROM indicators AS i
JOIN _measured AS m ON m.document_id = i.document_id AND m.fact_id = i.fact_id
JOIN _documents AS d ON d.document_id = i.document_id
LEFT JOIN _indicators AS card ON card.indicator = i.indicator
WHERE d.same_as IS NULL;

CREATE VIEW alike AS
SELECT
    indicator || ' · ' || concat_ws(
        ' · ',
        'provinces=' || province_set,
        'in=' || nullif(measured_in, ''),
        'basis=' || basis,
        'level=' || level,
        'body=' || body,
        'population=' || population,
        'attribute=' || attribute,
        'role=' || role,
        'stage=' || stage,
        'change=' || change,
        CASE WHEN change IS NOT NULL THEN 'from=' || measured_from END
    ) AS alike,
    indicator, province, province_set, value, canonical, unit, period,
    alike_from AS time_from,
    alike_until AS time_until,
    NOT dated_by_report AS time_stated,
    issued, quote, path, page, document_id, fact_id, alert
FROM _comparable
WHERE
    province IS NOT NULL
    AND alike_from IS NOT NULL
    AND upto IS NULL
    AND comparator IN ('=', 'nearly', 'about');

COMMENT ON VIEW alike IS 'One row per value that may be set beside that of another province: of each report that repeats another none, no bounds and ranges, nothing of unknown time. Values with the same alike differ in province, time and value only; whether the times overlap is for the query to ask.';
COMMENT ON COLUMN alike.alike IS 'The indicator with everything that must be the same: rank and average only within one of these.';
COMMENT ON COLUMN alike.indicator IS 'Id of what is measured.';
COMMENT ON COLUMN alike.province IS 'Slug of the province; an identity only together with province_set.';
COMMENT ON COLUMN alike.province_set IS '63 for the provinces until 30 June 2025, 34 for those since 1 July 2025.';
COMMENT ON COLUMN alike.value IS 'The number; for a ratio printed without its percentage, the share in percent.';
COMMENT ON COLUMN alike.canonical IS 'The value in its written form, with the digits that are printed.';
COMMENT ON COLUMN alike.unit IS '%, ‰ or pp; the currency; the canonical unit of a quantity; the noun of a count as printed.';
COMMENT ON COLUMN alike.period IS 'The time that it is about, in the written form of a date or period; null where the report states none.';
COMMENT ON COLUMN alike.time_from IS 'First day of that time; of the year of the report where the report states none.';
COMMENT ON COLUMN alike.time_until IS 'Last day of that time.';
COMMENT ON COLUMN alike.time_stated IS 'Whether the report states the time; else the year of the report stands in for it.';
COMMENT ON COLUMN alike.issued IS 'Date of the report.';
COMMENT ON COLUMN alike.quote IS 'The sentence that prints it; a cell of a table with its headers.';
COMMENT ON COLUMN alike.path IS 'Path of the report.';
COMMENT ON COLUMN alike.page IS 'Page, from 1; null for a format without pages.';
COMMENT ON COLUMN alike.document_id IS 'The report that prints it.';
COMMENT ON COLUMN alike.fact_id IS 'The fact that prints the value.';
COMMENT ON COLUMN alike.alert IS 'error or warn where a finding contradicts or doubts the value, see checks; compare gives a value with an error no rank.';

-- Two terms that only touch (2015-2020 and 2020-2025) follow each other: they don't overlap.
-- Two values of which nobody knows the time can be of any two years: they don't, either.
CREATE MACRO _overlap(from_one, until_one, from_other, until_other) AS (
    coalesce(from_one <= until_other AND from_other <= until_one, false)
    AND NOT (
        until_one - from_one > 366
        AND until_other - from_other > 366
        AND (year(until_one) = year(from_other) OR year(until_other) = year(from_one))
    )
);

CREATE VIEW coverage AS
WITH reported AS (
    SELECT
        province, province_set, indicator, measured_in, basis, level, body, population,
        attribute, role, stage, change, CASE WHEN change IS NOT NULL THEN measured_from END AS base_period,
        alike_from, alike_until, count(*) AS values
    FROM _comparable
    WHERE province IS NOT NULL
    GROUP BY ALL
),
beside AS (
    SELECT DISTINCT
        one.province, one.province_set, one.indicator
    FROM reported AS one
    JOIN reported AS other
        ON other.indicator = one.indicator
        AND other.province <> one.province
        AND other.province_set IS NOT DISTINCT FROM one.province_set
        AND other.measured_in = one.measured_in
        AND other.basis IS NOT DISTINCT FROM one.basis
        AND other.level IS NOT DISTINCT FROM one.level
        AND other.body IS NOT DISTINCT FROM one.body
        AND other.population IS NOT DISTINCT FROM one.population
        AND other.attribute IS NOT DISTINCT FROM one.attribute
        AND other.role IS NOT DISTINCT FROM one.role
        AND other.stage IS NOT DISTINCT FROM one.stage
        AND other.change IS NOT DISTINCT FROM one.change
        AND other.base_period IS NOT DISTINCT FROM one.base_period
        AND _overlap(one.alike_from, one.alike_until, other.alike_from, other.alike_until)
),
counted AS (
    SELECT province, province_set, indicator, sum(values)::BIGINT AS values
    FROM reported
    GROUP BY ALL
),
reporters AS (
    SELECT indicator, count(DISTINCT (province, province_set)) AS provinces
    FROM counted
    GROUP BY indicator
)
SELECT
    p.province,
    i.indicator,
    CASE
        WHEN r.values IS NULL THEN 'missing'
        WHEN beside.province IS NOT NULL OR reporters.provinces = 1 THEN 'reported'
        ELSE 'not_comparable'
    END AS status,
    coalesce(r.values, 0) AS values,
    p.province_set
FROM _provinces AS p
CROSS JOIN _indicators AS i
LEFT JOIN counted AS r
    ON r.province = p.province AND r.province_set = p.province_set AND r.indicator = i.indicator
LEFT JOIN beside
    ON beside.province = p.province
    AND beside.province_set = p.province_set
    AND beside.indicator = i.indicator
LEFT JOIN reporters ON reporters.indicator = i.indicator
WHERE p.province_set IN (SELECT province_set FROM _documents);

COMMENT ON VIEW coverage IS 'Province by indicator: who reports what. Holds the set (63, 34) that the reports belong to.';
COMMENT ON COLUMN coverage.province IS 'Slug of the province; an identity only together with province_set.';
COMMENT ON COLUMN coverage.indicator IS 'Id of what is measured.';
COMMENT ON COLUMN coverage.status IS 'reported; missing; not_comparable, where other provinces report it but nothing alike.';
COMMENT ON COLUMN coverage.values IS 'How many values the province reports.';
COMMENT ON COLUMN coverage.province_set IS '63 for the provinces until 30 June 2025, 34 for those since 1 July 2025.';

-- ── log and provinces ────────────────────────────────────────────────────────────────────

CREATE VIEW ingest_log AS
SELECT path, time, outcome, reason, remedy, place, document_id FROM _log;

COMMENT ON VIEW ingest_log IS 'Every file that was ever tried, and what became of it.';
COMMENT ON COLUMN ingest_log.path IS 'The file, as it was given to ingest.';
COMMENT ON COLUMN ingest_log.time IS 'When, in UTC.';
COMMENT ON COLUMN ingest_log.outcome IS 'new, changed, reread, unchanged, duplicate, failed, skipped, vanished, superseded or forgotten.';
COMMENT ON COLUMN ingest_log.reason IS 'Why, in words.';
COMMENT ON COLUMN ingest_log.remedy IS 'What to do about it.';
COMMENT ON COLUMN ingest_log.place IS 'Where in the file, such as a page.';
COMMENT ON COLUMN ingest_log.document_id IS 'The document that the bytes of the file were then.';

CREATE VIEW provinces AS
SELECT
    province, province_set, name_en, name_vi, code, type, since, until, merged_into,
    merged_from, city_since
FROM _provinces;

COMMENT ON VIEW provinces IS 'The 63 provinces until 30 June 2025 and the 34 since 1 July 2025.';
COMMENT ON COLUMN provinces.province IS 'Slug; phu-tho is in both sets and not the same province.';
COMMENT ON COLUMN provinces.province_set IS '63 or 34.';
COMMENT ON COLUMN provinces.name_en IS 'Name in English.';
COMMENT ON COLUMN provinces.name_vi IS 'Name in Vietnamese.';
COMMENT ON COLUMN provinces.code IS 'Code of the statistics office.';
COMMENT ON COLUMN provinces.type IS 'province or city (under central government).';
COMMENT ON COLUMN provinces.since IS 'First day, where it is known and matters.';
COMMENT ON COLUMN provinces.until IS 'Last day.';
COMMENT ON COLUMN provinces.merged_into IS 'The province of the 34 that a province of the 63 became part of.';
COMMENT ON COLUMN provinces.merged_from IS 'The provinces of the 63 that a province of the 34 was made of.';
COMMENT ON COLUMN provinces.city_since IS 'Since when it has been a city.';
