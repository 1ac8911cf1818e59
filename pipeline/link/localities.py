"""Numbers of a place below the province: *huyện Quỳ Hợp*, *Vinh city*, *Ward 5*.

Indicators are those of provinces, and of all communes or districts of one. What a report says
of a single district, or of the Party organization of one agency, is true of that alone, and
would be compared with whole provinces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

import regex

from pipeline.language import LanguageCard, Memo, late
from pipeline.link.figures import Figure
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Cover, Scope, Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Document
from pipeline.places import Gazetteer, NamedPlace

__all__ = ["LocalNumbers", "Localities", "Names"]

#: The levels of what is wider than a place below the province.
_WIDER = frozenset({"central", "province", "region"})
#: What stands between a place and the province that it lies in: *Vinh, tỉnh Nghệ An*.
_ADDRESS = regex.compile(r"\s*[,(]?\s*(?:\p{Ll}+\s+){0,2}")
_FULL_STOP = regex.compile(r"[.!?;]\s+")
_BREAK = regex.compile(r"[.!?;]\s+|\n")
#: So many characters before a place are looked at.
_NEAR = 40
#: So many characters are the beginning of a text.
_BEGINNING = 200
#: A text that names a place so often is of it.
_OFTEN = 3
#: So many words the name of a place has that may stand alone.
_NAME_LENGTHS = range(2, 4)
#: So many characters beside its name hold the word for a province.
_BESIDE = 10
#: The lists of words beside the name of such a place, and of those that stand for one.
_NAMED_BEHIND = frozenset({"local_before", "local_numbered"})
_AGENCIES = frozenset({"local_agencies"})
_UNNAMED = frozenset({"local_whole", "local_wide"})
_OFFICES = frozenset({"local_offices", "named_offices"})
_OPENING_WITH = frozenset({"opening_with"})
_NATION = frozenset(
    {
        "central_bodies",
        "ministries",
        "nation_adjectives",
        "nation_averages",
        "nation_behind",
        "nation_subjects",
        "of_nation",
        "regions",
    }
)
#: Matters in which an agency speaks of its own members.
_OF_MEMBERS = frozenset({"admission", "membership", "discipline"})
_CAPITAL = r"\p{Lu}[\p{L}\p{M}’']*+"
_NAME = rf"{_CAPITAL}(?:[\s-]{_CAPITAL})*+(?:\s\d{{1,2}}(?![\d/%]|[.,]\d))?"
#: A run of capitals, none of which is only the first word of a sentence.
_CAPITALS = regex.compile(rf"(?:(?:In|At|For|Of|Ở|Tại|Riêng)\s+)?\K{_CAPITAL}(?:[\s-]{_CAPITAL})++")
#: What makes an owner of a name, and what it owns: *Tam Ky's GRDP*.
_OWNER = regex.compile(r"[’']s(?!\w).*$")
#: *Ward 5* and *quận 1*, but not *2 phường 15 tổ dân phố*.
_NUMBERED = r"\d{1,2}(?![\d/%]|[.,]\d)"


#: What patterns find in a text.
_Matches = Mapping[regex.Pattern[str], Sequence[regex.Match[str]]]


class Localities:
    """Finds the places below a province that a text names; built once for each language.

    ``cities`` are the slugs of the cities that are provinces themselves, ``districts`` the names
    of districts that nothing else bears.
    """

    def __init__(
        self, card: LanguageCard, cities: Set[str], words: ClauseWords, districts: Set[str]
    ) -> None:
        self.cities, self.districts = cities, districts
        listed, ahead = card.any_of, card.ahead
        name = rf"(?P<name>(?!(?i:{listed('no_names')})(?!\w)){_NAME})"
        # *Hai Duong City*: the word behind the name may be in capitals too.
        named = (
            rf"(?P<name>(?!(?i:{listed('no_names')})(?!\w)){_CAPITAL}(?:[ -]{_CAPITAL}){{0,4}}?)"
        )
        self._party = listed("party_behind")
        self._before = late(
            rf"(?<!\w){ahead('local_before', 'local_numbered')}"
            rf"(?!(?i:{listed('no_places')})(?!\w))(?:(?i:{listed('local_before')})(?:\s+|(?<=\.)){name}"
            rf"|(?<!\d\s)(?i:{listed('local_numbered')})\s+(?P<name>{_NUMBERED})"
            rf"(?!\s+(?i:{listed('counted')})(?!\w)))"
            rf"(?!\s+(?i:{listed('province_wide')})(?!\w))"
        )
        self._after = late(rf"(?<!\w){named}\s+(?i:{listed('local_after')})(?!\w)")
        # *Sở Giáo dục và Đào tạo tỉnh*, but not *Sở Y tế cho biết toàn tỉnh*.
        others = rf"{listed('telling')}|{listed('province_wide')}"
        between = rf"(?:\s+(?!(?i:{others})(?!\w))[\p{{L}}-]+)"
        self._agency = late(
            rf"(?<!\w){ahead('local_party')}(?i:{listed('local_party')})\s+(?i:{listed('local_agencies')})(?!\w)"
            rf"(?:{between}{{0,6}}?\s+(?i:{listed('agencies_of')})(?!\w))?"
        )
        #: The name stands first: *the Provincial Police Party Committee*.
        self._agency_first = late(
            rf"(?<!\w)(?i:{listed('local_agencies')})\s+(?i:{listed('party_behind')})(?!\w)"
        )
        #: An agency without a word of its Party organization.
        self._alone = late(
            rf"(?<!\w)(?:(?i:{listed('local_offices')})(?!\w)|(?:{listed('named_offices')})\s+\p{{Lu}})"
            rf"(?:{between}{{0,4}}?\s+(?i:{listed('agencies_of')})(?!\w))?"
        )
        #: One district that is not named here: *toàn huyện*, *the district's*.
        self._unnamed = late(
            rf"(?<!\w){ahead('local_wide', 'local_whole')}(?<!(?:(?i:{listed('not_one')})|\d)\s)"
            rf"(?i:{listed('local_wide')}|{listed('local_whole')})"
            rf"(?!\w|\s*[,/]|\s+(?i:{listed('no_places_behind')})(?!\w))"
        )
        self._provincial = late(rf"(?i)(?<!\w)(?:{listed('provincial_words')})(?!\w)")
        self._province = late(rf"(?i)(?<!\w)(?:{listed('of_province')})(?!\w)")
        #: In a title: who a resolution or report of a district is by.
        self._authors = late(rf"(?i)(?<!\w)(?:{listed('local_authors')})(?!\w|\s*[,/])")
        #: Wherever it stands, its sentence is of that district.
        self._whole = late(rf"(?i)(?:{listed('local_whole')})")
        #: A body of one that is not named here, as what a sentence is about.
        self._body = late(
            rf"(?<!\w){ahead('local_bodies')}(?<!(?i:{listed('no_subject_before')})\s)"
            rf"(?i:{listed('local_bodies')})(?!\w|-|\s+(?i:{listed('no_places_behind')})(?!\w))"
        )
        self._wide = late(
            rf"(?i)(?<!\w)(?:{listed('province_wide')})(?!\w|\s+(?:{listed('no_wide_behind')})(?!\w))"
        )
        self._leads = late(
            rf"(?ri)(?<!\w)(?:{listed('place_leads')})\s+(?:(?:{listed('determiners')})\s+)?"
        )
        # *(XYZ) - Năm 2019, Đảng bộ huyện Bình Lộc*: a dateline stands before all.
        # *a) Huyện Bình Lộc*: so does the letter of an item.
        self._frames = late(
            rf"(?i)(?:{listed('place_frames')}|\(\p{{L}}{{2,5}}\)|(?<!\w)\p{{L}}\)|[\W\d])*"
        )
        #: Each pattern that finds a place, with the lists of which its text holds a phrase.
        self._sought = (
            (self._before, (_NAMED_BEHIND,)),
            (self._after, (frozenset({"local_after"}),)),
            (self._agency, (frozenset({"local_party"}), _AGENCIES)),
            (self._agency_first, (_AGENCIES, frozenset({"party_behind"}))),
            (self._unnamed, (_UNNAMED,)),
            (self._body, (frozenset({"local_bodies"}),)),
        )
        # A whole report is asked several times in a row: for its names, and what it is of.
        self._in_text: Memo[str, _Matches] = Memo(
            lambda text: self._found(text, words.lists_in(text)), size=2
        )

    def names(self, document: Document, gazetteer: Gazetteer) -> Names:
        """The names that a report gives to such places, which it may use alone, too.

        *Đảng bộ huyện Bình Lộc họp. Năm 2023, Bình Lộc kết nạp 120 đảng viên*; a name of a
        province as well is none.
        """
        matches = self._in_text[document.text]
        found = {one["name"] for by in (self._before, self._after) for one in matches[by]}
        return Names(
            (
                name
                for name in found
                if len(name.split()) in _NAME_LENGTHS
                and not name.isupper()
                and not any(one.isdigit() for one in name)
                and not any(gazetteer(name))
            ),
            self._party,
        )

    def __call__(
        self, text: str, places: Sequence[NamedPlace] = (), lists: Set[str] | None = None
    ) -> list[Stretch]:
        """Where a text names such a place; a city that is a province is none.

        ``lists`` are those that the text holds a phrase of, where they are known.
        """
        matches = self._in_text[text] if lists is None else self._found(text, lists)
        return sorted(
            Stretch(*one.span())
            for found in matches.values()
            for one in found
            if not any(
                place.slug in self.cities and place.start < one.end() and place.end > one.start()
                for place in places
            )
        )

    def bare(self, text: str) -> Iterator[Stretch]:
        """Where a clause begins with the mere name of a district: *In Loc Binh, …*."""
        for start, end in _sentences(text):
            found = _CAPITALS.search(text, start, end)
            while found is not None and found.start() < start + _NEAR:
                name = Stretch(*found.span())
                known = _OWNER.sub("", text[slice(*name)]) in self.districts
                if known and self.frames(text, start, name.start):
                    yield name
                    break
                found = _CAPITALS.search(text, found.end(), end)

    def _found(self, text: str, lists: Set[str]) -> _Matches:
        """What each pattern finds in a text that holds phrases of some lists."""
        # A text that none of these words stand in need not be looked through: few do.
        return {
            pattern: [] if any(map(lists.isdisjoint, needed)) else list(pattern.finditer(text))
            for pattern, needed in self._sought
        }

    def agencies(self, text: str) -> list[Stretch]:
        """Where a text names an agency: the members that it admitted are its own.

        What else it tells may be of the province: *Công an tỉnh cho biết, …*.
        """
        return [Stretch(*one.span()) for one in self._alone.finditer(text)]

    def goes_on(self, text: str, places: Sequence[NamedPlace], *, is_local: bool) -> bool:
        """Whether what follows some sentences is of such a place, as what stood before them was.

        These are sentences without a number: *Thành phố Vinh có nhiều đổi mới*.
        """
        local = self(text, places)
        for start, end in _sentences(text):
            named = [one for one in local if start <= one.start < end]
            wide = self._wide.search(text, start, end) is not None or any(
                start <= one.start < end for one in places
            )
            if self.opens(text, start, named):
                is_local = True
            elif wide:
                is_local = False
        return is_local

    def wide(self, reading: Reading, local: Sequence[Stretch]) -> list[Stretch]:
        """Where a sentence speaks of the province or of more; the address of a place is none."""
        text, levels = reading.text, reading.stated.get("level", ())
        address = _addresses(text, local, reading.places)
        named = [
            *(Stretch(one.start, one.end) for one in levels if one.sets["level"] in _WIDER),
            *(Stretch(*one.span()) for one in self._wide.finditer(text)),
            *(Stretch(one.start, one.end) for one in reading.places),
        ]
        parts = Cover([*local, *_beside(address)])
        return sorted(one for one in named if one.start not in parts)

    def leads_to(self, text: str, start: int, end: int) -> bool:
        """Whether the words up to a place say that something is there: *… ở huyện Quỳ Hợp*."""
        return self._leads.match(text, start, end) is not None

    def frames(self, text: str, start: int, end: int) -> bool:
        """Whether nothing but *at*, *in particular* … stands before a place in its clause."""
        return self._frames.fullmatch(text, start, end) is not None

    def _speaks_of_whole(self, text: str) -> bool:
        """Whether a text speaks of a whole district, and nowhere of a province."""
        unnamed = self._in_text[text][self._unnamed]
        said = any(self._whole.fullmatch(text, *one.span()) for one in unnamed)
        return said and self._province.search(text) is None

    def speaks_of_province(self, text: str, start: int, end: int) -> bool:
        """Whether a text has a word for a province between two places."""
        return self._province.search(text, start, end) is not None

    def is_unnamed(self, text: str, place: Stretch) -> bool:
        """Whether a place is one district that is not named: *của huyện*."""
        return self._unnamed.match(text, place.start) is not None

    def opens(self, text: str, start: int, places: Sequence[Stretch]) -> bool:
        """Whether a sentence begins with the first of its places, or is of a whole district.

        *Nhân dân toàn huyện thực hiện tốt*.
        """
        if places and self.frames(text, start, places[0].start):
            return True
        return any(self._whole.fullmatch(text, one.start, one.end) for one in places)

    def _speaks_of_one(self, text: str, names: Names, places: Sequence[NamedPlace]) -> bool:
        """Whether a text names one such place again and again, and nowhere a province."""
        counts = Counter(one for one in names.found(text))
        if places or not counts or counts.most_common(1)[0][1] < _OFTEN:
            return False
        return self._province.search(text) is None

    def _names_no_province(
        self, text: str, names: Names, places: Sequence[NamedPlace], below: Sequence[Stretch]
    ) -> bool:
        """Whether a text speaks of one such place early, and nowhere of more.

        A province only says where it lies: *Bình Lộc, Phú Thọ: …*; one that a text is of, it
        names somewhere, or calls it *the province*.
        """
        if self._province.search(text) is not None:
            return False
        local = sorted([*below, *names(text)])
        if not local or any(one.slug in self.cities for one in places):
            return False
        named = (one.start for one in local if not self.is_unnamed(text, one))
        first = next(named, _BEGINNING)
        if first >= _BEGINNING or self.leads_to(text, 0, first):
            return False
        address = _addresses(text, local, places)
        parts = Cover([*local, *_beside(address)])
        wide = (one.start() for one in self._wide.finditer(text))
        return len(address) == len(places) and all(one in parts for one in wide)

    def _begins_with_one(
        self, text: str, places: Sequence[NamedPlace], local: Sequence[Stretch]
    ) -> bool:
        """Whether a text begins with such a place, and names a province in its address only.

        *Đảng bộ xã Tân Mai (Bình Lộc, Phú Thọ) có 15 chi bộ*; what follows is of it as well.
        """
        if not local or local[0].start > _BEGINNING:
            return False
        breaks = list(_BREAK.finditer(text, 0, local[0].start))
        if not self.frames(text, breaks[-1].end() if breaks else 0, local[0].start):
            return False
        address = _addresses(text, local, places)
        parts = Cover([*local, *_beside(address)])
        wide = [one.start() for one in self._wide.finditer(text)]
        wide += [one.start() for one in self._province.finditer(text)]
        return len(address) == len(places) and all(one in parts for one in wide)

    def is_of_nation(self, document: Document, gazetteer: Gazetteer, words: ClauseWords) -> bool:
        """Whether a text speaks of the country or its central bodies, and nowhere of a province.

        *The Politburo disciplined 17 officials*: so is all else that it tells.
        """
        text = document.text
        if document.province or self._provincial.search(text) or words.is_local(text):
            return False
        if any(gazetteer(text)):
            return False
        for named in (*words.nation_subject.finditer(text), *words.central_body.finditer(text)):
            breaks = list(_BREAK.finditer(text, max(0, named.start() - _BEGINNING), named.start()))
            start = breaks[-1].end() if breaks else 0
            if self.frames(text, start, named.start()):
                return True
        return False

    def is_of(self, document: Document, names: Names, gazetteer: Gazetteer) -> bool:
        """Whether a report is of such a place: issued there, or titled after it."""
        if document.title and self._authors.search(document.title):
            return True
        if self._speaks_of_whole(document.text):
            return True
        places = list(gazetteer.named_in(document, 0, len(document.text)))
        if self._speaks_of_one(document.text, names, places):
            return True
        below = self(document.text, places)
        if self._names_no_province(document.text, names, places, below):
            return True
        if self._begins_with_one(document.text, places, below):
            return True
        for text in (document.issuer, document.title):
            named = gazetteer(text or "", day=gazetteer.day_of(document))
            local = self(text, list(named)) if text else []
            if local and (text is document.issuer or self.frames(text or "", 0, local[0].start)):
                return True
        return False


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    start = 0
    for found in _FULL_STOP.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def _addresses(
    text: str, local: Sequence[Stretch], places: Sequence[NamedPlace]
) -> list[NamedPlace]:
    """The provinces that only say where a place lies: *Vinh, tỉnh Nghệ An*."""
    closed = [one.end for one in local]
    address = []
    for place in places:
        ahead = [end for end in closed if end <= place.start]
        if any(_ADDRESS.fullmatch(text, end, place.start) for end in ahead):
            closed.append(place.end)
            address.append(place)
    return address


def _beside(address: Sequence[NamedPlace]) -> list[Stretch]:
    """Each with the word for a province, which stands right before or behind its name."""
    return [Stretch(one.start - _BESIDE, one.end + _BESIDE) for one in address]


class Names:
    """The names of places that stand alone in a text, without the word for what they are.

    ``behind`` is what may stand behind one in capitals: *the Tan Mai Party Committee*.
    """

    def __init__(self, names: Iterable[str] = (), behind: str = "(?!)") -> None:
        self.known = frozenset(names)
        listed = "|".join(map(regex.escape, sorted(self.known, key=len, reverse=True)))
        self._alone = regex.compile(
            rf"(?<!\w|\p{{Lu}}[\p{{L}}\p{{M}}]*+\s|-)(?:{listed or '(?!)'})"
            rf"(?!\w|\s(?!(?i:{behind})(?!\w))\p{{Lu}}|-)"
        )

    def found(self, text: str) -> Iterator[str]:
        """Each time that one of the names stands in a text, whatever is beside it."""
        for name in self.known:
            yield from (name for _ in range(text.count(name)))

    def __call__(self, text: str) -> list[Stretch]:
        """Where one of the names stands alone in a text."""
        if not self.known:
            return []
        return [Stretch(*one.span()) for one in self._alone.finditer(text)]


class LocalNumbers:
    """Which numbers of a sentence are of a place below the province.

    ``carried`` says that the sentence before spoke of one, or that the report is of one,
    ``national`` that the report is of the whole country.
    """

    def __init__(
        self,
        reading: Reading,
        words: ClauseWords,
        localities: Localities,
        names: Names,
        *,
        carried: bool,
        national: bool,
    ) -> None:
        self.reading, self.words, self.localities = reading, words, localities
        self.names, self.carried, self.national = names, carried, national
        #: By number: whether it is of more than the province.
        self._wider: dict[int, bool] = {}
        self.named = localities(reading.text, reading.places, reading.lists)
        alone = [*names(reading.text), *localities.bare(reading.text)]
        if alone:
            known = Cover(self.named)
            self.named = sorted([*self.named, *(one for one in alone if one.start not in known)])

    @cached_property
    def _with_agencies(self) -> LocalNumbers | None:
        """The same with the agencies of the sentence; None where it names none."""
        reading = self.reading
        if reading.lists.isdisjoint(_OFFICES):
            return None
        agencies = self.localities.agencies(reading.text)
        numbers = LocalNumbers(
            reading,
            self.words,
            self.localities,
            self.names,
            carried=self.carried,
            national=self.national,
        )
        numbers.named = sorted([*self.named, *agencies])
        return numbers if agencies else None

    @cached_property
    def _wide(self) -> list[Stretch]:
        return self.localities.wide(self.reading, self.named)

    @property
    def goes_on(self) -> bool:
        """Whether the next sentence is of the same place, unless it says otherwise."""
        if not (self.named or self.carried) or self._wide:
            return False
        if self.carried or self.localities.opens(self.reading.text, 0, self.named):
            return True
        return self._is_about_one()

    def _is_about_one(self) -> bool:
        """Whether a place begins the clause of the first number, before anything is told.

        *In fulfilling its tasks, Cam Khe met 22 of 25 targets*.
        """
        reading, first = self.reading, self.reading.figures[0]
        if first.bracket is not None:
            return False
        left = [one for one in self.named if first.scope.left.holds(one.start)]
        return bool(left) and self.localities.frames(
            reading.text, first.scope.left.start, left[0].start
        )

    def speaks_of_province(self, stretch: Stretch) -> bool:
        """Whether words speak of the province or of more: *toàn tỉnh còn 2,1%*."""
        return any(stretch.holds(one.start) for one in self._wide)

    def holds(self, figure: Figure) -> bool:
        """Whether a number is of such a place, or of the members of an agency."""
        own = figure.dimensions.found.get("topic") in _OF_MEMBERS
        numbers = self._with_agencies if own else None
        return (numbers or self)._holds(figure)

    def _holds(self, figure: Figure) -> bool:
        if not self.named:
            return (self.carried and not self._wide) or self._is_held_to_province
        scope = figure.scope
        own = self._last_in(scope.left, figure.bracket)
        if own is not None:
            return own
        if self._stands_behind(figure):
            return True
        before = self._joined_before(figure)
        if before is not None:
            return self._holds(before)
        if figure.bracket is not None:
            around = self._around(scope)
            if around is not None:
                return around
        for stretch in (*scope.prior, *scope.earlier):
            place = self._last_in(stretch, figure.bracket, opening=True)
            if place is not None:
                return place
        if self.reading.lists & _OPENING_WITH and self._opens_with(figure):
            return True
        whole = self._whole_before(figure)
        if whole is not None and self._holds(whole):
            return True
        return self.carried and not self._wide

    def _whole_before(self, figure: Figure) -> Figure | None:
        """The number that a list takes apart into this one and others, in one place.

        *Đại hội điểm tại phường Tân Lập bầu 29 đồng chí vào Ban Chấp hành, trong đó nữ 31%*.
        """
        if self.reading.lists.isdisjoint(OF_PARTS) or figure.bracket is not None:
            return None
        splits = [
            one.start() for one in self.words.parts.finditer(self.reading.text, 0, figure.start)
        ]
        before = [
            one for one in self.reading.figures[: figure.index] if splits and one.end <= splits[-1]
        ]
        whole = before[-1] if before and before[-1].bracket is None else None
        if whole is None or whole.scope.segment != figure.scope.segment:
            return None
        return None if self._names_province(whole.end, figure.start) else whole

    @cached_property
    def _is_held_to_province(self) -> bool:
        """Whether a sentence holds its numbers against the province, and so is of a part of it.

        *Kinh tế tăng 6,3%, cao hơn bình quân chung toàn tỉnh; thu ngân sách đạt 320 tỷ đồng*.
        """
        if "provincial_averages" not in self.reading.lists:
            return False
        return self.words.than_province.search(self.reading.text) is not None

    def _opens_with(self, figure: Figure) -> bool:
        """Whether a sentence begins with what its place has: *Với 40 chi bộ, huyện Bình Lộc …*."""
        text = self.reading.text
        if figure.bracket is not None or self.words.opens_with.match(text) is None:
            return False
        place = min(self.named)
        if any(one.start < place.start for one in self._wide):
            return False
        comma = text.rfind(",", figure.end, place.start)
        return comma >= 0 and self.localities.frames(text, comma, place.start)

    def is_national(self, figure: Figure) -> bool:
        """Whether a number is of the whole country, a region, several provinces or a place abroad.

        So is what only adds to such a number: its share, by how much it changed, and from what.
        """
        if self.national:
            return True
        if figure.index not in self._wider:
            said = (
                self._is_said_of_nation(figure)
                or self._is_of_several(figure)
                or self._is_foreign(figure)
            )
            self._wider[figure.index] = said or self._adds_to_national(figure)
        return self._wider[figure.index]

    def _adds_to_national(self, figure: Figure) -> bool:
        """Whether a number only adds to the one before it, which is the nation's.

        *Cả nước có 5.300/8.100 xã (65,4%) đạt chuẩn*; *the national average was 82.4%, up 1.7
        points on 2022 (80.7%)*; *số xã toàn quốc từ 9.800 còn 3.400*.
        """
        before, found = self._before(figure), figure.dimensions.found
        if before is None:
            return False
        between = Stretch(min(before.noun_end, figure.start), figure.start)
        bracketed = figure.bracket is not None and figure.bracket != before.bracket
        changes = "change" in found or found.get("role") == "previous"
        joined = self._joined_before(figure) is not None
        if not (figure.pairing.partner is before or bracketed or changes or joined):
            return False
        cues = figure.dimensions.cues
        named = any(between.holds(cues[one].start) for one in ("topic", "indicator") if one in cues)
        if named or self._names_province(*between):
            return False
        if not (bracketed or joined) and (
            self.reading.names_subject(between) or self._is_compared_with(before)
        ):
            return False
        return self.is_national(before)

    def _before(self, figure: Figure) -> Figure | None:
        """The number before one; what only a bracket tells has none behind it.

        *Reduced 420 posts (the Politburo demanded 10%), and 5,120 others*.
        """
        for one in reversed(self.reading.figures[: figure.index]):
            if self.reading.structure.visible(one.start, figure.bracket):
                return one
        return None

    def _is_compared_with(self, figure: Figure) -> bool:
        """Whether a number only is what another is held against: *thấp hơn cả nước 3,1%*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        low = max(figure.scope.segment.start, before.end if before is not None else 0)
        return self.words.compared_with.search(self.reading.text, low, figure.start) is not None

    def _is_of_several(self, figure: Figure) -> bool:
        """Whether a number is of several provinces: *14 tỉnh có 100% số xã đạt chuẩn*.

        Not where another clause begins between: *12 tỉnh tham gia, thu ngân sách đạt …*.
        """
        parted = self.reading.structure.is_parted
        return any(
            end <= figure.start
            and not parted(end, figure.start, figure.bracket)
            and not self._names_province(end, figure.start)
            for end in self._several
        )

    @cached_property
    def _several(self) -> list[int]:
        """Where the counts of provinces end that begin a clause: *Hiện có 14 tỉnh, thành phố*."""
        text, ends = self.reading.text, []
        for one in self.reading.figures:
            if one.kind != "count" or one.unit is None:
                continue
            if self.words.nouns[one.unit].level != "province":
                continue
            start = one.scope.left.start
            having = self.words.having.search(text, start, one.start)
            opening = having.start() if having is not None else one.start
            if self.localities.frames(text, start, opening):
                like = self.words.province_kinds.match(text, min(one.noun_end, len(text)))
                ends.append(like.end() if like is not None else one.noun_end)
        return ends

    def _is_said_of_nation(self, figure: Figure) -> bool:
        """Whether the clause of a number begins or ends with the nation or a region.

        *Cả nước kết nạp 150.000 đảng viên; tỉnh kết nạp 1.524*; *Red River Delta: 100%*.
        """
        if self.reading.lists.isdisjoint(_NATION):
            return False
        text, scope = self.reading.text, figure.scope
        start, words = scope.segment.start, self.words
        bracket = self.reading.structure.bracket_of(figure.start)
        if bracket is not None and words.nation_average.match(text, 0, bracket.start - 1):
            return True  # *Cao hơn bình quân cả nước (6,7%)*
        visible = self.reading.structure.visible
        for named in reversed(list(words.nation_subject.finditer(text, start, figure.start))):
            if visible(named.start(), figure.bracket) and any(
                one.holds(named.start()) and self.localities.frames(text, one.start, named.start())
                for one in (scope.left, *scope.prior)
            ):
                # *Dak Lak, in the Central Highlands, admitted …*: where the province lies.
                lies = any(0 < named.start() - one.end <= _BESIDE for one in self.reading.places)
                return not lies and not self._names_province(named.end(), figure.start)
        if self._is_of_central_body(figure):
            return True
        if words.of_nation.search(text, scope.left.start, figure.start):
            return True
        cues = figure.dimensions.cues
        starts = [cues[one].start for one in ("indicator", "topic", "population") if one in cues]
        if any(words.nation_adjective.match(text, 0, one) for one in starts):
            return True
        behind = words.nation_behind.search(text, figure.end, scope.right.end)
        return behind is not None and not self._names_province(start, behind.start())

    def _is_foreign(self, figure: Figure) -> bool:
        """Whether a number is of another country, or of a province there.

        *Kim ngạch xuất khẩu của Quảng Tây đạt 50 tỷ USD*; but not *xuất khẩu sang Quảng Tây*.
        """
        if "foreign_places" not in self.reading.lists:
            return False
        text, scope, reading = self.reading.text, figure.scope, self.reading
        abroad = self.words.foreign_place.finditer(text, scope.segment.start, figure.start)
        for named in reversed(list(abroad)):
            if not reading.structure.visible(named.start(), figure.bracket):
                continue
            if self._names_province(named.end(), figure.start):
                return False
            clauses = scope.left, *scope.prior
            begin = next((one.start for one in clauses if one.holds(named.start())), named.start())
            opens = self.localities.frames(text, begin, named.start())
            whose = self.words.owns.match(text, named.end()) is not None
            owned = whose or self.localities.leads_to(text, begin, named.start())
            if not (opens or owned):
                return False
            first = next(
                one
                for one in reading.figures
                if one.start >= named.end() and one.bracket == figure.bracket
            )
            if first is not figure:
                return self.is_national(first)
            if scope.left.holds(named.start()):
                return True
            # *Tại Quảng Tây, xuất khẩu đạt …*, but not *Tại Lào, đoàn đã họp, xuất khẩu đạt …*
            return opens and not text[named.end() : scope.left.start].strip(" ,:")
        return False

    def _is_of_central_body(self, figure: Figure) -> bool:
        """Whether a central body did what a number counts.

        *Bộ Chính trị kỷ luật 17 cán bộ*, but not *Bộ Chính trị yêu cầu, tỉnh kỷ luật 45*.
        """
        text, scope, words = self.reading.text, figure.scope, self.words
        for acted in words.central_body.finditer(text, scope.segment.start, figure.start):
            opens = any(
                one.holds(acted.start()) and self.localities.frames(text, one.start, acted.start())
                for one in (scope.left, *scope.prior)
            )
            if opens and words.local_doer.search(text, acted.end(), figure.start) is None:
                return not self._names_province(acted.end(), figure.start)
        return False

    def _names_province(self, start: int, end: int) -> bool:
        """Whether a province is named or meant between two places, or a place below one."""
        between = Stretch(start, end)
        starts = [one.start for one in self.reading.places] + [one.start for one in self.named]
        if any(map(between.holds, starts)):
            return True
        return self.localities.speaks_of_province(self.reading.text, start, end)

    def _joined_before(self, figure: Figure) -> Figure | None:
        """The number that another is what it came to: *from 8.5% to 5.2%*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
            return None
        between = self.reading.text[before.end : figure.start]
        return before if self.words.end_of_range.search(between) else None

    def _around(self, scope: Scope) -> bool | None:
        """Whether the words before the bracket of a number name such a place; None for no place.

        Those of the clause that the bracket stands in, and what the clauses before begin with.
        """
        parent = self.reading.parent(scope)
        outer = (
            self.reading.structure.scope(scope.bracket.start - 1, scope.bracket.start)
            if scope.bracket
            else scope
        )
        own = self._last_in(outer.left, parent)
        if own is not None:
            return own
        found = (self._last_in(one, parent, opening=True) for one in outer.prior)
        return next((one for one in found if one is not None), None)

    def _last_in(
        self, stretch: Stretch, bracket: Stretch | None, *, opening: bool = False
    ) -> bool | None:
        """Whether the last place that a stretch names is such a one; None where it names none.

        With ``opening``, only one that the stretch begins with counts.
        """
        visible = self.reading.structure.visible
        found = [
            (one.start, is_local)
            for each, is_local in ((self.named, True), (self._wide, False))
            for one in each
            if stretch.holds(one.start) and visible(one.start, bracket)
            if not is_local or not self._is_aside(one)
            if not (is_local and opening) or self._opens(one, stretch)
        ]
        return max(found)[1] if found else None

    def _opens(self, place: Stretch, stretch: Stretch) -> bool:
        """Whether a stretch begins with a place, or says *of the commune* without its name."""
        unnamed = self.localities.is_unnamed(self.reading.text, place)
        return unnamed or self.localities.frames(self.reading.text, stretch.start, place.start)

    def _stands_behind(self, figure: Figure) -> bool:
        """Whether the words behind a number say where it is: *12 xã ở huyện Quỳ Hợp*."""
        text = self.reading.text
        return any(
            stretch.holds(one.start) and self.localities.leads_to(text, figure.end, one.start)
            for stretch in (figure.scope.right, figure.scope.beyond)
            for one in self.named
        )

    def _is_aside(self, place: Stretch) -> bool:
        """Whether a number is not of a place: *cách huyện Quỳ Hợp 12 km*."""
        before = self.reading.text[max(0, place.start - _NEAR) : place.start]
        return self.words.aside.search(before) is not None
