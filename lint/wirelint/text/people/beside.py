"""Nouns for a person that stand beside a name: *the actress Clara Benítez*, *Clara Benítez, 41, a mother of two*."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from .words import roles

AFTER = regex.compile(
    r"(?:, (?:(?:aged )?\d{1,3},? )?| \(\d{1,3}\),? |(?:, who)? (?:is|was|became|remains) )(?:also |now |then |still )?"
    r"(?P<phrase>(?:an?|the|his|her|its|their|whose|our|former|ex-)\b ?(?:[\w’'-]+ ){0,4}?[\w’'-]+)"
    r"(?=[,.;:)]|$| (?:of|from|for|in|at|who|which|and|with|that|to|on|by|under|known|whose|since)\b)"
)
BEFORE = regex.compile(r"(?<![\w’'-])(?P<noun>[\p{L}-]+)(?P<comma>,?) (?:[“\"‘'])?$")
# “the leader of the opposition, Amalia Figueira”
OFFICE_BEFORE = regex.compile(r"(?:^|[,.;:!?“”\"()\n])(?P<phrase>[^,.;:!?“”\"()\n]*), $")


class Beside:
    """A noun for a person set beside a name."""

    __slots__ = ("gender", "start", "word", "words")

    def __init__(self, start: int, word: str, gender: str, words: str) -> None:
        self.start, self.word, self.gender, self.words = start, word, gender, words


def nouns_beside(text: str, start: int, end: int) -> Iterator[Beside]:
    """Nouns for a person that stand beside the name at `start`:`end` and speak of whoever bears it."""
    if (before := _before(text, start)) is not None:
        yield before
    after = AFTER.match(text, end, end + 100)
    if after:
        at = after.start("phrase")
        last = None
        for m in regex.finditer(r"[\w’-]+", after["phrase"]):
            row = roles().get(m[0].lower())
            if row and not row[2]:
                last = Beside(at + m.start(), m[0], row[0], after["phrase"])
        if last:
            yield last


def _before(text: str, start: int) -> Beside | None:
    low = max(0, start - 110)
    piece = text[low:start]
    known = roles()
    m = BEFORE.search(piece)
    if m is None:
        return None
    row = known.get(m["noun"].lower())
    if row and not row[2]:
        return Beside(low + m.start("noun"), m["noun"], row[0], m["noun"])
    if not m["comma"] or (office := OFFICE_BEFORE.search(piece)) is None:
        return None
    at = low + office.start("phrase")
    for word in regex.finditer(r"[\w’-]+", office["phrase"]):
        row = known.get(word[0].lower())
        if row and not row[2] and regex.match(r" (?:of|for|in|at|from|on|to)\b", office["phrase"], pos=word.end()):
            return Beside(at + word.start(), word[0], row[0], word[0])
    return None
