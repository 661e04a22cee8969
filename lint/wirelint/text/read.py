"""Reads a decoded file as a document, by its format."""

from __future__ import annotations

from ..errors import UnreadableDocument
from .document import Document, Escape, as_it_is, with_crlf
from .house import NO_HOUSE, House
from .lines import BREAK
from .sourcemap import Passage, assemble

BOM = "\ufeff"
# What the ending of a file's name says of its format.
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def format_of(path: str) -> str:
    """The format that the name of a file tells; “text” where it tells none."""
    dot = path.rfind(".")
    return ENDINGS.get(path[dot:].lower(), "text") if dot > path.rfind("/") else "text"


def decode(data: bytes, path: str) -> str:
    """The text of a file, strictly UTF-8, a byte-order mark and all. Raises UnreadableDocument; guesses nothing."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableDocument(f"{path}: UTF-16, not UTF-8; save it as UTF-8 and check again")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{path}:{_line(data, error.start)}: not UTF-8 at byte {error.start} (0x{data[error.start]:02x}); "
            "save it as UTF-8 and check again"
        ) from error
    nul = data.find(0)
    if nul >= 0:
        raise UnreadableDocument(f"{path}:{_line(data, nul)}: not a text: byte {nul} is NUL; leave this file out")
    return text


def _line(data: bytes, at: int) -> int:
    """The line of a byte, counted from 1; all before it is UTF-8."""
    return len(BREAK.findall(data[:at].decode("utf-8"))) + 1


def read(raw: str, *, path: str = "", format: str = "text", house: House = NO_HOUSE) -> Document:
    """The document in `raw`, a decoded file without its byte-order mark."""
    if format == "text":
        first = raw.find("\n")
        plain = with_crlf if first > 0 and raw[first - 1] == "\r" else as_it_is
        return Document(raw, path=path, escape=plain, house=house)
    passages, escape = _marked_up(raw, format)
    text, map, spans = assemble(passages)
    return Document(raw, path=path, format=format, text=text, map=map, blocks=spans, escape=escape, house=house)


def _marked_up(raw: str, format: str) -> tuple[list[Passage], Escape]:
    """Readers are loaded where wanted: most drafts are plain text, and markdown-it takes as long to load as all the rest."""
    if format == "html":
        from . import html

        return html.passages(raw), html.escaping(raw)
    if format == "markdown":
        from .markdown import Markdown

        markdown = Markdown(raw)
        return markdown.passages, markdown.escape
    raise ValueError(f"no reader for {format}")
