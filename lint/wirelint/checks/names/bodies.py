"""Bodies under another language's name: “Naciones Unidas”, “Hezbolá”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.spellings import by_first_word

# What makes an article before a name one too many.
DETERMINED = compiled(
    r"(?i)\b(?:the|an?|this|that|its|his|her|their|our|\p{L}+['’]s|\p{Ll}+(?:al|an|ed|ian|ish|ic|new)) \Z"
)
# A longer word, or a name of which this is a part.
PART = compiled(r"\w| \p{Lu}\p{Ll}|[-/@]\w")


def foreign_body(doc: Document, page: Page) -> Iterator[Hit]:
    """The page's bodies in any case of their later words, with an article where English wants one."""
    spellings, lower = doc.facts.spellings, doc.facts.lower
    bodies = page.tables["bodies"]
    firsts = by_first_word(frozenset(bodies))
    for first in firsts.keys() & spellings:
        for start, name in ((at.start, name) for name in firsts[first] for at in doc.facts.occurrences(first)):
            goods = bodies[name]
            span = Span(start, start + len(name))
            if span.of(lower) == name.lower() and not PART.match(doc.text, span.end) and not _title(doc, span):
                fixes = tuple((Edit(span, _with_article(doc, page, span, good)),) for good in goods.split(" / "))
                yield Hit(span, {"bad": span.of(doc.text), "good": fixes[0][0].text}, fixes)


def _title(doc: Document, span: Span) -> bool:
    """Whether it is all of a quotation: the title of a work."""
    quote = doc.facts.quote_at(span.start)
    return quote is not None and quote.span.end - quote.span.start < span.end - span.start + 4


def _with_article(doc: Document, page: Page, span: Span, good: str) -> str:
    if good in page.lists["bare"] or DETERMINED.search(doc.text, max(0, span.start - 30), span.start):
        return good
    return ("The " if doc.facts.sentence_at(span.start).start == span.start else "the ") + good
