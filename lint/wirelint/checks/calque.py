"""Constructions of the source language kept in English, where a pattern alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document


def ask_that_they(doc: Document, page: Page) -> Iterator[Hit]:
    """“asked NOUN that they VERB”, where the verb is bare and so no statement about the noun."""
    is_word = doc.knowledge.words
    for m in page.pattern().finditer(doc.text):
        verb, ask = m["verb"], m["ask"]
        # A bare form: a word whose own -s or -ed form is a word, too, and which is no form of that kind itself.
        if verb in page.lists["finite"] or verb.endswith(("s", "ed")) or f"{verb}s" not in is_word:
            continue
        if verb in page.tables["past"].values():
            continue
        edits = [Edit(Span(*m.span("that")), "to")]
        if ask in page.tables["bare"]:
            edits.insert(0, Edit(Span(*m.span("ask")), page.tables["bare"][ask]))
        yield Hit(Span(m.start(), m.end()), {"bad": m[0], "verb": verb}, (tuple(edits),))


def about_this_writes(doc: Document, page: Page) -> Iterator[Hit]:
    """“About this writes the portal”: a sentence of its own, or the end of one."""
    for m in page.pattern().finditer(doc.text):
        good = "This is according to" if m["bad"][0] == "A" else "according to"
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"], "good": good}, ((Edit(span, good),),))
