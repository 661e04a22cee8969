"""What the fixes would change, as `patch` and `git apply` take it; on a terminal with colours, and nothing in it that it obeys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from .console import Run, painter
from .entry import Entry
from .visible import visible

STYLES = {"-": "bad", "+": "good", "@": "place"}


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """The changes of all entries, one after the other."""
    if not out.isatty():
        out.writelines(entry.diff for entry in entries)
        return
    draw = painter(out)
    for entry in entries:
        for line in entry.diff.split("\n")[:-1]:
            draw([Run("path" if line.startswith(("---", "+++")) else STYLES.get(line[:1], ""), visible(line))])
