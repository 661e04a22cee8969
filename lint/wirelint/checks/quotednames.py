"""Names of ships, clubs, papers and firms in quotation marks, as Russian and its neighbours write them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

# What joins the names of a list: “Milan”, “Lazio” and “Torino”.
JOINT = compiled(r",? (?:and |or )?|,? and the | [-–] | against | vs\.? ")
BEFORE = compiled(r"([\p{L}][\p{L}\p{M}'’.-]*) $")
REACH = 40


def name_in_marks(doc: Document, page: Page) -> Iterator[Hit]:
    """The noun before says what it is, or the name is known, or in a report of sport it is a town; then the others of a list."""
    found = [m for m in page.pattern("marked").finditer(doc.text) if not _mentioned(doc, page, m)]
    sure = {m.start() for m in found if _named(doc, page, m)}
    names = {m["name"] for m in found if m.start() in sure}
    sure |= {m.start() for m in found if m["name"] in names}
    for row in (found, found[::-1]):
        _spread(doc, row, sure)
    for m in found:
        if m.start() in sure:
            stop = m["stop"]
            after = doc.text[m.end() : m.end() + 1]
            good = m["name"] + ("" if stop == after else stop)
            yield Hit(Span(*m.span()), {"bad": m[0], "good": good}, ((Edit(Span(*m.span()), good),),))


def _spread(doc: Document, row: list[regex.Match[str]], sure: set[int]) -> None:
    for one, other in pairwise(row):
        first, second = sorted((one, other), key=lambda m: m.start())
        if one.start() in sure and JOINT.fullmatch(doc.text, first.end(), second.start()):
            sure.add(other.start())


def _mentioned(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    """Whether the word is spoken of, or the title of a work, which keeps its marks."""
    return page.pattern("works").search(doc.text, max(0, m.start() - REACH), m.start()) is not None


def _named(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    before = BEFORE.search(doc.text, max(0, m.start() - REACH), m.start())
    if before and (before[1].lower() in page.lists["bearers"] or before[1] in page.lists["forms"]):
        return True
    name, know = m["name"], doc.knowledge
    row = know.organisations.get(name.lower().removeprefix("the "))
    if name in know.outlets or (row is not None and row[1] == "club"):
        return True
    leads = before is not None and (before[1].lower() in know.places or before[1].lower() in know.demonyms)
    plays = page.pattern("plays").search(doc.text, max(0, m.start() - REACH), m.start()) is not None
    return (name.lower() in know.places or leads or plays) and _of_sport(doc, page, m)


def _of_sport(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    sentence = doc.facts.sentence_at(m.start())
    return page.pattern("sport").search(doc.text, *sentence) is not None
