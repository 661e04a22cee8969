"""What is kept from run to run because it takes longer to make than to read. Nothing ever depends on it.

A thing kept is one file in the user's cache folder: a checksum, then plain data. A file that is damaged, or that another
could have written, is as none.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from contextlib import suppress
from typing import Any


def load(name: str) -> Any:
    """What is kept by this name, or None."""
    try:
        with open(_place(name), "rb") as file:
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


def save(name: str, value: Any) -> None:
    """Keeps plain data by this name, if that can be done: of several who do, one wins, and who loads finds all of it or none."""
    place = _place(name)
    new = f"{place}.{os.getpid()}"
    with suppress(OSError, ValueError):  # ValueError: it is not plain enough
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


def _place(name: str) -> str:
    # Each version of Python has its own form of plain data.
    return os.path.join(_home(), "wirelint", f"{name}.{sys.implementation.cache_tag}")


def _home() -> str:
    """Where this system's programs keep what they can make again."""
    told = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(told):
        return told
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    return os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
