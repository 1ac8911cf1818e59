"""BC405: the digits that no rule reads as a quantity, with the reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import regex

from pipeline.checks.report import Report, places
from pipeline.model import Fact, Finding, Mention, Span

__all__ = ["not_a_quantity", "tokens"]

_NAME = "not_a_quantity"
_DIGITS = regex.compile(r"\d+(?:[.,/\-–:]\d+)*")


def not_a_quantity(report: Report, findings: Sequence[Finding]) -> Iterator[Finding]:
    """One row for every numeric token that no finding accounts for."""
    covered = _Cover(findings)
    mentions = _Mentions(report)
    for token in tokens(report.document.text, report.terms_of_office):
        if covered.holds(token):
            continue
        mention = mentions.at(token)
        what = mention.value.what if mention and isinstance(mention.value, Mention) else "unread"
        # Rows name the reason of the card that set the digits aside; one wording serves all.
        yield report.finding(
            _NAME,
            "not_checkable",
            "set_aside",
            token,
            words={"what": report.phrase(f"mention.{what}") if _is_worded(report, what) else what},
        ).model_copy(update={"reason": what})


def _is_worded(report: Report, what: str) -> bool:
    """Whether there are words for a reason; cards of one's own may name others."""
    return f"mention.{what}" in report.rulebook.messages


def tokens(text: str, terms: regex.Pattern[str]) -> list[Span]:
    """The numeric tokens of a text: runs of digits, and the Roman numerals of ``terms``.

    >>> term = regex.compile(r"term (?P<numeral>[IVXLC]+)")
    >>> [one.text for one in tokens("115/177 in 2015-2020, term XVII (18.7%)", term)]
    ['115/177', '2015-2020', 'XVII', '18.7']
    """
    places = [found.span() for found in _DIGITS.finditer(text)]
    for found in terms.finditer(text):
        places.extend(found.spans("numeral"))
    return [
        Span.trusted({"text": text[start:end], "start": start, "end": end})
        for start, end in sorted(places)
    ]


class _Mentions:
    """What was set aside, by where it stands."""

    def __init__(self, report: Report) -> None:
        self._mentions = sorted(report.mentions, key=lambda one: one.start)
        self._starts = [one.start for one in self._mentions]
        self._furthest = list(accumulate((one.end for one in self._mentions), max))

    def at(self, token: Span) -> Fact | None:
        """The first mention that shares a character with the token."""
        first = None
        at = bisect_left(self._starts, token.end) - 1
        while at >= 0 and self._furthest[at] > token.start:
            if self._mentions[at].end > token.start:
                first = self._mentions[at]
            at -= 1
        return first


class _Cover:
    """The places that the findings so far account for."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        numbers = {place for finding in findings for place in places(finding)}
        self._ends = _widest(sorted(numbers))
        self._starts = [start for start, _ in self._ends]

    def holds(self, token: Span) -> bool:
        """Whether one place holds the whole token."""
        at = bisect_right(self._starts, token.start) - 1
        return at >= 0 and self._ends[at][1] >= token.end


def _widest(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each start with the furthest end of any place that starts there or before."""
    found: list[tuple[int, int]] = []
    furthest = 0
    for start, end in places:
        furthest = max(furthest, end)
        if found and found[-1][0] == start:
            found[-1] = (start, furthest)
        else:
            found.append((start, furthest))
    return found
