"""Pieces of the web page left in its text: tags, attributes, short codes, holes of templates, scripts."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

CLOSING = compiled(r"[.,;:!?)](?!\S)")


def removed(doc: Document, page: Page) -> Iterator[Hit]:
    """What the page's pattern finds is taken out, with the blanks that only it has set apart."""
    for span, _ in _runs(doc, page):
        yield Hit(span, {"bad": _short(span.of(doc.text))}, ((without(doc.text, span),),))


def tag(doc: Document, page: Page) -> Iterator[Hit]:
    """“< b>Madrid</ b>”, “< br / >”; one that ends a line or a paragraph leaves a blank between the words it parted."""
    for span, names in _runs(doc, page):
        apart = any(name.lower() in page.lists["apart"] for name in names)
        yield Hit(span, {"bad": _short(span.of(doc.text))}, ((without(doc.text, span, " " if apart else ""),),))


def _runs(doc: Document, page: Page) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Pieces that stand side by side are one, with the names of all: each by itself would leave its blank."""
    span: Span | None = None
    names: tuple[str, ...] = ()
    for m in page.pattern("piece").finditer(doc.text):
        name = (m["name"],) if "name" in m.re.groupindex else ()
        if span is not None and not doc.text[span.end : m.start()].strip(" \u00a0"):
            span, names = Span(span.start, m.end()), names + name
            continue
        if span is not None:
            yield span, names
        span, names = Span(*m.span()), name
    if span is not None:
        yield span, names


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
