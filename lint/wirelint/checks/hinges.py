"""The hinges of Arabic news: openings that say nothing, and participles of saying hung on any deed."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

# Fewer words are a rest of a sentence, cut at an abbreviation.
FEWEST = 4
INSTEAD = {"meanwhile": "Meanwhile", "separately": "Separately"}


def openings(doc: Document, page: Page) -> Iterator[Hit]:
    """“In a related context, the port” → “Meanwhile, the port”; “It is worth mentioning that the fair” → “The fair”."""
    words = page.tables["words"]
    for name in page.data["patterns"]:
        for m in page.pattern(name).finditer(doc.text):
            span = Span(*m.span("bad"))
            hit = {"bad": m["bad"].rstrip(","), "word": words[name]}
            good = INSTEAD.get(name)
            if good is not None:
                yield Hit(span, {**hit, "good": good}, ((Edit(span, good),),))
                continue
            whole = Span(span.start, m.end("next"))
            edit = Edit(whole, m["next"].upper())
            yield Hit(span, {**hit, "good": "nothing"}, ((edit,),))


def pointing_out(doc: Document, page: Page) -> Iterator[Hit]:
    """“left hospital, pointing out that” → “left hospital and said that”; a second “, stressing that” → “and that”."""
    saying = page.lists["saying"]
    last = Span(-1, -1)
    for m in page.sought(doc.facts):
        span = Span(*m.span("bad"))
        sentence = doc.facts.sentence_at(span.start)
        second = sentence.start <= last.start
        last = span
        if second:
            if m["and"]:
                continue
            good = " and"
        else:
            before = doc.text[sentence.start : span.start]
            if doc.facts.quoted(span) or '"' in before or "”" in before:
                continue
            # Things indicate and confirm, too: of a deed only a person's participle tells.
            if m["bad"].endswith(("indicating", "confirming")):
                continue
            words = doc.facts.words_in(Span(sentence.start, span.start))
            if len(words) < FEWEST or any(Span(*word).of(doc.text).lower() in saying for word in words):
                continue
            good = " and said"
        yield Hit(span, {"bad": m["bad"].lstrip(", "), "good": good.strip()}, ((Edit(span, good),),))
