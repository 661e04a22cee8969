"""*Your* where nobody is spoken to: Spanish *su*, Italian *suo*, German *Ihr*."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Body, Mention, actor
from .letters import as_written

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
        said = [p.gender for p in facts.unquoted_pronouns if sentence.start <= p.start < span.start]
        if not m["opinion"] and not _of_a_third(page, m, text, sentence, owner, bool(said)):
            continue
        goods = [as_written(good, m["your"]) for good in _own(doc, owner, said)]
        words = {"bad": m["your"], "good": " or ".join(f"“{good}”" for good in goods), "noun": m["noun"]}
        yield Hit(span, words, tuple((Edit(span, good),) for good in goods))


def _of_a_third(
    page: Page, m: regex.Match[str], text: str, sentence: Span, owner: Mention | Body | None, said: bool
) -> bool:
    """Whether the noun behind *your* is the subject of a verb in the third person, or belongs to who its sentence is about.

    `said`: the sentence speaks of a he or a she before.
    """
    noun = m["noun"].lower()
    if noun in page.lists["general"] or (owner is None and not said):
        return False
    before = text[sentence.start : m.start("your")]
    if page.pattern("subject").match(text, m.end()) and page.pattern("before_subject").search(before):
        return True
    if m["your"][0].isupper():
        return False
    if said or (isinstance(owner, Mention) and owner.start >= sentence.start):
        return noun not in page.lists["of_anybody"]
    return owner is not None and owner.start >= sentence.start and noun in page.lists["of_bodies"]


def _owner(doc: Document, span: Span) -> Mention | Body | None:
    """Whose it may be: the actor of the sentence so far, or of one of the two before it."""
    facts = doc.facts
    index = facts.sentence_index(span.start) or 0
    spans = [Span(facts.sentences[index].start, span.start), *reversed(facts.sentences[max(0, index - 2) : index])]
    return next(
        (found for one in spans if (found := actor(facts.people, doc.text, one, facts.quoted)) is not None), None
    )


def _own(doc: Document, owner: Mention | Body | None, said: list[str]) -> tuple[str, ...]:
    """*His*, *her*, *its*, the likeliest first; one alone where the text is sure. `said`: the pronouns of the sentence so far."""
    if said:
        return OWN[said[-1]]
    if isinstance(owner, Body):
        return BODYS
    if owner is not None and owner.gender is not None:
        return OWN[owner.gender]
    genders = {p.gender for p in doc.facts.unquoted_pronouns}
    if genders == {"f"}:
        return ("her", "his", "their")
    return OWN[None]
