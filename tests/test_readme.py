"""README's first screen is true: the draft is the one shipped, and what is said of it is what wirelint says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DRAFT = "fixtures/articles/harbour.txt"


def block(marker: str) -> str:
    """The fenced block behind a marker."""
    text = README.read_text(encoding="utf-8")
    return text.split(f"<!-- {marker} -->\n```", 1)[1].split("\n", 1)[1].split("```\n", 1)[0]


def said() -> str:
    command = [sys.executable, "-m", "wirelint", "check", "--no-config", DRAFT]
    env = {**os.environ, "COLUMNS": "100", "PYTHONPATH": str(ROOT / "lint")}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False).stdout


def test_the_draft_shown_is_the_one_shipped() -> None:
    assert block(f"draft: {DRAFT}") == (ROOT / DRAFT).read_text(encoding="utf-8")


def test_the_output_shown_is_what_is_said(accept: bool) -> None:
    shown, real = block("said"), said()

    if accept:
        text = README.read_text(encoding="utf-8")
        head, rest = text.split("<!-- said -->\n```\n", 1)
        README.write_text(f"{head}<!-- said -->\n```\n{real}{rest[rest.index('```') :]}", encoding="utf-8")
        shown = block("said")
    assert shown == real


@pytest.mark.parametrize("marker", ["try", "test"])
def test_the_two_commands_set_up_all_they_need(marker: str) -> None:
    command = block(marker)

    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
