"""Grammar that the source language does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document


def bare_subject(doc: Document, page: Page) -> Iterator[Hit]:
    """“Male attacked a cashier.”, where the sentence has its full stop and the word is nobody's name in the text."""
    for m in page.sought(doc.facts):
        word = m["bad"]
        sentence = doc.facts.sentence_at(m.start())
        if sentence.start != m.start() or doc.text[sentence.end - 1] not in ".!?" or _is_name(doc, word):
            continue
        goods = [page.tables["goods"].get(word) or f"The {word.lower()}", f"A {word.lower()}"]
        span = Span(*m.span("bad"))
        edits = [(Edit(span, good),) for good in dict.fromkeys(goods)]
        yield Hit(span, {"bad": word, "good": goods[0]}, tuple(edits))


def _is_name(doc: Document, word: str) -> bool:
    """Whether the word is somebody's: it stands with its capital within a sentence, too."""
    at = doc.text.find(f" {word}")
    while at >= 0:
        if doc.facts.sentence_at(at + 1).start != at + 1:
            return True
        at = doc.text.find(f" {word}", at + 1)
    return False
