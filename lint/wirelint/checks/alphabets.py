"""Names of other alphabets in Latin letters, as English news writes them."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ..patterns import compiled

SHORT = 6
"""Letters below which a word in capitals is taken for an acronym: its letters say nothing to a reader."""
LATIN = compiled(r"[\p{Latin}\P{L}]")
ENDING = compiled(r"(?:iy|yy)\b")


def in_latin(words: str, tables: Mapping[str, Mapping[str, str]]) -> str:
    """A name in Cyrillic or Greek in Latin letters; nothing for what is no name, or another script.

    `tables` are `cyrillic`, `ukrainian` and `greek` of the shared lists.
    """
    if not all(word[:1].isupper() for word in regex.split("[ -]", words)) or (words.isupper() and len(words) < SHORT):
        return ""
    ukrainian = any(c in "іїєґІЇЄҐ" for c in words)
    used = [tables["ukrainian"]] if ukrainian else []
    used += [tables["cyrillic"], tables["greek"]]
    out = ""
    for at, c in enumerate(words):
        lower = c.lower()
        new = next((table[lower] for table in used if lower in table), c if LATIN.match(c) else None)
        if new is None:
            return ""
        if lower == "е" and (at == 0 or words[at - 1].lower() in " -аеёиоуыэюяьъ") and not ukrainian:
            new = "ye"
        out += new.upper() if words.isupper() else new.capitalize() if c.isupper() else new
    return ENDING.sub("y", out)
