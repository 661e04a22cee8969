"""Brackets without a partner: where the one that is missing stood, and the one too many."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

REACH = 400  # letters behind a block in which its bracket may still be closed
SHOWN = 30
MOST = 90  # letters that a bracket holds at most, where it runs to the end of its sentence


def unclosed(doc: Document, page: Page) -> Iterator[Hit]:
    """“the singer (who turned 60 in May is preparing”: a bracket that is open when its sentence and its block end."""
    text = doc.text
    for block in doc.facts.blocks:
        opened: list[int] = []
        for m in page.pattern("bracket").finditer(text, *block.span):
            if m[0] == "(":
                opened.append(m.start())
            elif opened:
                opened.pop()
        # Before a colon or a digit it is a face or a list; a bracket that a later block closes is no slip.
        if (
            not opened
            or not text[opened[-1] + 1 : opened[-1] + 2].isalnum()
            or ")" in text[block.span.end : block.span.end + REACH]
        ):
            continue
        at = opened[-1]
        end = min(doc.facts.sentence_at(at).end, block.span.end)
        place = _end(page, text, doc.facts.sentence_at(at).start, at + 1, end)
        fixes = () if place is None else ((Edit(Span(place, place), ")"),),)
        bad = text[at : min(at + SHOWN, block.span.end)].split("\n")[0]
        hint = f": write “{text[max(at, place - SHOWN) : place]})”" if place else ""
        yield Hit(Span(at, place or at + 1), {"bad": bad, "hint": hint}, fixes)


def _end(page: Page, text: str, low: int, start: int, end: int) -> int | None:
    """Behind a year or an acronym, before the verb of the sentence, before a comma that its subject follows, or its stop."""
    for name in ("short", "relative", "verb", "clause"):
        m = page.pattern(name).match(text, start, end)
        if m and (name != "verb" or not page.pattern("told").search(text, low, start)):
            return m.end("inner")
    stop = page.pattern("stop").search(text, start, end)
    return stop.start() if stop and stop.start() - start <= MOST else None


def unopened(doc: Document, page: Page) -> Iterator[Hit]:
    """“The plan was approved) on Monday”: a closing bracket where none is open, and no item of a list."""
    text = doc.text
    depth = 0
    for m in page.pattern("bracket").finditer(text):
        if m[0] == "(":
            depth += 1
        elif depth:
            depth -= 1
        elif page.pattern("word").search(text, max(0, m.start() - SHOWN), m.start()) and page.pattern("prose").match(
            text, m.end()
        ):
            word = text[max(0, m.start() - SHOWN) : m.start()].split()[-1]
            yield Hit(
                Span(m.start() - len(word), m.end()), {"bad": f"{word})", "good": word}, ((Edit(Span(*m.span()), ""),),)
            )
