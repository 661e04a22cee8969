"""Deletions that leave no hole: a line goes with one line break, a sentence with one space."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

from ..model import Edit, Hit, Safety, Span
from ..patterns import compiled
from ..text.document import Document

BREAK = compiled(r"\r\n|\n|\r")
# A top line that is deleted is seldom longer than the one, and what may go with it than the other.
TOP_LINE, SHORT = 40, 30
SHOWN = 80


def deletions(doc: Document, found: Mapping[Span, Safety | None]) -> Iterator[Hit]:
    """A hit for each span, that deletes it and is no safer than said; of spans that overlap, the first and longest stands."""
    spans: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    for span, edit in zip(spans, removals(doc, spans), strict=True):
        yield Hit(span, {"bad": shown(doc.text, span)}, ((edit,),), found[span])


def removals(doc: Document, spans: Iterable[Span]) -> Iterator[Edit]:
    """An edit for each span, in order, that deletes it with the white space it leaves over. Whole lines or parts of them.

    No two of the edits overlap, nor those of different rules on neighbouring lines: each takes its own part of the gap.
    """
    wanted = sorted(set(spans))
    for block, group in itertools.groupby(wanted, lambda span: doc.facts.block_at(span.start)):
        here = list(group)
        for span, whole in zip(here, here if block is None else _widened(doc, block, here), strict=True):
            yield Edit(whole if doc.map.raw(whole) is not None else span, "")


def _widened(doc: Document, index: int, spans: list[Span]) -> list[Span]:
    """Spans of one block with what goes with them. Those that open it leave their neighbour at its start."""
    text, block = doc.text, doc.facts.blocks[index].span
    leading = 0
    at = block.start
    while leading < len(spans) and not text[at : spans[leading].start].strip():
        at = spans[leading].end
        leading += 1
    wide = [Span(s.start, s.end + _white(text[s.end : max(s.end, block.end)])) for s in spans[:leading]]
    for s in spans[leading:]:
        # A blank at the span's own end goes with it already.
        own = text[s.end - 1 : s.end].isspace()
        wide.append(Span(s.start - (0 if own else _white(text[block.start : s.start][::-1])), s.end))
    if leading == len(spans) and at >= block.end:
        last = doc.facts.block_at(at)
        wide[0] = Span(_line_start(doc, index), wide[0].end)
        wide[-1] = Span(wide[-1].start, _line_end(doc, index if last is None else last))
    return wide


def _line_start(doc: Document, index: int) -> int:
    """Behind the first break of the gap before a block, which belongs to the line above; see `_line_end`."""
    blocks = doc.facts.blocks
    start = blocks[index].span.start
    if index == 0 or (index == 1 and _takes_all(doc)):
        return 0 if index == 0 and not doc.text[:start].strip() else start
    first = BREAK.search(doc.text, blocks[index - 1].span.end, start)
    return start if first is None else first.end()


def _line_end(doc: Document, index: int) -> int:
    blocks = doc.facts.blocks
    end = blocks[index].span.end
    following = blocks[index + 1].span.start if index + 1 < len(blocks) else len(doc.text)
    if index == 0 and _takes_all(doc):
        return following
    first = BREAK.search(doc.text, end, following)
    return following if first is None and not doc.text[end:following].strip() else end if first is None else first.end()


def _takes_all(doc: Document) -> bool:
    """Whether the top line, if it goes, takes all of the gap behind it: a date mostly, and the next too long to go, too."""
    first, *rest = (block.span for block in doc.facts.blocks[:2])
    dated = first.end - first.start <= TOP_LINE and any(letter.isdigit() for letter in first.of(doc.text))
    return dated and bool(rest) and rest[0].end - rest[0].start > SHORT


def _white(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\u00a0"))


def shown(text: str, span: Span) -> str:
    """What is deleted, as a message quotes it: on one line, and its beginning where it is long."""
    piece = " ".join(span.of(text).split())
    return piece if len(piece) <= SHOWN else piece[: SHOWN - 2].rsplit(" ", 1)[0] + " …"
