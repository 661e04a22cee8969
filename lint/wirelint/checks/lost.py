"""Characters that were lost, and what they can only have been."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..text.around import patched, word_around
from ..text.document import Document
from .mojibake import LETTERS


def replacement(doc: Document, page: Page) -> Iterator[Hit]:
    """U+FFFD and “?” for an apostrophe, a quote or a letter, mended where only one can have stood there."""
    for m in page.pattern().finditer(doc.text):
        span = Span(*m.span())
        if m.lastgroup in ("apostrophe", "inside"):
            span = word_around(doc.text, span)
        fixes = _lost(doc, m, page)
        words = {"bad": span.of(doc.text), "good": ""}
        hint = f": write “{patched(doc.text, span, fixes[0])}”" if fixes else ""
        safety = Safety.SAFE if m.lastgroup == "apostrophe" else None
        yield Hit(span, {**words, "hint": hint}, fixes, safety)


def _lost(doc: Document, m: regex.Match[str], page: Page) -> tuple[tuple[Edit, ...], ...]:
    text, span = doc.text, Span(*m.span())
    curly = doc.facts.curly
    if m.lastgroup == "apostrophe":
        return ((Edit(span, "’" if curly else "'"),),)
    if m.lastgroup == "dash":
        return ((Edit(span, "–" if curly else "-"),),)
    if m.lastgroup == "opening":
        return ((Edit(span, "“" if curly else '"'),),)
    if m.lastgroup == "closing":
        block = doc.facts.block_at(span.start)
        low = doc.facts.blocks[block].span.start if block is not None else 0
        if page.pattern("opened").search(text, low, span.start):
            return ((Edit(span, "”" if curly else '"'),),)
        return ((Edit(span, "’" if curly else "'"),),) if text[span.start - 1] == "s" else ()
    if m.lastgroup == "inside":
        return tuple((Edit(span, letter),) for letter in _letters(doc, span))
    return ()


def _letters(doc: Document, span: Span) -> tuple[str, ...]:
    """The one accented letter that makes the word a name, a place or a word; nothing where two do."""
    word = word_around(doc.text, span)
    before, after = doc.text[word.start : span.start], doc.text[span.end : word.end]
    know = doc.knowledge
    tables = (know.names_given, know.surnames, know.places, know.exonyms, know.words)
    found = []
    for letter in sorted(c for c in LETTERS if c.islower()):
        whole = before + letter + after
        lower = whole.lower()
        if whole in know.exonyms or any(lower in table for table in tables) or lower in doc.facts.vocabulary:
            found.append(letter)
    return tuple(found) if len(found) == 1 else ()


def stripped(doc: Document, page: Page) -> Iterator[Hit]:
    """“Espaa”, “Daz Ayuso”: a name without its accented letter, known from a list, or from where the text has it whole."""
    known = page.tables["letters"]
    between = page.tables["between"]
    whole = _twins(doc)
    for spelling in sorted(s for s in doc.facts.spellings if s in known or s in whole or s in between):
        for span in doc.facts.occurrences(spelling):
            goods = known.get(spelling) or whole.get(spelling) or _after_given_name(doc, span, between[spelling])
            if goods:
                fixes = tuple((Edit(span, good),) for good in goods.split(" / "))
                yield Hit(span, {"bad": spelling, "good": goods.split(" / ")[0]}, fixes)


def _twins(doc: Document) -> dict[str, str]:
    """Spelling without its accented letters → the spelling with them, for words of this text; no dictionary's words."""
    twins: dict[str, str] = {}
    for spelling in sorted(doc.facts.spellings):
        if spelling.isascii() or not spelling[0].isupper():
            continue
        bare = "".join(c for c in spelling if c.isascii())
        if len(bare) > 2 and bare in doc.facts.spellings and bare.lower() not in doc.knowledge.words:
            twins[bare] = spelling
    return twins


BEFORE = regex.compile(r"(\p{Lu}[\p{L}\p{M}]+) $")


def _after_given_name(doc: Document, span: Span, good: str) -> str | None:
    """Names that could be others are mended behind a given name only."""
    before = BEFORE.search(doc.text, max(0, span.start - 30), span.start)
    return good if before and before[1].lower() in doc.knowledge.names_given else None
