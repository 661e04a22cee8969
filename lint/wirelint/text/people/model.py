"""People, where they are mentioned, and what speaks for their gender."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """`why` is said to readers: *“actress” before the name*, *first name Anne-Claire*."""

    gender: str
    weight: int
    why: str


class Person(NamedTuple):
    """Somebody named. `gender` is f, m or None; `strength` how much more speaks for it than against; `roles` are nouns said of them."""

    name: str
    given: str
    surname: str
    gender: str | None
    strength: int
    evidence: tuple[Evidence, ...]
    roles: frozenset[str]


class Mention(NamedTuple):
    """A name, an office or a noun for one person. `who` is an index of `people` or None; `kind` is full, titled, surname, given, maybe or role."""

    start: int
    end: int
    kind: str
    gender: str | None
    who: int | None
    word: str


class Body(NamedTuple):
    """What acts and owns in the news without being a person: `kind` is `organisation` or `place`. `noun`: said by a noun (*the company*)."""

    start: int
    end: int
    kind: str
    word: str
    noun: bool
