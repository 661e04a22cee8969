"""Markdown: its blocks by markdown-it, the marks inside them by `inline`, its front matter by `front`.

Of a block markdown-it tells its lines and what they say less quotation marks, list marks and indentation. These it takes
away from the left and changes nothing else, so each line is found again at the end of the line of the file it came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import regex
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from ..model import Span
from . import html
from .document import Piece, SourceMap, assemble
from .front import front, stays
from .inline import Inline
from .lines import BREAK
from .prose import Prose

KINDS = {"heading_open": "heading", "th_open": "cell", "td_open": "cell", "list_item_open": "item"}
PIPE = regex.compile(r"(?<!\\)\|")
QUOTES = {"blockquote_open": 1, "blockquote_close": -1}
INDENT = regex.compile(r"[ \t]*+")
# References, not backslashes: they are read in the HTML parts of a file too.
MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", **{mark: f"&#{ord(mark)};" for mark in "\\`*_[]~|{}"}})
# A longer paragraph is not read again for every edit; there, what stands beside one must be no mark.
LONG = 50_000
MARK_NEAR = regex.compile(r"[^\w\s,;“”’]")


class Markdown:
    """A file's blocks, as `assemble` takes them, and how new prose is written in it."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._front = front(raw)
        self._body = Body(raw, self._front.end)
        prose = Prose(raw)
        for kind, field in self._front.fields:
            prose.block(kind)
            prose.copy(*field)
        self._body.read(prose)
        self.blocks = prose.blocks
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
        first = bisect_left(self.blocks, lines.start, key=_start)
        said, _, _ = assemble(self.blocks[first : bisect_left(self.blocks, lines.end, key=_start)])
        indent = INDENT.match(self.raw, lines.start, lines.end)
        for start in (lines.start, indent.end() if indent else lines.start):
            part = self._body.part(self.raw[start : lines.end], start)
            if part.text == said:
                return part
        return None


def _start(block: tuple[str, list[Piece]]) -> int:
    return next(piece.raw.start for piece in block[1] if piece.raw)


class Part(NamedTuple):
    """A stretch of the body, read by itself: where it starts in the file, its prose, its map."""

    start: int
    text: str
    map: SourceMap


class Body:
    """A Markdown file behind its front matter."""

    def __init__(self, raw: str, start: int = 0, targets: Collection[str] | None = None) -> None:
        self.raw = raw
        ends = [m.end() for m in BREAK.finditer(raw, start)]
        self._lines = [Span(a, b) for a, b in pairwise([start, *ends, len(raw)])]
        known: dict[str, dict[str, object]] = {}
        self._tokens = _parser().parse(raw[start:], known)
        self._targets = frozenset(known.get("references", ())) if targets is None else targets

    def part(self, raw: str, start: int) -> Part:
        """A paragraph read by itself, links known as in the whole."""
        prose = Prose(raw)
        Body(raw, targets=self._targets).read(prose)
        text, map, _ = assemble(prose.blocks)
        return Part(start, text, map)

    def paragraph(self, span: Span) -> Span:
        """The lines about `span`, from one empty line to the next."""
        first = bisect_right(self._lines, span.start, key=itemgetter(0)) - 1
        last = bisect_left(self._lines, span.end, lo=first + 1, key=itemgetter(0)) - 1
        while first > 0 and not self._is_empty(first - 1):
            first -= 1
        while last + 1 < len(self._lines) and not self._is_empty(last + 1):
            last += 1
        return Span(self._lines[first].start, self._lines[last].end)

    def _is_empty(self, number: int) -> bool:
        return not self._lines[number].of(self.raw).strip(" \t>\r\n")

    def read(self, prose: Prose) -> None:
        """Adds the blocks of the body."""
        kind = "paragraph"
        quoted = cell = 0
        for token in self._tokens:
            if token.type in KINDS:
                kind = KINDS[token.type]
            elif token.type in QUOTES:
                quoted += QUOTES[token.type]
            elif token.type == "tr_open" and token.map:
                cell = self._lines[token.map[0]].start
            elif token.type == "html_block" and not quoted:
                self._html(prose, token)
            elif token.type == "inline" and token.content:
                if kind == "cell":
                    lines, cell = self._cell(token, cell)
                else:
                    lines = self._found(token)
                prose.block(kind)
                if lines:
                    Inline(self.raw, lines, self._is_target).read(prose)
                kind = "paragraph"
        prose.block()

    def _html(self, prose: Prose, token: Token) -> None:
        lines = self._found(token)
        if lines:
            html.read(prose, lines[0].start, lines[-1].end)

    def _found(self, token: Token) -> list[Span]:
        """Where the lines of a block's content stand in the file; none where one of them does not."""
        found = []
        first, last = token.map or (0, 0)
        for said, line in zip(token.content.split("\n"), self._lines[first:last], strict=False):
            text = said.strip(" \t")
            end = line.start + len(line.of(self.raw).rstrip(" \t\r\n"))
            start = end - len(text)
            if not self.raw.startswith(text, max(start, line.start)):
                start = self.raw.find(text, line.start, line.end)
            if start < 0:
                return []
            found.append(Span(start, start + len(text)))
        return found

    def _cell(self, token: Token, at: int) -> tuple[list[Span], int]:
        """Where a table's cell stands in its row, looked for from `at`, and where the next one begins."""
        row = self._lines[(token.map or [0])[0]]
        said = token.content.replace("|", "\\|")
        start = self.raw.find(said, at, row.end)
        if start < 0:
            return [], at
        pipe = PIPE.search(self.raw, start + len(said), row.end)
        return [Span(start, start + len(said))], pipe.end() if pipe else row.end

    def _is_target(self, name: str) -> bool:
        return bool(self._targets) and normalizeReference(name) in self._targets


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
