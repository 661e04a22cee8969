"""The body of a Markdown file: its blocks by markdown-it, the marks inside them by `inline`.

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

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from ..model import Span
from ..patterns import compiled
from . import html
from .inline import Inline
from .lines import BREAK
from .prose import Prose
from .sourcemap import SourceMap, assemble

KINDS = {"heading_open": "heading", "th_open": "cell", "td_open": "cell", "list_item_open": "item"}
QUOTES = {"blockquote_open": 1, "blockquote_close": -1}
PIPE = compiled(r"(?<!\\)\|")
BULLET = compiled(r"[ \t]*+[-+*][ \t]++")


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
        text, map, _ = assemble(prose.passages)
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
        for index, token in enumerate(self._tokens):
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
                if lines:
                    self._block(prose, kind, lines, self._whole(index))
                kind = "paragraph"

    def _block(self, prose: Prose, kind: str, lines: list[Span], whole: Span | None) -> None:
        before = len(prose.passages)
        prose.block(kind)
        Inline(self.raw, lines, self._is_target).read(prose)
        prose.block()
        if len(prose.passages) == before + 1 and all(piece.raw for piece in prose.passages[-1].pieces):
            prose.passages[-1] = prose.passages[-1]._replace(whole=whole)

    def _whole(self, index: int) -> Span | None:
        """The lines that go with a paragraph or heading at the top level, or with a list's item that holds nothing else."""
        tokens = self._tokens
        if tokens[index].level == 1:
            first, last = tokens[index - 1].map or (0, 0)
            behind = self._skip_empty(last)
            if behind == len(self._lines):
                while first and self._is_blank(first - 1):
                    first -= 1
            elif self._lines[behind].of(self.raw).startswith((" ", "\t")):
                return None  # it would become part of a list that stands above
            return Span(self._lines[first].start, self._lines[behind - 1].end)
        if tokens[index - 2].type == "list_item_open" and tokens[index + 2].type == "list_item_close":
            first, last = tokens[index].map or (0, 0)
            line = self._lines[first]
            # A numbered list may begin with the item, and would count from the next one's number.
            return Span(line.start, self._lines[last - 1].end) if BULLET.match(line.of(self.raw)) else None
        return None

    def _is_blank(self, number: int) -> bool:
        return not self._lines[number].of(self.raw).strip()

    def _skip_empty(self, number: int) -> int:
        while number < len(self._lines) and self._is_blank(number):
            number += 1
        return number

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
