"""Russian and Ukrainian names in the spelling of French, Spanish, German or Portuguese: “Evgueni”, “Poutine”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document

FOLLOWING = compiled(r" (?:\p{Lu}\p{L}+(?:vich|vitch|vna|wna|witsch) )?(?P<surname>\p{Lu}[\p{L}’'-]+)")


def transliterated(doc: Document, page: Page) -> Iterator[Hit]:
    """Given names before a surname of that kind, and surnames everybody knows."""
    spellings = doc.facts.spellings
    given, surnames = page.tables["given"], page.tables["surname"]
    for bad in (spellings & given.keys()) - doc.house.keep:
        for span in doc.facts.occurrences(bad):
            following = FOLLOWING.match(doc.text, span.end)
            if following and page.pattern("slavic").search(following["surname"]):
                yield _hit(doc, span, given[bad])
    for bad in (spellings & surnames.keys()) - doc.house.keep:
        if bad not in page.lists["ambiguous"] or page.pattern("ukraine").search(doc.text):
            yield from (_hit(doc, span, surnames[bad]) for span in doc.facts.occurrences(bad))


def _hit(doc: Document, span: Span, good: str) -> Hit:
    goods = good.split(" / ")
    return Hit(span, {"bad": span.of(doc.text), "good": goods[0]}, tuple((Edit(span, word),) for word in goods))
