"""Reports made by hand: frozen values are easy to make, so no test needs a mock."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.model import (
    Analysis,
    Count,
    Document,
    Fact,
    Finding,
    Implied,
    Mention,
    Money,
    Observation,
    Passage,
    Percentage,
    Ratio,
    Span,
    Stated,
)
from pipeline.rulebook import Indicator, Issuer, KnownDocument, Province, Rulebook


def value(written: str) -> Any:
    """The value of a written form of the plainest kinds: 26.87%, >=15%, 115/177, 869, 5 VND."""
    comparator = next(
        (sign for sign in (">=", "<=", ">", "<", "~") if written.startswith(sign)), "="
    )
    bare = written.removeprefix(comparator)
    if "/" in bare:
        part, whole = bare.split("/")
        return Ratio(part=Decimal(part), whole=Decimal(whole))
    numeric: dict[str, Any] = {"comparator": "about" if comparator == "~" else comparator}
    if bare.endswith("%"):
        number, _, upto = bare.removesuffix("%").partition("..")
        numeric["upto"] = Decimal(upto) if upto else None
        return Percentage(number=Decimal(number), basis="share", **numeric)
    if bare.endswith(" VND"):
        return Money(number=Decimal(bare.removesuffix(" VND")), **numeric)
    return Count(number=Decimal(bare), **numeric)


class Report:
    """Puts a report together sentence by sentence."""

    def __init__(self, path: str, text: str, **about: Any) -> None:
        self.document = Document(
            id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            path=path,
            text=text,
            passages=(Passage(start=0, end=len(text)),),
            **{"language": "en"} | about,
        )
        self.observations: list[Observation] = []
        self.mentions: list[Fact] = []
        self.findings: list[Finding] = []

    def _fact(self, text: str, what: Any, start: int | None) -> Fact:
        whole = self.document.text
        start = whole.index(text) if start is None else start
        sentence_start = whole.rfind("\n", 0, start) + 1
        sentence_end = whole.find("\n", start)
        sentence = whole[sentence_start : sentence_end if sentence_end > 0 else len(whole)]
        kind = what.kind
        return Fact(
            id=f"{self.document.id[:8]}-{start}",
            document=self.document.id,
            path=self.document.path,
            passage=0,
            start=start,
            end=start + len(text),
            text=text,
            sentence=sentence,
            sentence_start=sentence_start,
            value=what,
            rule=f"en/{kind}:test",
        )

    def fact(
        self, text: str, what: Any = None, *, start: int | None = None, **dimensions: Any
    ) -> str:
        """Note a fact and return its id; its value is its text where none is given."""
        what = value(text) if what is None else value(what) if isinstance(what, str) else what
        fact = self._fact(text, what, start)
        places = {"province": self.document.province, "province_set": self.document.province_set}
        self.observations.append(Observation(fact=fact, **places | dimensions))
        return fact.id

    def mention(self, text: str, what: str) -> None:
        """Note digits that state no quantity."""
        self.mentions.append(self._fact(text, Mention(what=what), None))

    def finding(self, text: str, **about: Any) -> None:
        """Note a finding about the first such text."""
        start = self.document.text.index(text)
        uses = tuple(
            Span(
                text=one,
                start=self.document.text.index(one),
                end=self.document.text.index(one) + len(one),
            )
            for one in about.pop("uses", ())
        )
        known = {
            "check": "ratio_percent",
            "rule": "BC101",
            "verdict": "supported",
            "reason": "as_said",
            "message": "It agrees.",
        }
        self.findings.append(
            Finding(
                id=f"{self.document.id[:8]}-f{len(self.findings)}",
                document=self.document.id,
                path=self.document.path,
                stated=text,
                start=start,
                end=start + len(text),
                uses=uses,
                **known | about,
            )
        )

    def stated(self) -> list[Stated]:
        """What the report states, for another to be held against."""
        return [Stated(observation=one, issued=self.document.issued) for one in self.observations]

    def analysis(self) -> Analysis:
        """The report with everything that was noted."""
        return Analysis(
            document=self.document,
            observations=tuple(self.observations),
            mentions=tuple(self.mentions),
            findings=tuple(self.findings),
        )


def label(text: str) -> dict[str, str]:
    """The same name in both languages."""
    return {"en": text, "vi": text}


def rulebook(version: str = "cards-1") -> Rulebook:
    """A few cards, as many as the tests below need."""
    indicators = [
        ("committee_young_share", "percent", "share", "higher"),
        ("committee_young_count", "people", "count", "higher"),
        ("poverty_rate", "percent", "rate", "lower"),
        ("unified_share", "percent", "share", "higher"),
        ("budget_revenue", "vnd", "amount", "higher"),
        ("posts_reduced_share", "percent", "change_pct", "higher"),
        ("grdp_growth", "percent", "growth", "higher"),
        ("new_members_count", "people", "count", "higher"),
    ]
    return Rulebook(
        folder=Path("patterns"),
        version=version,
        languages={},
        terms=(),
        compounds=(),
        indicators=tuple(
            Indicator(
                id=name,
                group="test",
                label=label(name.replace("_", " ")),
                unit=unit,
                measure=measure,
                direction=direction,
                kinds=("percentage",),
                flow=name == "new_members_count",
            )
            for name, unit, measure, direction in indicators
        ),
        provinces_63=tuple(
            Province(slug=slug, label=label(name), code=code, type="province", merged_into=into)
            for slug, name, code, into in (
                ("ha-nam", "Hà Nam", "35", "ninh-binh"),
                ("hai-duong", "Hải Dương", "30", "hai-phong"),
                ("phu-tho", "Phú Thọ", "25", "phu-tho"),
                ("quang-ninh", "Quảng Ninh", "22", None),
            )
        ),
        provinces_34=tuple(
            Province(slug=slug, label=label(name), code=code, type="province", since="2025-07-01")
            for slug, name, code in (
                ("ninh-binh", "Ninh Bình", "37"),
                ("phu-tho", "Phú Thọ", "25"),
                ("quang-ninh", "Quảng Ninh", "22"),
            )
        ),
        districts=(),
        document_types=(),
        issuers=(
            Issuer(
                code="TU",
                ascii="TU",
                system="party",
                level="province",
                label=label("Provincial Committee"),
                needs_province=True,
            ),
            Issuer(
                code="TW",
                ascii="TW",
                system="party",
                level="central",
                label=label("Central Committee"),
            ),
        ),
        known_documents=(
            KnownDocument(symbol="18-NQ/TW", type="resolution", issuer="TW", issued="2017-10-25"),
        ),
        caps=(),
        check_words={},
        messages={},
        furniture={},
    )


def hai_duong(path: str = "hai-duong.txt", **about: Any) -> Report:
    """A short report with a pair, a target and a ratio."""
    text = (
        "The province has 869 young members, reaching 26.87% (the target is not less than 15%).\n"
        "The posts are held by one person in 115/177 communes (65%).\n"
        "Item 7 was noted.\n"
    )
    report = Report(path, text, **{"province": "hai-duong", "province_set": 63} | about)
    commune = {"level": "commune", "body": "party_committee", "attribute": "age<40"}
    count = report.fact("869", role="actual", indicator="committee_young_count", **commune)
    report.fact(
        "26.87%", role="actual", indicator="committee_young_share", share_of=count, **commune
    )
    report.fact("15%", ">=15%", role="target", indicator="committee_young_share", **commune)
    ratio = report.fact("115/177", level="commune", role="actual", indicator="unified_share")
    report.fact("65%", level="commune", role="actual", indicator="unified_share", share_of=ratio)
    report.mention("7", "list_number")
    report.finding(
        "26.87%",
        check="count_percent_pair",
        rule="BC110",
        verdict="not_checkable",
        reason="no_total",
        uses=("869",),
        implied=Implied(low=3234, high=3234),
        message="869 people at 26.87% imply 3,234 people.",
    )
    report.finding("65%", uses=("115/177",), computed="64.97", message="115/177 is 64.97%.")
    return report
