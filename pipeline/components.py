"""The library as a spaCy component: ``nlp.add_pipe("baocao")``.

Nothing is found here that `pipeline.extract` does not find. A span is a view of a fact: it
covers the tokens that the fact touches, while the fact keeps its characters.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple

import regex
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.flow import analyse_text
from pipeline.model import Fact, Observation
from pipeline.rulebook import Rulebook

__all__ = ["Baocao", "make_baocao"]

#: What composes into one character, or breaks one line, stays together.
_CLUSTER = regex.compile(r"\X")


class Baocao:
    """Fills ``doc.spans["facts"]``; ``span._.fact`` is the observation that a span shows."""

    def __init__(
        self, *, language: Literal["en", "vi"] | None = None, patterns: str | None = None
    ) -> None:
        self.language = language
        self.rulebook = Rulebook.load(Path(patterns) if patterns else None)
        if not Span.has_extension("fact"):
            Span.set_extension("fact", getter=_fact_of)

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its facts."""
        found = analyse_text(doc.text, rulebook=self.rulebook, language=self.language)
        places = _Places.between(found.document.text, doc.text)
        spans = (_span(doc, one.fact, places) for one in found.observations)
        doc.spans["facts"] = [span for span in spans if span is not None]
        # As strings, so that a document with facts can be stored and sent between processes.
        doc.user_data["baocao"] = {one.fact.id: _packed(one) for one in found.observations}
        return doc


@Language.factory("baocao", default_config={"language": None, "patterns": None})
def make_baocao(
    nlp: Language, name: str, language: Literal["en", "vi"] | None, patterns: str | None
) -> Baocao:
    """Return the component, which is the same for a pipeline of any language.

    ``language`` is that of the documents (found for each where it is None), ``patterns`` a
    folder of cards to use in place of the package's own.
    """
    return Baocao(language=language, patterns=patterns)


class _Places(NamedTuple):
    """Where the pieces of a text begin, in it and in the text that it was made from."""

    here: Sequence[int]
    there: Sequence[int]

    @classmethod
    def between(cls, text: str, source: str) -> _Places | None:
        """Return the places of a text (NFC, plain line ends), or None where nothing moved."""
        if text == source:
            return None
        clusters = _CLUSTER.findall(source)
        lengths = (
            1 if one == "\r\n" else len(unicodedata.normalize("NFC", one)) for one in clusters
        )
        return cls(
            tuple(accumulate(lengths, initial=0)), tuple(accumulate(map(len, clusters), initial=0))
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that was made into this stretch of the text."""
        first, last = bisect_right(self.here, start) - 1, bisect_right(self.here, end - 1)
        return self.there[first], self.there[last]


def _span(doc: Doc, fact: Fact, places: _Places | None) -> Span | None:
    start, end = (fact.start, fact.end) if places is None else places.span(fact.start, fact.end)
    return doc.char_span(start, end, label=fact.kind, span_id=fact.id, alignment_mode="expand")


def _packed(observation: Observation) -> str:
    dimensions = {
        name: getattr(observation, name) for name in Observation.model_fields if name != "fact"
    }
    dimensions["evidence"] = [one.model_dump() for one in observation.evidence]
    return json.dumps(dimensions | {"fact": observation.fact.model_dump(mode="json")})


def _fact_of(span: Span) -> Observation | None:
    """Return the observation that a span shows, or None for a span of another maker."""
    packed = span.doc.user_data.get("baocao", {}).get(span.id_)
    return None if packed is None else Observation.model_validate_json(packed)
