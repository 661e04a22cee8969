"""Entries become output; never the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from .entry import Entry

Writer = Callable[[Iterable[Entry], TextIO], None]


# Each is imported when it is asked for: a report in JSON must not wait for colours.
def _console(entries: Iterable[Entry], out: TextIO) -> None:
    from .console import write

    write(entries, out)


def _json(entries: Iterable[Entry], out: TextIO) -> None:
    from .data import write

    write(entries, out)


def _concise(entries: Iterable[Entry], out: TextIO) -> None:
    from .concise import write

    write(entries, out)


def _github(entries: Iterable[Entry], out: TextIO) -> None:
    from .github import write

    write(entries, out)


WRITERS: Mapping[str, Writer] = {"console": _console, "json": _json, "github": _github, "concise": _concise}
