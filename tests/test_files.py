"""Drafts are read strictly and written whole or not at all, whatever the disk, the editor next door or the power does."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirelint import files
from wirelint.errors import ChangedDocument, UnreadableDocument, WirelintError
from wirelint.files import load, save

ORDINARY = pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read and write all")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"In bamako.\r\n")
    return path


def only(folder: Path) -> list[str]:
    """All that is in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


# Reading


@given(st.text(), st.booleans())
def test_what_is_written_is_what_was_read(tmp_path_factory: pytest.TempPathFactory, text: str, bom: bool) -> None:
    path = tmp_path_factory.mktemp("desk") / "draft.txt"
    data = (b"\xef\xbb\xbf" if bom else b"") + text.replace("\0", "").encode()
    path.write_bytes(data)

    loaded = load(str(path))
    save(loaded, loaded.raw + "\r\nMore\n")

    assert loaded.raw == text.replace("\0", "").removeprefix("\ufeff" if not bom else "")
    assert path.read_bytes() == data + b"\r\nMore\n"


def test_an_empty_file_and_a_line_without_end_are_read(tmp_path: Path) -> None:
    empty, long = tmp_path / "empty.txt", tmp_path / "long.txt"
    empty.write_bytes(b"")
    long.write_bytes(b"Goma " * 1_000_000)

    assert load(str(empty)).raw == ""
    assert len(load(str(long)).raw) == 5_000_000


