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
