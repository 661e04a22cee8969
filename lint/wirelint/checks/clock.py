"""Times of day as the source language's clock has them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit
from ..page import Page
from ..text.document import Document
from .numbers import instead, twelve


def hour_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“20 Uhr”, “ore 20.30”, “18h”, “21 o'clock”, “0:40 am”: as English tells it, then by 24 hours."""
    for m in page.sought(doc.facts):
        hour, minute = int(m["hour"]), m["minute"] or "00"
        groups = m.groupdict()
        half, part = groups.get("half") or "", groups.get("part") or ""
        if hour > 24 or (part and hour > 12):
            continue
        if part:
            hour = hour % 12 + (12 if part in page.lists["late"] or (part == "night" and 6 < hour < 12) else 0)
        elif half == "p" and hour < 12:
            hour += 12
        yield instead(m, twelve(str(hour), minute), f"{hour:02}:{minute}")
