"""Words that a page's own pattern finds, written with the capital they lack or without the one they do not need."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...text.document import Document
from .near import headline_style, hits, in_prose

CUSTOM = 3  # as often, and it is how this house writes the word


def lost_capital(doc: Document, page: Page) -> Iterator[Hit]:
    """What the pattern captures, where it stands in prose, with a capital first letter."""
    if page.lists["words"].isdisjoint(doc.facts.spellings):
        return
    found: dict[Span, str] = {}
    for m in page.pattern().finditer(doc.text):
        span = Span(*m.span(m.lastindex or 0))
        bad = span.of(doc.text)
        if bad not in doc.house.keep and in_prose(doc, span):
            found[span] = bad[:1].upper() + bad[1:]
    yield from hits(doc, found)


def needless_capital(doc: Document, page: Page) -> Iterator[Hit]:
    """What the pattern captures, with a small letter; not where the text writes it so throughout, as a house may."""
    text, custom = doc.text, page.lists["custom"]
    found: dict[Span, str] = {}
    for m in page.pattern().finditer(text):
        span = Span(*m.span(m.lastindex or 0))
        bad = span.of(text)
        if bad in custom and sum(1 for _ in doc.facts.occurrences(bad)) >= CUSTOM:
            continue
        if bad not in doc.house.keep and not headline_style(doc, span):
            found[span] = bad.lower()
    yield from hits(doc, found)
