"""A report to read: each finding under its file, with its line, the place marked, and the repair before and after.

The layout is made of styled runs, so that it is the same with colours and without. Only with colours is rich imported.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

from ..model import Safety
from .entry import Entry, Placed
from .visible import path, visible, width

# Columns where nothing tells, as in a pipe: a hook's output is shown on a terminal in the end, and most are no narrower.
UNTOLD, NARROWEST = 80, 40
# Before all that is of a draft: GitHub takes a line for a command that begins, after blanks, with “::”.
MARGIN = "  │ "
# Columns that may stay empty so that a line is cut between words.
LITTLE = 12
STYLES = {
    "path": "bold",
    "place": "cyan",
    "critical": "bold red",
    "major": "red",
    "minor": "yellow",
    "neutral": "blue",
    "rule": "dim",
    "bad": "bold red",
    "mark": "red",
    "good": "bold green",
    "dim": "dim",
    "": "",
}
MAKES = {Safety.SAFE: "--fix", Safety.UNSAFE: "--fix --unsafe", Safety.SHOWN: "by hand"}


class Run(NamedTuple):
    """Text in one style, a key of STYLES."""

    style: str
    text: str


Line = list[Run]
GUTTER = Run("dim", MARGIN)


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """Draws each entry that has findings."""
    draw = painter(out)
    columns = columns_of(out)
    for entry in entries:
        for line in layout(entry, columns):
            draw(line)
        out.flush()


def layout(entry: Entry, columns: int) -> Iterator[Line]:
    """The lines of one entry; none where nothing was found."""
    if not entry.findings:
        return
    yield [Run("path", path(entry.path))]
    for finding in entry.findings:
        yield from _finding(finding, max(NARROWEST, columns))
    yield []


def _finding(finding: Placed, columns: int) -> Iterator[Line]:
    room = columns - len(MARGIN)
    severity = finding.severity.name.lower()
    head = [Run("", "  "), Run("place", f"{finding.line}:{finding.column}"), Run("", "  "), Run(severity, severity)]
    yield from _beside(head, [Run("", "  "), Run("rule", finding.rule)], columns)
    left, bad, right = excerpt(finding, room)
    yield [GUTTER, Run("", left), Run("bad", bad), Run("", right)]
    yield [GUTTER, Run("", " " * width(left)), Run("mark", "^" * max(1, width(bad)))]
    for part in wrapped(visible(finding.message), room):
        yield [GUTTER, Run("", part)]
    if finding.fixes:
        yield from _change(finding, columns)


def _change(finding: Placed, columns: int) -> Iterator[Line]:
    """The repair, before and after, and who makes it."""
    makes = MAKES[finding.fixes[0].safety] + ("" if len(finding.fixes) == 1 else ", one of several")
    old, new = (shortened(visible(text.strip("\r\n") or text), columns * 2 // 3) for text in (finding.old, finding.new))
    after = [Run("", " → "), Run("good", new if new.strip() else "(taken out)"), Run("dim", f"   {makes}")]
    yield from _beside([GUTTER, Run("bad", old or "(nothing)")], after, columns)


def _beside(one: Line, other: Line, columns: int) -> Iterator[Line]:
    """Two runs of text on one line, or, where that is too short, the other on the next."""
    if sum(width(run.text) for run in (*one, *other)) <= columns:
        yield [*one, *other]
    else:
        yield one
        yield [GUTTER, Run("", other[0].text.lstrip()), *other[1:]]


def excerpt(finding: Placed, room: int) -> tuple[str, str, str]:
    """The place with what stands beside it in its line, shortened to `room` columns; what is cut is told by “…”."""
    left, right = visible(finding.left), visible(finding.right)
    first, _, more = finding.text.strip("\r\n").replace("\r", "\n").partition("\n")
    bad = shortened(visible(first or finding.text), room * 2 // 3)
    if more:
        bad, right = bad.removesuffix("…") + "…", ""
    free = max(0, room - width(bad))
    left = ending(left, max(free // 2, free - width(right)))
    return left, bad, shortened(right, free - width(left))


def shortened(text: str, room: int) -> str:
    """The beginning of `text`, with “…” where it does not fit into `room` columns; between words, if that costs little."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[:-1]
    blank = text.rfind(" ", max(0, len(text) - LITTLE))
    return (text if blank < 1 else text[: blank + 1]) + "…" if room else ""


def ending(text: str, room: int) -> str:
    """The end of `text`, likewise."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[1:]
    blank = text.find(" ", 0, LITTLE)
    return "…" + (text if blank < 0 else text[blank:]) if room else ""


def wrapped(text: str, room: int) -> Iterator[str]:
    """`text` in lines of no more than `room` columns, broken at blanks; a word that is longer stands alone."""
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def coloured(out: TextIO) -> bool:
    """Whether to draw with colours: on a terminal, unless told otherwise (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def columns_of(out: TextIO) -> int:
    """The columns of a terminal, or what COLUMNS says."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(out.fileno()).columns or UNTOLD
    except (OSError, ValueError):
        return UNTOLD


def painter(out: TextIO) -> Callable[[Line], None]:
    """What draws a line on `out`, with colours where they are wanted."""
    if not coloured(out):
        return lambda line: print("".join(run.text for run in line).rstrip(), file=out)
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    drawn = StringIO()
    console = Console(file=drawn, force_terminal=True, highlight=False, soft_wrap=True)

    def draw(line: Line) -> None:
        console.print(Text.assemble(*((run.text, STYLES[run.style]) for run in line)))
        # Not by the console itself, which would write past a bar that stands below.
        out.write(drawn.getvalue())
        drawn.seek(0)
        drawn.truncate()

    return draw
