"""Sums that the source sizes by their digits."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..text.document import Document

COUNT = {
    "single": 1, "one": 1, "double": 2, "two": 2, "triple": 3, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
SIZE = ("", "tens of ", "hundreds of ")
UNITS = ("", "thousands", "millions", "billions")


def digits(doc: Document, page: Page) -> Iterator[Hit]:
    """“in the double-digit million range” → “in the tens of millions”, “a six-digit sum” → “a six-figure sum”."""
    for m in page.sought(doc.facts):
        good = _sized(m)
        if good is None:
            continue
        span = Span(*m.span("bad"))
        if m["bad"][0].isupper():
            good = good[0].upper() + good[1:]
        yield replaced(span, {"bad": m["bad"]}, [good])


def _sized(m: regex.Match[str]) -> str | None:
    """What stands for the digits; None where too few are named to tell a size."""
    count = COUNT[m["n"].lower()]
    if m["what"] is None:
        return f"{m['n']}-figure" if count > 3 else None
    size = f"{m['size']} " if m["size"] else ""
    lead = m["lead"] or ""
    if m["what"] in ("amount", "sum", "figure") and not m["unit"]:
        return f"{lead}{m['det']} {size}{m['n']}-figure {m['what']}" if count > 3 else None
    if m["unit"]:
        much = SIZE[(count - 1) % 3] + m["unit"] + "s"
    elif count > 3:
        much = SIZE[(count - 1) % 3] + UNITS[(count - 1) // 3]
        much = f"{m['n']} figures" if size else much
    else:
        return None
    return f"{lead}{'the ' if m['what'] not in ('amount', 'sum', 'figure') else ''}{size}{much}"
