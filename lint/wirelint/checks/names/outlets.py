"""Newspapers, magazines and stations whose names were translated: “the newspaper The World” for *Le Monde*."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...model import Edit, Hit, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.spellings import by_first_word

REACH = 30


def translated_outlet(doc: Document, page: Page) -> Iterator[Hit]:
    """Behind what only an outlet follows: its kind, or the act of citing."""
    text = doc.text
    for kind in page.lists["kinds"] & doc.facts.spellings:
        for span in doc.facts.occurrences(kind):
            name = page.pattern("name").match(text, span.end)
            good = _by_land(page, text, span, name) if name else ""
            yield from _replaced(name, good) if name and good else _hits(doc, page, name, kind)
    for m in page.pattern("named").finditer(text):
        name = page.pattern("name").match(text, m.start() - 1)
        if page.pattern("cites").search(text, max(0, m.start() - REACH), m.start()):
            yield from _hits(doc, page, name, "")
        elif name and page.pattern("reports").match(text, name.end()):
            yield from _of_the_land(doc, page, name)


def _by_land(page: Page, text: str, kind: Span, name: regex.Match[str]) -> str:
    """What the newspaper of the land that is named right before its kind, or behind its name, calls itself."""
    before = page.pattern("of_land").search(text, max(0, kind.start - REACH), kind.start)
    behind = page.pattern("from_land").match(text, name.end())
    land = before["land"] if before else page.tables["countries"][behind["country"]] if behind else ""
    return page.tables["press"].get(f"{land} {name['bad']}", "")


def _replaced(name: regex.Match[str], good: str) -> Iterator[Hit]:
    span = Span(*name.span("bad"))
    yield replaced(span, {"bad": name["bad"]}, [good])


def _hits(doc: Document, page: Page, m: regex.Match[str] | None, kind: str) -> Iterator[Hit]:
    good = _original(doc, page, m["bad"], kind) if m else ""
    if m and good:
        span = Span(*m.span("bad"))
        goods = good.split(" / ")
        yield replaced(span, {"bad": m["bad"]}, goods)


def _of_the_land(doc: Document, page: Page, m: regex.Match[str]) -> Iterator[Hit]:
    """“The French minister will resign, The World reported”: the outlet of the one country that the sentence speaks of."""
    good = _original(doc, page, m["bad"], "newspaper")
    if not good:
        return
    sentence = doc.facts.sentence_at(m.start("bad")).of(doc.text)
    lands = {page.tables["lands"][word] for word in page.pattern("land").findall(sentence)}
    goods = [one for one in good.split(" / ") if page.tables["articles"].get(one.partition(" ")[0]) in lands]
    if len(lands) == 1 and len(goods) == 1:
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"], "good": goods[0]}, ((Edit(span, goods[0]),),))


def _original(doc: Document, page: Page, name: str, kind: str) -> str:
    """What the outlet calls itself; nothing where an English one has that name, or where it is a word and no kind is said."""
    row = doc.knowledge.outlets.get(name)
    if kind == "magazine" and name in page.tables["magazines"]:
        return page.tables["magazines"][name]
    if row is None or not row[0] or row[0] == name or name in doc.house.keep:
        return ""
    bare = doc.knowledge.outlets.get(name.removeprefix("The ")) or ()
    if "english" in row or "english" in bare:
        return ""
    if "word" in row and kind not in page.lists["papers"]:
        return ""
    sure = "word" not in row and " " in name and " / " not in row[0]
    return row[0] if kind or sure else ""


def translated_party(doc: Document, page: Page) -> Iterator[Hit]:
    """“the leader of Citizens, …” for *Ciudadanos*, where the text speaks of that country's politics."""
    firsts = by_first_word(frozenset(page.tables["parties"]))
    for name in (name for first in firsts.keys() & doc.facts.spellings for name in firsts[first]):
        good, _, evidence = page.tables["parties"][name].partition("; ")
        if name not in doc.text or compiled(evidence).search(doc.text) is None:
            continue
        for span in doc.facts.occurrences(name):
            if page.pattern("longer").match(doc.text, span.end):
                continue
            if page.pattern("before").search(doc.text, max(0, span.start - REACH), span.start):
                yield replaced(span, {"bad": name}, [good])
