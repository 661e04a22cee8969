"""Pieces of the web page left in its text: tags, attributes, short codes, holes of templates, scripts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

CLOSING = regex.compile(r"[.,;:!?)](?!\S)")


def removed(doc: Document, page: Page) -> Iterator[Hit]:
    """What the page's pattern finds is taken out, with the blanks that only it has set apart."""
    for m in page.pattern("piece").finditer(doc.text):
        span = Span(*m.span())
        yield Hit(span, {"bad": _short(m[0])}, ((without(doc.text, span),),))


def tag(doc: Document, page: Page) -> Iterator[Hit]:
    """“< b>Madrid</ b>”, “< br / >”; one that ends a line or a paragraph leaves a blank between the words it parted."""
    for m in page.pattern("piece").finditer(doc.text):
        span = Span(*m.span())
        apart = m["name"].lower() in page.lists["apart"]
        yield Hit(span, {"bad": _short(m[0])}, ((without(doc.text, span, " " if apart else ""),),))


def without(text: str, span: Span, between: str = "") -> Edit:
    """The edit that takes a span out: of the blanks on its two sides one stays, or `between` where there is none."""
    start, end = span
    while start and text[start - 1] in " \u00a0":
        start -= 1
    while end < len(text) and text[end] in " \u00a0":
        end += 1
    blank = " " if start < span.start or end > span.end else between
    at_edge = start == 0 or text[start - 1] in "\r\n" or end == len(text) or text[end] in "\r\n"
    return Edit(Span(start, end), "" if at_edge or CLOSING.match(text, end) else blank)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:30] + "…" + text[-6:]
