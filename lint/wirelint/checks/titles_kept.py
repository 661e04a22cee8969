"""Courtesies and degrees before names that the source never drops and English does."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document


def courtesy(doc: Document, page: Page) -> Iterator[Hit]:
    """“Engineer Samir Nassar” → “Samir Nassar”; a degree goes only before a name of the page's lists."""
    names = page.lists["names"]
    for kind, good in page.tables["goods"].items():
        for m in page.pattern(kind).finditer(doc.text):
            first = m.groupdict().get("first")
            if first is not None and first not in names and not first.startswith(("Abd", "Abou")):
                continue
            span = Span(*m.span("bad"))
            if doc.facts.quoted(span):
                continue
            opens = doc.facts.sentence_at(span.start).start == span.start
            rest = doc.text[span.end : span.end + 1]
            king = m.groupdict().get("king")
            if good or king:
                edit = Edit(span, king or good)
            elif opens and rest.islower():
                edit = Edit(Span(span.start, span.end + 1), rest.upper())
            else:
                edit = Edit(span, "")
            words = {"bad": m["bad"].strip(" ,/:"), "good": good or "the name or the office alone"}
            yield Hit(span, words, ((edit,),))
