"""Large figures and money as the source language counts and writes them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .numbers import instead

FOREIGN = compiled(r"\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3})+")


def scale_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“3 Mrd. euros”, “12 млн tonnes”, “30亿 yuan”: the scale word of the source, put into English."""
    scales = page.tables["scales"]
    for m in page.sought(doc.facts):
        worth = scales.get(m["scale"].lower())
        if worth is None:
            continue
        amount = _figure(m["figure"]) * Decimal(worth)
        yield instead(m, in_english(amount))


def _figure(written: str) -> Decimal:
    """“3,5” and “3.5” are three and a half; “1.250” and “1,250” are thousands."""
    whole, mark, part = written.replace(",", ".").rpartition(".")
    if mark and len(part) == 3:
        return Decimal(whole.replace(".", "") + part)
    return Decimal(f"{whole.replace('.', '')}.{part}" if mark else part)


def in_english(amount: Decimal) -> str:
    """1,500,000,000 → “1.5 billion”; below a million in figures."""
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if amount >= size:
            return f"{_short(amount / size)} {name}"
    return f"{amount:,.0f}" if amount == amount.to_integral() else _short(amount)


def _short(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:,f}"


def english(figure: str) -> str:
    """“12,50” → “12.50”, “1.250” → “1,250”, “1.250,50” → “1,250.50”; what is English stays."""
    if FOREIGN.fullmatch(figure):
        return figure.translate({ord("."): ",", ord(","): "."})
    return figure


def currency_behind(doc: Document, page: Page) -> Iterator[Hit]:
    """“25 €”, “30 million $”: in English the sign goes before the figure."""
    for m in page.sought(doc.facts):
        sign = m["sign"]
        figure = english(m["figure"])
        good = f"{sign}{figure}{m['scale'] or ''}"
        yield instead(m, good, f"{figure}{m['scale'] or ''} {page.tables['names'][sign]}")


def money_before_scale(doc: Document, page: Page) -> Iterator[Hit]:
    """“500 yuan million”: moved behind the scale; of a figure that may be in thousands of millions nothing is certain."""
    for m in page.sought(doc.facts):
        if len(m["figure"]) > 3:
            span = Span(*m.span("bad"))
            yield Hit(span, {"bad": m["bad"], "good": f"{m['figure']} {m['scale']} {m['money']}"}, ())
        else:
            yield instead(m, f"{m['figure']} {m['scale']} {m['money']}")


def square(doc: Document, page: Page) -> Iterator[Hit]:
    """“80 m2” → “80 square metres”."""
    for m in page.sought(doc.facts):
        unit, power = page.tables["units"][m["unit"]], page.tables["powers"][m["power"]]
        yield instead(m, f"{m['figure']} {power} {unit}", f"{m['figure']} {power} {unit.replace('metres', 'meters')}")


def myriads(doc: Document, page: Page) -> Iterator[Hit]:
    """“12 ten thousand”, “3.5 hundred million”: counted in 万 and 億."""
    for m in page.sought(doc.facts):
        worth = page.tables["scales"][m["scale"].replace("-", " ")]
        yield instead(m, in_english(Decimal(m["figure"]) * Decimal(worth)))


def million_sign(doc: Document, page: Page) -> Iterator[Hit]:
    """“40 M€” → “€40 million”."""
    for m in page.sought(doc.facts):
        amount = in_english(_figure(m["figure"]) * Decimal(page.tables["scales"][m["scale"]]))
        yield instead(m, f"{m['sign']}{amount}")


def capital(doc: Document, page: Page) -> Iterator[Hit]:
    """“50 Euros” → “50 euros”."""
    for m in page.sought(doc.facts):
        yield instead(m, m["bad"].lower())
