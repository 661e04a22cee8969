"""Words left in the source language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

GLOSSED = compiled(r",? (?:as|or|the (?:mayor|so-called)|meaning|which means|\()")


def role(doc: Document, page: Page) -> Iterator[Hit]:
    """“the sindaco of Latina”, if the word is not explained."""
    languages = _by_word(page)
    if languages.keys().isdisjoint(doc.facts.vocabulary):
        return
    for m in page.pattern().finditer(doc.text):
        word = m["bad"]
        found = languages.get(word.lower())
        # A capital is a name's (“Prefeito Street”), but for one that stands as a whole subject: “The Bakan did not”.
        if found is None or (word[0].isupper() and not _subject(doc.text, m)) or GLOSSED.match(doc.text, m.end()):
            continue
        language, good = found
        span = Span(*m.span("bad"))
        words = {"bad": word, "good": good, "language": language.capitalize()}
        yield Hit(span, words, ((Edit(span, good),),))


VERB = compiled(r" (?:did|said|does|has|had|is|was|will|would|also|told|announced|added|of the|refused)\b")


def _subject(text: str, m: regex.Match[str]) -> bool:
    return VERB.match(text, m.end()) is not None


def month(doc: Document, page: Page) -> Iterator[Hit]:
    """“in julho 2023”, “18 février 2019”, “3 de octubre de 2018”."""
    languages = _by_word(page)
    if languages.keys().isdisjoint(doc.facts.vocabulary):
        return
    for m in page.pattern().finditer(doc.text):
        found = languages.get(m["bad"].lower())
        # A day alone before a word is no date yet where the word is an English one (20 mars, 3 mart).
        if found is None or not (m["year"] or m["of"] or m["bad"].lower() not in doc.knowledge.words):
            continue
        language, good = found
        start = m.start("day") if m["day"] else m.start("bad")
        end = m.end("year") if m["year"] else m.end("bad")
        new = " ".join(part for part in (m["day"], good, m["year"]) if part)
        span = Span(start, end)
        words = {"bad": m["bad"], "good": good, "language": language.capitalize()}
        yield Hit(span, words, ((Edit(span, new),),))


@lru_cache(maxsize=8)
def _by_word(page: Page) -> dict[str, tuple[str, str]]:
    """Word → (language, English), of the page's tables; a word of two languages goes to the first of them."""
    words: dict[str, tuple[str, str]] = {}
    for language in page.data["lists"]["languages"]:
        for word, good in page.tables[language].items():
            words.setdefault(word, (language, good))
    return words
