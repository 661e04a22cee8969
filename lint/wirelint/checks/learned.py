"""Passives that close a report without saying who knows: “it was learned that”, “in the statement, it was stated that”."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..text.document import Document

EMERGED = {"was": "emerged", "is": "emerges", "has been": "has emerged", "had been": "had emerged"}
PARTICIPLES = ("made ", "issued ", "released ", "given ", "published ", "shared ")


def it_was_learned(doc: Document, page: Page) -> Iterator[Hit]:
    """The patterns of the page, each with its own way to name a source or do without."""
    for name, goods in (("learned", _emerged), ("statement", _said), ("info", _reports)):
        for m in page.pattern(name).finditer(doc.text):
            span = Span(*m.span("bad"))
            found = goods(m)
            yield replaced(span, {"bad": m["bad"]}, found)


def _emerged(m: regex.Match[str]) -> list[str]:
    return [f"{m['i']}t {EMERGED[m['aux']]}"]


def _said(m: regex.Match[str]) -> list[str]:
    """“In the statement made by the club, it was stated that” → “The statement by the club said that”."""
    by = (m["by"] or "").strip()
    for participle in PARTICIPLES:
        by = by.removeprefix(participle)
    who = f"{m['det'].capitalize()} {m['kind']} {by}".strip()
    that = " that" if m["bad"].endswith("that") else ""
    return [f"{who} said{that}"]


def _reports(m: regex.Match[str]) -> list[str]:
    return [f"{m['a']}ccording to reports", "Reportedly" if m["a"] == "A" else "reportedly"]
