"""Names that the text itself writes with a capital in other sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span
from ...page import Page
from ...text.document import Document
from .near import headline_style, hits, in_foreign_words, in_prose

SHORTEST = 4


def lowercase_name(doc: Document, page: Page) -> Iterator[Hit]:
    """A word in lower case that no dictionary has, and that is elsewhere a name."""
    facts = doc.facts
    found: dict[Span, str] = {}
    for word in facts.unknown - doc.house.keep - page.lists["common"]:
        name = word[0].upper() + word[1:]
        if len(word) < SHORTEST or name not in facts.spellings:
            continue
        lower = [span for span in facts.occurrences(word) if _in_own_words(doc, span)]
        if lower and _is_name(doc, word, name, len(lower)):
            found.update((span, name) for span in lower)
    yield from hits(doc, found)


def _is_name(doc: Document, word: str, name: str, lower: int) -> bool:
    """Whether the capital is the rule: inside sentences, and more often than the small letter where no table has the name."""
    facts, known = doc.facts, doc.knowledge
    inside = [span for span in facts.occurrences(name) if facts.sentence_at(span.start).start < span.start - 1]
    inside = [span for span in inside if not headline_style(doc, span)]
    if word in known.places or word in known.names_given or word in known.surnames:
        return lower <= len(inside)
    return lower == 1 and len(inside) > 1


def _in_own_words(doc: Document, span: Span) -> bool:
    """Whether it is in running English of the text's own; a quoted chat or title may write it as it likes."""
    joined = "-" in (doc.text[span.start - 1 : span.start], doc.text[span.end : span.end + 1])
    return not joined and in_prose(doc, span) and not in_foreign_words(doc, span) and not doc.facts.quoted(span)
