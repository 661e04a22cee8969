"""The desk: takes a draft, asks the rules that hold where it lies, mends it if told to, and gives its entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from . import files
from .config import Settings
from .engine import check
from .errors import UnreadableDocument, WirelintError
from .files import Loaded
from .fix import fix
from .report.entry import Entry, entry, unread
from .rulebook import read_pack, shipped_folder
from .rulebook.choose import chosen
from .text.document import Document
from .text.read import format_of, read

Save = Callable[[Loaded, str], None]


class Work(NamedTuple):
    """What to do with each draft besides checking it."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False


class Desk:
    """Checks drafts; what it needs for that is read once."""

    def __init__(self, settings: Settings, work: Work) -> None:
        self.settings = settings
        self.work = work
        pages = read_pack(shipped_folder(), own=True).pages
        self.rules = chosen(pages, select=settings.select, ignore=settings.ignore)

    def entry(self, path: str) -> Entry:
        """The entry of the file at `path`, which is mended where that is the work."""
        try:
            loaded = files.load(path)
        except UnreadableDocument as error:
            return unread(path, str(error))
        return self.look(loaded, files.save)

    def look(self, loaded: Loaded, save: Save) -> Entry:
        """The entry of a draft that was read; what was mended is given to `save`."""
        doc = self._read(loaded, loaded.raw)
        if not self.work.fix and not self.work.diff:
            return self._as_it_is(doc)
        try:
            fixed = fix(doc, self.rules, lambda raw: self._read(loaded, raw), unsafe=self.work.unsafe)
            if not self.work.diff:
                save(loaded, fixed.document.raw)
        except WirelintError as error:
            return self._as_it_is(doc)._replace(problem=str(error))
        if self.work.diff:
            return self._as_it_is(doc)._replace(diff=diff(loaded.path, doc.raw, fixed.document.raw))
        return entry(fixed.document, fixed.report)._replace(mended=len(fixed.applied))

    def _as_it_is(self, doc: Document) -> Entry:
        return entry(doc, check(doc, self.rules))

    def _read(self, loaded: Loaded, raw: str) -> Document:
        return read(raw, path=loaded.path, format=format_of(loaded.path), house=self.settings.house)


def diff(path: str, old: str, new: str) -> str:
    """The change in the form that `patch` and `git apply` take."""
    if old == new:
        return ""
    from difflib import unified_diff

    lines = unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `patch` has them: they end at LF alone."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
