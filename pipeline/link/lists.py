"""Lists that a sentence announces: what it says of them holds for every item.

*11 chỉ tiêu kinh tế gồm:* followed by items makes each of them a target.
"""

from __future__ import annotations

import regex

from pipeline.link.terms import TermMatcher
from pipeline.model import Document, Passage, Role

__all__ = ["Lists"]

_ITEM = regex.compile(r"\s*(?:[-–—•*+]\s|\(?\d{1,2}[.)/]\s|\(?[a-zđ][.)]\s)")
_ANNOUNCED: tuple[Role, ...] = ("target", "plan")


class Lists:
    """The roles that announced lists give to their items, in one document."""

    def __init__(self, document: Document, matcher: TermMatcher) -> None:
        self.document = document
        self.matcher = matcher
        self.roles: dict[int, Role] = {}
        role: Role | None = None
        for index, passage in enumerate(document.passages):
            line = document.text[passage.start : passage.end]
            if role is not None and _ITEM.match(line):
                self.roles[index] = role
            else:
                role = self._announced(passage, line)

    def role_of(self, passage: int) -> Role | None:
        """The role of the items of a list, None outside of one."""
        return self.roles.get(passage)

    def _announced(self, passage: Passage, line: str) -> Role | None:
        """The role that a line gives to the list that it announces with a colon."""
        if passage.kind == "furniture" or not line.rstrip().endswith(":"):
            return None
        terms, _ = self.matcher(line[-200:])
        roles = {term.sets.get("role") for term in terms}
        return next((one for one in _ANNOUNCED if one in roles), None)
