"""Quotations that are closed and were never opened, and where they begin."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.marks import Mark, Shape
from .quotation import DOUBLED, right_sign

SHOWN = 24
BEHIND = 60


def unopened(doc: Document, page: Page) -> Iterator[Hit]:
    """A closing mark without an opening one: the speech before it begins with its sentence, or the mark is one too many."""
    marks = doc.facts.marks
    for index, mark in enumerate(marks):
        if not mark.single or mark.opens is not False or mark.sign in DOUBLED or mark.shape is not Shape.CLOSE:
            continue
        before = marks[index - 1] if index else None
        if before is not None and before.block != mark.block and before.opens is not False:
            continue  # a quotation over several paragraphs
        text = doc.text
        low = (
            before.span.end
            if before is not None and before.block == mark.block
            else doc.facts.blocks[mark.block].span.start
        )
        deleted = (Edit(mark.span, ""),)
        at = _begins(doc, page, mark, low)
        if at is not None:
            opened = (Edit(Span(at, at), right_sign(doc, mark, opens=True)),)
            words = {"bad": mark.sign, "good": opened[0].text + text[at : at + SHOWN].rpartition(" ")[0]}
            yield Hit(Span(at, mark.span.end), words, (opened, deleted))
        elif _too_many(doc, page, mark):
            word = text[max(low, mark.span.start - SHOWN) : mark.span.start].split()[-1:]
            yield Hit(mark.span, {"bad": mark.sign, "good": "".join(word)}, (deleted,))


def _too_many(doc: Document, page: Page, mark: Mark) -> bool:
    """Whether the mark stands behind a word in mid-sentence, or behind the speaker of a quotation: no speech can end there."""
    text = doc.text
    if not page.pattern("word").search(text, max(0, mark.span.start - SHOWN), mark.span.start):
        return False
    if page.pattern("goes_on").match(text, mark.span.end):
        return True
    return (
        page.pattern("speaker").search(text, doc.facts.sentence_at(mark.span.start - 1).start, mark.span.start)
        is not None
    )


def _begins(doc: Document, page: Page, mark: Mark, low: int) -> int | None:
    """Where the speech before the mark begins: behind “said that” or a colon, or with its paragraph, if a speaker follows."""
    text = doc.text
    sentence = doc.facts.sentence_at(mark.span.start - 1)
    start = max(sentence.start, low)
    said = list(page.pattern("said").finditer(text, start, mark.span.start))
    if said:
        return said[-1].end()
    spoken = page.pattern("spoken").search(text, max(start, mark.span.start - 2), mark.span.end + BEHIND)
    return start if start == doc.facts.blocks[mark.block].span.start and spoken else None
