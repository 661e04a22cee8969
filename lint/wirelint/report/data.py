"""Reports as JSON, schema 1. Offsets are code points of the decoded file, byte-order mark excluded; columns count from 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from ..model import Finding, Fix, Report
from ..text.document import Document
from ..text.lines import Lines
from ..version import __version__

Row = dict[str, Any]


def document_row(doc: Document, report: Report) -> Row:
    """One entry of `documents`."""
    lines = Lines(doc.raw)
    return {
        "path": doc.path,
        "format": doc.format,
        "words": len(doc.text.split()),
        "findings": [_finding(doc, lines, finding) for finding in report.findings],
        "faults": [{"rule": fault.rule, "error": fault.error} for fault in report.faults],
    }


def unread_row(path: str, error: str) -> Row:
    """The entry of a file that could not be checked."""
    return {"path": path, "format": None, "words": None, "findings": [], "faults": [{"rule": None, "error": error}]}


def _finding(doc: Document, lines: Lines, finding: Finding) -> Row:
    span = doc.map.raw(finding.span) or doc.map.around(finding.span)
    line, column = lines.place(span.start)
    end_line, end_column = lines.place(span.end)
    return {
        "rule": finding.rule,
        "message": finding.message,
        "category": finding.category,
        "severity": finding.severity.name.lower(),
        "span": {"start": span.start, "end": span.end},
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": span.of(doc.raw),
        "fixes": [row for fix in finding.fixes if (row := _fix(doc, fix)) is not None],
    }


def _fix(doc: Document, fix: Fix) -> Row | None:
    """A fix as edits of the file; None where the file has no place for one of them."""
    edits = [doc.in_file(edit) for edit in fix.edits]
    if any(edit is None for edit in edits):
        return None
    rows = [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in edits if e is not None]
    return {"safety": fix.safety.value, "edits": rows}


def write(rows: Iterable[Row], out: TextIO) -> None:
    """All of them as one JSON text; a lone surrogate is written as its escape."""
    out.write(f'{{"wirelint": "{__version__}", "schema": 1, "documents": [')
    out.writelines(_parts(rows))
    out.write("]}\n")


def _parts(rows: Iterable[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, ensure_ascii=True)
