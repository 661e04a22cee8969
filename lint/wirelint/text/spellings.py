"""Words as they are written: capitals are what most slips of names are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ..knowledge import Knowledge
from ..model import Span
from ..patterns import compiled

SHORTEST = 3
WORD = compiled(r"\w+")


def unknown(spellings: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """Those in lower case, of letters alone and no fewer than three, that no English dictionary has."""
    known = knowledge.words.get
    return frozenset(s for s in spellings if len(s) >= SHORTEST and s.islower() and s.isalpha() and known(s) is None)


def doubtful(spellings: Iterable[str], unknown: Iterable[str]) -> tuple[str, ...]:
    """Those of five letters and more that may be two words in one, sorted: unknown ones, and all that begin with a capital."""
    capitals = (s for s in spellings if s[0].isupper() and s.isalpha())
    return tuple(sorted(s for s in {*unknown, *capitals} if len(s) > 4))


def occurrences(text: str, spelling: str) -> Iterator[Span]:
    """Where a spelling stands as a word of its own, in reading order."""
    at = text.find(spelling)
    while at >= 0:
        end = at + len(spelling)
        if not _letter(text[at - 1 : at]) and not _letter(text[end : end + 1]):
            yield Span(at, end)
        at = text.find(spelling, end)


@cache
def by_first_word(names: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Names by the first of the spellings they hold, so that a text need only be asked for those it can have."""
    return _by_word(names, 0)


@cache
def by_last_word(names: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Names by the last of the spellings they hold."""
    return _by_word(names, -1)


def _by_word(names: frozenset[str], which: int) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(names):
        word = WORD.findall(name)[which]
        found[word] = (*found.get(word, ()), name)
    return found


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"
