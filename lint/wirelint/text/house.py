"""What a newsroom has told us of its own names: the vocabulary of the configuration, typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model import Span


class House(NamedTuple):
    """`people`: full name → "f", "m" or "any". `places`, `brands`: as the house writes them. `keep`: words never touched."""

    places: frozenset[str] = frozenset()
    people: Mapping[str, str] = {}
    brands: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()


NO_HOUSE = House()


def occurrences(text: str, words: Iterable[str]) -> Iterator[Span]:
    """Where words or phrases stand in a text as they are written, whole."""
    for word in sorted(words):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (text[at - 1 : at].isalnum() and word[0].isalnum()) and not (
                text[end : end + 1].isalnum() and word[-1].isalnum()
            ):
                yield Span(at, end)
            at = text.find(word, at + 1)
