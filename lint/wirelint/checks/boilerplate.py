"""What a site prints around its articles, taken along as if it were their text: its forms, that `chrome` finds, deleted."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .chrome import forms
from .forms import is_listed
from .removal import deletions

LONGEST_HEADLINE, MOST_HEADLINES, MOST_ITEMS, MOST_SIGN_OFFS, LONGEST_SIGN_OFF = 130, 4, 12, 5, 60
FIGURE = compiled(r"\d{1,2}[.)]?")
NUMBERED = compiled(r"\d{1,2}[.)]?\s+\S")
# What a line ends with that is no headline of a list.
STOPS = tuple('.:;”"')


def residue(doc: Document, page: Page) -> Iterator[Hit]:
    """Lines, sentences and openings that are forms of the page."""
    found = forms(doc, page)
    return deletions(doc, {span: _safety(doc, span, certain) for span, certain in found.items()})


def other_story(doc: Document, page: Page) -> Iterator[Hit]:
    """The same, and where the cue is alone on its line, the headlines that go with it: behind it, or before a “Know more”."""
    found = forms(doc, page)
    whole = {_with_headlines(doc, page, span): (span, certain) for span, certain in sorted(found.items())}
    return deletions(doc, {w: _safety(doc, span, certain and w == span) for w, (span, certain) in whole.items()})


def _safety(doc: Document, span: Span, certain: bool) -> Safety | None:
    """A heading of a page that has mark-up was set as one by somebody, “Navigation” of a manual, say: it is not deleted unread."""
    index = doc.facts.block_at(span.start)
    heading = index is not None and doc.facts.blocks[index].kind == "heading"
    return None if certain and not heading else Safety.UNSAFE


def _with_headlines(doc: Document, page: Page, span: Span) -> Span:
    text, blocks = doc.text, doc.facts.blocks
    index = doc.facts.block_at(span.start)
    if index is None or blocks[index].span != span:
        return span
    cue = str(doc.facts.keys(span))
    if not is_listed(page, "line", cue) and not is_listed(page, "edge", cue):
        return span
    if cue in page.words("after") and not text.endswith(":", 0, span.end):
        if index > 1 and _is_headline(text, blocks[index - 1].span) and not _is_headline(text, blocks[index - 2].span):
            return Span(blocks[index - 1].span.start, span.end)
        return span
    last = index
    while last + 1 < len(blocks) and last - index < MOST_HEADLINES and _is_headline(text, blocks[last + 1].span):
        last += 1
    rest = [block.span for block in blocks[index + 1 :]]
    if len(rest) <= MOST_ITEMS and all(_is_item(text, block) for block in rest):
        last = len(blocks) - 1
    return Span(span.start, blocks[last].span.end)


def _is_headline(text: str, block: Span) -> bool:
    """Whether a line reads as the headline of a story: no stop at its end, too long for a sub-head, too short for prose."""
    line = block.of(text)
    return len(line) <= LONGEST_HEADLINE and line.count(" ") >= 4 and not line.endswith(STOPS) and line[0].isupper()


def _is_item(text: str, block: Span) -> bool:
    """Whether a line may be one of a list at the end of a page: a headline, also a short or a numbered one, or a number."""
    line = block.of(text)
    if FIGURE.fullmatch(line) or NUMBERED.match(line):
        return len(line) <= LONGEST_HEADLINE
    return _is_headline(text, block) or (line.count(" ") >= 2 and not line.endswith(STOPS) and not line[0].islower())


def sign_off(doc: Document, page: Page) -> Iterator[Hit]:
    """The agency behind the last sentence of the text, or as one of its last lines: “(EFE)”, “/ANI”, “dpa/lno”."""
    blocks = [block.span for block in doc.facts.blocks]
    found: dict[Span, Safety | None] = {}
    for block in reversed(blocks[-MOST_SIGN_OFFS:]):
        start = max(block.start, block.end - LONGEST_SIGN_OFF)
        match = page.pattern("close").search(doc.text[start : block.end])
        if match is not None:
            sign = Span(start + match.start("sign"), start + match.end("sign"))
            if (match["stop"] or sign == block) and not doc.facts.quoted(sign):
                found[sign] = None
        if block.end - block.start > LONGEST_HEADLINE:
            break
    return deletions(doc, found)
