"""Pronouns whose gender is not that of the only person they can stand for."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from .antecedents import antecedent

# Two pronouns that stand as near as this are shown as one place.
NEAR = 60


def he_for_woman(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, "m")


def she_for_man(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, "f")


def _mismatched(doc: Document, wrong: str) -> Iterator[Hit]:
    """One hit a sentence: every pronoun of the chain in it changes together, the verbs fit both."""
    facts = doc.facts
    said = [p for p in facts.unquoted_pronouns if p.gender == wrong]
    done = -1
    for pronoun in said:
        if pronoun.start < done or (meant := antecedent(doc, pronoun)) is None:
            continue
        done = facts.sentence_at(pronoun.start).end
        chain = [p for p in said if pronoun.start <= p.start < done]
        edits = tuple(Edit(p.span, p.swapped(doc.text)) for p in chain)
        span = Span(pronoun.start, chain[-1].end if chain[-1].end - pronoun.start < NEAR else pronoun.end)
        words = {"bad": pronoun.of(doc.text), "good": edits[0].text, "name": meant.name, "why": meant.why}
        yield Hit(span, words, (edits,))
