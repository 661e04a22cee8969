"""Paragraphs that break off: their last word cannot end a sentence, or is no whole word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..knowledge import is_word
from ..model import Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

LAST = compiled(r"(?<![\p{L}\p{N}'’./@_-])(?P<word>\p{Ll}{1,20})(?P<dots> ?(?:\.\.\.|…|\[\.\.\.\]|\[…\]))?\Z")
COMMA = compiled(r"(?P<word>\p{L}{2,}),\Z")
SHORTEST = 6  # words of a paragraph of prose
TAIL = 40
STOPS = '.!?"”’)»:;'
RARE = 50  # as dictionaries go: `aga` stands in large ones only
LEAST_LEFT = 3  # letters of a word that was cut, from which its beginning is known


def breaks_off(doc: Document, page: Page) -> Iterator[Hit]:
    """“… an account in Panama in the name of the”, “a new plan of investm”, “that the team will play aga...”."""
    text, blocks = doc.text, doc.facts.blocks
    for index, block in enumerate(blocks):
        end = block.span.end
        if text[end - 1] in STOPS and not text.endswith(("...", "…"), end - 3, end):
            continue
        tail = text[max(block.span.start, end - TAIL) : end]
        m, comma = LAST.search(tail), COMMA.search(tail) if index == len(blocks) - 1 else None
        if (m is None and comma is None) or doc.facts.quoted(Span(end - 1, end)):
            continue
        said = block.span.of(text)
        if said.count(" ") < SHORTEST - 1:
            continue
        if m is not None and (_cannot_end(page, said, m["word"], said[: len(said) - len(m[0])]) or _cut_word(doc, m)):
            yield Hit(Span(end - len(m[0]), end), {"bad": m[0], "word": m["word"]})
        elif comma is not None and _is_prose(page, said):
            yield Hit(Span(end - len(comma[0]), end), {"bad": comma[0], "word": comma["word"]})


def _is_prose(page: Page, said: str) -> bool:
    """Whether a line without a stop is a sentence rather than a headline: a full stop stands in it, or an article."""
    return page.pattern("prose").search(said) is not None


def _cannot_end(page: Page, said: str, word: str, before: str) -> bool:
    """Whether nothing said ends with that word: an article, a conjunction, or a preposition that nothing before it takes."""
    if word in page.lists["surely"]:
        return True
    if word in page.lists["never"]:
        return _is_prose(page, said)
    if word not in page.lists["seldom"]:
        return False
    tail = before.rsplit(". ", 1)[-1]
    return (
        _is_prose(page, said)
        and not page.pattern("asks").search(tail)
        and page.pattern("closed").search(tail) is not None
    )


def _cut_word(doc: Document, m: regex.Match[str]) -> bool:
    """Whether the last word is none, and begins one: “investm”."""
    word = m["word"]
    if len(word) < LEAST_LEFT or _known(doc, m):
        return False
    if sum(1 for _ in doc.facts.occurrences(word)) > 1:
        return False
    return any(len(known) > len(word) and is_word(known, 35) for known in doc.knowledge.words.beginning(word))


def _known(doc: Document, m: regex.Match[str]) -> bool:
    """Whether the word is one; glued to the points of a teaser, a rare one is rather half of another: “aga…”."""
    word = m["word"]
    if m["dots"] and not m["dots"].startswith(" "):
        return is_word(word, RARE)
    return word in doc.knowledge.words or word in doc.knowledge.verbs_say
