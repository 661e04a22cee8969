"""The desk: takes a draft, asks the rules that hold where it lies, mends it if told to, and gives its entry."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from . import files
from .brief import Brief
from .config import configuration, settings
from .engine import check
from .errors import UnreadableDocument, WirelintError
from .files import Loaded
from .fix import fix
from .options import Given
from .report.entry import Entry, entry, unread
from .rulebook import Rule
from .text.document import Document
from .text.house import House
from .text.read import format_of, read

Save = Callable[[Loaded, str], None]


class Desk:
    """Checks drafts as the options say; what it needs for that is read once."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._files: dict[str, str] = {}
        self._briefs: dict[str, Brief] = {}

    def __reduce__(self) -> tuple[type[Desk], tuple[Given]]:
        """To another process go the options alone; it reads what it needs."""
        return Desk, (self._given,)

    def brief(self, folder: str) -> Brief:
        """What holds in a folder. Raises BadConfig, BadRulePage."""
        folder = os.path.abspath(folder)
        if folder not in self._files:
            self._files[folder] = configuration(self._given, folder)
        file = self._files[folder]
        if file not in self._briefs:
            self._briefs[file] = Brief(settings(self._given, file))
        return self._briefs[file]

    def entry(self, path: str) -> Entry:
        """The entry of the file at `path`, which is mended where that is wanted."""
        try:
            loaded = files.load(path)
        except UnreadableDocument as error:
            return unread(path, str(error))
        return self.look(loaded, files.save)

    def look(self, loaded: Loaded, save: Save) -> Entry:
        """The entry of a draft that was read; what was mended is given to `save`."""
        path, given = loaded.path, self._given
        try:
            brief = self.brief(os.path.dirname(path))
        except WirelintError as error:
            return unread(path, f"{path}: not checked: {error}")
        rules, house = brief.rules(path), brief.settings.house
        doc = _read(path, loaded.raw, house)
        if not given["fix"] and not given["diff"]:
            return _as_it_is(doc, rules)
        try:
            fixed = fix(doc, rules, lambda raw: _read(path, raw, house), unsafe=given["unsafe"])
            if not given["diff"]:
                save(loaded, fixed.document.raw)
        except WirelintError as error:
            return _as_it_is(doc, rules)._replace(problem=str(error))
        if given["diff"]:
            return _as_it_is(doc, rules)._replace(diff=diff(path, doc.raw, fixed.document.raw))
        return entry(fixed.document, fixed.report)._replace(mended=len(fixed.applied))


def _as_it_is(doc: Document, rules: Sequence[Rule]) -> Entry:
    return entry(doc, check(doc, rules))


def _read(path: str, raw: str, house: House) -> Document:
    return read(raw, path=path, format=format_of(path), house=house)


def diff(path: str, old: str, new: str) -> str:
    """The change in the form that `patch` and `git apply` take; “” where there is none."""
    if old == new:
        return ""
    from difflib import unified_diff

    name = os.path.normpath(path).replace(os.sep, "/").lstrip("/")
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `patch` has them: they end at LF alone."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])
