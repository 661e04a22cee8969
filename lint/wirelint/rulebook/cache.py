"""The book as it was read, kept from run to run: reading two hundred pages takes longer than checking a draft.

One file a pack in the user's cache folder. It holds what the pages said and, as its key, the names, sizes and times of all
files that had a say. Where any of that differs, where the file is damaged or not the user's own, the pages are read afresh.
Nothing ever depends on it.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from ..version import __version__
from .book import Pack, read_pack, shipped_folder

# Counts up when what is kept changes its shape.
FORMAT = 1
Key = tuple[Any, ...]


def pack(
    folder: str, *, own: bool = False, prove: Callable[[Pack], None] | None = None, home: str | None = None
) -> Pack:
    """The pack in `folder`, from the cache where that can be trusted, else read, proven, and kept.

    `prove` raises where a page does not hold; it is not asked again of what it has once passed. `home` is the folder of
    caches. Raises BadRulePage.
    """
    folder = os.path.abspath(folder)
    place = _place(folder, cache_home() if home is None else home)
    key = _key(folder, own=own, proven=prove is not None)
    if key is not None:
        kept = _kept(place)
        if kept is not None and kept[0] == key:
            return Pack(*kept[1])
    read = read_pack(folder, own=own)
    if prove is not None:
        prove(read)
    # The pages may have changed while they were read.
    if key is not None and key == _key(folder, own=own, proven=prove is not None):
        _keep(place, (key, tuple(read)))
    return read


def cache_home() -> str:
    """Where this system's programs keep what they can make again."""
    told = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(told):
        return told
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    return os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")


def _place(folder: str, home: str) -> str:
    name = zlib.crc32(folder.encode("utf-8", "surrogateescape"))
    # Each version of Python has its own form of what is kept.
    return os.path.join(home, "wirelint", f"{name:08x}-{sys.implementation.cache_tag}.pages")


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


def _kept(place: str) -> Any:
    """What is kept there, or None where nothing is that can be trusted."""
    try:
        with open(place, "rb") as file:
            stat = os.fstat(file.fileno())
            if hasattr(os, "getuid") and (stat.st_uid != os.getuid() or stat.st_mode & 0o022):
                return None
            data = file.read()
    except OSError:
        return None
    if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        return None
    try:
        return marshal.loads(data[4:])
    except (ValueError, EOFError, TypeError):
        return None


def _keep(place: str, value: Any) -> None:
    """Keeps a value there, if that can be done: of several who write, one wins, and who reads finds all of it or none."""
    new = f"{place}.{os.getpid()}"
    with suppress(OSError, ValueError):  # ValueError: a table of a page may hold a date, which this form does not know
        data = marshal.dumps(value)
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        try:
            with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(zlib.crc32(data).to_bytes(4, "big") + data)
            os.replace(new, place)
        except OSError:
            with suppress(OSError):
                os.unlink(new)
            raise
