"""Whole drafts: what is said of them, what is made of them, and silence on good copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirelint.engine import check
from wirelint.fix import fix
from wirelint.model import Finding
from wirelint.rulebook import Rule, read_pack, shipped_folder
from wirelint.text.document import Document
from wirelint.text.lines import Lines
from wirelint.text.read import format_of, read

FIXTURES = Path(__file__).parents[1] / "fixtures"
RULES = [Rule(page) for page in read_pack(shipped_folder(), own=True).pages if page["status"] == "stable"]


def documents(folder: str) -> list[Path]:
    return sorted(p for p in (FIXTURES / folder).iterdir() if p.suffix in (".txt", ".md", ".html"))


def opened(path: Path) -> Document:
    return read(path.read_bytes().decode("utf-8"), path=path.name, format=format_of(path.name))


@pytest.mark.parametrize("path", documents("articles"), ids=lambda p: p.name)
def test_the_findings_are_those_that_were_accepted(path: Path, accept: bool) -> None:
    doc = opened(path)
    report = check(doc, RULES)

    said = "".join(line(doc, finding) + "\n" for finding in report.findings)

    assert report.faults == ()
    _compare(path.with_name(path.name + ".findings"), said, accept)


@pytest.mark.parametrize("path", documents("articles"), ids=lambda p: p.name)
def test_fixing_gives_the_text_that_was_accepted_and_rests(path: Path, accept: bool) -> None:
    doc = opened(path)

    fixed = fix(doc, RULES, lambda raw: read(raw, path=path.name, format=doc.format), unsafe=True).document
    again = fix(fixed, RULES, lambda raw: read(raw, path=path.name, format=doc.format), unsafe=True)

    assert again.document.raw == fixed.raw
    _compare(path.with_name(path.name + ".fixed"), fixed.raw, accept)


@pytest.mark.parametrize("path", documents("clean"), ids=lambda p: p.name)
def test_good_copy_is_left_in_peace(path: Path) -> None:
    doc = opened(path)

    report = check(doc, RULES)

    assert [line(doc, finding) for finding in report.findings] == []


def line(doc: Document, finding: Finding) -> str:
    """`12:5 casing/lowercase-place bamako → Bamako`, with the first fix as it changes the finding's place."""
    row, column = Lines(doc.text).place(finding.span.start)
    said = f"{row}:{column} {finding.rule} {finding.span.of(doc.text)!r}"
    if not finding.fixes:
        return said
    first = finding.fixes[0]
    edits = "; ".join(f"{e.span.of(doc.text)!r} → {e.text!r}" for e in first.edits)
    return f"{said} ({first.safety.value}: {edits})"


def _compare(golden: Path, text: str, accept: bool) -> None:
    if accept:
        golden.write_bytes(text.encode("utf-8"))
    assert golden.exists(), "run pytest --accept and read the difference"
    assert text == golden.read_bytes().decode("utf-8")
