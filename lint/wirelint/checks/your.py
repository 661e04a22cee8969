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
OTHER = {"f": "m", "m": "f"}
BODYS = ("its", "their")


def your_for_third_person(doc: Document, page: Page) -> Iterator[Hit]:
    """“Your spokesperson stated”, with whose it is by the sentence it stands in and the two before."""
    facts, text = doc.facts, doc.text
    if any(not facts.quoted(Span(*m.span())) for m in page.pattern("you").finditer(text)):
        return
    for m in page.sought(doc.facts):
        span = Span(*m.span("your"))
        if facts.quoted(span):
            continue
        sentence = facts.sentence_at(span.start)
        said = [p.gender for p in facts.said_unquoted.near(sentence.start, span.start)]
        behind = _behind_comma(doc, page, m, sentence)
        if behind and not said:  # “Thanks to your measures, he said, …”
            said = [p.gender for p in facts.said_unquoted.near(behind.start, behind.start + 3) if not p.object]
        owner = ahead = actor(facts.people, text, behind, facts.quoted) if behind else None
        if owner is None:
            owner = _owner(doc, span)
        if not (m["opinion"] or _of_a_third(page, m, text, sentence, owner, bool(said)) or _plainly(page, m, ahead)):
            continue
        goods = [as_written(good, m["your"]) for good in _own(doc, page, m["noun"].lower(), owner, said)]
        words = {"bad": m["your"], "good": " or ".join(f"“{good}”" for good in goods), "noun": m["noun"]}
        yield Hit(span, words, tuple((Edit(span, good),) for good in goods))


def _behind_comma(doc: Document, page: Page, m: regex.Match[str], sentence: Span) -> Span | None:
    """The rest of a sentence that opens as “With your 4,000 staff, the firm …”, where whose it is stands behind the comma."""
    before = doc.text[sentence.start : m.start("your")]
    comma = page.pattern("comma").match(doc.text, m.end("noun"))
    if comma is None or comma.end() >= sentence.end or not page.pattern("fronted").search(before):
        return None
    return Span(comma.end(), sentence.end)


def _plainly(page: Page, m: regex.Match[str], ahead: Mention | Body | None) -> bool:
    """Whether it is somebody's in the text, who stands behind it, or who is not named: “Your wife, Elena, was in the car”."""
    noun, lists = m["noun"].lower(), page.lists
    if noun in lists["general"] or noun in lists["of_anybody"]:
        return False
    counted = any(letter.isdigit() for letter in m[0])
    if isinstance(ahead, Mention) or (
        ahead is not None and (counted or noun in lists["of_bodies"] | lists["of_players"])
    ):
        return True
    return (
        m["your"] == "Your" and noun in lists["of_kin"] and page.pattern("named").match(m.string, m.end()) is not None
    )


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
    if owner is None or owner.start < sentence.start:
        return False
    return noun in page.lists["of_bodies"] or noun in page.lists["of_players"]


def _owner(doc: Document, span: Span) -> Mention | Body | None:
    """Whose it may be: the actor of the sentence so far, or of one of the two before it."""
    facts = doc.facts
    index = facts.sentence_index(span.start) or 0
    spans = [Span(facts.sentences[index].start, span.start), *reversed(facts.sentences[max(0, index - 2) : index])]
    return next(
        (found for one in spans if (found := actor(facts.people, doc.text, one, facts.quoted)) is not None), None
    )


def _own(doc: Document, page: Page, noun: str, owner: Mention | Body | None, said: list[str]) -> tuple[str, ...]:
    """*His*, *her*, *its*, the likeliest first; one alone where the text is sure. `said`: the pronouns of the sentence so far."""
    if (spouse := page.tables["owner"].get(noun)) is not None:
        return (*OWN[spouse], *OWN[OTHER[spouse]])
    if said:
        return OWN[said[-1]]
    if isinstance(owner, Body):
        return BODYS if noun not in page.lists["of_players"] else OWN[None]
    if owner is not None and owner.gender is not None:
        return OWN[owner.gender]
    if doc.facts.said_unquoted.all("f") and not doc.facts.said_unquoted.all("m"):
        return ("her", "his", "their")
    return OWN[None]
