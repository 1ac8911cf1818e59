"""Text of fonts from before Unicode (TCVN3, VNI, VISCII), and UTF-8 that was read as cp1252.

A run of text is converted where the name of its font says so. Text without fonts is converted
line by line, where its letters are those of such a font and the words become Vietnamese.
Whatever is Unicode already is left as it is.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.rulebook import FontEncoding, Rulebook

__all__ = ["Font", "Legacy", "Run", "legacy_of", "unscramble"]

#: Letters that only Unicode text has; beside them nothing is converted.
_UNICODE = regex.compile("[\u1ea0-\u1ef9ĂăĐđĨĩŨũƠơƯư]")
#: A word with its signs; of TCVN3 ``®`` and the soft hyphen are letters.
_SIGN = r"[^\s\x00-/:-@\[-`{-~–—‘’“”…•]"
_WORD = regex.compile(rf"{_SIGN}+")
#: A word for counting, of letters or what stands for them in a broken font; no digits.
_ANY_WORD = regex.compile(r"(?<![\w\p{Co}\ufffd])[\p{L}\p{M}\p{Co}\ufffd]+(?![\w\p{Co}\ufffd])")
_BEGINNING = 1_200
_HIGH = regex.compile(r"[\u0080-\u00ff]")
#: Letters and signs of Latin-1 that no Vietnamese text in Unicode holds, and few others.
_MARKERS = re.compile(r"[\u0080-\u009f¢-¦¨-¶¸-¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]")
#: Where a font has no soft hyphen, PDF prints a hyphen: ``ph-¬ng`` is phương.
_HYPHEN = regex.compile(rf"(?<!{_SIGN}|-){_SIGN}*-{_SIGN}*(?!{_SIGN}|-)")

#: So much of the changed words must become known ones, and so little have been (what was
#: tried: 0.9 and 0.0 for old fonts, 0.1 and 0.3 for French and German).
_KNOWN_AFTER = 0.6
_KNOWN_BEFORE = 0.2
#: A line with fewer changed words follows the rest of its document.
_ENOUGH = 3


class Font(NamedTuple):
    """The encoding that a font's name tells; ``capitals`` where it shows only these."""

    encoding: str
    capitals: bool = False


class Run(NamedTuple):
    """A stretch of text in one font, None where its name tells nothing."""

    text: str
    font: Font | None = None


class _Evidence(NamedTuple):
    """How many words an encoding changes, and how many are known before and after."""

    changed: int = 0
    before: int = 0
    after: int = 0

    def __bool__(self) -> bool:
        return (
            self.changed > 0
            and self.after > _KNOWN_AFTER * self.changed
            and self.before <= _KNOWN_BEFORE * self.changed
        )


class _Letters:
    """One encoding, ready to convert; the longest sign is tried first."""

    def __init__(self, card: FontEncoding) -> None:
        letters = {sign: letter for letter, sign in card.letters.items()}
        for sign, letter in list(letters.items()):
            if len(sign) == 2 and sign[0].isupper():
                letters.setdefault(sign[0] + sign[1].lower(), letter)
        self.card = card
        self.letters = letters
        signs = sorted(map(regex.escape, letters), key=len, reverse=True)
        self.pattern = regex.compile("|".join(signs) or "(?!)")

    def decode(self, content: bytes) -> str:
        """Bytes as Latin-1, with the quotes of Windows where no letter takes their place."""
        table = "".join(
            chr(byte) if chr(byte) in self.letters else _of_byte(byte) for byte in range(256)
        )
        return str(codecs.charmap_decode(content, "strict", table)[0])

    def convert(self, text: str) -> str:
        return str(self.pattern.sub(lambda found: self.letters[found.group()], text))


