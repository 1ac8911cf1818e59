"""Names of levels, bodies, populations … in a sentence, found by spaCy's PhraseMatcher."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, filterfalse, takewhile
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import regex
from spacy.attrs import NORM
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language import alternatives, late
from pipeline.link.interposed import Interposed, Window
from pipeline.places import NamedPlace
from pipeline.rulebook import Compound, Rulebook

__all__ = ["Label", "Name", "Said", "TermMatcher", "TermMention", "norm"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INFIX = regex.compile(r"(?<=\w)(?:[-‐‑–—/(]|['’](?=[sS]\b))|(?<=\d)[.,](?=\p{L})|[)\]](?=\w)")
_PREFIX = regex.compile(r"^[^\w\s]")
_SUFFIX = regex.compile(r"(?:[^\w\s]|['’][sS])$")
_DIGITS = re.compile(r"\d+")
#: A name, an ordinal or the number of a term before what it names.
_NAMED = r"(?:\s+(?:(?-i:\p{Lu})[\p{L}\p{M}]*|\d+(?:st|nd|rd|th)?)){0,4}"

#: So many characters of a report are split into words at a time.
_BATCH = 50_000


#: What is printed for an apostrophe or a quotation mark.
_QUOTES = str.maketrans(dict.fromkeys('\u2018\u2019\u02bc\u00b4`"\u201c\u201d\u201e«»', "'"))


def norm(word: str) -> str:
    """A word for matching: lower case, the tone at the end so that its place is free.

    >>> norm("Uỷ") == norm("ủy"), norm("hòa") == norm("hoà"), norm("hòa") == norm("hoa")
    (True, True, False)
    >>> norm("People’s") == norm("people's")
    True
    """
    folded = word.casefold().translate(_QUOTES)
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFD", folded)
    tones = "".join(one for one in plain if one in _TONES)
    bare = "".join(one for one in plain if one not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


class TermMention(NamedTuple):
    """A term in a sentence, and the dimensions that it states."""

    start: int
    end: int
    id: str
    sets: Mapping[str, str]


class Name(NamedTuple):
    """The name of an indicator in a sentence."""

    start: int
    end: int
    indicator: str


class Label(NamedTuple):
    """What may be the name of an indicator in short, where a number of such a kind follows."""

    start: int
    end: int
    indicator: str
    kinds: tuple[str, ...]

    @property
    def name(self) -> Name:
        """The name that it is where it counts."""
        return Name(self.start, self.end, self.indicator)


class Said(NamedTuple):
    """The terms, the names and the labels of a sentence, in reading order."""

    terms: list[TermMention]
    names: list[Name]
    labels: list[Label]


class TermMatcher:
    """Finds the terms and indicator names of one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        card = rulebook.languages[language].language.card
        alike = {norm(word): norm(one) for one, words in card.alike.items() for word in words}
        # Keyed by number, which the stubs of spaCy do not know.
        getters: Any = {NORM: lambda word: alike.get(one := norm(word), one)}
        self.vocab = Vocab(lex_attr_getters=getters)
        self.tokenizer = Tokenizer(
            self.vocab,
            prefix_search=_PREFIX.search,
            suffix_search=_SUFFIX.search,
            infix_finditer=_INFIX.finditer,
            token_match=str.isalnum,  # most of what stands between two blanks is one word
        )
        terms = {term.id: getattr(term.words, language) for term in rulebook.terms}
        names = {card.id: getattr(card.names, language) for card in rulebook.indicators}
        labels = {card.id: getattr(card.labels, language) for card in rulebook.indicators}
        self.kinds = {card.id: card.kinds for card in rulebook.indicators}
        self.sets = {term.id: term.sets.stated() for term in rulebook.terms}
        self.compounds = _Compounds(rulebook, language)
        self.terms = self._matcher(terms)
        self.names = self._matcher(names)
        self.labels = self._matcher(labels)
        self.numbers = _Numbers(
            word for words in (*terms.values(), *names.values(), *labels.values()) for word in words
        )
        wordings = (*terms.values(), *names.values())
        reach = max((len(word) for words in wordings for word in words), default=0)
        self.interposed = Interposed(card.lists, reach)

    def _matcher(self, cards: Mapping[str, tuple[str, ...]]) -> PhraseMatcher:
        matcher = PhraseMatcher(self.vocab, attr="NORM")
        end = self.vocab["\n"].norm
        for key, words in cards.items():
            if not words:
                continue
            # Split into words as one text, for a text of its own takes longer than its words.
            norms = iter(self.tokenizer("\n".join(words)).to_array(NORM).tolist())
            held = [list(takewhile(lambda one: one != end, norms)) for _ in words]
            matcher.add(key, held)  # type: ignore[arg-type]  # as when one is unpickled
        return matcher

    def __call__(self, sentence: str) -> Said:
        """The terms and names of a sentence; of overlapping ones the longest."""
        (said,) = self.all([sentence])
        return said

    def all(
        self, sentences: Sequence[str], places: Sequence[Sequence[NamedPlace]] | None = None
    ) -> list[Said]:
        """The terms and names of many sentences, which takes less time than one by one.

        ``places`` are those that each sentence names, with the offsets of the sentence.
        """
        said: list[Said] = []
        for batch in _batches(sentences):
            named = places[len(said) : len(said) + len(batch)] if places else [()] * len(batch)
            said += self._together(batch, named)
        return said

    def _together(
        self, sentences: Sequence[str], places: Sequence[Sequence[NamedPlace]]
    ) -> list[Said]:
        """The terms and names of sentences that are split into words as one text.

        They stand on lines of their own, and no term goes over the end of a line.
        """
        windows = [
            (index, window)
            for index, (sentence, named) in enumerate(zip(sentences, places, strict=True))
            for window in self.interposed.windows(sentence, named)
        ]
        whole = self._split(sentences)
        parts = self._split([window.text for _, window in windows])
        said = [Said([], [], []) for _ in sentences]
        for index, key, start, end in self._found(self.terms, *whole):
            said[index].terms.append(TermMention(start, end, key, self.sets[key]))
        for index, key, window, start, end in self._over(self.terms, windows, parts):
            if "topic" in self.sets[key]:
                _put(said[index].terms, TermMention(start, end, key, self.sets[key]), window)
        for one, sentence in zip(said, sentences, strict=True):
            self.compounds.join(one.terms, sentence)
        for index, key, start, end in self._found(self.names, *whole):
            said[index].names.append(Name(start, end, key))
        for index, key, window, start, end in self._over(self.names, windows, parts):
            _put(said[index].names, Name(start, end, key), window)
        for index, key, start, end in self._found(self.labels, *whole):
            said[index].labels.append(Label(start, end, key, self.kinds[key]))
        for one in said:
            hidden = _Hidden(one.terms)
            one.names[:] = filterfalse(hidden, one.names)
            one.labels[:] = filterfalse(hidden, one.labels)
        return said

    def _split(self, texts: Sequence[str]) -> tuple[Doc, Sequence[int]]:
        """Texts as the words of one, and where each begins in it."""
        doc = self.tokenizer(self.numbers.blurred("\n".join(texts)))
        return doc, [0, *accumulate(len(one) + 1 for one in texts)]

    def _over(
        self,
        matcher: PhraseMatcher,
        windows: Sequence[tuple[int, Window]],
        parts: tuple[Doc, Sequence[int]],
    ) -> Iterator[tuple[int, str, Window, int, int]]:
        """What a matcher finds over places; offsets are those of the sentence."""
        if not windows:
            return
        for part, key, start, end in self._found(matcher, *parts):
            index, window = windows[part]
            if window.straddles(start, end):
                yield index, key, window, window.start + start, window.start + end + window.width

    def _found(
        self, matcher: PhraseMatcher, doc: Doc, offsets: Sequence[int]
    ) -> Iterator[tuple[int, str, int, int]]:
        """What a matcher finds: the sentence, the id, and where it stands in that sentence."""
        strings = self.vocab.strings
        for key, first, last in _longest(matcher(doc)) if len(matcher) else ():
            start, end = doc[first].idx, doc[last - 1]
            index = bisect_right(offsets, start) - 1
            offset = offsets[index]
            yield index, strings[key], start - offset, end.idx + len(end) - offset


