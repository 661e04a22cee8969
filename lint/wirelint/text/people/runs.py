"""Runs of capitalised words: what a name, an office or an organisation looks like before one knows which it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import compiled
from .words import OPENERS

WORD = r"\p{Lu}[\p{L}\p{M}]*+(?:['’-]\p{L}[\p{L}\p{M}]+)*+(?!-?\d)"
PARTICLE = (
    r"(?:d[aeiou]|del|della|dos|das|des|la|le|van|von|v[ao]n der|den|der|ten|ter|zu|bin|bint|ibn|al|el|abu|af|av)"
)
# A stop inside a run ends an initial or one of these, never a sentence.
SHORTENED = r"(?:Mr|Mrs|Ms|Mx|Dr|St|Jr|Sr|Prof|Rev|Gen|Col|Sgt|Lt|Capt|Cmdr|Sen|Rep|Gov|Hon|Fr|Msgr|Pres)"
# It begins at the capital, of which there are fewer than of the letters an article begins with.
RUN = compiled(
    rf"(?<=(?<![\p{{L}}\p{{N}}'’-])(?P<article>al-|el-|d['’])?){WORD}"
    rf"(?:(?:\.(?<=\b(?:\p{{Lu}}|{SHORTENED})\.))?[ \u00a0](?:{PARTICLE}[ -]){{0,2}}(?:al-|d['’])?{WORD})*"
)
PRONOUNS = frozenset(("He", "She", "It", "They", "His", "Her", "Its", "Their", "We", "You", "Your"))
# A pronoun glued to a name by lost mark-up (LavrovHe) is no part of it.
GLUED = ("He", "She", "It", "They", "His", "Her")
SEAM = compiled(r"(?<=\p{Ll}{2})(?:He|She|It|They|His|Her)$")


class Run(NamedTuple):
    """`words` without the stops of initials, each with its start in the text."""

    start: int
    end: int
    words: tuple[tuple[int, str], ...]


def runs(text: str) -> Iterator[Run]:
    """In reading order, without lone words that only open a sentence; the words of a run are parted by single spaces."""
    for found in RUN.finditer(text):
        start = found.start("article") if found["article"] else found.start()
        whole = text[start : found.end()].replace("\u00a0", " ")
        if " " not in whole:
            if whole.lower() not in OPENERS:
                yield Run(start, found.end(), ((start, _unglued(whole)),))
            continue
        words = tuple(_words(whole, start))
        if words[-1][1] in PRONOUNS:
            # “Pedro Sánchez It has charm”: left there by lost mark-up.
            words = words[:-1]
            yield Run(start, words[-1][0] + len(words[-1][1]), words)
            continue
        yield Run(start, found.end(), words)


def _words(whole: str, start: int) -> Iterator[tuple[int, str]]:
    """The words of a run, each with its start in the text."""
    for word in whole.split(" "):
        yield start, _unglued(word.rstrip("."))
        start += len(word) + 1


def _unglued(word: str) -> str:
    return SEAM.sub("", word) if word.endswith(GLUED) else word