class Legacy:
    """Knows the old encodings and the plain words; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.encodings = {name: _Letters(card) for name, card in rulebook.encodings.items()}
        self.vietnamese = frozenset(rulebook.plain_words.vi)
        self.english = frozenset(rulebook.plain_words.en)

    # ── by font ───────────────────────────────────────────────────────────────────────

    def font(self, name: str) -> Font | None:
        """What a font's name tells; a subset's prefix (``ABCDEF+``) does not matter."""
        bare = name.rpartition("+")[2].casefold()
        for encoding, letters in self.encodings.items():
            if bare.startswith(letters.card.fonts):
                style = bare.partition(",")[0].removesuffix("bold").rstrip("-")
                capitals = letters.card.capitals
                return Font(encoding, bool(capitals) and style.endswith(capitals))
        return None

    def convert(self, text: str, font: Font) -> str:
        """A run of an old font in Unicode; one that is Unicode already comes back as it was."""
        letters = self.encodings[font.encoding]
        if _UNICODE.search(text) or not (text.isascii() or self._becomes(text, letters)):
            return text
        if "\u00ad" in letters.letters and "\u00ad" not in text and "-" in text:
            text = self._mend_hyphens(text, letters)
        text = letters.convert(text)
        return text.upper() if font.capitals else text

    def join(self, runs: Iterable[Run]) -> tuple[str, Counter[str]]:
        """Runs as one text, and how many characters came from which encoding.

        Neighbours of one font are one run: a VNI letter may be cut in two.
        """
        merged: list[Run] = []
        for run in runs:
            if merged and merged[-1].font == run.font:
                merged[-1] = Run(merged[-1].text + run.text, run.font)
            else:
                merged.append(run)
        parts: list[str] = []
        counts: Counter[str] = Counter()
        for run in merged:
            converted = self.convert(run.text, run.font) if run.font else run.text
            if run.font and converted != run.text:
                counts[run.font.encoding] += len(converted)
            parts.append(converted)
        return "".join(parts), counts

    def _becomes(self, text: str, letters: _Letters) -> bool:
        """Whether the conversion does not spoil words that were known before it."""
        evidence = self._evidence(text, letters)
        return evidence.after >= evidence.before

    def _mend_hyphens(self, text: str, letters: _Letters) -> str:
        def mended(found: regex.Match[str]) -> str:
            word = str(found.group()).replace("-", "\u00ad")
            known = letters.convert(word).casefold() in self.vietnamese
            return word if known else str(found.group())

        return str(_HYPHEN.sub(mended, text))

    # ── by evidence ───────────────────────────────────────────────────────────────────

    def suspicious(self, text: str) -> bool:
        """Whether a text holds signs that no Vietnamese text in Unicode does."""
        return not text.isascii() and _MARKERS.search(text) is not None

    def clean(self, lines: Sequence[str]) -> tuple[list[str], Counter[str]]:
        """Lines in Unicode, and how many of them came from which encoding, see `told`."""
        counts: Counter[str] = Counter()
        evidence: dict[str, list[_Evidence]] = {}
        suspects = [
            number
            for number, line in enumerate(lines)
            if not line.isascii() and _HIGH.search(line) and not _UNICODE.search(line)
        ]
        if not any(_MARKERS.search(lines[number]) for number in suspects):
            return list(lines), counts
        for name, letters in self.encodings.items():
            evidence[name] = [self._evidence(lines[number], letters) for number in suspects]
        main = self._main(evidence)
        cleaned = list(lines)
        for index, number in enumerate(suspects):
            best = self._best({name: found[index] for name, found in evidence.items()}, main)
            if best is not None:
                cleaned[number] = self.encodings[best].convert(lines[number])
                counts[best] += 1
        return cleaned, counts

    @staticmethod
    def told(counts: Mapping[str, int]) -> list[str]:
        """Notes of how many lines came from which encoding."""
        return [
            f"{number} {'line' if number == 1 else 'lines'} from {name.upper()}"
            for name, number in counts.items()
        ]

    def _main(self, evidence: dict[str, list[_Evidence]]) -> str | None:
        """The encoding of most of the document."""
        sums = {
            name: _Evidence(*(sum(numbers) for numbers in zip(*found, strict=True)))
            for name, found in evidence.items()
            if found
        }
        fits = [name for name, one in sums.items() if one and one.changed >= _ENOUGH]
        return max(fits, key=lambda name: sums[name].after, default=None)

    def _best(self, evidence: dict[str, _Evidence], main: str | None) -> str | None:
        fits = [name for name, one in evidence.items() if one]
        best = max(fits, key=lambda name: (evidence[name].after, name == main), default=None)
        if best is not None and evidence[best].changed >= _ENOUGH:
            return best
        if main is None or evidence[main].before > evidence[main].after:
            return None
        return main if evidence[main].changed else None

    def _evidence(self, text: str, letters: _Letters) -> _Evidence:
        changed = before = after = 0
        for word in _WORD.findall(text):
            if word.isascii():
                continue
            converted = letters.convert(word)
            if converted == word or any(map(str.isdigit, word)):
                continue
            changed += 1
            before += word.casefold() in self.vietnamese
            after += converted.casefold() in self.vietnamese
        return _Evidence(changed, before, after)

    # ── words ─────────────────────────────────────────────────────────────────────────

    def shares(self, text: str) -> tuple[int, float, float]:
        """How many words a text begins with, and the shares of plain Vietnamese and English ones.

        Words with digits and capitals alone (``NQ/TW``) do not count.
        """
        words = [
            word.casefold()
            for word in _ANY_WORD.findall(text, 0, _BEGINNING)
            if not (word.isascii() and word.isupper())
        ]
        if not words:
            return 0, 0.0, 0.0
        vietnamese = sum(word in self.vietnamese for word in words) / len(words)
        english = sum(word in self.english for word in words) / len(words)
        return len(words), vietnamese, english

    def decode(self, content: bytes) -> tuple[str, str] | None:
        """Bytes of an old one-byte encoding as text, None where nothing proves one."""
        candidates: list[tuple[float, str]] = []
        sample = content[:200_000]
        for name, letters in self.encodings.items():
            evidence = self._evidence(letters.decode(sample), letters)
            if evidence and evidence.changed >= _ENOUGH:
                candidates.append((evidence.after / evidence.changed, name))
        share = self._share_of_marked(_windows_1258(sample))
        if share > _KNOWN_AFTER:
            candidates.append((share, "windows-1258"))
        if not candidates:
            return None
        _, name = max(candidates)
        if name == "windows-1258":
            return _windows_1258(content), name
        lines, _ = self.clean(self.encodings[name].decode(content).split("\n"))
        return "\n".join(lines), name

    def _share_of_marked(self, text: str) -> float:
        words = [word.casefold() for word in _WORD.findall(text) if not word.isascii()]
        if len(words) < _ENOUGH:
            return 0.0
        return sum(word in self.vietnamese for word in words) / len(words)


@lru_cache(maxsize=4)
def legacy_of(rulebook: Rulebook) -> Legacy:
    """The old encodings of a rulebook, made ready once."""
    return Legacy(rulebook)


def _windows_1258(content: bytes) -> str:
    return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))


# ── UTF-8 that was read as cp1252 ─────────────────────────────────────────────────────────


def _of_byte(byte: int) -> str:
    """What cp1252 shows for a byte; five bytes have no sign and stay control codes."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


