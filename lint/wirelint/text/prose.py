"""Prose of a marked-up file, put together block by block as a reader comes upon it."""

from __future__ import annotations

from ..model import Span
from ..patterns import compiled
from .sourcemap import Passage, Piece

# What stands in a sentence for words that are no prose: code, a formula, a web address. No rule has anything to say of it.
HOLE = "\ufffc"
# White space that mark-up lays out anew. A no-break space is not among it.
WHITE = " \t\n\r\f"
LINE_END = compiled(r"[ \t]*+(?:\r\n|\n|\r|\Z)")


class Prose:
    """White space at the edges of a block falls away, and so does a blank that mark-up parts from another blank."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.passages: list[Passage] = []
        # Where the element began that the current block fills; None where it fills none, or not it alone.
        self.start: int | None = None
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
        if raw is None:
            self.start = None
        if prose.strip(WHITE):
            if self._broken:
                self._go_on(prose[0])
            self._run.append(Piece(prose, raw, False))
            self._white = False
        elif prose:
            self.blank(raw)

    def blank(self, raw: Span | None = None) -> None:
        """White space of the file that is read as one blank; None where mark-up alone makes one."""
        if raw is None:
            self.start = None
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

    def block(self, kind: str = "paragraph", *, start: int | None = None, end: int | None = None) -> None:
        """A block ends here, at `end` if it filled an element; what follows is of `kind`, in one that began at `start`.

        Where that alone sets it apart from what stands before, the element must stay.
        """
        self._trim()
        alone = not self._run
        if any(piece.raw is not None and not piece.prose.isspace() for piece in self._run):
            whole = None if self.start is None or end is None else self._with_line(self.start, end)
            self.passages.append(Passage(self._kind, self._run, whole))
        self._run = []
        self._white = True
        self._broken = False
        self._kind = kind
        self.start = start if alone else None

    def _with_line(self, start: int, end: int) -> Span:
        """A range of the file and, where it stands alone in its lines, their indentation and last break."""
        first = start
        while first and self.raw[first - 1] in " \t":
            first -= 1
        behind = LINE_END.match(self.raw, end)
        alone = behind and (first == 0 or self.raw[first - 1] in "\r\n")
        return Span(first, behind.end()) if behind and alone else Span(start, end)

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
