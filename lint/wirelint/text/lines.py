"""Where an offset stands: lines and columns, counted at the edge and nowhere else.

A line ends at LF, CRLF or CR only: `str.splitlines` also breaks at U+2028, U+0085 and form feeds, and every later
line would be off by one from what editors show.
"""

from __future__ import annotations

from bisect import bisect_right

from ..patterns import compiled

BREAK = compiled(r"\r\n|\n|\r")


class Lines:
    """The lines of one text; offsets and columns in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its break."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")
