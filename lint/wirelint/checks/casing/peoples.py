"""Names of peoples, languages and faiths that lost their capital."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .near import before, hits, in_prose

# What makes one people of two: “franco-german”.
JOINED = compiled(
    r"(?<![\w-])(?:afro|anglo|austro|franco|greco|hispano|indo|italo|judeo|luso|russo|sino|soviet|turco)-\Z"
)


def lowercase_nationality(doc: Document, page: Page) -> Iterator[Hit]:
    """“the american side”. What is also a word (polish) only where the page says that it can be nothing else."""
    facts, demonyms = doc.facts, doc.knowledge.demonyms
    found: dict[Span, str] = {}
    words = (page.lists["mostly_peoples"] | page.lists["words_too"]) & facts.spellings
    for word in facts.unknown | words:
        row = demonyms.get(word)
        if row is None or word in page.lists["no_peoples"] or word in doc.house.keep:
            continue
        for span in facts.occurrences(word):
            if in_prose(doc, span) and _a_people(doc, page, span):
                whole, good = _whole(doc, span, row[0])
                found[whole] = good
    yield from hits(doc, found)


def _a_people(doc: Document, page: Page, span: Span) -> bool:
    text = doc.text
    if page.pattern("things").match(text, span.start):
        return False
    if span.of(text) not in page.lists["words_too"]:
        return True
    return page.pattern("people_after").match(text, span.end) is not None


def _whole(doc: Document, span: Span, good: str) -> tuple[Span, str]:
    """With the word before where both are one name: “north korean”, “saudi arabian”."""
    joined = JOINED.search(doc.text, max(0, span.start - 12), span.start)
    if joined:
        return Span(joined.start(), span.end), f"{joined[0].capitalize()}{good}"
    left = before(doc.text, span.start)
    row = left and doc.knowledge.demonyms.get(doc.text[left.span.start : span.end].lower())
    if not left or not row:
        return span, good
    return (span, row[0].rpartition(" ")[2]) if left.text[0].isupper() else (Span(left.span.start, span.end), row[0])
