"""Prose of a marked-up file, put together block by block as a reader comes upon it."""

from __future__ import annotations

from ..model import Span
from .document import Blocks, Piece

# What stands in a sentence for words that are no prose: code, a formula, a web address. No rule has anything to say of it.
HOLE = "\ufffc"
# White space that mark-up lays out anew. A no-break space is not among it.
WHITE = " \t\n\r\f"


class Prose:
    """White space at the edges of a block falls away, and so does a blank that mark-up parts from another blank."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: Blocks = []
        self._kind = "paragraph"
        self._run: list[Piece] = []
        # Whether a blank would fall away here; whether a line has just ended.
        self._white = True
        self._broken = False

    def copy(self, start: int, end: int) -> None:
        """Prose that stands in the file as it is read."""
        raw = self.raw
        if self._white:
            while start < end and raw[start] in WHITE:
                start += 1
        if start < end:
            if self._broken:
                self._go_on(raw[start])
            self._run.append(Piece(raw[start:end], Span(start, end)))
            self._white = raw[end - 1] in WHITE

    def put(self, prose: str, raw: Span | None) -> None:
        """Prose that the file says in other letters, or (None) does not say."""
        if prose.strip(WHITE):
            if self._broken:
                self._go_on(prose[0])
            self._run.append(Piece(prose, raw, False))
            self._white = False
        elif prose:
            self.blank(raw)

    def blank(self, raw: Span | None = None) -> None:
        """White space of the file that is read as one blank; None where mark-up alone makes one."""
        if not self._white:
            self._run.append(Piece(" ", raw, False))
            self._white = True

    def line(self) -> None:
        """A line ends here. Where it goes on in lower case a sentence runs over two lines, elsewhere a block ends."""
        if self._broken:
            self.block(self._kind)
        self._trim()
        self._broken = bool(self._run)
        self._white = True

    def block(self, kind: str = "paragraph") -> None:
        """A block ends here; what follows is of `kind`."""
        self._trim()
        if any(piece.raw is not None and not piece.prose.isspace() for piece in self._run):
            self.blocks.append((self._kind, self._run))
        self._run = []
        self._white = True
        self._broken = False
        self._kind = kind

    def _go_on(self, first: str) -> None:
        """Begins a line behind one that ended."""
        if first.islower():
            # Made, not read: no edit may take the place of mark-up.
            self._run.append(Piece("\n", None, False))
            self._broken = False
        else:
            self.block(self._kind)

    def _trim(self) -> None:
        """Takes away the white space that a run ends in; there is one piece of it at most."""
        if not self._run or self._run[-1].prose[-1] not in WHITE:
            return
        last = self._run.pop()
        kept = last.prose.rstrip(WHITE)
        if kept and last.raw is not None:
            self._run.append(Piece(kept, Span(last.raw.start, last.raw.start + len(kept))))
