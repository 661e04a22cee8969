"""Titles and role nouns whose gender is not that of the name beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.people import FAMILY_FIRST, Mention, of_given
from ..text.spellings import occurrences
from .letters import as_written

GIVEN = compiled(r"(\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)?)\b")
OTHER = {"f": "m", "m": "f"}
SURE = 2
"""The weight of a first name that hardly anybody of the other gender bears."""


def honorific_gender(doc: Document, page: Page) -> Iterator[Hit]:
    """“Mr. Hélène Garnier”: a courtesy title before a full name of the other gender."""
    for m in page.sought(doc.facts):
        title = m["title"].rstrip(".")
        sex = page.tables["gender"][title.lower()]
        first = m["given"]
        if first.lower() in FAMILY_FIRST and (second := GIVEN.match(doc.text, m.end())):
            first = second[1]  # “Mr. Park Geun-hye”
        given = next((e for e in of_given(first, frozenset()) if e.weight >= SURE), None)
        sentence = doc.facts.sentence_at(m.start())
        if page.pattern("married").search(doc.text, sentence.start, sentence.end):
            continue
        if given is None or given.gender == sex or _agrees(doc, m.start("given"), sex):
            continue
        # A wife under her husband's name, as American papers wrote it.
        husbands = title.lower() == "mrs" and m["given"].lower() in page.lists["husbands"]
        if husbands and not _agrees(doc, m.start("given"), "m"):
            continue
        goods = [_stopped(m["title"], good) for good in page.tables["titles"][given.gender].split()]
        span = Span(*m.span("title"))
        words = {"bad": f"{m['title']} {m['given']}", "why": given.why}
        yield replaced(span, words, goods)


def _agrees(doc: Document, start: int, sex: str) -> bool:
    """Whether the text's own pronouns for whoever is named at `start` take the title's side."""
    person = doc.facts.people.at(start)
    if person is None:
        return False
    theirs = [p.gender for p in doc.facts.said_of.get(person, ())]
    return theirs.count(sex) > theirs.count(OTHER[sex])


def _stopped(old: str, new: str) -> str:
    return new + "." if old.endswith(".") and len(new) < 4 else new


def role_noun_gender(doc: Document, page: Page) -> Iterator[Hit]:
    """“the spokesman Adriana Lastra”: a noun with a gender beside a name of the other."""
    nouns = page.tables["gender"].keys() & doc.facts.vocabulary
    if not nouns:
        return
    people = doc.facts.people
    for m in _before_names(doc, page, nouns):
        mention = next((x for x in people.near(Span(m.end() - 1, m.end() + 1)) if x.who is not None), None)
        if mention is not None:
            yield from _unfitting(doc, page, m, mention)
    for mention in people.mentions:
        behind = page.pattern("behind").match(doc.text, mention.end) if mention.who is not None else None
        if behind is not None:
            yield from _unfitting(doc, page, behind, mention)


def _before_names(doc: Document, page: Page, nouns: Iterable[str]) -> Iterator[regex.Match[str]]:
    """The page's pattern where one of the nouns stands: in any case, as a word of its own."""
    end = 0
    for start in sorted(span.start for noun in nouns for span in occurrences(doc.facts.lower, noun)):
        m = page.pattern("find").match(doc.text, start, doc.facts.block_around(start).end) if start >= end else None
        if m is not None:
            end = m.end()
            yield m


def _unfitting(doc: Document, page: Page, m: regex.Match[str], mention: Mention) -> Iterator[Hit]:
    noun = m["noun"].lower()
    sex = page.tables["gender"][noun]
    if mention.kind not in ("full", "titled") or mention.who is None:
        return
    person = doc.facts.people.people[mention.who]
    likely = [e for e in person.evidence if e.gender == OTHER[sex]]
    # Engines put the masculine for both. A feminine noun was chosen by somebody: Glenn Close is an actress, whatever others
    # of that first name are, unless the text's own pronouns say otherwise.
    agrees = _agrees(doc, mention.start, OTHER[sex])
    chosen = sex == "f" and noun in page.lists["chosen"]
    why = [e.why for e in likely if agrees or (e.weight >= SURE and not chosen)]
    if not why or _agrees(doc, mention.start, sex):
        return
    span = Span(*m.span("noun"))
    goods = [as_written(good, m["noun"]) for good in page.tables["goods"][noun].split()]
    words = {"bad": m["noun"], "name": person.name, "why": "; ".join(why)}
    yield replaced(span, words, goods)
