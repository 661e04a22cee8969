"""False friends: English words that mean what they look like in the source language."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document


def false_friends(doc: Document, page: Page) -> Iterator[Hit]:
    """Each pattern of the page names one word and what must stand beside it; the table has what the word should be."""
    goods = page.tables["goods"]
    for name in page.data["patterns"]:
        for m in page.pattern(name).finditer(doc.text):
            span = Span(*m.span("bad"))
            good = goods.get(name) or goods[m["bad"].split()[0].lower()]
            if m["bad"][0].isupper():
                good = good[0].upper() + good[1:]
            yield Hit(span, {"bad": m["bad"], "good": good}, ((Edit(span, good),),))
