"""What the tables know of a word that may be a name, whatever its case."""

from __future__ import annotations

from ...knowledge import plain
from ...text.document import Document

BEARERS = 1000
LARGE = 100_000


def is_given(doc: Document, word: str, bearers: int = BEARERS) -> bool:
    """Whether so many people have it for a given name, with or without its accents."""
    names, lower = doc.knowledge.names_given, word.lower()
    row = names.get(lower) or (None if lower.isascii() else names.get(plain(lower)))
    return row is not None and int(row[2]) >= bearers


def is_large_place(doc: Document, word: str) -> bool:
    """Whether it is a country, a region or a city that the news names without saying where it is."""
    row = doc.knowledge.places.get(word.lower())
    return row is not None and (row[1] != "city" or int(row[2] or 0) >= LARGE)


def is_club(doc: Document, word: str) -> bool:
    row = doc.knowledge.organisations.get(word.lower())
    return row is not None and "club" in row
