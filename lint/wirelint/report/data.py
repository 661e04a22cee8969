"""Reports as JSON, schema 1 (`schema.json`). Offsets are code points of the decoded file, byte-order mark excluded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from ..version import __version__
from .entry import Entry, Placed

Row = dict[str, Any]


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """All of them as one JSON text, each written as it comes; a lone surrogate is written as its escape."""
    out.write(f'{{"wirelint": "{__version__}", "schema": 1, "documents": [')
    for number, entry in enumerate(entries):
        out.write((",\n" if number else "\n") + json.dumps(row(entry), ensure_ascii=True))
    out.write("]}\n")


def row(entry: Entry) -> Row:
    """One entry of `documents`. What kept a draft from being checked is a fault of no rule."""
    faults: list[Row] = [{"rule": fault.rule, "error": fault.error} for fault in entry.faults]
    if entry.problem is not None:
        faults.append({"rule": None, "error": entry.problem})
    return {
        "path": entry.path,
        "format": entry.format,
        "words": entry.words,
        "findings": [_finding(finding) for finding in entry.findings],
        "faults": faults,
    }


def _finding(finding: Placed) -> Row:
    return {
        "rule": finding.rule,
        "message": finding.message,
        "category": finding.category,
        "severity": finding.severity.name.lower(),
        "span": {"start": finding.span.start, "end": finding.span.end},
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "fixes": [
            {
                "safety": fix.safety.value,
                "edits": [{"start": span.start, "end": span.end, "text": text} for span, text in fix.edits],
            }
            for fix in finding.fixes
        ],
    }
