"""Characters that were lost, and what they can only have been."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.around import patched, word_around
from ..text.document import Document
from .mojibake import LETTERS


def replacement(doc: Document, page: Page) -> Iterator[Hit]:
    """U+FFFD and “?” for an apostrophe, a quote or a letter, mended where only one can have stood there."""
    for m in page.sought(doc.facts):
        span = Span(*m.span())
        if m.lastgroup in ("apostrophe", "inside"):
            span = word_around(doc.text, span)
        fixes = _lost(doc, m, page)
        words = {"bad": span.of(doc.text), "good": ""}
        hint = f": write “{patched(doc.text, span, fixes[0])}”" if fixes else ""
        safety = None if m.lastgroup == "apostrophe" else Safety.UNSAFE
        yield Hit(span, {**words, "hint": hint}, fixes, safety)


def _lost(doc: Document, m: regex.Match[str], page: Page) -> tuple[tuple[Edit, ...], ...]:
    span = Span(*m.span())
    curly = doc.facts.curly
    if m.lastgroup == "apostrophe":
        return ((Edit(span, "’" if curly else "'"),),)
    if m.lastgroup == "dash":
        return ((Edit(span, "–" if curly else "-"),),)
    if m.lastgroup == "opening":
        return ((Edit(span, "“" if curly else '"'),),)
    if m.lastgroup == "closing":
        return _behind_word(doc, span, page)
    if m.lastgroup == "inside":
        return tuple((Edit(span, letter),) for letter in _letters(doc, span))
    return ()


def _behind_word(doc: Document, span: Span, page: Page) -> tuple[tuple[Edit, ...], ...]:
    """The last letter of a name, the closing mark of a quotation that was opened so, or the apostrophe of a plural."""
    text, curly = doc.text, doc.facts.curly
    word = text[word_around(text, span).start : span.start]
    row = doc.knowledge.words.get(word.lower())
    if word and (row is None or int(row[0]) > 50) and (letters := _letters(doc, span)):
        return tuple((Edit(span, letter),) for letter in letters)
    block = doc.facts.block_at(span.start)
    low = doc.facts.blocks[block].span.start if block is not None else 0
    if page.pattern("opened").search(text, low, span.start):
        return ((Edit(span, "”" if curly else '"'),),)
    return ((Edit(span, "’" if curly else "'"),),) if word.endswith("s") else ()


FAR_MORE = 8
ASCII, LATIN = 128, 256


def _letters(doc: Document, span: Span) -> tuple[str, ...]:
    """The accented letter that makes the word one we know; of several, the one whose word is far more common."""
    word = word_around(doc.text, span)
    before, after = doc.text[word.start : span.start], doc.text[span.end : word.end]
    found = sorted(
        ((_weight(before + c + after, doc), c) for c in LETTERS - set(span.of(doc.text)) if c.islower()), reverse=True
    )
    (most, letter), (second, _) = found[:2]
    return (letter,) if most > 0 and most >= second * FAR_MORE else ()


def _weight(word: str, doc: Document) -> float:
    """How well a word is known: bearers of a name, people of a place; a word of the text or of a dictionary outweighs them."""
    know, lower = doc.knowledge, word.lower()
    if lower in doc.facts.vocabulary or lower in know.words:
        return 1e9
    given, place = know.names_given.get(lower), know.places.get(lower)
    bearers = float(given[2] or 1) if given else 0.0
    people = float(place[2] or 1_000) / 100 if place else 0.0
    surname = 1_000.0 if lower in know.surnames else 0.0
    return max(bearers, people, surname, 10.0 if word in know.exonyms else 0.0)


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
        for most in (LATIN, ASCII):  # a program of one byte a letter keeps ç and loses ğ
            bare = "".join(c for c in spelling if ord(c) < most)
            if (
                2 < len(bare) < len(spelling)
                and bare in doc.facts.spellings
                and bare.lower() not in doc.knowledge.words
            ):
                twins[bare] = spelling
    return twins


BEFORE = compiled(r"(\p{Lu}[\p{L}\p{M}]+) $")


def _after_given_name(doc: Document, span: Span, good: str) -> str | None:
    """Names that could be others are mended behind a given name only."""
    before = BEFORE.search(doc.text, max(0, span.start - 30), span.start)
    return good if before and before[1].lower() in doc.knowledge.names_given else None
