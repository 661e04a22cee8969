"""Blocks: what the page sets apart. In plain text, lines and empty lines tell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled

LINE = compiled(r"[^\r\n]+")
# Nobody wraps prose wider than this, and a shorter text tells nothing.
WIDEST, FEWEST = 100, 4


class Block(NamedTuple):
    """A paragraph, heading, list item or cell: nothing in it is torn from its neighbour by the page.

    `span` is of the prose. `whole`, of the file, goes where all of the block is deleted; None in plain text, and where that
    would take along what is no prose.
    """

    span: Span
    kind: str = "paragraph"
    whole: Span | None = None


def plain_blocks(text: str) -> tuple[Block, ...]:
    """A block a line; in hard-wrapped text, a block a run of lines."""
    lines = [Span(*m.span()) for m in LINE.finditer(text) if not m[0].isspace()]
    width = _wrap_width(text, lines)
    if width is None:
        return tuple(Block(_trimmed(text, line)) for line in lines)
    blocks: list[Span] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before and blocks and _runs_on(text, before, line, width):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return tuple(Block(_trimmed(text, block)) for block in blocks)


# Above the first paragraph stand at most a headline, a kicker and a standfirst.
MOST_HEADS, LONGEST_HEAD = 3, 200
STOPPED = compiled(r"""[.!?…]["'”’»)\]]*$""")


def prominent(text: str, blocks: Sequence[Block]) -> Span:
    """Headline, standfirst and first paragraph; empty where these are all of the text."""
    heads = 0
    for block in blocks[:MOST_HEADS]:
        if block.kind == "paragraph" and (
            len(block.span.of(text)) > LONGEST_HEAD or STOPPED.search(block.span.of(text))
        ):
            break
        heads += 1
    return Span(0, blocks[heads].span.end) if heads + 1 < len(blocks) else Span(0, 0)


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The column at which the text was wrapped by hand or editor; None where a line is a paragraph.

    Wrapped text has no line that is much wider than the others, most lines could not have held the next one's first word,
    and a good part of them break a sentence: the next goes on in lower case. A list of short lines does not.
    """
    if len(lines) < FEWEST:
        return None
    width = max(line.end - line.start for line in lines)
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if _adjacent(text, a, b)]
    if width > WIDEST or len(pairs) < FEWEST - 1:
        return None
    full = sum(_runs_on(text, a, b, width) for a, b in pairs)
    goes_on = sum(b.of(text).lstrip()[:1].islower() for _, b in pairs)
    return width if full * 3 >= len(pairs) * 2 and goes_on * 3 >= len(pairs) else None


def _adjacent(text: str, line: Span, following: Span) -> bool:
    between = text[line.end : following.start]
    return between.strip(" \t") in ("\n", "\r\n", "\r")


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    if not _adjacent(text, line, following):
        return False
    first = following.of(text).split(None, 1)[0]
    return line.end - line.start + 1 + len(first) > width - 2


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()))
