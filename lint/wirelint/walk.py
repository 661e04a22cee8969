"""Which files are to be checked: what was named, and what folders hold, less what is ignored or excluded."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .errors import BadConfig
from .text.read import ENDINGS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Problem(NamedTuple):
    """A path that could not be walked; `message` is one line with the path first."""

    path: str
    message: str


class Ignore(NamedTuple):
    """The patterns of one `.gitignore` (or the user's own), for what is below `folder`."""

    folder: str
    spec: GitIgnoreSpec

    def says(self, path: str, *, folder: bool) -> bool | None:
        """Whether an absolute path is ignored; None where nothing is said of it."""
        below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        if below == ".":
            return None
        # What lies outside is known by its names alone: an excluded “archive/” is excluded wherever it is.
        while below.startswith("../"):
            below = below[3:]
        return self.spec.check_file(below + "/" * folder).include


def files(
    paths: Sequence[str], *, exclude: Sequence[str] = (), formats: Collection[str] = ENDINGS.keys(), root: str = ""
) -> Iterator[str | Problem]:
    """The files to check, in the order named and folders sorted by name, each once.

    A file that is named is taken whatever its ending; in folders those that end in one of `formats` and are not hidden or
    ignored. `exclude` are patterns as in `.gitignore`, relative to `root` (the working directory), and count for named
    files too: hooks name every file. What cannot be walked is yielded as a Problem, so that the run goes on.
    """
    if bad := next((pattern for pattern in exclude if not _is_pattern(pattern)), None):
        raise BadConfig(f"exclude: {bad!r} is no pattern; write it as in .gitignore")
    excluded = Ignore(os.path.abspath(root), _spec(exclude)) if exclude else None
    seen: set[str] = set()
    for path in paths:
        for found in _named(path, excluded, tuple(formats)):
            if isinstance(found, Problem):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                # Two names of one file: fixed twice, the second fix would find it changed.
                seen.add(real)
                yield found


def _named(path: str, excluded: Ignore | None, endings: tuple[str, ...]) -> Iterator[str | Problem]:
    folder = os.path.isdir(path)
    if not os.path.lexists(path):
        yield Problem(path, f"{path}: no such file or folder")
    elif excluded and excluded.says(os.path.abspath(path), folder=folder):
        return
    elif folder:
        yield from _walked(path, excluded, endings)
    else:
        yield path


def _walked(top: str, excluded: Ignore | None, endings: tuple[str, ...]) -> Iterator[str | Problem]:
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
            if entry.name.startswith(".") or not (folder or (entry.name.lower().endswith(endings) and entry.is_file())):
                continue
            if not _left_out(os.path.abspath(entry.path), ignores, excluded, folder=folder):
                waiting.append((entry.path.removeprefix(f".{os.sep}"), ignores if folder else None))


def _left_out(path: str, ignores: Sequence[Ignore], excluded: Ignore | None, *, folder: bool) -> bool:
    """The `.gitignore` nearest to a path that says anything of it decides; none brings back what the user excludes."""
    said = (ignore.says(path, folder=folder) for ignore in reversed(ignores))
    ignored = next((answer for answer in said if answer is not None), False)
    return ignored or bool(excluded and excluded.says(path, folder=folder))


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
    return [] if _left_out(path, ignores, None, folder=True) else ignores


def _ignores(folder: str) -> list[Ignore]:
    """What a folder's own `.gitignore` says.

    It is read by pathspec and not asked of git, since drafts are checked where there is no git, too. pathspec takes as long
    to load as all of wirelint: it is loaded when the first such file is met.
    """
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return [Ignore(os.path.abspath(folder), _spec(line for line in file.read().splitlines() if _is_pattern(line)))]


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _is_pattern(line: str) -> bool:
    """Git passes over what it cannot understand, such as a lone “!”."""
    try:
        _spec([line])
    except ValueError:
        return False
    return True
