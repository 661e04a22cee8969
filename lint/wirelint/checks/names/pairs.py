"""Two names for one place in one text: “Xiamen … Amoy”, “Kyiv … Kiev”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, replaced
from ...page import Page
from ...text.document import Document

REACH = 40


def two_names(doc: Document, page: Page) -> Iterator[Hit]:
    """The older or the foreign one of the two, unless it stands in a club's or a dish's name, or the text speaks of the name."""
    text, spellings = doc.text, doc.facts.spellings
    for old in spellings & page.tables["pairs"].keys():
        new = page.tables["pairs"][old]
        if new not in text:
            continue
        for span in doc.facts.occurrences(old):
            left, right = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
            if page.pattern("name_before").search(left) or page.pattern("name_after").match(right):
                continue
            yield replaced(span, {"bad": old}, [new])
