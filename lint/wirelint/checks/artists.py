"""“Artist” of those who act or sing, as Arabic says it."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import gender
from ..model import Hit, Span, replaced
from ..page import Page
from ..text.document import Document

SHE, HE = frozenset(("she", "her", "herself", "actress")), frozenset(("he", "his", "him", "himself"))


def artist(doc: Document, page: Page) -> Iterator[Hit]:
    """“the artist Rania Haddad” → “the actress Rania Haddad”, by her name and by what the paragraph speaks of."""
    for name in ("named", "nation"):
        for m in page.pattern(name).finditer(doc.text):
            first = m["first"]
            if not m["nation"] and first not in page.lists["women"] and first not in page.lists["men"]:
                continue
            block = doc.facts.block_around(m.start("bad"))
            if page.pattern("art").search(doc.text, *block):
                continue
            actor = "actress" if _woman(first, doc, block, page) else "actor"
            goods = ["singer", actor] if page.pattern("song").search(doc.text, *block) else [actor, "singer"]
            if m["bad"][0].isupper():
                goods = [good.capitalize() for good in goods]
            span = Span(*m.span("bad"))
            yield replaced(span, {"bad": m["bad"]}, goods)


def _woman(first: str, doc: Document, block: Span, page: Page) -> bool:
    """By the lists of the page, else by the name's bearers, else by the first pronoun of the paragraph."""
    if first in page.lists["women"] or first in page.lists["men"]:
        return first in page.lists["women"]
    known = gender(first)[0] if first else None
    if known:
        return known == "f"
    for word in doc.facts.words_in(block):
        low = Span(*word).of(doc.text).lower()
        if low in SHE or low in HE:
            return low in SHE
    return False
