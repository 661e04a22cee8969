"""Nouns for a person that stand beside a name: *the actress Clara Benítez*, *Clara Benítez, 41, a mother of two*."""

from __future__ import annotations

from collections.abc import Iterator

from ...patterns import compiled
from .words import roles

AFTER = compiled(
    r"(?:, (?:(?:aged )?\d{1,3},? )?| \(\d{1,3}\),? |(?:, who)? (?:is|was|became|remains) )(?:also |now |then |still )?"
    r"(?P<phrase>(?:an?|the|his|her|its|their|whose|our|former|ex-)\b ?(?:[\w’'-]+ ){0,4}?[\w’'-]+)"
    r"(?=[,.;:)]|$| (?:of|from|for|in|at|who|which|and|with|that|to|on|by|under|known|whose|since)\b)"
)
WORD = compiled(r"[\w’-]+")
# “the leader of the opposition, Amalia Figueira”
OF = compiled(r" (?:of|for|in|at|from|on|to)\b")
STOPS = compiled(r"[,.;:!?“”\"()\n]")
REACH = 110
"""Letters before a name in which its office may stand."""


class Beside:
    """A noun for a person set beside a name."""

    __slots__ = ("gender", "start", "word", "words")

    def __init__(self, start: int, word: str, gender: str, words: str) -> None:
        self.start, self.word, self.gender, self.words = start, word, gender, words


def nouns_beside(text: str, start: int, end: int) -> Iterator[Beside]:
    """Nouns for a person that stand beside the name at `start`:`end` and speak of whoever bears it."""
    if (before := _before(text, start)) is not None:
        yield before
    after = AFTER.match(text, end, end + REACH)
    if after:
        nouns = [m for m in WORD.finditer(after["phrase"]) if _singular(m[0])]
        if nouns:
            last = nouns[-1]
            yield Beside(after.start("phrase") + last.start(), last[0], _gender(last[0]), after["phrase"])


def _before(text: str, start: int) -> Beside | None:
    """“the actress Clara Benítez”, “the prime minister, Clara Benítez”, “the head of the port, Clara Benítez”."""
    low = max(0, start - REACH)
    piece = text[low:start].rstrip("“\"‘'")
    if not piece.endswith(" "):
        return None
    stem = piece[:-1].removesuffix(",")
    noun = stem[max(stem.rfind(" "), stem.rfind("\n")) + 1 :].lstrip("“\"‘'(")
    if _singular(noun):
        return Beside(low + len(stem) - len(noun), noun, _gender(noun), noun)
    if not piece.endswith(", "):
        return None
    begins = max((m.end() for m in STOPS.finditer(stem)), default=0)
    office = next((m for m in WORD.finditer(stem, begins) if _singular(m[0]) and OF.match(stem, m.end())), None)
    return None if office is None else Beside(low + office.start(), office[0], _gender(office[0]), office[0])


def _row(word: str) -> tuple[str, str, str] | None:
    """What is known of a noun, also of somebody who no longer is it: *ex-husband*."""
    low = word.lower()
    return roles().get(low) or roles().get(low.removeprefix("ex-"))


def _gender(word: str) -> str:
    row = _row(word)
    return row[0] if row else ""


def _singular(word: str) -> bool:
    """Whether it is a noun for one person."""
    row = _row(word)
    return row is not None and not row[2]
