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
        self._blank: Piece | None = None
        self._broken = False

    def copy(self, start: int, end: int) -> None:
        """Prose that stands in the file as it is read."""
        text = self.raw[start:end]
        body = text.strip(WHITE)
        if not body:
            if text:
                self._wait(Piece(text, Span(start, end)))
            return
        first = start + text.index(body[0])
        last = first + len(body)
        if start < first:
            self._wait(Piece(text[: first - start], Span(start, first)))
        self._add(Piece(body, Span(first, last)))
        if last < end:
            self._wait(Piece(text[last - start :], Span(last, end)))

    def put(self, prose: str, raw: Span | None) -> None:
        """Prose that the file says in other letters, or (None) does not say."""
        if prose.strip(WHITE):
            self._add(Piece(prose, raw, False))
        elif prose:
            self.blank(raw)

    def blank(self, raw: Span | None = None) -> None:
        """White space of the file that is read as one blank; None where mark-up alone makes one."""
        self._wait(Piece(" ", raw, False))

    def line(self) -> None:
        """A line ends here. Where it goes on in lower case a sentence runs over two lines, elsewhere a block ends."""
        if self._broken:
            self.block(self._kind)
        self._broken = bool(self._run)
        self._blank = None

    def block(self, kind: str = "paragraph") -> None:
        """A block ends here; what follows is of `kind`."""
        if any(piece.raw is not None and not piece.prose.isspace() for piece in self._run):
            self.blocks.append((self._kind, self._run))
        self._run = []
        self._blank = None
        self._broken = False
        self._kind = kind

    def _wait(self, blank: Piece) -> None:
        if self._run and not self._broken and self._blank is None:
            self._blank = blank

    def _add(self, piece: Piece) -> None:
        if self._broken:
            self._broken = False
            if piece.prose[0].islower():
                # Made, not read: no edit may take the place of mark-up.
                self._run.append(Piece("\n", None, False))
            else:
                self.block(self._kind)
        elif self._blank:
            self._run.append(self._blank)
        self._blank = None
        self._run.append(piece)