class _Scramble(NamedTuple):
    """How scrambled letters begin, what they look like, and the byte of each sign."""

    beginning: re.Pattern[str]
    letters: regex.Pattern[str]
    signs: dict[str, int]


@lru_cache(maxsize=1)
def _scramble() -> _Scramble:
    signs = {_of_byte(byte): byte for byte in range(0x80, 0x100)}

    def group(first: int, last: int) -> str:
        listed = (regex.escape(_of_byte(byte)) for byte in range(first, last + 1))
        return f"[{''.join(listed)}]"

    follows = group(0x80, 0xBF)
    two, three = group(0xC2, 0xDF) + follows, group(0xE0, 0xEF) + follows * 2
    beginning = re.compile(group(0xC2, 0xEF) + follows)
    return _Scramble(beginning, regex.compile(f"(?:{three}|{two})+"), signs)


def unscramble(text: str) -> tuple[str, int]:
    """A text with its scrambled letters mended, and how many; all of them or none.

    >>> unscramble("Nghá»‹ quyáº¿t Ä‘áº¡t")
    ('Nghị quyết đạt', 4)
    >>> unscramble("café au lait, 35 km²")
    ('café au lait, 35 km²', 0)
    """
    if text.isascii():
        return text, 0
    beginning, letters, signs = _scramble()
    if beginning.search(text) is None:
        return text, 0
    mended = 0

    def mend(found: regex.Match[str]) -> str:
        nonlocal mended
        scrambled = str(found.group())
        try:
            whole = bytes(signs[sign] for sign in scrambled).decode("utf-8")
        except UnicodeDecodeError:
            return scrambled
        mended += len(whole)
        return whole

    text_again = str(letters.sub(mend, text))
    if mended < _ENOUGH:
        return text, 0
    left = sum(one in signs and signs[one] >= 0xC2 for one in text_again)
    return (text, 0) if mended <= left else (text_again, mended)
