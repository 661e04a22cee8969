"""Times of day as the source language's clock has them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from .numbers import twelve


def hour_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“20 Uhr”, “ore 20.30”, “18h”, “21 o'clock”, “0:40 am”: as English tells it, then by 24 hours."""
    for m in page.pattern().finditer(doc.text):
        hour, minute = int(m["hour"]), m["minute"] or "00"
        groups = m.groupdict()
        half, part = groups.get("half") or "", groups.get("part") or ""
        if hour > 24 or (part and hour > 12):
            continue
        if part:
            hour = hour % 12 + (12 if part in page.lists["late"] or (part == "night" and 6 < hour < 12) else 0)
        elif half == "p" and hour < 12:
            hour += 12
        yield _told(m, hour, minute)


def _told(m: regex.Match[str], hour: int, minute: str) -> Hit:
    span = Span(*m.span("bad"))
    goods = [twelve(str(hour), minute), f"{hour:02}:{minute}"]
    if m.string.startswith(".", span.end):
        goods[0] = goods[0].removesuffix(".")  # “… at 10 a.m.” ends its sentence with its own stop
    words = {"bad": m["bad"], "good": goods[0]}
    return Hit(span, words, tuple((Edit(span, good),) for good in goods))
