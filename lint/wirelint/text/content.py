"""The content of one Markdown block: its lines without what stands before and behind them, and their places in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

import regex

from ..model import Span
from .prose import HOLE, Prose

# What a cut says for a blank that mark-up makes, for the end of a printed line, and for the end of a block.
GAP, LINE, BLOCK = "\t", "\n", "\n\n"


class Cut(NamedTuple):
    """A part of the content that is not read as it stands, and what is read there: “” for nothing, HOLE, or one of the above."""

    start: int
    end: int
    says: str = ""


class Content:
    """`text` is the lines joined by line feeds; offsets are into it."""

    def __init__(self, raw: str, lines: list[Span]) -> None:
        self.text = "\n".join([line.of(raw) for line in lines])
        self._raw = raw
        self._lines = lines
        self._starts = list(accumulate((line.end - line.start + 1 for line in lines[:-1]), initial=0))
        self._ends: dict[str, list[int]] = {}

    def place(self, offset: int) -> int:
        """Where in the file an offset is."""
        line = bisect_right(self._starts, offset) - 1
        return self._lines[line].start + offset - self._starts[line]

    def breaks_hard(self, at: int) -> bool:
        """Whether the line that ends at `at` has blanks behind it that make it end in print, too."""
        return self._raw.startswith("  ", self.place(at))

    def behind(self, pattern: str, at: int) -> int | None:
        """The offset behind the first match of a pattern that ends behind `at`. Each pattern is looked for once in all."""
        if pattern not in self._ends:
            self._ends[pattern] = [match.end() for match in regex.finditer(pattern, self.text)]
        ends = self._ends[pattern]
        following = bisect_right(ends, at)
        return ends[following] if following < len(ends) else None

    def say(self, prose: Prose, at: int, end: int, cuts: Iterable[Cut]) -> None:
        """Adds a part of the content to the block that `prose` is at. Of cuts in one another the outer one counts."""
        for cut in sorted(cuts):
            if cut.start < at:
                continue
            prose.copy(self.place(at), self.place(cut.start))
            at = cut.end
            if cut.says == GAP:
                prose.blank()
            elif cut.says == LINE:
                prose.line()
            elif cut.says == BLOCK:
                prose.block("note")
            elif cut.says == HOLE:
                prose.put(HOLE, None)
            elif cut.says:
                prose.put(cut.says, Span(self.place(cut.start), self.place(cut.end)))
        prose.copy(self.place(at), self.place(end))
