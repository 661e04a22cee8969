"""A capitalised word by itself: a person's name, or a place, a team, a title, a mere beginning of a sentence."""

from __future__ import annotations

import functools
from typing import NamedTuple

from ...knowledge import Knowledge, is_word
from ...patterns import compiled
from .names import is_given
from .words import CALENDAR, OPENERS, organisation_heads

LARGE = 250_000
"""People in a town that a word like Charlotte, Sydney or Milan stands for, unless it speaks."""
SPEAKS = compiled(r" (?:said|says|told|added|also said|is|was|has)\b|[’']s |, (?:who|\d)")
# What stands before a surname that is a word: “spoke with Trump”, “and Hook”, not “the Trump”, “rising Sun”.
AFTER_VERB = compiled(
    r"\b(?:with|and|or|that|than|by|when|as|but|while|to|from|against|about|for|of|\p{Ll}+ed|told|said|met|beat|says) $"
)
VERB = compiled(r" (?:has|had|is|was|will|would|said|says|told|\p{Ll}+ed)\b")
IN_PLACE = compiled(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Ii]nto|[Oo]nto) (?:the )?$")
# “The American, who won …”
ARTICLE = compiled(r"\b(?:[Tt]he|[Aa]n?) $")
ACTING = compiled(r",? who\b|,| (?:has|had|is|was|will|would|said|says)\b|\.| \p{Ll}+ed\b")
OWNED = ("’s", "'s")


class Word(NamedTuple):
    """What the tables say of a word. `place`: nothing, `town`, or `sure` (a country, a river, a town nobody is named after)."""

    never: bool
    given: bool
    word: bool
    common: bool
    surname: bool
    demonym: bool
    place: str


@functools.lru_cache(maxsize=20_000)
def looked_up(word: str, knowledge: Knowledge) -> Word:
    low = word.lower()
    given = is_given(word, knowledge)
    never = (
        len(word) < 2
        or word.isupper()
        or word.startswith(("I’", "I'"))
        or ("-" in word and not given)
        or low in OPENERS
        or low in CALENDAR
        or low in organisation_heads()
        or low in knowledge.demonyms
        or low in knowledge.organisations
        or low in knowledge.acronyms
        or word in knowledge.brands
        or word in knowledge.outlets
    )
    row = knowledge.places.get(low)
    place = ""
    if row is not None:
        small = row[1] == "city" and given and row[2] and int(row[2]) <= LARGE
        place = "small" if small else "town" if row[1] == "city" and given else "sure"
    demonym = low in knowledge.demonyms and row is None
    return Word(never, given, is_word(low), is_word(low, 35), low in knowledge.surnames, demonym, place)


def may_be_person(text: str, start: int, word: str, known: Word) -> bool:
    """Whether a word never yet seen in a longer name may be a person's."""
    if known.never or is_place(text, start, word, known, called=False) or text[start - 3 : start] in (" a ", "an "):
        return False
    opens = _opens(text, start)
    if known.given or opens:
        return not known.word or (known.given and not opens)
    return not known.common or (known.surname and _acts(text, start, start + len(word)))


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a surname that is a word stands like a name: beside a verb, not behind an article."""
    behind = AFTER_VERB.search(text, max(0, start - 20), start) is not None
    return behind or (text[max(0, start - 2) : start] == ", " and VERB.match(text, end) is not None)


def is_place(text: str, start: int, word: str, known: Word, *, called: bool) -> bool:
    """Whether a place is meant here; `called`: the text has a person of that name."""
    end = start + len(word)
    if called or not known.place:
        behind = IN_PLACE.search(text, max(0, start - 12), start) is not None
        return behind and bool((called and known.place) or not (called or text.startswith(OWNED, end)))
    if known.place == "sure":
        return True
    return known.place == "town" and SPEAKS.match(text, end) is None


def is_national(text: str, start: int, end: int, known: Word) -> bool:
    """“The American, who won …”: somebody by their country."""
    return (
        known.demonym
        and ARTICLE.search(text, max(0, start - 4), start) is not None
        and ACTING.match(text, end) is not None
    )


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, where any word has a capital."""
    return start == 0 or text[max(0, start - 3) : start].rstrip(" “”\"'‘(")[-1:] in ("", ".", "!", "?", "\n", ":", "…")
