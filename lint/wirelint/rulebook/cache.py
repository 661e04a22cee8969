"""The book as it was read, kept from run to run: reading two hundred pages takes longer than checking a draft.

With it is kept, as its key, the names, sizes and times of all files that had a say; where any differs, the pages are read
afresh.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from .. import kept
from ..version import __version__
from .book import Pack, read_pack, shipped_folder

# Counts up when what is kept changes its shape.
FORMAT = 4
Key = tuple[Any, ...]


def pack(folder: str, *, own: bool = False, prove: Callable[[Pack], None] | None = None) -> Pack:
    """The pack in `folder`, as kept, else read, proven, and kept.

    `prove` raises where a page does not hold; it is not asked again of what it has once passed. Raises BadRulePage.
    """
    folder = os.path.abspath(folder)
    name = f"pack-{zlib.crc32(os.fsencode(folder)):08x}"
    key = _key(folder, own=own, proven=prove is not None)
    found = kept.load(name)
    if key is not None and found and found[0] == key:
        return Pack(*found[1])
    read = read_pack(folder, own=own)
    if prove is not None:
        prove(read)
    # The pages may have changed while they were read.
    if key is not None and key == _key(folder, own=own, proven=prove is not None):
        kept.save(name, (key, tuple(read)))
    return read


def _key(folder: str, *, own: bool, proven: bool) -> Key | None:
    """All that what is kept depends on; None where the folder cannot be looked through."""
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        # How pages are read has a say, too, and so have the lists that a house's pages share with ours.
        files = [*_stamps(folder), *_stamps(here, ".py"), *(() if own else _stamps(shipped_folder(), "lists.toml"))]
    except OSError:
        return None
    return (FORMAT, __version__, sys.version, folder, own, proven, tuple(files))


def _stamps(folder: str, ending: str = ".toml") -> Iterator[tuple[str, int, int]]:
    """(path, size, time) of the files of a folder and those below it that have this ending, in order of path."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith((".", "__")):
                yield from _stamps(entry.path, ending)
        elif entry.name.endswith(ending):
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns
