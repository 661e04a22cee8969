"""Nouns that stand for a person or a body of their own: *the witness*, *her husband*, *the company*."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ...patterns import compiled
from .model import Body, Mention
from .words import BODIES, OFFICE, person_words, roles

DETERMINED = compiled(
    r"\b(?:an?|the|his|her|its|their|our|my|your|another|one|this|that|every|each|\w+['’]s?) (?:[\w-]+ ){0,4}$"
)
NEXT = compiled(r" ([a-z]+)(?![\w-])")
SEX = compiled(r"\b(?:(?P<f>female|woman|pregnant)|(?P<m>male|bearded)) (?:[\w-]+ )?$")
PREDICATE = compiled(
    r"\b(?:is|was|be|been|being|become|became|becomes|as|named|elected|appointed|called|like|remains|remained) $"
)


def person_nouns(text: str, lower: str, vocabulary: frozenset[str], taken: set[int]) -> Iterator[Mention]:
    """`taken` are the starts of nouns that belong to somebody named. Plurals only where they tell a gender."""
    known = roles()
    for word in sorted(vocabulary & person_words()):
        sex, kind, plural = known.get(word, ("", "role", ""))
        if plural and not sex:
            continue
        for at in _places(text, lower, word):
            told = sex or _said_to_be(lower, at)
            if at not in taken and (
                told or (_determined(lower, at) and not _attributive(lower, at + len(word), known))
            ):
                sort = "plural" if plural else OFFICE.get(kind, "role")
                yield Mention(at, at + len(word), sort, told or None, None, word)


def body_nouns(text: str, lower: str, vocabulary: frozenset[str]) -> Iterator[Body]:
    for word in sorted(vocabulary & BODIES):
        for at in _places(text, lower, word):
            if _determined(lower, at):
                yield Body(at, at + len(word), "organisation", word, True)


def _places(text: str, lower: str, word: str) -> Iterable[int]:
    """Where it stands as a whole word in lower case."""
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if text[at].islower() and not _inside(lower, at, end):
            yield at
        at = lower.find(word, end)


def _inside(lower: str, start: int, end: int) -> bool:
    """Whether a longer word goes on at either side."""
    before, after = lower[start - 1 : start], lower[end : end + 1]
    return before.isalnum() or before in ("-", "’", "'") or after.isalnum() or after == "-"


def _said_to_be(lower: str, at: int) -> str:
    """f or m, of a noun with an adjective that says so: *a female colleague*."""
    before = SEX.search(lower, max(0, at - 30), at)
    return (before.lastgroup or "") if before else ""


def _attributive(lower: str, end: int, known: Container[str]) -> bool:
    """Whether the next word is the noun for the person: *the general secretary*."""
    following = NEXT.match(lower, end)
    return following is not None and following[1] in known


def _determined(lower: str, at: int) -> bool:
    """Whether somebody is spoken of (*the witness*), not what somebody is (*was a witness*)."""
    piece = lower[max(0, at - 60) : at]
    found = DETERMINED.search(piece)
    return found is not None and not PREDICATE.search(piece, 0, found.start())
