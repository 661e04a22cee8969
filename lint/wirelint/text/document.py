"""A document: the file as it was decoded, the prose that rules see, and what may be changed in the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from ..knowledge import Knowledge, shipped
from ..model import Edit, Span
from .blocks import Block
from .facts import Facts
from .house import NO_HOUSE, House
from .sourcemap import SourceMap

# How new prose is written in place of a range of the file; None where it would not be read as the same prose.
Escape = Callable[[str, Span], str | None]


def as_it_is(text: str, span: Span) -> str:
    """Plain text has no mark-up that prose could be taken for."""
    return text


def with_crlf(text: str, span: Span) -> str:
    """As it is, in a file whose lines end as on Windows."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


class Document:
    """Immutable; an edit makes a new one.

    `raw` is the decoded file without a byte-order mark, `text` its prose, both in code points. `blocks` are spans of
    `text`. `escape` says how new prose is written in this format. `house` is what the newsroom has told us.
    """

    def __init__(
        self,
        raw: str,
        *,
        path: str = "",
        format: str = "text",
        text: str | None = None,
        map: SourceMap | None = None,
        blocks: tuple[Block, ...] | None = None,
        escape: Escape = as_it_is,
        knowledge: Knowledge | None = None,
        house: House = NO_HOUSE,
    ) -> None:
        self.path = path
        self.format = format
        self.raw = raw
        self.text = raw if text is None else text
        self.map = map or SourceMap()
        self._blocks = blocks
        self.escape = escape
        self.knowledge = knowledge or shipped()
        self.house = house

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.text, self.knowledge, self._blocks, self.house)

    def in_file(self, edit: Edit) -> Edit | None:
        """The edit as it is made in the file, or None where the file has no one place for it."""
        if not edit.text and (whole := self._whole(edit.span)) and self.escape("", whole) == "":
            return Edit(whole, "")
        raw = self.map.raw(edit.span)
        if raw is not None and raw.of(self.raw) == edit.span.of(self.text):
            text = self.escape(edit.text, raw)
            if text is not None:
                return Edit(raw, text)
        # The ends that stay as they are may hold tags, and letters that the file says otherwise: those stay, too.
        edit = least(edit, self.text)
        for place in self.map.places(edit.span):
            text = self.escape(edit.text, place)
            if text is not None:
                return Edit(place, text)
        return None

    def _whole(self, span: Span) -> Span | None:
        """What goes from the file with the blocks that `span` is all of; None where it is not, or something must stay."""
        blocks = self._blocks or ()
        first = bisect_left(blocks, span.start, key=lambda block: block.span.start)
        last = bisect_left(blocks, span.end, lo=first, key=lambda block: block.span.end)
        run = blocks[first : last + 1]
        if not run or run[0].span.start != span.start or run[-1].span.end != span.end:
            return None
        wholes = [block.whole for block in run if block.whole]
        if len(wholes) < len(run) or any(self.raw[a.end : b.start].strip() for a, b in pairwise(wholes)):
            return None
        return Span(wholes[0].start, wholes[-1].end)


def least(edit: Edit, text: str) -> Edit:
    """The same edit of `text` less the letters at its ends that it leaves as they are."""
    old, new = edit.span.of(text), edit.text
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - same
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return Edit(Span(edit.span.start + same, edit.span.end - tail), new[same : len(new) - tail])
