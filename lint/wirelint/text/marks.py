"""Double quotation marks, each with the part it plays: opening or closing, wherever it stands and whatever it looks like.

`quotes` takes marks at their word. Here damaged text is read: every reading of a block's marks has a price, and the cheapest
says which mark stands on the wrong side of a blank, which is glued to a word, and which is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

import regex

from ..model import Span
from ..patterns import compiled
from .blocks import Block

MARK = compiled(r"""["][“”]|[“”]["]|["“”„‟«»″]|''|‘‘|’’|‘’|``|(?<!\S),,(?=\p{L})""")
OPEN_SIGNS = frozenset(("“", "„", "«", "‘‘", "``", ",,"))
CLOSE_SIGNS = frozenset(("”", "»", "''", "’’"))
BEFORE_OPEN = frozenset(" \t\u00a0\u202f\n([{—–-/¿¡'‘")
SPACES = frozenset(" \t\u00a0\u202f\n")
AFTER_CLOSE = frozenset(" \t\u00a0\u202f\n.,;:!?)]}—–-…'’/")


class Shape(Enum):
    """How a mark stands between its neighbours."""

    OPEN = "open"  # blank before, none after
    CLOSE = "close"
    GLUED = "glued"  # to both
    LOOSE = "loose"  # to neither


class Mark(NamedTuple):
    """`opens`: the part it plays in the cheapest reading; None where it plays none. `single`: its partner is missing."""

    span: Span
    sign: str
    shape: Shape
    opens: bool | None
    single: bool
    block: int


# Prices of an opening and a closing mark by shape: a blank slips to the outer side of a closing mark more often.
SHAPE = {Shape.OPEN: (0.0, 2.0), Shape.CLOSE: (2.8, 0.0), Shape.GLUED: (1.0, 1.0), Shape.LOOSE: (1.0, 1.0)}
# Of a wrong look, of a missing partner, of no quotation mark at all, of an inch; of a quotation within one.
LOOK, MISSING, NONE, INCH, NESTED = 0.7, 3.0, 3.4, 1.0, 1.2
JOINED = 0.8  # a paragraph of a quotation run into the one before
ATTRIBUTED = compiled(r", (?:[\p{L}.'’-]+ ){0,5}(?:said|says|added|told|wrote|explained)\b")
GOES_ON = 0.2  # the next paragraph goes on with the quotation
SOUND = 4.0  # a quotation that costs more, with what it holds, we do not understand


class Found(NamedTuple):
    span: Span
    sign: str
    shape: Shape
    inch: bool
    joins: bool  # may begin the next paragraph of a quotation, run into the one before


def marks(text: str, blocks: Iterable[Block]) -> tuple[Mark, ...]:
    """The marks of all blocks that could be read, in order."""
    spans = [block.span for block in blocks]
    read: list[Mark] = []
    for index, span in enumerate(spans):
        row = list(_row(text, span))
        if _as_it_should_be(row):
            read += [Mark(found.span, found.sign, found.shape, n % 2 == 0, False, index) for n, found in enumerate(row)]
        elif row:
            following = spans[index + 1].start if index + 1 < len(spans) else None
            goes_on = following is not None and MARK.match(text, following) is not None
            read += _read(row, index, goes_on=goes_on)
    return tuple(read)


def _as_it_should_be(row: list[Found]) -> bool:
    """Whether opening and closing marks take turns, each in its place and of its look: that costs nothing, and no reading less."""
    opens, closes = row[::2], row[1::2]
    return (
        len(opens) == len(closes)
        and all(found.shape is Shape.OPEN and found.sign not in CLOSE_SIGNS for found in opens)
        and all(found.shape is Shape.CLOSE and found.sign not in OPEN_SIGNS for found in closes)
    )


def _row(text: str, span: Span) -> Iterator[Found]:
    last = span.start
    for m in MARK.finditer(text, *span):
        found = _found(text, m)
        starts = text[m.start() - 2 : m.start()] in (". ", "! ", "? ") and text[m.end() : m.end() + 1].isupper()
        if starts and found.shape is Shape.OPEN and last > span.start and not ATTRIBUTED.search(text, last, m.start()):
            found = found._replace(joins=True)
        yield found
        last = m.end()


