"""Patterns of paths mean what they mean to git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from wirelint.globs import Globs

PATHS = [
    "a.txt", "b.md", "drafts/a.txt", "drafts/old/a.txt", "drafts/old/deep/b.txt", "old/a.txt", "x/drafts/a.txt",
    "a b.txt", "[x].txt", "é/naïve.txt", "drafts2/a.txt", "a1.txt", "a-.txt", "#a.txt", "!a.txt", "old",
]  # fmt: skip
PATTERNS = [
    ["a.txt"], ["/a.txt"], ["*.md"], ["drafts"], ["drafts/"], ["/drafts/"], ["drafts/**"], ["**/old"], ["drafts/**/a.txt"],
    ["**/a.txt"], ["drafts/*"], ["drafts/*.txt"], ["old/"], ["*.txt", "!a.txt"], ["drafts/*", "!drafts/old"], ["a?.txt"],
    ["a[0-9].txt"], ["a[!0-9].txt"], ["\\#a.txt"], ["\\!a.txt"], ["# no"], ["a\\ b.txt"], ["é"], ["**"], ["*"], ["[[]x].txt"],
    ["drafts/old/"], ["x/**/a.txt"], ["[^b].md"], ["a[-0-9].txt"], [""], ["/"], ["**/drafts/a.txt"], ["a.txt   "],
    ["drafts/**.txt"], ["[z-a].txt", "b.md"], ["a[[:digit:]].txt"], ["drafts[!x]a.txt"], ["old", "[", "!"],
]  # fmt: skip


@pytest.mark.parametrize("patterns", PATTERNS, ids=str)
def test_what_git_ignores_matches(patterns: list[str], tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("\n".join(patterns) + "\n", encoding="utf-8")
    asked = "".join(f"{path}\0" for path in PATHS)

    said = subprocess.run(
        ["git", "check-ignore", "-z", "--stdin", "--no-index"],
        cwd=tmp_path, input=asked, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    globs = Globs(patterns)
    assert {path for path in PATHS if globs.match(path)} == set(said.stdout.split("\0")) - {""}
