"""Offices and powers named as the source names them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

FIRST = compiled(r"\s+(\S+)")
MEMBER = compiled(r"(\p{L}+) (?:of|from|for|by|with|against) $")


def executive(doc: Document, page: Page) -> Iterator[Hit]:
    """“the Executive” of a place or people, or one that does what a government does."""
    if any(name in doc.text for name in page.lists["real"]):
        return
    for m in page.sought(doc.facts):
        if _governs(doc, page, m):
            span = Span(*m.span("bad"))
            yield Hit(span, {"bad": "Executive", "good": "government"}, ((Edit(span, "government"),),))


def _governs(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    name = m["name"]
    if name and name != "The":
        low = name.lower().removesuffix("'s").removesuffix("’s")
        whose = m["lead"].endswith(("'s", "’s"))
        return (
            low in doc.knowledge.places
            or low in doc.knowledge.demonyms
            or (whose and page.pattern("politics").search(doc.text) is not None)
        )
    after = FIRST.match(doc.text, m.end())
    before = MEMBER.search(doc.text, max(0, m.start() - 40), m.start())
    member = before is not None and before[1].lower() in page.lists["members"]
    doing = after is not None and after[1].lower().strip(',.”"') in page.lists["doing"]
    if member or doing or page.pattern("politics").search(doc.text) is not None:
        return True
    # In the middle of a sentence the capital itself tells of a power, but where a union or a firm has one.
    sentence = doc.facts.sentence_at(m.start())
    return m.start("bad") > sentence.start + len("The ") and page.pattern("house").search(doc.text) is None
