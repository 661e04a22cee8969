"""Sentences, also of damaged text: one that begins in lower case is one, if no abbreviation stands before the stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from ..knowledge import Knowledge
from ..model import Span
from ..patterns import compiled
from .blocks import Block

# A stop, what may close after it, white space, and what the next sentence opens with. The word before the stop is looked
# up afterwards: a pattern that began with it would be tried at every letter.
STOP = compiled(r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?P<gap>\s+)(?=(?P<next>["'“‘«(\[¿¡—–©-]*\s?[\w]))""")
IN_WORD = frozenset(".&'’-")
# “J”, “U.S”, and plurals as Spanish writes them, letters doubled: “EE.UU”, “FF.AA”.
INITIAL = compiled(r"(?:\p{L}\.)*\p{L}|(?:\p{Lu}{1,3}\.)+\p{Lu}{1,3}")
NUMBERED = compiled(r"\d{1,2}")


def sentences(text: str, blocks: Iterable[Block], knowledge: Knowledge) -> tuple[Span, ...]:
    """Spans without the white space between them, in order; a block's end ends one too."""
    return tuple(span for block in blocks for span in _of_block(text, block.span, knowledge))


def _of_block(text: str, block: Span, knowledge: Knowledge) -> Iterator[Span]:
    start = block.start
    for stop in STOP.finditer(text, block.start, block.end):
        if _ends(stop, _word_before(text, block.start, stop.start()), knowledge):
            yield Span(start, stop.end("close"))
            start = stop.end("gap")
    if start < block.end:
        yield Span(start, block.end)


def _word_before(text: str, low: int, end: int) -> str:
    start = end
    while start > low and (text[start - 1].isalnum() or text[start - 1] in IN_WORD):
        start -= 1
    return text[start:end]


def _ends(stop: regex.Match[str], word: str, knowledge: Knowledge) -> bool:
    following = stop["next"]
    lower = following[-1].islower()
    if stop["close"] and lower:
        return stop["stop"] == "." and stop["close"] in QUOTES and _starts_anew(stop, knowledge)
    if stop["stop"] != ".":
        # “You went … where?”, “it failed... and will again”, “Yahoo! said”; but “Is it safe? the court asks.”
        return not lower or (stop["stop"] in "?!" and word.islower() and _opens(stop))
    if not word:
        return bool(stop["close"]) or not lower  # … said (AP). The
    last = word.rpartition("-")[2]  # China-U.S. talks
    if INITIAL.fullmatch(last):
        # “J. Smith”, “in the U.S. The …”: a lone initial never ends one, a run of them may.
        return len(last) > 1 and not lower and _opens(stop)
    kind = knowledge.abbreviations.get(last.lower())
    if kind is None:
        return not (lower and NUMBERED.fullmatch(word)) or _opens(stop)  # “31. december”, but “on July 23. the total”
    return "may_end" in kind and not lower and _opens(stop)


def _starts_anew(stop: regex.Match[str], knowledge: Knowledge) -> bool:
    """Whether a word in lower case behind a closed quotation opens a sentence: “… over.” the crowd went home."""
    clause = CLAUSE.match(stop.string, stop.end("gap"))
    words = FIRST.findall(clause[0]) if clause else []
    if not words or words[0] not in OPENERS:
        return False
    attribution = words[1:3] if words[0] in PRONOUNS else words[1:9]
    rows = (knowledge.verbs_say.get(word) for word in attribution)
    return not any(row is not None and row[0] in FINITE for row in rows)


QUOTES = frozenset('"”»')
# As far as a quotation is attributed: “…,” the minister of finance of the region said.
CLAUSE = compiled(r"[^.!?“\"\n]{1,100}+")
OPENERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my your in on at for from by with as but "
    "and or so if when while where what who why how after before since until although though because however meanwhile "
    "there here not no".split()
)
FINITE = ("past", "present")
PRONOUNS = frozenset("he she it they we i you".split())
FIRST = compiled(r"\p{L}+")


def _opens(stop: regex.Match[str]) -> bool:
    """Whether the next word is one that opens sentences and no name."""
    first = FIRST.search(stop.string, stop.end("gap"))
    return first is not None and first[0].lower() in OPENERS
