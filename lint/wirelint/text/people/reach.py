"""Who a pronoun may stand for: the people in its reach."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import regex

from ...model import Span
from .find import People
from .model import Body, Mention

PRONOUN = regex.compile(r"(?<![\w’'-])(?:(?P<m>he|him|his|himself)|(?P<f>she|her|hers|herself))(?![\w-])")


class Pronoun(NamedTuple):
    """`word` in lower case; `gender` f or m."""

    start: int
    end: int
    word: str
    gender: str


def pronouns(lower: str) -> tuple[Pronoun, ...]:
    return tuple(Pronoun(m.start(), m.end(), m[0], m.lastgroup or "") for m in PRONOUN.finditer(lower))


def mentions_in(found: People, span: Span) -> tuple[Mention, ...]:
    low = bisect_left(found.mentions, span.start, key=_start)
    high = bisect_left(found.mentions, span.end, key=_start)
    return found.mentions[low:high]


def _start(mention: Mention) -> int:
    return mention.start


Owners = tuple[int | None, ...]


def owners(found: People, said: tuple[Pronoun, ...], starts: list[int]) -> Owners:
    """For each pronoun, whom it stands for where only one person is in reach before it: an index of `found.people`, else None.

    `starts` are those of sentences. A pronoun with nobody named in its sentence and the one before it goes with the last.
    """
    result: list[int | None] = []
    for number, one in enumerate(said):
        at = bisect_left(starts, one.start + 1) - 1
        begins = starts[max(0, at)]
        last = (
            result[-1]
            if number and said[number - 1].gender == one.gender and said[number - 1].start >= starts[max(0, at - 1)]
            else None
        )
        here = mentions_in(found, Span(begins, one.start))
        if here:
            result.append(here[0].who if len({(m.who, m.who is None and m.word) for m in here}) == 1 else None)
        elif number and said[number - 1].start >= begins:
            result.append(last)
        elif at:
            before = mentions_in(found, Span(starts[at - 1], begins))
            result.append(before[0].who if before else last)
        else:
            result.append(None)
    return tuple(result)


def actor(found: People, text: str, span: Span) -> Mention | Body | None:
    """What the clause in `span` is most likely about: the first person, place or organisation that nothing else is the head of."""
    low = bisect_left(found.bodies, span.start, key=_begin)
    bodies = found.bodies[low : bisect_left(found.bodies, span.end, key=_begin)]
    ahead = sorted((*mentions_in(found, span), *bodies), key=lambda one: one.start)
    for one, following in zip(ahead, [*ahead[1:], None], strict=False):
        owner = text.startswith(("’s", "'s"), one.end)
        modifier = following is not None and following.start <= one.end + 1
        if not owner and not modifier:
            return one
    return None


def _begin(body: Body) -> int:
    return body.start
