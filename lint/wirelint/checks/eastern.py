"""What translation from Chinese and Japanese leaves in English: the names of an illness, dates, lists, signs."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

NEXT = compiled(r"[ -](\p{L}+)")
FOLLOWS = compiled(r" \p{L}")


def new_crown(doc: Document, page: Page) -> Iterator[Hit]:
    """“new crown pneumonia”, “the new corona”: the coronavirus and its illness, read character by character."""
    for m in page.pattern().finditer(doc.text):
        found = NEXT.match(doc.text, m.end("bad"))
        before = found[1].lower() in page.lists["nouns"] if found else False
        words = m["bad"].lower()
        virus = words.endswith("virus")
        the = m["the"] or ""
        goods: tuple[str, ...]
        if m["ill"]:
            goods = ("COVID-19", "the coronavirus")
        elif before:
            goods = (the + "coronavirus", the + "COVID-19") if virus else (the + "COVID-19", the + "coronavirus")
        elif virus:
            goods = (f"{the if the.lower() == 'the ' else 'the '}coronavirus", "COVID-19")
        else:
            if m["bare"] and FOLLOWS.match(doc.text, m.end("bad")) and (not found or found[1] not in page.lists["small"]):
                continue  # the new crown court
            goods = ("COVID-19", "the coronavirus")
        if doc.text.startswith(" (COVID", m.end("bad")):
            goods = ("the coronavirus",)
        span = Span(*m.span("bad"))
        if the and all(good.startswith(the) for good in goods):
            span, goods = Span(span.start + len(the), span.end), tuple(good.removeprefix(the) for good in goods)
        goods = tuple(good[0].upper() + good[1:] if span.of(doc.text)[0].isupper() and good[0] != "C" else good for good in goods)
        yield Hit(span, {"bad": span.of(doc.text), "good": goods[0]}, tuple((Edit(span, good),) for good in goods))


def ushered_in(doc: Document, page: Page) -> Iterator[Hit]:
    """“ushered in heavy rain”: what came by itself was seen."""
    for m in page.pattern().finditer(doc.text):
        verb = m["bad"].split()[0]
        good = "seen" if m["perfect"] else page.tables["see"][verb.lower()]
        good = good.capitalize() if verb[0].isupper() else good
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"], "good": good}, ((Edit(span, good),),))


def reporter_learned(doc: Document, page: Page) -> Iterator[Hit]:
    """“The reporter learned from the bureau that”: the source alone; a meeting has heard it."""
    for m in page.pattern().finditer(doc.text):
        if m["who"] and m["who"].split()[0] in ("his", "her", "its", "their", "my"):
            continue
        day = (m["day"] or "").strip()
        if m["who"]:
            good = f"According to {m['who']},"
        else:
            good = f"{m['event'][0].upper()}{m['event'][1:]} heard{' ' + day if day else ''} that"
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"], "good": good}, ((Edit(span, good),),))


def dateline(doc: Document, page: Page) -> Iterator[Hit]:
    """“Xinhua News Agency, Harbin, May 3 (Reporter Li Na)”: “HARBIN, May 3 (Xinhua) —”."""
    for m in page.pattern().finditer(doc.text):
        if m["joint"] == "," or (m["city"] is None and "eporter" not in m["bad"]):
            continue
        agency = page.tables["short"].get(m["agency"], m["agency"])
        place = f"{m['city'].upper()}, " if m["city"] else ""
        good = f"{place}{m['date']} ({agency}) —"
        span = Span(m.start("bad"), m.end("joint") if m["joint"] else m.end("bad"))
        yield Hit(span, {"bad": span.of(doc.text), "good": good}, ((Edit(span, good),),))
