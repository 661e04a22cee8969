"""Words with a capital in their middle: names of firms, Scots and camels, and two words that lost the blank between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled

HUMP = compiled(r"(?<=\p{Ll})(?=\p{Lu})")
# What makes a word part of an address, a tag or a piece of code.
BOUND = frozenset("@#/\\_=.&")


class Hump(NamedTuple):
    """One boundary in one word: `span` is the whole word's, `at` where the capital stands."""

    span: Span
    at: int

    def halves(self, text: str) -> tuple[str, str]:
        """What stands before the capital and from it on, in the word."""
        return text[self.span.start : self.at], text[self.at : self.span.end]


def humps(text: str) -> tuple[Hump, ...]:
    """Every boundary, in reading order; none in addresses and the like."""
    return tuple(_humps(text))


def _humps(text: str) -> Iterator[Hump]:
    for m in HUMP.finditer(text):
        at = m.start()
        start, end = at, at
        while start and (
            text[start - 1].isalpha() or (text[start - 1] in "'’-" and text[start - 2 : start - 1].isalpha())
        ):
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in BOUND or (after in BOUND and text[end + 1 : end + 2].isalnum()):
            continue
        if not (before.isdigit() or after.isdigit()):
            yield Hump(Span(start, end), at)
