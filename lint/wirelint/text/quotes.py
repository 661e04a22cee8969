"""Quotations: who speaks in a piece of text decides what may be changed in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled
from .blocks import Block


class Quote(NamedTuple):
    """A quotation with its marks; not `closed`, it has no closing mark and is taken to run to the end of its block."""

    span: Span
    closed: bool


# Straight marks are told apart by what stands beside them: an opening one has white space or a bracket before and none after.
MARK = compiled(
    r"""(?P<open>[“„«]|(?<![^\s(\[{—–/¿¡-])"(?=\S)|(?<![^\s(\[{—–-])‘(?=\w)|(?<![^\s(\[{—–-])``(?=\S))"""
    r"""|(?P<close>[”»"]|(?<=\S)''|(?<=[\w.,!?…])[’](?!\w))"""
)
SINGLE = frozenset("‘’")
# How a quotation that was opened by the one mark may close: German „…“ closes with what opens the English “…”.
CLOSES = {"“": '”"', "„": '“”"', "«": '»"', "»": "«", '"': '"”', "‘": "’", "``": "''"}


def quotes(text: str, blocks: Iterable[Block]) -> tuple[Quote, ...]:
    """Outermost quotations in order.

    A block whose quotation is not closed and which is followed by one that opens with a mark is the first of a quotation
    over several paragraphs: that one ends with its block, rightly.
    """
    return tuple(quote for block in blocks for quote in _of_block(text, block.span))


def _of_block(text: str, block: Span) -> Iterator[Quote]:
    opened: int | None = None
    ends = ""
    for mark in MARK.finditer(text, block.start, block.end):
        sign = mark[0]
        if opened is None:
            if mark.lastgroup == "open" or sign == "»":
                opened, ends = mark.start(), CLOSES[sign]
        elif sign in ends or sign == ends:
            yield Quote(Span(opened, mark.end()), True)
            opened = None
        elif ends == "’" and sign not in SINGLE:
            # An apostrophe taken for an opening mark: what follows is the real quotation.
            opened, ends = (mark.start(), CLOSES[sign]) if mark.lastgroup == "open" else (None, "")
    if opened is not None and ends != "’":
        yield Quote(Span(opened, block.end), False)


class Quoted:
    """Answers whether an offset is inside a quotation."""

    def __init__(self, found: tuple[Quote, ...]) -> None:
        self._starts = [q.span.start for q in found]
        self._found = found

    def at(self, offset: int) -> Quote | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._found[index].span.end:
            return None
        return self._found[index]

    def touches(self, span: Span) -> bool:
        """Whether any part of `span` is inside one."""
        index = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return index >= 0 and self._found[index].span.end > span.start