def folder(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.txt")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def latin(path: Path) -> None:
    path.write_bytes(b"Goma\nCaf\xe9\n")


def binary(path: Path) -> None:
    path.write_bytes(b"GIF89a\0\1")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, ": no such file"),
        (folder, ": a folder, not a file"),
        (dangling, ": the link leads to no file"),
        (circle, ": too many levels of symbolic links"),
        (os.mkfifo, ": not a regular file"),
        (latin, ":2: not UTF-8 at byte 8 (0xe9); save it as UTF-8 and check again"),
        (binary, ":1: not a text: byte 6 is NUL; leave this file out"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line_with_the_path_first(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "draft.txt"
    make(path)

    with pytest.raises(UnreadableDocument) as error:
        load(str(path))

    assert str(error.value) == f"{path}{said}"


@ORDINARY
def test_a_locked_file_is_said_to_be_locked(draft: Path) -> None:
    draft.chmod(0)

    with pytest.raises(UnreadableDocument, match="may not be read"):
        load(str(draft))


# Writing


def test_mode_and_owner_stay_and_nothing_is_left_beside_the_draft(draft: Path) -> None:
    draft.chmod(0o640)
    before = draft.stat()

    save(load(str(draft)), "In Bamako.\r\n")

    after = draft.stat()
    assert draft.read_bytes() == b"In Bamako.\r\n"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert only(draft.parent) == ["draft.txt"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has no attributes of files")
def test_attributes_stay(draft: Path) -> None:
    try:
        os.setxattr(draft, "user.desk", b"foreign")
    except OSError:
        pytest.skip("this disk has no attributes of files")

    save(load(str(draft)), "In Bamako.\r\n")

    assert os.getxattr(draft, "user.desk") == b"foreign"


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may write another's file and leave it theirs")
def test_anothers_file_stays_theirs(draft: Path) -> None:
    os.chown(draft, 12345, 23456)

    save(load(str(draft)), "In Bamako.\r\n")

    assert (draft.stat().st_uid, draft.stat().st_gid) == (12345, 23456)


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "desk"
    other.mkdir()
    link = other / "link.txt"
    link.symlink_to(Path("..") / "draft.txt")

    save(load(str(link)), "In Bamako.\r\n")

    assert link.is_symlink()
    assert draft.read_bytes() == b"In Bamako.\r\n"
    assert only(other) == ["link.txt"]


def test_what_is_not_changed_is_not_written(draft: Path) -> None:
    before = draft.stat()
    loaded = load(str(draft))

    save(loaded, loaded.raw)

    assert draft.stat().st_ino == before.st_ino
    assert draft.stat().st_mtime_ns == before.st_mtime_ns


def rewrite(path: Path) -> None:
    path.write_bytes(b"In Goma.")


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("change", [rewrite, Path.unlink, replace_by_folder])
@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_what_changed_since_it_was_read_is_not_written(draft: Path, change: Callable[[Path], None], when: str) -> None:
    loaded = load(str(draft))
    if when == "before":
        change(draft)

    with pytest.raises(ChangedDocument) as error:
        save(loaded, "In Bamako.", fsync=lambda fd: change(draft) if when == "meanwhile" and draft.is_file() else None)

    assert str(error.value).startswith(f"{draft}: ")
    assert only(draft.parent) == ([] if change is Path.unlink else ["draft.txt"])
    assert not draft.is_file() or draft.read_bytes() == b"In Goma."


def test_a_write_protected_draft_is_left_as_it_is(draft: Path) -> None:
    loaded = load(str(draft))
    draft.chmod(0o444)

    with pytest.raises(WirelintError, match=r"draft\.txt: write-protected"):
        save(loaded, "In Bamako.")

    assert draft.read_bytes() == b"In bamako.\r\n"


@ORDINARY
def test_a_write_protected_folder_is_said_in_one_line(draft: Path) -> None:
    loaded = load(str(draft))
    draft.parent.chmod(0o500)

    with pytest.raises(WirelintError, match=r"draft\.txt: could not be written \(permission denied\); it is as it was"):
        save(loaded, "In Bamako.")

    draft.parent.chmod(0o700)
    assert draft.read_bytes() == b"In bamako.\r\n"


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_fault_leaves_the_old_draft_and_nothing_beside_it(draft: Path, fault: BaseException, where: str) -> None:
    def fail(*_: object) -> None:
        raise fault

    loaded = load(str(draft))

    with pytest.raises((WirelintError, KeyboardInterrupt)) as error:
        save(loaded, "In Bamako.", **{where: fail})

    assert draft.read_bytes() == b"In bamako.\r\n"
    assert only(draft.parent) == ["draft.txt"]
    if isinstance(fault, OSError):
        assert str(error.value) == f"{draft}: could not be written (no space left on device); it is as it was"


def test_the_new_text_is_on_the_disk_before_it_takes_the_drafts_name(draft: Path) -> None:
    done: list[str] = []

    def replace(new: str, old: str) -> None:
        done.append("replace")
        Path(new).replace(old)

    save(load(str(draft)), "In Bamako.", replace=replace, fsync=lambda fd: done.append(kind(fd)))

    assert done == ["fsync file", "replace", "fsync folder"]


def kind(fd: int) -> str:
    return "fsync folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "fsync file"


def test_a_disk_that_cannot_sync_folders_does_no_harm(draft: Path) -> None:
    def fsync(fd: int) -> None:
        if kind(fd) == "fsync folder":
            raise OSError(22, "Invalid argument")

    save(load(str(draft)), "In Bamako.", fsync=fsync)

    assert draft.read_bytes() == b"In Bamako."


@pytest.mark.slow
def test_killed_at_any_moment_it_leaves_the_old_draft_or_the_new(draft: Path) -> None:
    texts = [text * 20_000 for text in ("In bamako. ", "In Bamako! ")]
    draft.write_text(texts[0])
    code = f"""
from wirelint.files import load, save
texts = {[text[:11] for text in texts]!r}
while True:
    loaded = load({str(draft)!r})
    save(loaded, texts[loaded.raw.startswith(texts[0])] * 20_000)
"""
    env = {**os.environ, "PYTHONPATH": str(Path(files.__file__).parent.parent)}
    seen = set()
    for _ in range(25):
        before = draft.read_text()
        with subprocess.Popen([sys.executable, "-c", code], env=env, stderr=subprocess.PIPE) as writer:
            while draft.read_text() == before and writer.poll() is None:
                time.sleep(0.005)  # until it is at work
            time.sleep(random.random() / 50)
            writer.kill()
        assert draft.read_text() in texts
        assert all(name == draft.name or name.startswith(".wirelint-") for name in only(draft.parent))
        seen.add(draft.read_text())

    assert seen == set(texts)
