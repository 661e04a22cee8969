"""Impersonal turns: events that “it came to” in the source and that are there in English."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

MASS = frozenset("unrest looting violence disruption congestion flooding damage".split())
BE = {
    "came": ("was", "were"),
    "comes": ("is", "are"),
    "has come": ("has been", "have been"),
    "had come": ("had been", "had been"),
    "could come": ("could be", "could be"),
    "may come": ("may be", "may be"),
    "can come": ("can be", "can be"),
    "will come": ("will be", "will be"),
    "nearly came": ("was nearly", "were nearly"),
    "almost came": ("was almost", "were almost"),
}


def it_came_to(doc: Document, page: Page) -> Iterator[Hit]:
    """“it came to an accident” → “there was an accident”: the verb takes the number of the event."""
    for m in page.sought(doc.facts):
        if doc.text[: m.start()].lower().endswith(("when ", "as ", "if ")):
            continue
        thing = m["thing"]
        plural = thing.endswith("s") and thing not in MASS
        there = "There" if m["it"][0] == "I" else "there"
        good = f"{there} {BE[m['verb']][plural]}{m['adv'] or ''} "
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"].strip(), "good": good.strip()}, ((Edit(span, good),),))
