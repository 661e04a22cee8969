"""The command line, as it is used: whole processes, their output and their status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LINT = str(Path(__file__).parent.parent / "lint")
BAD = "The council voted the past Tuesday.\n"
GOOD = "The council voted last Tuesday.\n"


def wirelint(
    *words: str, cwd: Path, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": LINT, "NO_COLOR": "1", "XDG_CACHE_HOME": str(cwd / ".cache"), **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "wirelint", *words],
        cwd=cwd,
        input=stdin,
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["good.txt"], 0),
        (["bad.txt"], 1),
        (["bad.txt", "--fail-on", "major"], 0),
        (["bad.txt", "--fail-on=never"], 0),
        (["bad.txt", "--exit-zero"], 0),
        (["nowhere.txt", "good.txt"], 2),
        (["nowhere.txt", "--exit-zero"], 2),
        (["good.txt", "--frmat", "json"], 2),
        (["good.txt", "--format", "xml"], 2),
    ],
)
def test_the_exit_status_tells(folder: Path, words: list[str], status: int) -> None:
    assert wirelint("check", *words, cwd=folder).returncode == status


def test_what_is_not_checked_is_said_and_the_rest_goes_on(folder: Path) -> None:
    done = wirelint("check", "nowhere.txt", "bad.txt", "--format", "json", cwd=folder)

    rows = {row["path"]: row for row in json.loads(done.stdout)["documents"]}
    assert len(rows["bad.txt"]["findings"]) == 1
    assert rows["nowhere.txt"]["faults"] == [{"rule": None, "error": "nowhere.txt: no such file or folder"}]
    assert "nowhere.txt: no such file or folder" in done.stderr


def test_fix_mends_the_file_and_a_second_run_finds_nothing(folder: Path) -> None:
    assert wirelint("check", "--fix", "bad.txt", cwd=folder).returncode == 0

    assert (folder / "bad.txt").read_text(encoding="utf-8") == GOOD


def test_a_fix_can_be_made_to_fail_the_run(folder: Path) -> None:
    assert wirelint("check", "--fix", "--exit-non-zero-on-fix", "bad.txt", cwd=folder).returncode == 1
    assert wirelint("check", "--fix", "--exit-non-zero-on-fix", "bad.txt", cwd=folder).returncode == 0


def test_a_diff_writes_nothing(folder: Path) -> None:
    done = wirelint("check", "--diff", "bad.txt", cwd=folder)

    assert f"-{BAD}+{GOOD}" in done.stdout
    assert (folder / "bad.txt").read_text(encoding="utf-8") == BAD
    assert done.returncode == 1


def test_standard_input_is_mended_to_standard_output(folder: Path) -> None:
    done = wirelint("check", "-", "--fix", "--stdin-filename", "draft.txt", cwd=folder, stdin=BAD)

    assert done.stdout == GOOD
    assert "Mended 1 finding" in done.stderr


def test_standard_input_has_the_name_it_is_given(folder: Path) -> None:
    done = wirelint("check", "-", "--stdin-filename", "draft.txt", "--format", "concise", cwd=folder, stdin=BAD)

    assert done.stdout.startswith("draft.txt:1:19: minor date/the-past-weekday ")


def test_select_and_ignore_take_ids_and_folders(folder: Path) -> None:
    assert wirelint("check", "bad.txt", "--select", "date", cwd=folder).returncode == 1
    assert wirelint("check", "bad.txt", "--ignore", "date", cwd=folder).returncode == 0
    both = wirelint("check", "bad.txt", "--ignore=date", "--select", "date/the-past-weekday", cwd=folder)
    assert both.returncode == 1


def test_a_reader_that_leaves_ends_the_run_without_a_word(folder: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": LINT}
    for number in range(300):
        (folder / f"{number}.txt").write_text(BAD * 20, encoding="utf-8")

    done = subprocess.run(
        f"{sys.executable} -m wirelint check -j 1 --format concise . | head -n 1",
        shell=True,
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
