"""BC405: the digits that no rule reads as a quantity, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from pipeline.checks.report import Report, places
from pipeline.model import Fact, Finding, Mention, Span

__all__ = ["not_a_quantity", "tokens"]

_NAME = "not_a_quantity"
_DIGITS = regex.compile(r"\d+(?:[.,/\-–:]\d+)*")
_TERM = regex.compile(
    r"(?<!\p{L})(?i:term|tenure|khóa|khoá|nhiệm kỳ)\s+"
    r"(?P<numeral>[IVXLC]+)(?!\p{L})(?:\s*(?i:,|and|và|-|–)\s*(?P<numeral>[IVXLC]+)(?!\p{L}))*",
)


def not_a_quantity(report: Report) -> Iterator[Finding]:
    """One row for every numeric token that no finding accounts for."""
    covered = _Cover(report)
    for token in tokens(report.document.text):
        if covered.holds(token):
            continue
        mention = _mention(report, token)
        what = mention.value.what if mention and isinstance(mention.value, Mention) else "unread"
        # Rows name the reason of the card that set the digits aside; one wording serves all.
        yield report.finding(
            _NAME,
            "not_checkable",
            "set_aside",
            token,
            words={"what": what},
        ).model_copy(update={"reason": what})


def tokens(text: str) -> list[Span]:
    """The numeric tokens of a text: runs of digits, and the Roman numeral of a term.

    >>> [one.text for one in tokens("115/177 in 2015-2020, term XVII (18.7%)")]
    ['115/177', '2015-2020', 'XVII', '18.7']
    """
    places = [found.span() for found in _DIGITS.finditer(text)]
    for found in _TERM.finditer(text):
        places.extend(found.spans("numeral"))
    return [Span(text=text[start:end], start=start, end=end) for start, end in sorted(places)]


def _mention(report: Report, token: Span) -> Fact | None:
    return next(
        (one for one in report.mentions if one.start < token.end and token.start < one.end), None
    )


class _Cover:
    """The places that the findings so far account for."""

    def __init__(self, report: Report) -> None:
        numbers = {place for finding in report.findings for place in places(finding)}
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
