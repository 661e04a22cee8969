"""People, where they are mentioned, and what speaks for their gender."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ...model import Span


class Evidence(NamedTuple):
    """`why` is said to readers: *“actress” before the name*, *first name Anne-Claire*."""

    gender: str
    weight: int
    why: str


class Person(NamedTuple):
    """Somebody named. `gender` is f, m or None; `strength` how much more speaks for it than against.

    `roles` are the nouns said of them; `woman` the log odds that it is a woman, also where that is not enough for a gender.
    """

    name: str
    given: str
    surname: str
    gender: str | None
    strength: int
    evidence: tuple[Evidence, ...]
    roles: frozenset[str]
    woman: float = 0.0


class Mention(NamedTuple):
    """A name, an office or a noun for one person. `who` is an index of `people` or None.

    `kind`: `full`, `titled`, `maybe` (capitalised words that may be a name), `surname` (any one word of a name), `shared`
    (a word of several people's names, a mention for each), `office`, `role`, `plural`.
    """

    start: int
    end: int
    kind: str
    gender: str | None
    who: int | None
    word: str


class Body(NamedTuple):
    """What acts and owns in the news without being a person: `kind` is `organisation` or `place`.

    `noun`: said by a noun (*the company*).
    """

    start: int
    end: int
    kind: str
    word: str
    noun: bool


class People(NamedTuple):
    """`mentions` and `bodies` in reading order; the mentions of one person share `who`, an index of `people`."""

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    bodies: tuple[Body, ...]

    def near(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in `span`."""
        low = bisect_left(self.mentions, span.start, key=_start)
        return self.mentions[low : bisect_left(self.mentions, span.end, key=_start)]

    def at(self, start: int) -> int | None:
        """Who is named at `start`, by index."""
        return next((m.who for m in self.near(Span(start, start + 1)) if m.who is not None), None)

    def bodies_near(self, span: Span) -> tuple[Body, ...]:
        """The bodies that begin in `span`."""
        low = bisect_left(self.bodies, span.start, key=_start)
        return self.bodies[low : bisect_left(self.bodies, span.end, key=_start)]


def _start(one: Mention | Body) -> int:
    return one.start
