"""Russian and Ukrainian names in the spelling of French, Spanish, German or Portuguese: “Evgueni”, “Poutine”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.spellings import by_first_word

FOLLOWING = compiled(r" (?:\p{Lu}\p{L}+(?:vich|vitch|vna|wna|witsch) )?(?P<surname>\p{Lu}[\p{L}’'-]+)")


def transliterated(doc: Document, page: Page) -> Iterator[Hit]:
    """Given names before a surname of that kind, surnames everybody knows, and whole names of statesmen."""
    spellings = doc.facts.spellings
    given, surnames = page.tables["given"], page.tables["surname"]
    for bad in (spellings & given.keys()) - doc.house.keep:
        for span in doc.facts.occurrences(bad):
            following = FOLLOWING.match(doc.text, span.end)
            surname = following["surname"] if following else ""
            if surname in surnames or (surname and page.pattern("slavic").search(surname)):
                yield _hit(doc, span, given[bad])
    for bad in (spellings & surnames.keys()) - doc.house.keep:
        if bad not in page.lists["ambiguous"] or page.pattern("ukraine").search(doc.text):
            yield from (_hit(doc, span, surnames[bad]) for span in doc.facts.occurrences(bad))
    whole = by_first_word(frozenset(page.tables["whole"]))
    for name in (name for first in whole.keys() & spellings for name in whole[first]):
        if name in doc.text:
            yield from (_hit(doc, span, page.tables["whole"][name]) for span in doc.facts.occurrences(name))


def _hit(doc: Document, span: Span, good: str) -> Hit:
    goods = good.split(" / ")
    return replaced(span, {"bad": span.of(doc.text)}, goods)
