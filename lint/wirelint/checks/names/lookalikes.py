"""Letters of another script that look like Latin ones inside a Latin word."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document

FOREIGN = compiled(r"[\p{Cyrillic}\p{Greek}]")


def lookalike_letter(doc: Document, page: Page) -> Iterator[Hit]:
    """Words of which at least half is Latin and the rest looks so; the sign of degrees with a Cyrillic С behind it."""
    like = str.maketrans(dict(page.tables["like"]))
    if doc.text.isascii():
        return
    for word in [word for word in doc.facts.spellings if not word.isascii()]:
        foreign = len(FOREIGN.findall(word))
        good = word.translate(like)
        if not foreign or foreign * 2 > len(word) or FOREIGN.search(good):
            continue
        for span in doc.facts.occurrences(word):
            yield replaced(span, {"bad": word}, [good])
    for span in doc.facts.occurrences("С"):
        if doc.text[max(0, span.start - 2) : span.start].strip().endswith("°"):
            yield Hit(span, {"bad": "С", "good": "C"}, ((Edit(span, "C"),),))
