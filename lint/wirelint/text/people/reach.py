"""Who a pronoun may stand for: the people in its reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from ...model import Span
from ...patterns import compiled
from .model import Body, Mention, People
from .words import roles

PRONOUN = compiled(r"(?<![\w’'-])(?:(?P<m>he|him|his|himself)|(?P<f>she|her|hers|herself))(?![\w-])")
FOLLOWER = compiled(r"\s+(?P<word>[\w’-]+)")
SWAP = {"he": "she", "she": "he", "him": "her", "himself": "herself", "herself": "himself", "hers": "his"}
# Behind these, “her” owns nothing and would be “him”.
NO_NOUN = frozenset(
    "in on at to for from with by as and or but when while after before because that who whom how why what if "
    "whether the a an into out up down off over away through during until till about against under is was were "
    "are has had have would could will did does not his her their its alone again there here too also so of "
    "between behind toward towards onto upon since though although where than despite without within across along "
    "around among near he she it they we i you this these those some then even instead which whose via both be "
    "last".split()
)


class Pronoun(NamedTuple):
    """`word` in lower case; `gender` f or m; `object`: *him*, or *her* that owns nothing."""

    start: int
    end: int
    word: str
    gender: str
    object: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def _other(self, text: str) -> str:
        if self.word == "her":
            return "him" if self.object else "his"
        return "her" if FOLLOWER.match(text, self.end) else "hers"

    def swapped(self, text: str) -> str:
        """The word of the other gender in its place."""
        new = SWAP.get(self.word) or self._other(text)
        return new.capitalize() if text[self.start].isupper() else new


def pronouns(lower: str) -> tuple[Pronoun, ...]:
    """He and she in all their forms, quoted or not."""
    return tuple(
        Pronoun(
            m.start(),
            m.end(),
            m[0],
            m.lastgroup or "",
            m[0] == "him" or (m[0] == "her" and _owns_nothing(lower, m.end())),
        )
        for m in PRONOUN.finditer(lower)
    )


def _owns_nothing(lower: str, end: int) -> bool:
    follower = FOLLOWER.match(lower, end)
    return follower is None or follower["word"] in NO_NOUN


class Said(NamedTuple):
    """Pronouns in reading order, to be counted without reading them all anew: `men[n]` of the first n are *he*."""

    pronouns: tuple[Pronoun, ...]
    men: tuple[int, ...]

    def near(self, low: int, high: int) -> tuple[Pronoun, ...]:
        """Those that begin from `low` up to `high`."""
        return self.pronouns[self._index(low) : self._index(high)]

    def before(self, offset: int, gender: str) -> int:
        """How many of a gender begin before `offset`."""
        index = self._index(offset)
        return self.men[index] if gender == "m" else index - self.men[index]

    def all(self, gender: str) -> int:
        return self.men[-1] if gender == "m" else len(self.pronouns) - self.men[-1]

    def _index(self, offset: int) -> int:
        return bisect_left(self.pronouns, offset, key=_start)


def said(pronouns: tuple[Pronoun, ...]) -> Said:
    return Said(pronouns, tuple(accumulate((p.gender == "m" for p in pronouns), initial=0)))


def _start(pronoun: Pronoun) -> int:
    return pronoun.start


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
        here = found.near(Span(begins, one.start))
        if here:
            result.append(here[0].who if len({(m.who, m.who is None and m.word) for m in here}) == 1 else None)
        elif number and said[number - 1].start >= begins:
            result.append(last)
        elif at:
            before = found.near(Span(starts[at - 1], begins))
            result.append(before[0].who if before else last)
        else:
            result.append(None)
    return tuple(result)


# “The president of the club”: the club is no actor.
INNER = compiled(
    r"(?i)\b(?:of|for|from|in|at|to|with|by|on|near|against) (?:both )?(?:(?:the|an?|its|their|his|her) )?(?:[\w-]+ )?$"
)


def actor(found: People, text: str, span: Span, quoted: Callable[[Span], bool] | None = None) -> Mention | Body | None:
    """What the clause in `span` is most likely about: the first person, place or organisation that nothing else is the head of.

    With `quoted`, nothing inside quotations counts.
    """
    both: list[Mention | Body] = [*found.near(span), *found.bodies_near(span)]
    both.sort(key=lambda one: one.start)
    known = roles()
    for one, following in zip(both, (*both[1:], None), strict=False):
        if text.startswith(("’s", "'s"), one.end) or (following is not None and following.start <= one.end + 1):
            continue
        if isinstance(one, Body):
            head = FOLLOWER.match(text, one.end)
            if INNER.search(text, max(span.start, one.start - 30), one.start) or (head and head["word"] in known):
                continue
        if quoted is None or not quoted(Span(one.start, one.end)):
            return one
    return None
