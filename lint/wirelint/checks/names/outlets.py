"""Newspapers, magazines and stations whose names were translated: “the newspaper The World” for *Le Monde*."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Span
from ...page import Page
from ...text.document import Document


def translated_outlet(doc: Document, page: Page) -> Iterator[Hit]:
    """Behind what only an outlet follows: its kind, or who is cited."""
    for m in page.pattern().finditer(doc.text):
        name = m["bad"]
        good = _original(doc, page, name, kind=m["kind"] is not None, magazine=m["kind"] == "magazine")
        if good:
            span = Span(*m.span("bad"))
            goods = good.split(" / ")
            yield Hit(span, {"bad": name, "good": goods[0]}, tuple((Edit(span, one),) for one in goods))


def _original(doc: Document, page: Page, name: str, *, kind: bool, magazine: bool) -> str:
    """What the outlet calls itself; nothing where an English one has that name, or where it is a word and no kind is said."""
    row = doc.knowledge.outlets.get(name)
    if magazine and name in page.tables["magazines"]:
        return page.tables["magazines"][name]
    if row is None or not row[0] or row[0] == name or name in doc.house.keep:
        return ""
    bare = doc.knowledge.outlets.get(name.removeprefix("The ")) or ()
    if "english" in row or "english" in bare:
        return ""
    sure = "word" not in row and " " in name and " / " not in row[0]
    return row[0] if kind or sure else ""