_Found = TypeVar("_Found", TermMention, Name)


def _put(found: list[_Found], over: _Found, window: Window) -> None:
    """Add what was found over a place, unless a longer one stands at either side of it."""
    beside = [one for one in found if one.start < over.end and over.start < one.end]
    length = over.end - over.start - window.width
    if all(window.holds(one.start, one.end) or one.end - one.start <= length for one in beside):
        for one in beside:
            found.remove(one)
        found.append(over)
        found.sort(key=lambda one: one.start)


class _Hidden:
    """Whether a longer phrase that states nothing holds a name: *import and export turnover*."""

    def __init__(self, terms: Iterable[TermMention]) -> None:
        self.shields = [one for one in terms if not one.sets]

    def __call__(self, name: Name | Label) -> bool:
        return any(
            term.start <= name.start
            and name.end <= term.end
            and term.end - term.start > name.end - name.start
            for term in self.shields
        )


class _Joint(NamedTuple):
    """A compound and what may stand between its parts, read from either side."""

    card: Compound
    between: regex.Pattern[str]
    before: regex.Pattern[str]


class _Compounds:
    """Joins terms that stand together, as the cards of compounds say."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        lists = rulebook.languages[language].language.card.lists
        self.pairs: dict[tuple[str, str], _Joint] = {}
        #: By the second part, where the first may be left out.
        self.headless: dict[str, _Joint] = {}
        for card in rulebook.compounds:
            words = [one for name in card.joined_by for one in lists.get(name, ())]
            if words:
                self._add(card, alternatives(words))
        self.parts = {part for pair in self.pairs for part in pair}

    def _add(self, card: Compound, joints: str) -> None:
        often = "?" if card.adjacent else ""
        named = _NAMED if card.named else ""
        joint = _Joint(
            card,
            late(rf"(?i)[^\w,;:]*(?:{joints}){often}{named}[^\w,;:]*"),
            late(rf"(?ri)(?<!\w)(?:{joints})\s+"),
        )
        for first in card.first:
            for second in card.second:
                self.pairs[first, second] = joint
                if card.either_order:
                    self.pairs[second, first] = joint
        if card.headless:
            self.headless.update(dict.fromkeys(card.second, joint))

    def join(self, terms: list[TermMention], sentence: str) -> None:
        """Put the compounds of a sentence in the place of their parts."""
        if not any(one.id in self.parts for one in terms):
            return
        index = 0
        while index < len(terms):
            compound = self._pair(terms, index, sentence) or self._alone(terms, index, sentence)
            if compound is not None:
                kept = [one for one in terms[index:] if one.start >= compound.end]
                if not compound.sets.get("level"):
                    compound, kept = _with_level(compound, kept, sentence)
                terms[index:] = [compound, *kept]
            index += 1

    def _pair(self, terms: Sequence[TermMention], index: int, sentence: str) -> TermMention | None:
        if index + 1 == len(terms):
            return None
        first, second = terms[index : index + 2]
        since = first.end
        shielded = index + 2 < len(terms) and not second.sets
        if shielded and not sentence[since : second.start].strip():
            # *Secretaries in the province double as heads*: where they are is said between.
            since, second = second.end, terms[index + 2]
        joint = self.pairs.get((first.id, second.id))
        if joint is None or not joint.between.fullmatch(sentence, since, second.start):
            return None
        level = first.sets.get("level") or second.sets.get("level")
        return _compound(joint.card, first.start, second.end, level)

    def _alone(self, terms: Sequence[TermMention], index: int, sentence: str) -> TermMention | None:
        """A compound whose first part is not named: *19 of them are also chairmen*."""
        second = terms[index]
        joint = self.headless.get(second.id)
        if joint is None:
            return None
        low = terms[index - 1].end if index else 0
        found = joint.before.match(sentence, low, second.start)
        headed = index > 0 and found is not None and not sentence[low : found.start()].strip()
        if found is None or headed:
            return None
        return _compound(joint.card, found.start(), second.end, second.sets.get("level"))


def _compound(card: Compound, start: int, end: int, level: str | None) -> TermMention:
    return TermMention(
        start, end, card.id, ({"level": level} if level else {}) | card.sets.stated()
    )


def _with_level(
    compound: TermMention, following: list[TermMention], sentence: str
) -> tuple[TermMention, list[TermMention]]:
    """A compound with the level right behind it: *đồng thời là chủ tịch HĐND cấp huyện*."""
    behind = following[0] if following else None
    if behind is None or behind.sets.keys() != {"level"}:
        return compound, following
    if sentence[compound.end : behind.start].strip():
        return compound, following
    sets = {**behind.sets, **compound.sets}
    return compound._replace(end=behind.end, sets=sets), following[1:]


class _Numbers:
    """Makes all numbers alike but those that terms hold, so that few words stand for many."""

    def __init__(self, words: Iterable[str]) -> None:
        self.known = {run for word in words for run in _DIGITS.findall(word)}
        self.any = next(
            one for one in "0123456789" if all(one * len(run) != run for run in self.known)
        )

    def blurred(self, text: str) -> str:
        """The text with other digits in the numbers that no term holds."""
        known, any_ = self.known, self.any
        return _DIGITS.sub(
            lambda run: run[0] if run[0] in known else any_ * (run.end() - run.start()), text
        )


def _batches(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    """The sentences in batches of so many characters, for words take memory."""
    first = length = 0
    for index, sentence in enumerate(sentences):
        length += len(sentence)
        if length >= _BATCH:
            yield sentences[first : index + 1]
            first, length = index + 1, 0
    if first < len(sentences):
        yield sentences[first:]


#: A match of spaCy: its key, its first word, and the word after its last.
_Match = tuple[int, int, int]


def _longest(matches: Iterable[_Match]) -> list[_Match]:
    """Of overlapping matches the longest, of equally long ones the first; in reading order."""
    kept: list[_Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda one: (one[1] - one[2], one[1])):
        _, first, last = match
        if first not in taken and last - 1 not in taken:
            kept.append(match)
            taken.update(range(first, last))
    return sorted(kept, key=itemgetter(1))
