"""Fixing: choose repairs, make them in the file, read it again, until the text rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .engine import Checker, check
from .errors import FixCycle
from .model import Edit, Finding, Report, Safety, applied
from .text.document import Document

TURNS = 10


class Fixed(NamedTuple):
    """The mended document, what is still said of it, and the findings whose repairs were made, in the order they were made."""

    document: Document
    report: Report
    applied: tuple[Finding, ...]


def fix(doc: Document, checkers: Sequence[Checker], read: Callable[[str], Document], *, unsafe: bool = False) -> Fixed:
    """`read` makes a document of the changed file. Raises FixCycle, naming the rules, where the text does not come to rest."""
    path = doc.path
    texts: list[str] = []
    turns: list[list[Finding]] = []
    while doc.raw not in texts and len(turns) < TURNS:
        texts.append(doc.raw)
        report = check(doc, checkers)
        chosen = choose(doc, report, unsafe=unsafe)
        if not chosen:
            return Fixed(doc, report, tuple(finding for turn in turns for finding in turn))
        doc = read(applied(doc.raw, tuple(edit for finding in chosen for edit in _in_file(doc, finding))))
        turns.append(chosen)
    # What was done since the text was last the same, or, where it only grows, in the last turn.
    first = texts.index(doc.raw) if doc.raw in texts else -1
    rules = tuple(sorted({finding.rule for turn in turns[first:] for finding in turn}))
    raise FixCycle(f"{path}: repairs of {', '.join(rules)} undo each other; the file is left as it was", rules)


def choose(doc: Document, report: Report, *, unsafe: bool) -> list[Finding]:
    """Findings whose first fix may be made now, in reading order.

    The stronger first; one whose edits touch those of a chosen one waits for the next turn.
    """
    wanted = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    taken: list[Edit] = []
    chosen = []
    for finding in sorted(report.findings, key=lambda f: (-f.severity, f.span, f.rule)):
        if not finding.fixes or finding.fixes[0].safety not in wanted:
            continue
        edits = _in_file(doc, finding)
        if not any(_touch(edit, other) for edit in edits for other in taken):
            taken += edits
            chosen.append(finding)
    return sorted(chosen, key=lambda f: f.span)


def _in_file(doc: Document, finding: Finding) -> list[Edit]:
    edits = [doc.in_file(edit) for edit in finding.fixes[0].edits]
    return [edit for edit in edits if edit is not None]


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end
