"""Patterns of paths as in `.gitignore`, the one kind that wirelint knows; see gitignore(5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

from .patterns import compiled

# What stands for any characters in a pattern, and for what; longest first.
WILD = (
    ("**/", "(?:[^/]+/)*"),
    ("/**", "/.+"),
    ("**", "[^/]*"),
    ("*", "[^/]*"),
    ("?", "[^/]"),
)
# One of some characters, or of all others; kinds of characters among them, and signs that mean more to regex than here.
SOME = compiled(r"\[([!^]?)(\]?(?:\[:[a-z]+:\]|[^\]])*)\]")
SIGN = compiled(r"(\[:[a-z]+:\])|[\\\[\]^&|~]")


class Rule(NamedTuple):
    """`takes`: whether what matches is meant, or, after “!”, is not. `folders`: whether only folders are."""

    path: regex.Pattern[str]
    takes: bool
    folders: bool


class Globs:
    """Some patterns. Paths are relative to where they were written down, with “/” between names."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._rules = tuple(rule for pattern in patterns if (rule := _rule(pattern)) is not None)

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """Whether this very path is meant, by the last pattern that matches it; None where none does."""
        for rule in reversed(self._rules):
            if (folder or not rule.folders) and rule.path.fullmatch(path):
                return rule.takes
        return None

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path is meant, or a folder it lies in."""
        names = path.split("/")
        above = ("/".join(names[:n]) for n in range(1, len(names)))
        return any(self.verdict(at, folder=True) for at in above) or bool(self.verdict(path, folder=folder))


def _rule(pattern: str) -> Rule | None:
    if pattern.startswith("#"):
        return None
    text = pattern.rstrip(" ") + (" " if pattern.rstrip(" ").endswith("\\") and pattern.endswith(" ") else "")
    takes = not text.startswith("!")
    text = text.removeprefix("!")
    folders = text.endswith("/")
    text = text.rstrip("/")
    if not text:
        return None
    # A pattern with a slash speaks of a path from here, one without of a name at any depth.
    try:
        path = regex.compile(_source(text.lstrip("/") if "/" in text else f"**/{text}"))
    except regex.error:
        return None  # as git has it, “[z-a]” matches nothing
    return Rule(path, takes, folders)


def _source(text: str) -> str:
    if text == "**":
        return ".+"
    out, at = [], 0
    while at < len(text):
        wild = next(((glob, source) for glob, source in WILD if text.startswith(glob, at)), None)
        if wild is not None and not (wild[0] == "/**" and at + 3 < len(text)):
            out.append(wild[1])
            at += len(wild[0])
            continue
        some = SOME.match(text, at)
        if some:
            signs = SIGN.sub(lambda sign: sign[1] or f"\\{sign[0]}", some[2])
            out.append(f"(?!/)[{'^' if some[1] else ''}{signs}]")
            at = some.end()
            continue
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
        out.append(regex.escape(text[at]))
        at += 1
    return "".join(out)
