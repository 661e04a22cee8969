"""Several processes give what one gives, and one that dies costs one file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from wirelint.desk import Desk
from wirelint.jobs import spread
from wirelint.options import NOTHING_GIVEN
from wirelint.report.entry import Entry, unread

GIVEN = {**NOTHING_GIVEN, "no_config": True}


class Kills(Desk):
    """A desk on which some drafts are deadly."""

    def entry(self, path: str) -> Entry:
        if path.endswith("deadly"):
            os.kill(os.getpid(), signal.SIGKILL)
        return unread(path, "looked at")


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """A run that does not end is a failure, not a wait."""
    signal.alarm(60)
    yield
    signal.alarm(0)


def test_the_entries_are_the_same_and_in_order(tmp_path: Path) -> None:
    files = []
    for number in range(100):
        files.append(str(tmp_path / f"{number}.txt"))
        Path(files[-1]).write_text(
            f"In {number} the council met.\nIt voted the past Tuesday.\n" * (number % 7), "utf-8"
        )
    desk = Desk(GIVEN)
    alone = [desk.entry(file) for file in files]

    for jobs in (2, 3):
        assert list(spread(desk, files, jobs)) == alone


def test_a_process_that_dies_costs_the_file_it_had() -> None:
    files = [f"{number}" if number != 30 else "deadly" for number in range(60)]

    entries = list(spread(Kills(GIVEN), files, 2))

    assert [entry.path for entry in entries] == files
    assert [entry.path for entry in entries if entry.problem != "looked at"] == ["deadly"]
    assert entries[30].problem is not None
    assert "killed (signal 9)" in entries[30].problem


def test_what_could_not_be_walked_keeps_its_place() -> None:
    gone = unread("gone", "gone: no such file or folder")

    assert list(spread(Kills(GIVEN), ["a", gone, "b"], 2))[1] == gone


def test_a_run_that_is_left_early_ends_its_processes() -> None:
    entries = spread(Kills(GIVEN), (str(number) for number in range(10_000)), 2)
    next(entries)

    entries.close()  # type: ignore[attr-defined]
