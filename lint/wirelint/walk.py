"""Which files are to be checked: what was named, and what folders hold, less what is ignored or excluded."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .globs import Globs
from .text.read import ENDINGS


class Problem(NamedTuple):
    """A path that could not be walked; `message` is one line with the path first."""

    path: str
    message: str


class Ignore(NamedTuple):
    """Patterns, and the folder that they are relative to."""

    folder: str
    globs: Globs

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether this very path is meant; None where nothing is said of it."""
        return self.globs.verdict(self._below(path), folder=folder)

    def match(self, path: str, *, folder: bool) -> bool:
        """Whether a path is meant, or a folder it lies in."""
        return self.globs.match(self._below(path), folder=folder)

    def _below(self, path: str) -> str:
        below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        # What lies outside is known by its names alone: an excluded “archive/” is excluded wherever it is.
        while below.startswith("../"):
            below = below[3:]
        return below


NOTHING = Ignore("", Globs(()))


def files(
    paths: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    formats: Collection[str] = ENDINGS.keys(),
    root: str = "",
    force: bool = True,
    hidden: bool = False,
) -> Iterator[str | Problem]:
    """The files to check, in the order named and folders sorted by name, each once.

    A file that is named is taken whatever its ending; in folders those that end in one of `formats` and are not hidden or
    ignored. `exclude` are patterns as in `.gitignore`, relative to `root` (the working directory); without `force` they do
    not count for what is named. `hidden` lets names that begin with a dot in, all but `.git`. What cannot be walked is
    yielded as a Problem, so that the run goes on.
    """
    excluded = Ignore(os.path.abspath(root), Globs(exclude))
    seen: set[str] = set()
    for path in paths:
        for found in _named(path, excluded, tuple(formats), force, hidden):
            if isinstance(found, Problem):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                # Two names of one file: fixed twice, the second fix would find it changed.
                seen.add(real)
                yield found


def _named(path: str, excluded: Ignore, endings: tuple[str, ...], force: bool, hidden: bool) -> Iterator[str | Problem]:
    folder = os.path.isdir(path)
    out = excluded.match(path, folder=folder)
    if not os.path.lexists(path):
        yield Problem(path, f"{path}: no such file or folder")
    elif out and force:
        return
    elif folder:
        yield from _walked(path, NOTHING if out else excluded, endings, hidden)
    else:
        yield path


def _walked(top: str, excluded: Ignore, endings: tuple[str, ...], hidden: bool) -> Iterator[str | Problem]:
    """Links to folders are not followed, so no walk goes round in circles."""
    # Folders with what is ignored in them, files with None; a stack, since folders may lie deeper than Python can call.
    waiting: list[tuple[str, list[Ignore] | None]] = [(top, _above(os.path.abspath(top)))]
    while waiting:
        path, ignores = waiting.pop()
        if ignores is None:
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = sorted(entries, key=lambda entry: entry.name, reverse=True)
            ignores = [*ignores, *_ignores(path)]
        except OSError as error:
            yield Problem(path, f"{path}: {(error.strerror or str(error)).lower()}; this folder was left out")
            continue
        for entry in inside:
            folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") and (not hidden or entry.name == ".git"):
                continue
            if not folder and not (entry.name.lower().endswith(endings) and _may_be_read(entry)):
                continue
            if not _ignored(entry.path, ignores, folder) and not excluded.match(entry.path, folder=folder):
                waiting.append((entry.path.removeprefix(f".{os.sep}"), ignores if folder else None))


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """A file, or a link that leads nowhere: that is said when it is read, so that nobody takes it for checked."""
    if not entry.is_symlink():
        return entry.is_file()
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)


def _ignored(path: str, ignores: Sequence[Ignore], folder: bool) -> bool:
    """The `.gitignore` nearest to a path that says anything of it decides."""
    said = (ignore.verdict(path, folder=folder) for ignore in reversed(ignores))
    return next((verdict for verdict in said if verdict is not None), False)


def _above(path: str) -> list[Ignore]:
    """What is said above a folder, up to the top of its repository. Nothing, where the folder itself is ignored: it was named."""
    folders = []
    top = path
    while not os.path.lexists(os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            return []
        folders.append(above)
        top = above
    ignores = [ignore for folder in reversed(folders) for ignore in _ignores(folder)]
    named = any(ignore.match(path, folder=True) for ignore in ignores)
    return [] if named else ignores


def _ignores(folder: str) -> list[Ignore]:
    """What a folder's own `.gitignore` says. It is read and not asked of git: drafts are checked where there is no git, too."""
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return [Ignore(os.path.abspath(folder), Globs(file.read().splitlines()))]
