"""Markdown: what is read in a file, and how new prose is written so that it is read as such."""

from __future__ import annotations

from bisect import bisect_left

from ..model import Span
from ..patterns import compiled
from .body import Body, Part
from .front import front, stays
from .prose import Prose
from .sourcemap import Passage, assemble

INDENT = compiled(r"[ \t]*+")
# References, not backslashes: they are read in the HTML parts of a file too.
MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", **{mark: f"&#{ord(mark)};" for mark in "\\`*_[]~|{}"}})
# A longer paragraph is not read again for every edit; there, what stands beside one must be no mark.
LONG = 50_000
MARK_NEAR = compiled(r"[^\w\s,;“”’]")


class Markdown:
    """A file's blocks, and how new prose is written in it."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._front = front(raw)
        self._body = Body(raw, self._front.end)
        prose = Prose(raw)
        for kind, field in self._front.fields:
            prose.block(kind)
            prose.copy(*field)
        prose.block()
        self._body.read(prose)
        self.passages = prose.passages
        self._parts: dict[Span, Part | None] = {}
        self._written: dict[tuple[str, Span], str | None] = {}

    def escape(self, text: str, span: Span) -> str | None:
        """`text` as it is written in place of `span`; None where it would be read as something else."""
        if (text, span) not in self._written:
            self._written[text, span] = self._escaped(text, span)
        return self._written[text, span]

    def _escaped(self, text: str, span: Span) -> str | None:
        if "\n" in text or "\r" in text:
            return None
        if span.start < self._front.end:
            return text if stays(self.raw, span, text) else None
        kept = [passage for passage in self.passages if text or not passage.whole or not span.holds(passage.whole)]
        if len(kept) < len(self.passages):
            # Below a paragraph, “- ” without a word begins no list: what goes may change what is left.
            after = Markdown(self.raw[: span.start] + self.raw[span.end :])
            return text if assemble(after.passages)[0] == assemble(kept)[0] else None
        new = text.translate(MARKS)
        return new if self._is_read(span, new, text) else None

    def _is_read(self, span: Span, new: str, text: str) -> bool:
        """Whether the paragraph, read again with `new` in place of `span`, says `text` there and all else as before.

        A blank after “**Lavrov” undoes the bold; one after a dash at the start of a line makes it an item of a list.
        """
        lines = self._body.paragraph(span)
        if lines.end - lines.start > LONG:
            return new == text and not MARK_NEAR.search(self.raw, max(0, span.start - 2), span.end + 2)
        if lines not in self._parts:
            self._parts[lines] = self._part(lines)
        part = self._parts[lines]
        if part is None:
            return False
        old = part.map.text(Span(span.start - part.start, span.end - part.start))
        after = self._body.part(self.raw[part.start : span.start] + new + self.raw[span.end : lines.end], part.start)
        return old is not None and after.text == part.text[: old.start] + text + part.text[old.end :]

    def _part(self, lines: Span) -> Part | None:
        """Lines read by themselves, if need be less their indentation in a list; None where they say less than in the whole."""
        first = bisect_left(self.passages, lines.start, key=_start)
        said, _, _ = assemble(self.passages[first : bisect_left(self.passages, lines.end, key=_start)])
        indent = INDENT.match(self.raw, lines.start, lines.end)
        for start in (lines.start, indent.end() if indent else lines.start):
            part = self._body.part(self.raw[start : lines.end], start)
            if part.text == said:
                return part
        return None


def _start(passage: Passage) -> int:
    return next(piece.raw.start for piece in passage.pieces if piece.raw)
