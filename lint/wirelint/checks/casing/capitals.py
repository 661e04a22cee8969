"""Words of the page's own lists, written with the capital they lack or without the one they do not need."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...text.document import Document
from .near import before, headline_style, hits, in_prose

REACH = 24
TERRITORIES = ("Region", "Province", "Municipality")
CUSTOM = 3  # as often, and it is how this house writes the word


def lost_capital(doc: Document, page: Page) -> Iterator[Hit]:
    """Words that always have a capital (monday), and those that have one where `here` finds it (august)."""
    facts, found = doc.facts, dict[Span, str]()
    always, sometimes = page.lists["always"], page.lists["sometimes"]
    for word in (always | sometimes) & facts.spellings:
        for span in facts.occurrences(word):
            sure = word in always or page.pattern("here").match(doc.text, span.start) is not None
            if sure and word not in doc.house.keep and in_prose(doc, span):
                found[span] = word[0].upper() + word[1:]
    yield from hits(doc, found)


def needless_capital(doc: Document, page: Page) -> Iterator[Hit]:
    """Common nouns behind “the” or behind an adjective, with no name beside them.

    Not where the text writes them so throughout, as its house may.
    """
    facts, found = doc.facts, dict[Span, str]()
    nouns = (
        page.lists[name] & facts.spellings
        for name in ("offices", "lone", "unlike", "behind_adjectives", "goods", "counted")
    )
    for noun in set().union(*nouns) - doc.house.keep:
        spans = list(facts.occurrences(noun))
        if len(spans) >= CUSTOM and noun in page.lists["custom"]:
            continue
        for span in spans:
            if _common(doc, page, span, noun) and not headline_style(doc, span):
                found[span] = noun.lower()
    found |= _beside(doc, page, found)
    yield from hits(doc, found)


def _beside(doc: Document, page: Page, found: dict[Span, str]) -> dict[Span, str]:
    """Of sentences with one sure needless capital: the other common nouns in it, “the Opposition wants the Law withdrawn”."""
    more: dict[Span, str] = {}
    sure = (span for span in found if span.of(doc.text) not in page.lists["unlike"])
    begins = {doc.facts.sentence_at(span.start) for span in sure}
    if not begins:
        return more
    nouns = (page.lists["beside"] | page.lists["unlike"] | page.lists["lone"]) & doc.facts.spellings
    for noun in sorted(nouns):
        for span in doc.facts.occurrences(noun):
            left = before(doc.text, span.start)
            if left is None or span in found or doc.facts.sentence_at(span.start) not in begins:
                continue
            if left.text.lower() in page.lists["leads"] and page.pattern("beside").match(doc.text, span.end):
                more[span] = noun.lower()
    for m in page.pattern("pairs").finditer(doc.text) if more or found else ():
        span = Span(*m.span("pair"))
        if doc.facts.sentence_at(span.start) in begins and not any(span.overlaps(other) for other in found):
            more = {other: good for other, good in more.items() if not span.overlaps(other)}
            more[span] = m["pair"].lower()
    return more


def _common(doc: Document, page: Page, span: Span, noun: str) -> bool:
    left = before(doc.text, span.start)
    if left is None:
        return False
    if left.text in page.lists["adjectives"]:
        return noun in page.lists["behind_adjectives"] and page.pattern("alone").match(doc.text, span.end) is not None
    if noun in page.lists["goods"]:
        measured = page.pattern("measured").search(doc.text, max(0, span.start - REACH), span.start)
        return measured is not None and page.pattern("alone").match(doc.text, span.end) is not None
    if left.text.lower() in page.lists["determiners"] and noun in page.lists["lone"]:
        return page.pattern("one_of").match(doc.text, span.end) is not None
    if left.text.lower() in page.lists["counts"] and (noun in page.lists["counted"] or noun in page.lists["lone"]):
        return noun.endswith("s") and page.pattern("one_of").match(doc.text, span.end) is not None
    if left.text not in ("the", "The"):
        return False
    if noun in page.lists["offices"] and page.pattern("of_common").match(doc.text, span.end):
        return True
    if noun not in page.lists["lone"] and not (noun in page.lists["unlike"] and _small_elsewhere(doc, noun)):
        return False
    return page.pattern("alone").match(doc.text, span.end) is not None


def _small_elsewhere(doc: Document, noun: str) -> bool:
    """Whether the text mostly writes “the government”, so that “the Government” is a slip and no house style."""
    text, low = doc.text, noun.lower()
    ends = (" ", "’", "'") if noun in TERRITORIES else (" ",)
    small = sum(text.count(f"{the} {low}{end}") for the in ("the", "The") for end in ends)
    return small > 0 and small >= text.count(f"the {noun} ")
