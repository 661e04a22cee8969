"""Files on disk: read whole and strictly, written whole or not at all.

A save goes to a new file beside the draft that then takes its name, so whoever looks, at any moment and after any
crash, finds the old draft or the new one. What this costs: a draft with several hard links keeps its other names for
the old text.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from .errors import ChangedDocument, UnreadableDocument, WirelintError
from .text.read import BOM, decode

# Opening a pipe must not wait for a writer; Windows knows no such pipes, but wants to be told of bytes.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Loaded(NamedTuple):
    """A file as it was read. `raw` is its text without the byte-order mark; `bom` says whether it has one."""

    path: str
    data: bytes
    raw: str
    bom: bool


def load(path: str) -> Loaded:
    """The file at `path`. Raises UnreadableDocument where it is no readable UTF-8 text."""
    try:
        data = _bytes(path)
    except OSError as error:
        raise UnreadableDocument(f"{path}: {_why_unread(path, error)}") from error
    text = decode(data, path)
    return Loaded(path, data, text.removeprefix(BOM), text.startswith(BOM))


def save(
    loaded: Loaded,
    raw: str,
    *,
    replace: Callable[[str, str], None] = os.replace,
    fsync: Callable[[int], None] = os.fsync,
) -> None:
    """Writes `raw` where `loaded` was read from; links are followed, mode and owner stay.

    Raises ChangedDocument where the file is no longer what was read, WirelintError where it may not or cannot be
    written; the file is then as it was. `replace` and `fsync` are for tests of what a failing disk leaves behind.
    """
    data = ((BOM if loaded.bom else "") + raw).encode("utf-8")
    if data == loaded.data:
        return
    target = os.path.realpath(loaded.path)
    mode = _mode(loaded)
    # The mode is asked too, since the superuser may write anything: a draft nobody may write was locked on purpose.
    if not mode.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WirelintError(f"{loaded.path}: write-protected, so not changed; make it writable and fix again")
    new = os.path.join(os.path.dirname(target), f".wirelint-{os.urandom(8).hex()}.tmp")
    try:
        _write(new, data, target, mode, fsync)
        _unchanged(loaded)
        replace(new, target)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(new)
        if isinstance(error, OSError):
            raise WirelintError(f"{loaded.path}: could not be written ({_said(error)}); it is as it was") from error
        raise
    _settle(os.path.dirname(target), fsync)


def _bytes(path: str) -> bytes:
    with open(path, "rb", opener=lambda name, _: os.open(name, _READ)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        return file.read()


def _why_unread(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the link leads to no file" if os.path.islink(path) else "no such file"
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):
        return "a folder, not a file"
    if isinstance(error, PermissionError):
        return "may not be read; ask for the right to read it"
    return _said(error)


def _said(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _mode(loaded: Loaded) -> os.stat_result:
    try:
        return os.stat(loaded.path)
    except OSError as error:
        raise ChangedDocument(f"{loaded.path}: gone since it was checked, so not written; check again") from error


def _unchanged(loaded: Loaded) -> None:
    """Asked as late as can be: what another program saves between this and the renaming is lost."""
    try:
        now = _bytes(loaded.path)
    except OSError:
        now = None
    if now != loaded.data:
        raise ChangedDocument(f"{loaded.path}: changed since it was checked, so not written; check again")


def _write(path: str, data: bytes, old: str, like: os.stat_result, fsync: Callable[[int], None]) -> None:
    with os.fdopen(os.open(path, _NEW, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        if hasattr(os, "fchown"):
            _give(file.fileno(), like)
            os.fchmod(file.fileno(), stat.S_IMODE(like.st_mode))
        if hasattr(os, "listxattr"):
            _mark(file.fileno(), old)
        fsync(file.fileno())


def _give(fd: int, like: os.stat_result) -> None:
    """The owner and the group, or the group at least, where the system lets us."""
    for owner in (-1, like.st_uid):
        with suppress(OSError):
            os.fchown(fd, owner, like.st_gid)


def _mark(fd: int, old: str) -> None:
    """The attributes of the old file, among them the lists of who may read a draft on a shared disk, where they can be had."""
    with suppress(OSError):
        for name in os.listxattr(old):
            with suppress(OSError):
                os.setxattr(fd, name, os.getxattr(old, name))


def _settle(folder: str, fsync: Callable[[int], None]) -> None:
    """Makes the renaming last through a power cut, where the system can; the file is whole either way."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            fsync(fd)
        finally:
            os.close(fd)
