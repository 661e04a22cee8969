"""The caption or the credit of a picture run into the text, between two sentences of a paragraph or before its first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .verbs import is_finite

BEFORE = compiled(r"(?:[.!?…][\"'”’)]*[ ]|\n[ ]?|^)$")
WORD = compiled(r"[\p{L}'’-]+")
DETERMINERS = frozenset("the a an his her its their".split())
GAP = compiled(r"[ \u00a0]*")


def caption(doc: Document, page: Page) -> Iterator[Hit]:
    """A credit whose source is one we know, with the verbless caption before it; what follows begins a sentence."""
    text = doc.text
    for m in page.pattern("piece").finditer(text):
        start = m.start()
        if text[start - 1 : start] == "(":
            start -= 1
        elif m["copy"]:
            start = _verbless_start(doc, page, start)
            if start == m.start():
                continue  # a notice of rights, which is no caption
        elif m["bare"]:
            start = _caption_start(doc, page, start)
            if start == m.start():
                continue
        elif m["cue"] and BEFORE.search(text, max(0, start - 4), start):
            start = _caption_start(doc, page, start)
        if not BEFORE.search(text, max(0, start - 4), start) or not _begins(text, m.end()):
            continue
        gap = GAP.match(text, m.end())
        end = gap.end() if gap else m.end()
        # Between two sentences of a line a blank stays; at the beginning of a line nothing does.
        at_start = start == 0 or text[start - 1] == "\n"
        edit = Edit(Span(start, end), "") if at_start or text[start - 1].isspace() else Edit(Span(start, end), " ")
        span = Span(start, m.end())
        yield Hit(span, {"bad": span.of(text) if len(span.of(text)) < 60 else m[0]}, ((edit,),))


def _verbless_start(doc: Document, page: Page, at: int) -> int:
    """Where the caption that ends at a © begins: with its sentence, if that has no verb so far."""
    start = doc.facts.sentence_at(at).start
    words = WORD.findall(doc.text, start, at)
    verbal = any(is_finite(w, doc, page, plural=False) or w in page.lists["plural_auxiliaries"] for w in words)
    return start if 2 < len(words) <= 16 and not verbal else at


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at a place, a blank or none before it."""
    after = text[at : at + 3].lstrip(" \u00a0").lstrip("\"“‘'(")
    return after[:1].isupper() or after[:1].isdigit()


def _caption_start(doc: Document, page: Page, cue: int) -> int:
    """Where the caption before a credit begins: the sentence before it, if it has no verb and is short."""
    index = doc.facts.sentence_index(cue - 2)
    if index is None or cue < 3:
        return cue
    sentence = doc.facts.sentences[index]
    words = WORD.findall(doc.text, sentence.start, cue)
    if not 2 < len(words) <= 16 or sentence.start >= cue or "\n" in doc.text[sentence.start : cue]:
        return cue
    # “The overturned truck”: a participle behind an article is no verb.
    heads = [w for before, w in pairwise(["", *words]) if before.lower() not in DETERMINERS]
    verbal = any(is_finite(w, doc, page, plural=False) or w in page.lists["plural_auxiliaries"] for w in heads)
    return cue if verbal or doc.facts.quoted(Span(sentence.start, cue)) else sentence.start
