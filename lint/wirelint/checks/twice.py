"""Statements that are announced twice: “Kaya, who said that …, said: “…””."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document


def who_said_that(doc: Document, page: Page) -> Iterator[Hit]:
    """“Kaya, who said that …, said: “…”” → “Kaya said that …, adding: “…””."""
    for m in page.sought(doc.facts):
        edits = (
            Edit(Span(m.start("comma"), m.end("who")), " "),
            Edit(Span(*m.span("said")), "adding"),
        )
        words = {"bad": f"{m['verb']} …, {m['said']}", "good": f"{m['verb']} …, adding"}
        yield Hit(Span(m.start("who"), m.end("said")), words, (edits,))
