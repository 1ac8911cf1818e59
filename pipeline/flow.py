"""The order of the stages; the only room that knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipeline import checks
from pipeline.extract import Extractor
from pipeline.identify import Identifier
from pipeline.link import Linker
from pipeline.model import Analysis, Document, Stated
from pipeline.readers import Ocr, read, read_text
from pipeline.rulebook import Rulebook

__all__ = ["Earlier", "Pipeline", "analyse", "analyse_text", "pipeline_of"]

LanguageCode = Literal["en", "vi"]

#: What other reports of the province of a document state.
Earlier = Callable[[Document], Sequence[Stated]]


class Pipeline:
    """All stages, built once from a rulebook and called with documents."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.extractor = Extractor(rulebook)
        self.identifier = Identifier(rulebook)
        self.linker = Linker(rulebook)

    def __call__(
        self,
        document: Document,
        *,
        province: str | None = None,
        lang: LanguageCode = "en",
        earlier: Earlier | None = None,
    ) -> Analysis:
        """Everything that is found in a document; ``lang`` is the language of messages.

        ``earlier`` gives what the document is held against beside itself.
        """
        extraction = self.extractor(document)
        document = self.identifier(document, extraction.facts, province=province)
        observations = self.linker(document, extraction.facts)
        findings = checks.check(
            document,
            observations,
            extraction.mentions,
            rulebook=self.rulebook,
            lang=lang,
            earlier=earlier(document) if earlier else (),
        )
        return Analysis(
            document=document,
            observations=observations,
            mentions=extraction.mentions,
            findings=findings,
        )


def told_in(analysis: Analysis, *, rulebook: Rulebook, lang: LanguageCode) -> Analysis:
    """The same findings with their messages in a language.

    A store keeps the messages in the language of whoever ingested. A finding that these cards do
    not give again, or give otherwise, stays as it is.
    """
    again = {
        one.id: one
        for one in checks.check(
            analysis.document,
            analysis.observations,
            analysis.mentions,
            rulebook=rulebook,
            lang=lang,
        )
    }
    told = [again.get(one.id, one) for one in analysis.findings]
    findings = tuple(
        new if (new.verdict, new.reason, new.alert) == (old.verdict, old.reason, old.alert) else old
        for old, new in zip(analysis.findings, told, strict=True)
    )
    return analysis.model_copy(update={"findings": findings})


@lru_cache(maxsize=4)
def pipeline_of(rulebook: Rulebook) -> Pipeline:
    """The pipeline of a rulebook, built once."""
    return Pipeline(rulebook)


def analyse(
    path: Path,
    *,
    rulebook: Rulebook,
    language: LanguageCode | None = None,
    province: str | None = None,
    lang: LanguageCode = "en",
    ocr: Ocr = "auto",
    name: str | None = None,
    earlier: Earlier | None = None,
) -> Analysis:
    """Read a file and find everything in it; raises `readers.Unreadable`.

    ``name`` is the path that the document is known by, where it is not read from there.
    """
    document = read(path, rulebook=rulebook, language=language, ocr=ocr)
    if name is not None:
        document = document.model_copy(update={"path": name})
    return pipeline_of(rulebook)(document, province=province, lang=lang, earlier=earlier)


def analyse_text(
    text: str,
    *,
    rulebook: Rulebook,
    path: str = "-",
    language: LanguageCode | None = None,
    province: str | None = None,
    lang: LanguageCode = "en",
    earlier: Earlier | None = None,
) -> Analysis:
    """Find everything in a text."""
    document = read_text(text, path=path, rulebook=rulebook, language=language)
    return pipeline_of(rulebook)(document, province=province, lang=lang, earlier=earlier)
