"""A report of one line a finding, for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from .entry import Entry
from .visible import path, visible


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """`path:line:column: severity rule message`."""
    for entry in entries:
        for f in entry.findings:
            place = f"{path(entry.path)}:{f.line}:{f.column}"
            out.write(f"{place}: {f.severity.name.lower()} {f.rule} {visible(f.message)}\n")
