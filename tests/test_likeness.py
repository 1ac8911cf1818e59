"""Which reports repeat each other: found by keys, never missed, and without comparing all."""

from __future__ import annotations

import random
from collections import Counter

from by_hand import Report
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Analysis
from pipeline.store import likeness as room
from pipeline.store.likeness import Likeness

#: Figures as reports print them: years that all of them share, and numbers that few do.
FIGURES = [f"{number}%" for number in (5, 12, "12.5", "87.5", "26.87", 100, "3.25", "44.19")]
FIGURES += [str(number) for number in (7, 12, 145, 887, 2022, 2023, 13405, 200187, 45, 3)]
FIGURES += ["115/177", "2/3", "31/40"]
SENTENCES = [
    f"{word} was spoken of {'at great length ' * len(word)}"
    for word in ["a", "bb", "ccc", "dddd", "ee", "f", "gg"]
]


def report(sentences: list[str], figures: list[str], **about: object) -> Analysis:
    text = ". ".join([*sentences, "The figures"]) + ": " + " and ".join(figures)
    made = Report("a.txt", text, **{"province": "hai-duong", "province_set": 63} | about)
    start = text.rindex(": ") + 2
    for figure in figures:
        made.fact(figure, start=start)
        start += len(figure) + 5
    return made.analysis()


def likeness(analysis: Analysis) -> Likeness:
    facts = [one.fact for one in analysis.observations]
    return room.likeness(analysis.document, [(fact.kind, str(fact.value)) for fact in facts])


def share(one: list[int], other: list[int]) -> float:
    return len({*one} & {*other}) / max(1, len({*one} | {*other}))


def are_alike(one: Likeness, other: Likeness) -> bool:
    """What `alike_documents.sql` asks of two reports of one language and province."""
    text = share(one.sentences, other.sentences) >= 0.7
    figures = share(one.figures, other.figures) >= 0.8
    telling = share(one.telling, other.telling) >= 0.7
    return (text and figures) or (telling and len({*one.telling} & {*other.telling}) >= 5)


@settings(max_examples=400)
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), unique=True),
    figures=st.lists(st.sampled_from(FIGURES), min_size=1, unique=True),
    other_sentences=st.sets(st.sampled_from(SENTENCES), max_size=2),
    other_figures=st.sets(st.sampled_from(FIGURES), max_size=4),
)
def test_reports_that_are_alike_share_a_key(sentences, figures, other_sentences, other_figures):
    one = likeness(report(sentences, figures))
    changed = [*({*figures} ^ other_figures)] or figures
    other = likeness(report([*({*sentences} ^ other_sentences)], changed))
    if are_alike(one, other):
        assert {*one.keys} & {*other.keys}


def test_keys_are_those_of_a_province():
    figures = ["26.87%", "31.25%", "44.19%", "115/177", "2280", "1.95%"]
    here = likeness(report(SENTENCES, figures))
    there = likeness(report(SENTENCES, figures, province="ha-nam"))
    assert here.telling == there.telling
    assert not {*here.keys} & {*there.keys}


def test_what_a_page_prints_around_a_report_is_no_part_of_it():
    plain = report(["It was said"], ["12.5%"])
    text = f"Home. Contact. {plain.document.text}"
    passages = [
        {"start": 0, "end": 15, "kind": "furniture"},
        {"start": 15, "end": len(text), "kind": "paragraph"},
    ]
    document = plain.document.model_validate(
        plain.document.model_dump() | {"text": text, "passages": passages}
    )
    page = plain.model_copy(update={"document": document})
    assert likeness(page).sentences == likeness(plain).sentences


def test_few_reports_are_held_side_by_side():
    """Every year the same sentences with other figures: nothing to compare, however many."""
    chance = random.Random(1)
    holders: Counter[int] = Counter()
    for _ in range(1500):
        figures = {f"{chance.randrange(1, 100)}.{chance.randrange(10, 100)}%" for _ in range(12)}
        figures |= {str(chance.randrange(1000, 100_000)) for _ in range(8)}
        holders.update(likeness(report(SENTENCES, ["2022", *sorted(figures)])).keys)
    pairs = sum(count * (count - 1) // 2 for count in holders.values())
    assert pairs < 1500 * 1499 / 2 / 500
