"""Acronyms of other languages: “the ONU”, “EE.UU.”."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document

LONG = 60  # letters that a long form and its bracket take
NEXT = compiled(r"\W? ?(\w+)")
GLOSS = 40  # letters around a gloss, and of a quotation that may be a headline or a name


def foreign_acronym(doc: Document, page: Page) -> Iterator[Hit]:
    """Those of the page's tables: `anywhere`, those that need “the” before them, and those in brackets behind the long form."""
    yield from _in_brackets(doc, page)
    spellings = doc.facts.spellings - doc.house.keep
    unsure = page.tables["with_evidence"].keys() & spellings
    evident = {short: goods for short in unsure if (goods := _evident(doc, page, short)) is not None}
    for short, goods in sorted(evident.items()):
        for span in doc.facts.occurrences(short) if goods else ():
            named = page.pattern("name_before").search(doc.text, max(0, span.start - GLOSS), span.start)
            if not named and _used(doc, page, span, only_after_the=False):
                yield _hit(doc, page, span, goods)
    for table in ("anywhere", "after_the"):
        for short in (page.tables[table].keys() & spellings) - evident.keys():
            for span in doc.facts.occurrences(short):
                if _used(doc, page, span, only_after_the=table == "after_the"):
                    yield _hit(doc, page, span, page.tables[table][short].split(" / "))
    for short, english in page.tables["with_dots"].items():
        if short.partition(".")[0] in spellings:
            for at in (m.start() for m in compiled(regex.escape(short)).finditer(doc.text)):
                span = Span(at, at + len(short))
                if _used(doc, page, span, only_after_the=False):
                    yield _hit(doc, page, span, english.split(" / "))


def _evident(doc: Document, page: Page, short: str) -> list[str] | None:
    """What an acronym of several meanings stands for, if the text speaks of that; empty if it speaks of the other, else None."""
    english, wanted, unwanted = page.tables["with_evidence"][short].split("; ")
    if unwanted and compiled(unwanted, regex.I).search(doc.text):
        return []
    if wanted and not compiled(wanted, regex.I).search(doc.text):
        return None
    return english.split(" / ")


def _in_brackets(doc: Document, page: Page) -> Iterator[Hit]:
    """“the World Health Organization (OMS)”."""
    for short in page.tables["long"].keys() & doc.facts.spellings:
        long = page.tables["long"][short]
        for span in doc.facts.occurrences(short):
            before = doc.facts.lower[max(0, span.start - LONG) : span.start].replace("isation", "ization")
            if doc.text[span.end : span.end + 1] == ")" and before.rstrip("( ").endswith(long):
                english = {**page.tables["anywhere"], **page.tables["after_the"], **page.tables["short"]}[short]
                yield _hit(doc, page, span, english.split(" / ")[:1])


def _used(doc: Document, page: Page, span: Span, *, only_after_the: bool) -> bool:
    """Whether the acronym stands for its bearer, and is neither a firm's name nor explained as a foreign word."""
    text = doc.text
    left, right = text[max(0, span.start - GLOSS) : span.start], text[span.end : span.end + GLOSS]
    if page.pattern("gloss_before").search(left) or page.pattern("gloss_after").match(right):
        return False
    if only_after_the and not page.pattern("the").search(left) and not page.pattern("at_work").match(right):
        return False
    if (not span.of(text).startswith("EE") and page.pattern("longer").match(right)) or left[-1:] in (
        "-",
        "/",
        ".",
        "@",
        "#",
    ):
        return False
    following = NEXT.match(right)
    if following and following[1] in doc.facts.unknown:
        return False  # a phrase of the language it is from
    quote = doc.facts.quote_at(span.start)
    return quote is None or quote.span.end - quote.span.start > GLOSS


def _hit(doc: Document, page: Page, span: Span, goods: list[str]) -> Hit:
    text = doc.text
    attributive = _before_a_noun(doc, page, span)
    if goods[0] == "the United States" and attributive:
        goods = ["the US", "the U.S."]
    if "U.S." in text or "U.N." in text:
        goods = sorted(goods, key=lambda good: not good.endswith("."))
    if (
        goods[0].startswith("the ")
        and (attributive or not _in_prose(doc, span))
        and not page.pattern("the").search(text, max(0, span.start - 5), span.start)
    ):
        goods = [good.removeprefix("the ") for good in goods]
    if goods[0].startswith("the ") and page.pattern("the").search(text, max(0, span.start - 5), span.start):
        goods = [good.removeprefix("the ") for good in goods]
    elif goods[0].startswith("the ") and doc.facts.sentence_at(span.start).start == span.start:
        goods = [good[0].upper() + good[1:] for good in goods]
    if span.of(text).endswith(".") and not attributive and page.pattern("sentence_ends").match(text, span.end):
        goods = [good.removesuffix(".") + "." for good in goods]
    words = {"bad": span.of(text), "good": goods[0]}
    return Hit(span, words, tuple((_with_its_article(text, span, good),) for good in goods))


# Letters whose names begin with a vowel, and acronyms that are read as words.
VOWELS, WORDS = frozenset("AEFHILMNORSX"), ("NATO", "NAFTA", "SARS", "UNIFIL")
ARTICLE = compiled(r"\b([Aa])(n?) \Z")


def _with_its_article(text: str, span: Span, good: str) -> Edit:
    """“an ADN test” → “a DNA test”: the article goes along where the English acronym wants the other."""
    article = ARTICLE.search(text, max(0, span.start - 3), span.start)
    wanted = "n" if good[:1] in VOWELS and not good.startswith(WORDS) else ""
    if article is None or article[2] == wanted or good.startswith("the "):
        return Edit(span, good)
    return Edit(Span(article.start(), span.end), f"{article[1]}{wanted} {good}")


def _in_prose(doc: Document, span: Span) -> bool:
    """Whether the sentence ends like one; a headline goes without articles."""
    sentence = doc.facts.sentence_at(span.start)
    return doc.text[sentence.start : sentence.end].rstrip("\"”’')").endswith((".", "!", "?"))


def _before_a_noun(doc: Document, page: Page, span: Span) -> bool:
    """“the EEUU ambassador”, “EE.UU. officials”, “EE.UU. President X”; what “EE.UU. spoke of” is a verb."""
    following = page.pattern("attributive").match(doc.text, span.end)
    if following is None:
        return False
    determined = page.pattern("determined").search(doc.text, max(0, span.start - 12), span.start) is not None
    word = following[0].strip()
    return determined or word[0].isupper() or (len(word) > 4 and word.endswith("s"))
