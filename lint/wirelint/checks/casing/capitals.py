"""Words that a page's own pattern finds, written with the capitals they lack."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...text.document import Document
from .near import hits, in_prose


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
