"""What stands around a place in a text."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Edit, Span
from ..patterns import compiled

REST = compiled(r"[\p{L}\p{M}\p{N}]*")


def word_around(text: str, span: Span) -> Span:
    """The span widened to the whole word, as far as one sees the word's own letters."""
    start = span.start
    while start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    found = REST.match(text, span.end)
    return Span(start, found.end() if found else span.end)


def patched(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """The text of a span once the edits within it are made."""
    parts, at = [], span.start
    for (start, end), new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join(parts) + text[at : span.end]


# What tells an address, a handle, a path or a piece of code from prose.
CODE = compiled(r"[@#/\\_=<>{}|~^*]|www\.|https?:")


def in_code(text: str, start: int, end: int) -> bool:
    """Whether the run without blanks around a place is an address or the like."""
    low, high = start, end
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return CODE.search(text[low:high].rstrip(".,;:!?)\"'”’")) is not None
