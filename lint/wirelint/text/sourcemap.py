"""The way from prose back to the file: what a reader yields, and the map made of it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from ..model import Span
from .blocks import Block


class Segment(NamedTuple):
    """A run of prose and the part of the file it came from.

    Where the file says the prose otherwise (“&amp;” for “&”), it can only be replaced whole; see `copied`.
    """

    text: Span
    raw: Span
    copied: bool = True


class Piece(NamedTuple):
    """What a reader yields: prose, where it stands in the file (None: made by the reader), and whether it stands there so."""

    prose: str
    raw: Span | None
    copied: bool = True


class Passage(NamedTuple):
    """A block as it is read. `whole`: what goes from the file, mark-up and all, where all of the block is deleted."""

    kind: str
    pieces: list[Piece]
    whole: Span | None = None


class SourceMap:
    """Joins prose and file. No segments: the prose is the file."""

    def __init__(self, segments: Iterable[Segment] | None = None) -> None:
        self.segments = None if segments is None else tuple(segments)
        self._starts = [s.text.start for s in self.segments or ()]

    def raw(self, span: Span) -> Span | None:
        """The file's range of `span`, or None where it is no one run of the file and so cannot be edited."""
        return next(iter(self.places(span)), None)

    def places(self, span: Span) -> tuple[Span, ...]:
        """As `raw`; for an insertion also the second choice, where mark-up stands between what is left and right of it."""
        if self.segments is None:
            return (span,)
        if span.start == span.end:
            near = dict.fromkeys((self._at(span.start - 1), self._at(span.start)))
            edges = (self._edge(self.segments[index], span.start) for index in near if index is not None)
            return tuple(Span(at, at) for at in dict.fromkeys(edges) if at is not None)
        first, last = self._at(span.start), self._at(span.end - 1)
        if first is None or last is None:
            return ()
        run = self.segments[first : last + 1]
        if any(a.raw.end != b.raw.start or a.text.end != b.text.start for a, b in itertools.pairwise(run)):
            return ()
        start, end = self._edge(run[0], span.start), self._edge(run[-1], span.end)
        return () if start is None or end is None else (Span(start, end),)

    def text(self, raw: Span) -> Span | None:
        """The prose of a range of the file that begins and ends in prose; the inverse of `raw`."""
        if self.segments is None:
            return raw
        start = next((at for s in self.segments if (at := _inside(s, raw.start)) is not None), None)
        end = next((at for s in reversed(self.segments) if (at := _inside(s, raw.end)) is not None), None)
        return None if start is None or end is None else Span(start, max(start, end))

    def around(self, span: Span) -> Span:
        """The smallest range of the file that holds all of `span`, mark-up and all: for showing, not for editing."""
        if self.segments is None:
            return span
        last = bisect_left(self._starts, max(span.end, span.start + 1)) - 1
        if last < 0:
            return Span(0, 0)
        if self.segments[last].text.end <= span.start:
            return Span(self.segments[last].raw.end, self.segments[last].raw.end)
        first = max(0, bisect_right(self._starts, span.start) - 1)
        low, high = self.segments[first + (self.segments[first].text.end <= span.start)], self.segments[last]
        start = low.raw.start + (max(0, span.start - low.text.start) if low.copied else 0)
        end = high.raw.end - (max(0, high.text.end - span.end) if high.copied else 0)
        return Span(start, max(start, end))

    def _at(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        segments = self.segments or ()
        return index if index >= 0 and segments[index].text.start <= offset < segments[index].text.end else None

    def _edge(self, segment: Segment, offset: int) -> int | None:
        """Where a boundary inside or at the end of a segment is in the file."""
        if offset == segment.text.start:
            return segment.raw.start
        if offset == segment.text.end:
            return segment.raw.end
        return segment.raw.start + offset - segment.text.start if segment.copied else None


def _inside(segment: Segment, raw: int) -> int | None:
    """Where an offset of the file is in the prose of a segment, None if outside or within what is said otherwise."""
    if raw == segment.raw.start:
        return segment.text.start
    if raw == segment.raw.end:
        return segment.text.end
    within = segment.copied and segment.raw.start < raw < segment.raw.end
    return segment.text.start + raw - segment.raw.start if within else None


def assemble(passages: Iterable[Passage]) -> tuple[str, SourceMap, tuple[Block, ...]]:
    """Prose, map and blocks of a file, blocks set apart by an empty line."""
    parts: list[str] = []
    segments: list[Segment] = []
    blocks: list[Block] = []
    at = 0
    for kind, run, whole in passages:
        if blocks:
            parts.append("\n\n")
            at += 2
        start = at
        for prose, raw, copied in run:
            if not prose:
                continue
            if raw is not None:
                segments.append(Segment(Span(at, at + len(prose)), raw, copied))
            parts.append(prose)
            at += len(prose)
        blocks.append(Block(Span(start, at), kind, whole))
    return "".join(parts), SourceMap(segments), tuple(blocks)
