from __future__ import annotations

import json

import pytest
from by_hand import hai_duong
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate import DIMENSIONS, GoldError, GoldFact, evaluate, read_gold, wilson


def gold_of(analysis, name="hai-duong"):
    facts = []
    for observation in analysis.observations:
        row = observation.model_dump()
        stated = {key: str(row[key]) for key in DIMENSIONS if row.get(key) is not None}
        facts.append(GoldFact(**row | {"document": name}, dimensions=stated))
    return facts


def changed(fact, **changes):
    return fact.model_copy(update=changes)


@pytest.fixture
def analysis():
    return hai_duong().analysis()


@pytest.fixture
def gold(analysis):
    return gold_of(analysis)


def test_all_found_is_all_right(analysis, gold):
    found = evaluate(gold, {"hai-duong": analysis})
    assert (found.exact.precision, found.exact.recall, found.exact.f1) == (1, 1, 1)
    assert found.missed == found.extra == ()
    assert all(score.exact.f1 == 1 for score in found.dimensions.values())
    assert found.misread == ()


def test_a_miss_and_an_extra_are_listed_with_their_sentence(analysis, gold):
    gold[0] = changed(gold[0], canonical="870")
    found = evaluate(gold, {"hai-duong": analysis})
    assert (found.exact.right, found.exact.found, found.exact.gold) == (4, 5, 5)
    (missed,), (extra,) = found.missed, found.extra
    assert (missed.canonical, extra.canonical, extra.rule) == ("870", "869", "en/count:test")
    assert "869 young members" in missed.sentence
    assert missed.sentence == extra.sentence


def test_another_kind_is_not_the_same_fact(analysis, gold):
    gold[0] = changed(gold[0], kind="quantity")
    found = evaluate(gold, {"hai-duong": analysis})
    assert (found.exact.right, found.overlapping.right) == (4, 4)
    assert found.by_kind["count"][0].model_dump() == {"right": 0, "found": 1, "gold": 0}
    assert found.by_kind["quantity"][0].recall == 0


def test_a_span_that_only_overlaps_counts_apart(analysis, gold):
    gold[1] = changed(gold[1], end=gold[1].end + 4)
    found = evaluate(gold, {"hai-duong": analysis})
    assert (found.exact.right, found.overlapping.right) == (4, 5)
    exact, overlapping = found.by_kind["percentage"]
    assert (exact.right, overlapping.right) == (2, 3)


def test_one_found_fact_is_one_gold_fact(analysis, gold):
    found = evaluate([*gold, gold[0]], {"hai-duong": analysis})
    assert (found.exact.right, found.exact.gold) == (5, 6)


def test_scores_stand_apart_by_language_and_rule(analysis, gold):
    found = evaluate(gold[1:], {"hai-duong": analysis})
    assert found.by_language["en"][0].gold == 4
    assert found.by_rule["en/percentage:test"][0].precision == 1
    counts = found.by_rule["en/count:test"][0]
    assert (counts.precision, counts.recall, counts.f1) == (0, None, None)


def test_dimensions_count_on_what_was_found(analysis, gold):
    gold[1] = changed(
        gold[1], dimensions=gold[1].dimensions | {"role": "plan", "change": "increase"}
    )
    gold[2] = changed(gold[2], dimensions={})
    found = evaluate(gold, {"hai-duong": analysis}).dimensions
    role, change = found["role"], found["change"]
    assert (role.exact.right, role.exact.found, role.exact.gold) == (3, 4, 4)
    assert (change.exact.right, change.exact.found, change.exact.gold) == (0, 0, 1)
    assert (role.beyond.found, role.beyond.gold, role.beyond_share) == (1, 1, 1.0)
    assert "period" not in found  # gold says nothing of it, so nothing is judged


def test_a_dimension_of_a_missed_fact_is_missed(analysis, gold):
    gold[1] = changed(gold[1], canonical="1%")
    role = evaluate(gold, {"hai-duong": analysis}).dimensions["role"]
    assert role.exact.recall < 1
    assert role.exact.precision == 1


def test_overlapping_spans_have_dimensions_too(analysis, gold):
    gold[1] = changed(gold[1], end=gold[1].end + 4)
    role = evaluate(gold, {"hai-duong": analysis}).dimensions["role"]
    assert role.overlapping.right == role.exact.right + 1


def test_misread_dimensions_are_listed_with_their_sentence(analysis, gold):
    gold[1] = changed(gold[1], dimensions=gold[1].dimensions | {"role": "plan"})
    gold[2] = changed(gold[2], dimensions={})
    misread = evaluate(gold, {"hai-duong": analysis}).misread
    assert ("role", "plan", "actual") in {(one.dimension, one.stated, one.read) for one in misread}
    assert any(one.stated is None and one.read is not None for one in misread)
    assert all(one.text in one.sentence for one in misread)


def test_gold_is_read_from_its_lines(tmp_path):
    path = tmp_path / "gold.jsonl"
    row = {
        "document": "a",
        "kind": "percentage",
        "canonical": "65%",
        "text": "65%",
        "start": 4,
        "end": 7,
        "level": "commune",
        "body": None,
        "note": "kept by hand",
    }
    path.write_text(json.dumps(row) + "\n\n", "utf-8")
    (fact,) = read_gold(path)
    assert fact.dimensions == {"level": "commune"}


def test_wrong_lines_are_all_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"document": "a"}\nnot json\n[1]\n', "utf-8")
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert "line 1: kind: Field required" in str(caught.value)
    assert caught.value.others == (2, 3)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"# A title", "it is no JSON"),
        (b"[1]", "it is no JSON object"),
        (b"PK\x03\xff", "it is no text in UTF-8"),
    ],
)
def test_what_is_no_gold_is_said_in_words(tmp_path, content, why):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert (caught.value.line, caught.value.why) == (1, why)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share(numbers):
    right, of = numbers
    low, high = wilson(right, of)
    assert 0 <= low <= right / of <= high <= 1
    assert high - low < 1
