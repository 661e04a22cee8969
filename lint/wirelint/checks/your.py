"""*Your* where nobody is spoken to: Spanish *su*, Italian *suo*, German *Ihr*."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Body, Mention, actor

OWN = {"f": ("her",), "m": ("his",), None: ("his", "her", "their")}
BODYS = ("its", "their")


def your_for_third_person(doc: Document, page: Page) -> Iterator[Hit]:
    """“Your spokesperson stated”, with whose it is by the sentence it stands in and the two before."""
    facts, text = doc.facts, doc.text
    if any(not facts.quoted(Span(*m.span())) for m in page.pattern("you").finditer(text)):
        return
    for m in page.pattern("find").finditer(text):
        span = Span(*m.span("your"))
        if facts.quoted(span):
            continue
        sentence = facts.sentence_at(span.start)
        owner = _owner(doc, span)
        if not m["opinion"] and (owner is None or not _of_a_third(page, m, text, sentence, owner)):
            continue
        goods = [_cased(good, m["your"]) for good in _own(doc, owner, span, sentence)]
        words = {"bad": m["your"], "good": " or ".join(f"“{good}”" for good in goods), "noun": m["noun"]}
        yield Hit(span, words, tuple((Edit(span, good),) for good in goods))


def _of_a_third(page: Page, m: regex.Match[str], text: str, sentence: Span, owner: Mention | Body) -> bool:
    """Whether the noun behind *your* is the subject of a verb in the third person, or belongs to who its sentence is about."""
    noun = m["noun"].lower()
    if noun in page.lists["general"]:
        return False
    before = text[sentence.start : m.start("your")]
    if page.pattern("subject").match(text, m.end()) and page.pattern("before_subject").search(before):
        return True
    if m["your"][0].isupper() or owner.start < sentence.start:
        return False
    return noun in page.lists["of_bodies"] if isinstance(owner, Body) else noun not in page.lists["of_anybody"]


def _owner(doc: Document, span: Span) -> Mention | Body | None:
    """Whose it may be: the actor of the sentence so far, or of one of the two before it."""
    facts = doc.facts
    index = facts.sentence_index(span.start) or 0
    spans = [Span(facts.sentences[index].start, span.start), *reversed(facts.sentences[max(0, index - 2) : index])]
    return next((found for one in spans if (found := actor(facts.people, doc.text, one)) is not None), None)


def _own(doc: Document, owner: Mention | Body | None, span: Span, sentence: Span) -> tuple[str, ...]:
    """*His*, *her*, *its*, the likeliest first; one alone where the text is sure."""
    said = doc.facts.unquoted_pronouns
    here = [p.gender for p in said if sentence.start <= p.start < span.start]
    if here:
        return OWN[here[-1]]
    if isinstance(owner, Body):
        return BODYS
    if owner is not None and owner.gender is not None:
        return OWN[owner.gender]
    genders = {p.gender for p in said}
    if genders == {"f"}:
        return ("her", "his", "their")
    return OWN[None]


def _cased(good: str, bad: str) -> str:
    return good.capitalize() if bad[0].isupper() else good
