"""Acronyms of other languages: “the ONU”, “EE.UU.”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Span
from ...page import Page
from ...text.document import Document

LONG = 60
GLOSS = 40  # letters around a gloss, and of a quotation that may be a headline or a name


def foreign_acronym(doc: Document, page: Page) -> Iterator[Hit]:
    """Those of the page's tables: `anywhere`, those that need “the” before them, and those in brackets behind the long form."""
    facts = doc.facts
    yield from _in_brackets(doc, page)
    for table in ("anywhere", "after_the", "with_dots"):
        for short, english in page.tables[table].items():
            if short.partition(".")[0] not in facts.spellings or short in doc.house.keep:
                continue
            for span in _spans(doc, short):
                if _used(doc, page, span, only_after_the=table == "after_the"):
                    yield _hit(doc, page, span, english.split(" / "))


def _in_brackets(doc: Document, page: Page) -> Iterator[Hit]:
    """“the World Health Organization (OMS)”."""
    for short in page.tables["long"].keys() & doc.facts.spellings:
        long = page.tables["long"][short]
        for span in doc.facts.occurrences(short):
            before = doc.facts.lower[max(0, span.start - LONG) : span.start].replace("isation", "ization")
            if doc.text[span.end : span.end + 1] == ")" and before.rstrip("( ").endswith(long):
                english = next(
                    page.tables[t][short] for t in ("short", "after_the", "anywhere") if short in page.tables[t]
                )
                yield _hit(doc, page, span, english.split(" / ")[:1])


def _spans(doc: Document, short: str) -> Iterator[Span]:
    if "." not in short:
        yield from doc.facts.occurrences(short)
        return
    at = doc.text.find(short)
    while at >= 0:
        yield Span(at, at + len(short))
        at = doc.text.find(short, at + 1)


def _used(doc: Document, page: Page, span: Span, *, only_after_the: bool) -> bool:
    """Whether the acronym stands for its bearer, and is neither a firm's name nor explained as a foreign word."""
    text = doc.text
    left, right = text[max(0, span.start - GLOSS) : span.start], text[span.end : span.end + GLOSS]
    if page.pattern("gloss_before").search(left) or page.pattern("gloss_after").match(right):
        return False
    if only_after_the and not page.pattern("the").search(left):
        return False
    if page.pattern("longer").match(right) or left[-1:] in ("-", "/", ".", "@", "#"):
        return False
    following = right[1:].split(None, 1)[0].strip('.,;:”"') if right[1:].strip() else ""
    if following in doc.facts.unknown:
        return False
    quote = doc.facts.quote_at(span.start)
    return quote is None or quote.span.end - quote.span.start > GLOSS


def _hit(doc: Document, page: Page, span: Span, goods: list[str]) -> Hit:
    text = doc.text
    if goods[0].startswith("the ") and page.pattern("the").search(text, max(0, span.start - 5), span.start):
        goods = [good.removeprefix("the ") for good in goods]
    elif goods[0].startswith("the ") and doc.facts.sentence_at(span.start).start == span.start:
        goods = [good[0].upper() + good[1:] for good in goods]
    if span.of(text).endswith(".") and page.pattern("sentence_ends").match(text, span.end):
        goods = [good + "." for good in goods]
    return Hit(span, {"bad": span.of(text), "good": goods[0]}, tuple((Edit(span, good),) for good in goods))