def _found(text: str, m: regex.Match[str]) -> Found:
    before, after = text[m.start() - 1 : m.start()] if m.start() else " ", text[m.end() : m.end() + 1] or " "
    left, right = before in BEFORE_OPEN, after in AFTER_CLOSE
    if left and right and not (before in SPACES) ^ (after in SPACES):
        shape = Shape.LOOSE if before in SPACES else Shape.OPEN
    elif left and right:
        # “( x”, “x )”: a bracket or a stop does not stand beside the inner side.
        shape = (
            Shape.LOOSE if before in "([{" or after in ".,;:!?)]}" else Shape.CLOSE if after in SPACES else Shape.OPEN
        )
    elif left:
        shape = Shape.OPEN
    else:
        shape = Shape.CLOSE if right else Shape.GLUED
    return Found(Span(*m.span()), m[0], shape, before.isdigit(), False)


Part = bool | None
State = tuple[float, tuple[Part, ...], tuple[tuple[float, int], ...]]


def _read(row: list[Found], block: int, *, goes_on: bool) -> list[Mark]:
    """The cheapest reading: for each depth of quotation, what it has cost to come there and how."""
    best: dict[int, State] = {0: (0.0, (), ())}
    for mark in row:
        steps: dict[int, State] = {}
        for depth, (cost, parts, taken) in best.items():
            for part, price, then in _steps(mark, depth):
                if then not in steps or cost + price < steps[then][0]:
                    steps[then] = (cost + price, (*parts, part), (*taken, (price, then)))
        best = steps
    ends = {0: 0.0, 1: GOES_ON if goes_on else MISSING, 2: 2 * MISSING}
    depth = min(best, key=lambda depth: best[depth][0] + ends[depth])
    _, parts, taken = best[depth]
    return list(_understood(_marks(row, parts, block, goes_on=goes_on), taken, ends[depth]))


def _understood(read: Iterable[Mark], taken: Iterable[tuple[float, int]], end: float) -> Iterator[Mark]:
    """The marks of the quotations that are not too dear, each judged with the marks it holds.

    `taken`: the price of each mark and the depth behind it; `end`: the price of a quotation that the block's end leaves open.
    """
    held: list[Mark] = []
    cost = 0.0
    for mark, (price, depth) in zip(read, taken, strict=True):
        held.append(mark)
        cost += price
        if depth == 0:
            yield from held if cost <= SOUND else ()
            held, cost = [], 0.0
    yield from held if cost + end <= SOUND else ()


def _steps(mark: Found, depth: int) -> Iterator[tuple[Part, float, int]]:
    """The parts a mark may play at a depth: (opens, price, depth behind it)."""
    opening, closing = SHAPE[mark.shape]
    opening += LOOK * (mark.sign in CLOSE_SIGNS)
    closing += LOOK * (mark.sign in OPEN_SIGNS)
    yield None, INCH if mark.inch else NONE, depth
    yield True, opening + (JOINED if mark.joins else MISSING) * (depth > 0), max(depth, 1)
    yield False, closing + MISSING * (depth == 0), max(depth - 1, 0)
    if depth == 1 and mark.shape is Shape.OPEN and not mark.joins:
        yield True, opening + NESTED, 2


def _marks(row: list[Found], parts: tuple[Part, ...], block: int, *, goes_on: bool) -> Iterator[Mark]:
    partners: dict[int, int] = {}
    opened: list[int] = []
    for i, part in enumerate(parts):
        if part:
            if opened and row[i].joins:
                partners[opened[-1]] = i
                opened.pop()
            opened.append(i)
        elif part is False and opened:
            partners[i] = opened.pop()
            partners[partners[i]] = i
    for i, (found, part) in enumerate(zip(row, parts, strict=True)):
        single = part is not None and i not in partners and not (part and goes_on and i == opened[-1])
        yield Mark(found.span, found.sign, found.shape, part, single, block)
