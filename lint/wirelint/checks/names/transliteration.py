"""Russian and Ukrainian names in the spelling of French, Spanish, German or Portuguese: “Evgueni”, “Poutine”."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...model import Edit, Hit, Span
from ...page import Page
from ...text.document import Document

FOLLOWING = regex.compile(r" (?:\p{Lu}\p{L}+(?:vich|vitch|vna|wna|witsch) )?(?P<surname>\p{Lu}[\p{L}’'-]+)")


def transliterated(doc: Document, page: Page) -> Iterator[Hit]:
    """Given names before a surname of that kind, and surnames everybody knows."""
    spellings = doc.facts.spellings
    for bad, good in page.tables["given"].items():
        if bad in spellings and bad not in doc.house.keep:
            for span in doc.facts.occurrences(bad):
                following = FOLLOWING.match(doc.text, span.end)
                if following and page.pattern("slavic").search(following["surname"]):
                    yield _hit(doc, span, good)
    for bad, good in page.tables["surname"].items():
        if bad in spellings and bad not in doc.house.keep:
            yield from (_hit(doc, span, good) for span in doc.facts.occurrences(bad))


def _hit(doc: Document, span: Span, good: str) -> Hit:
    goods = good.split(" / ")
    return Hit(span, {"bad": span.of(doc.text), "good": goods[0]}, tuple((Edit(span, word),) for word in goods))
