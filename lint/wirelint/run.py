"""One run of `wirelint check`: files, through the desk, into a report."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from . import walk
from .config import Settings, settings
from .desk import Desk, Work
from .errors import UnreadableDocument
from .files import Loaded
from .model import Severity
from .options import Given
from .report import WRITERS
from .report.entry import Entry, unread
from .report.tally import Tally
from .report.visible import visible
from .text.read import BOM, decode


def check(given: Given) -> int:
    """Checks what was given, writes the report, and gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    chosen = settings(given)
    work = Work(given["fix"], given["unsafe"], given["diff"])
    desk = Desk(chosen, work)
    out, tally = sys.stdout, Tally()
    if given["paths"] == ["-"]:
        if work.fix and not work.diff:
            out = sys.stderr  # the mended text is what goes to standard output
        entries: Iterable[Entry] = [_stdin(desk, given["stdin_filename"] or "-")]
    else:
        paths = given["paths"] or ["."]
        entries = _entries(desk, walk.files(paths, exclude=chosen.exclude))
    _report(chosen, given, _told(tally.watch(entries)), out, tally)
    return status(chosen, given, tally)


def _entries(desk: Desk, found: Iterable[str | walk.Problem]) -> Iterator[Entry]:
    for file in found:
        yield desk.entry(file) if isinstance(file, str) else unread(*file)


def _stdin(desk: Desk, path: str) -> Entry:
    data = sys.stdin.buffer.read()

    def write(loaded: Loaded, raw: str) -> None:
        sys.stdout.buffer.write(((BOM if loaded.bom else "") + raw).encode("utf-8"))

    try:
        text = decode(data, path)
    except UnreadableDocument as error:
        made = unread(path, str(error))
    else:
        made = desk.look(Loaded(path, data, text.removeprefix(BOM), text.startswith(BOM)), write)
    if made.problem is not None and desk.work.fix and not desk.work.diff:
        sys.stdout.buffer.write(data)  # an editor puts what comes in place of what it sent
    return made


def _told(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Says on standard error what kept a draft from being checked, or a rule from being asked."""
    for entry in entries:
        said = [
            f"{entry.path}: rule {fault.rule} broke ({fault.error}); its findings are not known"
            for fault in entry.faults
        ]
        for line in [*said, *([entry.problem] if entry.problem else [])]:
            sys.stdout.flush()
            print(f"wirelint: {visible(line)}", file=sys.stderr)
        yield entry


def _report(chosen: Settings, given: Given, entries: Iterable[Entry], out: TextIO, tally: Tally) -> None:
    readable = chosen.format in ("console", "concise")
    if given["diff"]:
        for entry in entries:
            out.write(entry.diff)
    elif given["statistics"] and readable:
        for _ in entries:
            pass
    else:
        WRITERS[chosen.format](entries, out)
    if given["statistics"]:
        print(*tally.statistics(), sep="\n", file=out if readable else sys.stderr)
    if not given["quiet"]:
        out.flush()
        print(tally.summary(), file=out if chosen.format == "console" and not given["diff"] else sys.stderr)


def status(chosen: Settings, given: Given, tally: Tally) -> int:
    """0, 1 or 2: see the table in README."""
    if tally.broken:
        return 2
    if given["exit_zero"]:
        return 0
    if given["exit_non_zero_on_fix"] and tally.mended:
        return 1
    return int(chosen.fail_on != "never" and tally.at_least(Severity[chosen.fail_on.upper()]) > 0)
