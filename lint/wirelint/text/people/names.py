"""What a run of capitalised words is: a person, an office, an organisation, a place, or none of them."""

from __future__ import annotations

import functools
from typing import NamedTuple

from ...knowledge import Knowledge, is_word, plain
from .runs import Run
from .words import AFTER_NAMES, CALENDAR, OFFICE_WORDS, OPENERS, PLACE_HEADS, TITLE_SHORT, organisation_heads, roles

# What an organisation's name ends in, and nobody's.
BODY_HEADS = frozenset(
    "party rally movement league union federation association tribunal council commission committee court ministry group alliance "
    "coalition front platform bloc agency authority assembly parliament congress corporation foundation institute bundesbank "
    "confederation secretariat directorate inspectorate police guard brigade fund organisation organization society".split()
)
COUNTRIES = ("country", "capital")


class Name(NamedTuple):
    """A run with its title words and its name told apart, each word with its start.

    `sort`: `full` (a given name and more), `titled`, `maybe` (capitalised words that might be a person's), `role` (an
    office alone), `single` (one word, to be judged by what stands around it), or nothing: no person.
    """

    run: Run
    titles: tuple[tuple[int, str], ...]
    named: tuple[tuple[int, str], ...]
    sort: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for _, word in self.named)


def name(run: Run, knowledge: Knowledge) -> Name:
    """Openers, nationalities and offices are taken off the front, *Jr* and the like off the end."""
    words = run.words
    last = len(words)
    if last == 1:
        return _of_one(run)
    if " ".join(word for _, word in words).lower() in knowledge.places:
        return Name(run, (), words, "")
    if (begins := _body_begins(words, knowledge)) is not None:
        return Name(run, (), words[begins:], "")
    titles, first = _titles(words, knowledge)
    while last - first > 1 and words[last - 1][1].lower() in AFTER_NAMES:
        last -= 1
    named = words[first:last]
    return Name(run, titles, named, _sort(titles, tuple(word for _, word in named), knowledge))


def _body_begins(words: tuple[tuple[int, str], ...], knowledge: Knowledge) -> int | None:
    """Where an organisation's name begins, of which the run is all but an article; None where it is another's."""
    first = int(words[0][1].lower() in OPENERS)
    if last_is_body := words[-1][1].lower() in BODY_HEADS and len(words) - first > 1:
        known = roles()
        if any(word.lower() in known for _, word in words[first:-1]):
            last_is_body = False
    whole = " ".join(word for _, word in words[first:]).lower()
    return first if last_is_body or (" " in whole and whole in knowledge.organisations) else None


def _of_one(run: Run) -> Name:
    """Most runs are one word: an office, or whatever stands around it says."""
    word = run.words[0][1].lower()
    if word in TITLE_SHORT or word in roles():
        return Name(run, run.words, (), "role")
    if word in OFFICE_WORDS and not run.words[0][1].isupper():
        return Name(run, (), (), "")
    return Name(run, (), run.words, "" if word in CALENDAR else "single")


def _titles(words: tuple[tuple[int, str], ...], knowledge: Knowledge) -> tuple[tuple[tuple[int, str], ...], int]:
    """The offices in front, and the index of the first word behind them."""
    known = roles()
    last = len(words)
    titles: list[tuple[int, str]] = []
    # “France Emmanuel Macron”
    first = int(last > 2 and _is_country(words[0][1], knowledge) and is_given(words[1][1], knowledge))
    while first < last:
        word = words[first][1].lower()
        if word in TITLE_SHORT or word in known:
            # *Dean Martin* loses his given name by it, which costs little.
            titles.append(words[first])
        elif words[first][1].isupper() and first == last - 1 and len(word) > 1:
            break  # the UN, the EU
        elif not (word in OPENERS or word in OFFICE_WORDS or (last - first > 1 and word in knowledge.demonyms)):
            break
        first += 1
    if first + 1 < last and not is_given(words[first][1], knowledge):
        # “Manchester Mayor Andy Burnham”: an office later in the run, behind a place or a firm.
        at = next((at for at in range(last - 2, first, -1) if words[at][1].lower() in known), None)
        if at is not None:
            return (words[at],), at + 1
    return tuple(titles), first


def _sort(titles: tuple[tuple[int, str], ...], words: tuple[str, ...], knowledge: Knowledge) -> str:
    if not words:
        return "role" if titles else ""
    heads = organisation_heads()
    first = words[0].lower()
    if first in CALENDAR or any(word.lower() in heads for word in words[1:]):
        return ""
    if titles:
        return "" if first in heads else "titled"
    if len(words) == 1:
        return "single"
    whole = " ".join(words)
    lower = whole.lower()
    if first in PLACE_HEADS or lower in knowledge.organisations or lower in knowledge.places:
        return ""
    if (knowledge.brands.get(whole) or ("person",))[0] != "person":
        return ""
    if is_given(words[0], knowledge) or (len(words) > 2 and len(words[0]) == 1):
        return "full"
    if words[0].isupper() and len(words[0]) > 2:
        return ""
    return "maybe" if any(not is_word(w.lower()) and w.lower() not in knowledge.places for w in words) else ""


def _is_country(word: str, knowledge: Knowledge) -> bool:
    row = knowledge.places.get(word.lower())
    return row is not None and row[1] in COUNTRIES


@functools.lru_cache(maxsize=20_000)
def is_given(word: str, knowledge: Knowledge) -> bool:
    """Whether it is somebody's given name, with its accents or without, or begins with one and a hyphen."""
    lower = word.lower()
    if lower in knowledge.names_given or (not lower.isascii() and plain(lower) in knowledge.names_given):
        return True
    half, dash, _ = word.partition("-")
    return bool(dash) and is_given(half, knowledge)


@functools.lru_cache(maxsize=20_000)
def kind_of(whole: str, knowledge: Knowledge) -> str | None:
    """`organisation`, `place` or None, of a capitalised name that is no person's."""
    lower = whole.lower()
    if lower in knowledge.organisations or not organisation_heads().isdisjoint(lower.split()):
        return "organisation"
    initials = whole.isupper() and len(whole) > 1 and " " not in whole
    if initials or (knowledge.brands.get(whole) or ("",))[0] in ("org", "brand"):
        return "organisation"
    return "place" if lower in knowledge.places else None
