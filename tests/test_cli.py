"""The command line, as it is used: whole processes, their output and their status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from program import LINT, wirelint

BAD = "The council voted the past Tuesday.\n"
GOOD = "The council voted last Tuesday.\n"


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


@pytest.mark.skipif(os.name != "posix", reason="other systems have other bad files")
def test_bad_files_cost_a_line_each_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\n \n\t\n")
    (folder / "nul.txt").write_bytes(b"The council\x00 voted.\n")
    (folder / "latin.txt").write_bytes("Élysée\n".encode("latin-1"))
    (folder / "wide.txt").write_bytes("Wide.\n".encode("utf-16"))
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "a folder.txt").mkdir()
    line = "In case {} the council heard how bank {} of the river is to be mended before the rains. "
    (folder / "long.txt").write_text("".join(line.format(n, 2 * n) for n in range(12_000)), encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / os.fsdecode(b"na\xffme.txt")).write_text(BAD)
    names = sorted(path.name for path in folder.iterdir())
    clean = {"empty.txt", "blank.txt", "good.txt", "long.txt", "a folder.txt"}
    found = {"bad.txt", os.fsdecode(b"na\xffme.txt")}

    done = wirelint("check", "--format", "json", "-q", *names, "vanished.txt", cwd=folder)

    assert done.returncode == 2
    rows = {row["path"]: row for row in json.loads(done.stdout)["documents"]}
    assert {path for path, row in rows.items() if row["findings"]} == found
    assert {path for path, row in rows.items() if row["faults"]} == {*names, "vanished.txt"} - clean - found
    assert all(len(row["faults"]) < 2 for row in rows.values())
    said = done.stderr.splitlines()
    assert len(said) == sum(len(row["faults"]) for row in rows.values())
    assert all(line.startswith("wirelint: ") for line in said)


def test_a_lone_surrogate_in_a_name_goes_through_every_report(folder: Path) -> None:
    name = os.fsdecode(b"na\xffme.txt")
    (folder / name).write_text(BAD)

    for format in ("console", "concise", "github", "json"):
        done = wirelint("check", name, "--format", format, cwd=folder)
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_few_letters_is_written_to(folder: Path, encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding}
    (folder / "bad.txt").write_text(f"Zoë 🚀: {BAD}", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "wirelint", "check", "bad.txt"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": LINT, **env},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert b"the past Tuesday" in done.stdout


def test_nothing_to_check_is_said_and_is_no_fault(folder: Path) -> None:
    (folder / "wirelint.toml").write_text('exclude = ["*.txt"]')

    walked = wirelint("check", ".", cwd=folder)
    hooked = wirelint("check", "--force-exclude", "bad.txt", cwd=folder)
    named = wirelint("check", "bad.txt", cwd=folder)

    assert (walked.returncode, walked.stdout) == (0, "No files to check.\n")
    assert (hooked.returncode, named.returncode) == (0, 1)


def test_statistics_take_the_place_of_the_findings(folder: Path) -> None:
    lines = wirelint("check", "--statistics", "bad.txt", cwd=folder).stdout.splitlines()
    both = wirelint("check", "--statistics", "--format", "json", "bad.txt", cwd=folder)

    assert lines[0].split()[-1] == "rule"
    assert lines[1].split() == ["1", "1", "0", "166.67", "date/the-past-weekday"]
    assert len(json.loads(both.stdout)["documents"]) == 1
    assert "date/the-past-weekday" in both.stderr


def test_quiet_leaves_the_findings_alone(folder: Path) -> None:
    done = wirelint("check", "--quiet", "--format", "concise", "bad.txt", "good.txt", cwd=folder)

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_an_interrupted_run_ends_without_a_word(folder: Path) -> None:
    for number in range(400):
        (folder / f"{number}.txt").write_text(BAD * 200, encoding="utf-8")
    command = [sys.executable, "-m", "wirelint", "check", "-j", "2", "--format", "concise", "."]
    run = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": LINT},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    run.stdout.readline()

    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)

    assert run.returncode == 130
    assert said == ""


def test_a_file_that_changed_meanwhile_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from wirelint import files
    from wirelint.desk import Desk
    from wirelint.options import NOTHING_GIVEN

    draft = folder / "bad.txt"
    loaded = files.load(str(draft))
    draft.write_text("Somebody else wrote this.\n")

    entry = Desk({**NOTHING_GIVEN, "fix": True, "no_config": True}).look(loaded, files.save)

    assert "changed since it was checked" in (entry.problem or "")
    assert len(entry.findings) == 1
    assert draft.read_text() == "Somebody else wrote this.\n"


def test_options_are_read_alike_by_hand_and_by_the_library() -> None:
    """The plain case is read by hand for speed; it must mean what it means to the library."""
    from wirelint.cli import app
    from wirelint.options import parsed

    for words in (
        ["a.txt", "b.txt"],
        ["--select", "date", "--select=casing,spacing", "--ignore", "x", "a.txt"],
        ["-j", "3", "-q", "--fix", "--unsafe", "--", "--odd-name.txt"],
        ["--format=json", "--fail-on", "major", "-"],
        ["--jobs=2", "--config", "c.toml", "--exclude", "*.md", "a.txt", "--diff"],
        [],
    ):
        todo = app(["check", *words], standalone_mode=False)
        (given,) = todo.args
        assert {key: value or None for key, value in given.items()} == {
            key: value or None for key, value in (parsed(words) or {}).items()
        }


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--nothing"],
        ["--format"],
        ["--format", "xml"],
        ["--jobs", "two"],
        ["--fix=yes"],
        ["-qj", "2"],
        ["--jobs", "-1"],
    ],
)
def test_what_is_not_plain_is_left_to_the_library(words: list[str]) -> None:
    from wirelint.options import parsed

    assert parsed(words) is None


def test_what_changes_nothing_is_said(folder: Path) -> None:
    alone = wirelint("check", "-", "bad.txt", cwd=folder)
    unsafe = wirelint("check", "--unsafe", "bad.txt", cwd=folder)

    assert (alone.returncode, alone.stderr.count("\n")) == (2, 1)
    assert "--unsafe does nothing without --fix or --diff" in unsafe.stderr


def test_the_shell_completes_options(folder: Path) -> None:
    env = {"_WIRELINT_COMPLETE": "complete_bash", "COMP_WORDS": "wirelint check --fo", "COMP_CWORD": "2"}

    assert set(wirelint(cwd=folder, env=env).stdout.split()) == {"--force-exclude", "--format"}
