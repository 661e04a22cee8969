"""`wirelint check`: files, over the desk, into a report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import TextIO

from .. import patterns, walk
from ..config import Settings
from ..desk import Desk
from ..errors import UnreadableDocument, WirelintError
from ..files import Loaded
from ..model import Severity
from ..options import Given
from ..report import WRITERS
from ..report.entry import Entry, unread
from ..report.progress import bar, on_terminal
from ..report.tally import Tally
from ..report.visible import visible
from ..text.read import BOM, decode

# With fewer files, more processes would take longer to start than they save.
MANY = 64
Item = str | Entry


def check(given: Given) -> int:
    """Checks what was given, writes the report, and gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    desk = Desk(given)
    stdin = given["paths"] == ["-"]
    if "-" in given["paths"] and not stdin:
        raise WirelintError("-: standard input is checked alone; for a file of that name write ./-")
    brief = desk.brief(os.path.dirname(given["stdin_filename"] or "") if stdin else ".")
    if not given["quiet"]:
        for notice in (*brief.notices, *_without_effect(given)):
            print(f"wirelint: {notice}", file=sys.stderr)
    total = None
    if stdin:
        entries = _stdin(desk, given, given["stdin_filename"] or "-")
    else:
        items = _items(given, brief.settings)
        if on_terminal() and not given["quiet"]:
            known = list(items)
            items, total = iter(known), len(known)
        entries = _entries(desk, items, given["jobs"])
    tally = Tally()
    with bar(total) as step, closing(entries):
        # The mended text is what goes to standard output, where one comes from standard input.
        out = sys.stderr if stdin and _filters(given) else sys.stdout
        _report(brief.settings, given, _passing(entries, tally, step), out)
    _sum_up(brief.settings, given, tally, out)
    patterns.keep()
    return status(brief.settings, given, tally)


def _without_effect(given: Given) -> Iterator[str]:
    """What was given and changes nothing."""
    if given["unsafe"] and not (given["fix"] or given["diff"]):
        yield "--unsafe does nothing without --fix or --diff"
    if given["stdin_filename"] and given["paths"] != ["-"]:
        yield "--stdin-filename does nothing without “-”"


def _filters(given: Given) -> bool:
    """Whether a text that comes in is to go out again, mended."""
    return bool(given["fix"] and not given["diff"])


def _items(given: Given, chosen: Settings) -> Iterator[Item]:
    """The files to check, and the entries of what could not be walked."""
    paths, force, hidden = given["paths"] or ["."], given["force_exclude"], given["hidden"]
    for found in walk.files(paths, exclude=chosen.exclude, root=chosen.root, force=force, hidden=hidden):
        yield found if isinstance(found, str) else unread(*found)


def _entries(desk: Desk, items: Iterator[Item], jobs: int | None) -> Generator[Entry, None, None]:
    if jobs is None:
        first = list(islice(items, MANY))
        items = chain(first, items)
        jobs = 1 if len(first) < MANY else 0
    if jobs == 1:
        yield from (desk.entry(item) if isinstance(item, str) else item for item in items)
        return
    from ..jobs import cores, spread

    yield from spread(desk, items, jobs or cores())


def _stdin(desk: Desk, given: Given, path: str) -> Generator[Entry, None, None]:
    """The one entry of what comes in. Where it is to be mended something always goes out: an editor puts that in place."""
    data = sys.stdin.buffer.read()
    sent: list[str] = []
    try:
        text = decode(data, path)
    except UnreadableDocument as error:
        made = unread(path, str(error))
    else:
        loaded = Loaded(path, data, text.removeprefix(BOM), text.startswith(BOM))
        made = desk.look(loaded, lambda loaded, raw: sent.append((BOM if loaded.bom else "") + raw))
    if _filters(given):
        sys.stdout.buffer.write(sent[0].encode() if sent else data)
    yield made


def _passing(entries: Iterable[Entry], tally: Tally, step: Callable[[], None]) -> Iterator[Entry]:
    """The entries on their way to the report: counted, and what kept one from being checked said on standard error."""
    for entry in entries:
        tally.add(entry)
        broke = (
            f"{entry.path}: rule {fault.rule} broke ({fault.error}); what it would find is not known"
            for fault in entry.faults
        )
        for line in (*broke, *filter(None, [entry.problem])):
            sys.stdout.flush()
            print(f"wirelint: {visible(line)}", file=sys.stderr)
        yield entry
        step()


def _report(chosen: Settings, given: Given, entries: Iterable[Entry], out: TextIO) -> None:
    if given["diff"]:
        from ..report.diff import write

        write(entries, out)
    elif given["statistics"] and _readable(chosen):
        for _ in entries:
            pass
    else:
        WRITERS[chosen.format](entries, out)


def _sum_up(chosen: Settings, given: Given, tally: Tally, out: TextIO) -> None:
    """The counts: at the end of a report that is read, else on standard error."""
    out.flush()
    if given["statistics"]:
        print(*tally.statistics(), sep="\n", file=out if _readable(chosen) and not given["diff"] else sys.stderr)
    if not given["quiet"]:
        print(tally.summary(), file=out if chosen.format == "console" and not given["diff"] else sys.stderr)


def _readable(chosen: Settings) -> bool:
    return chosen.format in ("console", "concise")


def status(chosen: Settings, given: Given, tally: Tally) -> int:
    """2 where anything was not checked, 1 where something was found that counts, 0 else."""
    if tally.broken:
        return 2
    if given["exit_zero"]:
        return 0
    if given["exit_non_zero_on_fix"] and tally.mended:
        return 1
    return int(chosen.fail_on != "never" and tally.at_least(Severity[chosen.fail_on.upper()]) > 0)
