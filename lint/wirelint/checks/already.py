"""“Already” in front of a time, where the source stresses how early it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

BEGINS = compiled(r"(?:the )?(?:very )?(?:beginning|start)")


def at_a_time(doc: Document, page: Page) -> Iterator[Hit]:
    """“Already in 2017” → “As early as 2017”, “Already after ten minutes” → “After just ten minutes”."""
    for m in page.sought(doc.facts):
        prep = m["prep"]
        bare = prep.capitalize()
        if prep in ("in", "on"):
            goods = ["As early as", "Back in" if prep == "in" else bare, bare]
        elif prep == "at":
            goods = ["Right at", bare] if BEGINS.match(m["time"]) else [bare]
        elif prep in ("after", "before"):
            goods = (
                [f"{bare} just", bare]
                if m["time"][0] != "t" or m["time"].startswith(("two", "three", "ten"))
                else [bare]
            )
        else:
            goods = [bare]
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, list(dict.fromkeys(goods)))
