"""The book as it was read, kept from run to run: reading two hundred pages takes longer than checking a draft.

With it is kept, as its key, the names, sizes and times of all files that had a say; where any differs, the pages are read
afresh.
"""

from __future__ import annotations

import functools
import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import pairwise
from typing import Any

from .. import kept
from ..page import Data
from ..text.index import Index
from ..version import __version__
from .book import Pack, read_pack, shipped_folder

# Counts up when what is kept changes its shape.
FORMAT = 5
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
        return _opened(found[1])
    read = read_pack(folder, own=own)
    if prove is not None:
        prove(read)
    # The pages may have changed while they were read.
    if key is not None and key == _key(folder, own=own, proven=prove is not None):
        with suppress(ValueError):  # a page's table may hold a date, which is not plain enough
            kept.save(name, (key, _packed(read)))
    return read


# What rules are chosen by.
AT_HAND = ("id", "place", "status")
# Where a page has its own words and those that all pages share.
SHARED = ("lists", "tables")


class Leaf(Mapping[str, Any]):
    """A page as it was kept: what it is chosen by is at hand, the rest is unpacked when it is first asked for."""

    def __init__(self, at_hand: Data, packed: bytes, shared: Callable[[], Data]) -> None:
        self._at_hand = at_hand
        self._packed = packed
        self._shared = shared

    def __getitem__(self, key: str) -> Any:
        return self._at_hand[key] if key in self._at_hand else self._whole[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    @cached_property
    def _whole(self) -> Data:
        data: Data = marshal.loads(self._packed)
        shared = self._shared()
        return {**data, **{key: {n: shared[n] if w is None else w for n, w in data[key].items()} for key in SHARED}}


def _packed(read: Pack) -> tuple[Any, ...]:
    """A pack as plain data; lists and tables that several pages have are kept once."""
    shared: dict[str, Any] = {}
    for one, other in pairwise(page for page in read.pages if page["lists"]):
        shared |= {n: w for key in SHARED for n, w in one[key].items() if other[key].get(n) is w}
    pages = []
    for page in read.pages:
        own = {key: {n: None if w is shared.get(n) else w for n, w in page[key].items()} for key in SHARED}
        pages.append(({key: page[key] for key in AT_HAND}, marshal.dumps({**page, **own})))
    return (*read[:4], pages, read.renamed, read.needles.plain, marshal.dumps(shared))


def _opened(plain: tuple[Any, ...]) -> Pack:
    name, version, folder, prefix, pages, renamed, needles, packed = plain
    shared = functools.cache(functools.partial(marshal.loads, packed))
    leaves = tuple(Leaf(at_hand, page, shared) for at_hand, page in pages)
    return Pack(name, version, folder, prefix, leaves, renamed, Index(needles))


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
