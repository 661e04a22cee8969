"""Acronyms in lower case: “nato” anywhere, “the who” only where it can be no pronoun."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...text.document import Document
from .near import hits, in_foreign_words, in_prose


def lowercase_acronym(doc: Document, page: Page) -> Iterator[Hit]:
    """Those of the table, those that the text itself writes in capitals, and words where the word's own pattern knows better."""
    facts = doc.facts
    found: dict[Span, str] = {}
    for word in facts.unknown:
        row = doc.knowledge.acronyms.get(word)
        good = row[0] if row else word.upper()
        if word in page.lists["either"] or word in doc.house.keep or not (row or good in facts.spellings):
            continue
        for span in facts.occurrences(word):
            if in_prose(doc, span) and not in_foreign_words(doc, span):
                found[span] = _as_here(doc, word, good)
    for word in page.lists["words_too"] & facts.spellings:
        for span in facts.occurrences(word):
            if page.pattern(word).match(doc.text, span.start) and in_prose(doc, span):
                found[span] = _as_here(doc, word, word.upper())
    yield from hits(doc, found)


def _as_here(doc: Document, word: str, good: str) -> str:
    """As the text writes it elsewhere: some houses have “Nato”."""
    title = word.capitalize()
    return title if title in doc.facts.spellings and good not in doc.facts.spellings and len(word) > 3 else good
