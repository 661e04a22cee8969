"""Sentences whose end was lost."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

FARTHEST = 30  # letters from the first of the last words to the stop behind them
WORD_START = compiled(r"(?<!\p{L})\p{L}")


def short(doc: Document, page: Page) -> Iterator[Hit]:
    """A sentence that breaks off: the pattern is asked of the few words before a stop, not of every word of the text."""
    text, last = doc.text, 0
    for stop in page.pattern("stop").finditer(f"{text}\n"):
        for start in WORD_START.finditer(text, max(last, stop.start() - FARTHEST), stop.start()):
            m = page.pattern().match(text, start.start())
            if m is not None:
                last = m.end()
                words = {name: said or "" for name, said in m.groupdict().items()}
                yield replaced(Span(*m.span("bad")), words, [])
                break
