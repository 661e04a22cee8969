"""The hooks, by the real pre-commit in a real repository: findings block, repairs are made and block, clean copy passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BAD = "The council voted the past Tuesday.\n"
GOOD = "The council voted last Tuesday.\n"

pytestmark = pytest.mark.slow


class Desk:
    """A repository of drafts that uses a hook of ours."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder, self.env = folder, env

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=self.folder, env=self.env, capture_output=True, encoding="utf-8", check=False, timeout=600
        )

    def hook(self, name: str) -> None:
        """Uses one hook from now on."""
        config = f"repos:\n  - repo: {self.folder.parent / 'wirelint'}\n    rev: v1\n    hooks:\n      - id: {name}\n"
        self.write(".pre-commit-config.yaml", config)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Adds all there is and commits it; the hook speaks on either stream."""
        self.run("git", "add", "-A")
        done = self.run("git", "commit", "-m", "drafts")
        done.stdout += done.stderr
        return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this tree as a repository that hooks come from, and the cache of pre-commit: it installs them once."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    folder = tmp_path_factory.mktemp("hooks")
    files = subprocess.check_output(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT).decode()
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (folder / "wirelint" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / "wirelint" / name)
    theirs = Desk(folder / "wirelint", _env(folder))
    theirs.run("git", "init", "-q", "-b", "main")
    theirs.run("git", "add", "-A")
    theirs.run("git", "commit", "-q", "-m", "wirelint")
    theirs.run("git", "tag", "v1")
    return folder


@pytest.fixture
def desk(installed: Path) -> Desk:
    """A new repository with the hook `wirelint`."""
    folder = installed / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    made = Desk(folder, _env(installed))
    made.run("git", "init", "-q", "-b", "main")
    made.hook("wirelint")
    done = made.run(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def _env(folder: Path) -> dict[str, str]:
    names = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Desk"), ("EMAIL", "desk@example.org"))
    }
    env = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    return {
        **env,
        **names,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": str(folder / "home"),
        "PRE_COMMIT_HOME": str(folder / "cache"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def test_clean_copy_passes(desk: Desk) -> None:
    desk.write("draft.txt", GOOD)

    done = desk.commit()

    assert done.returncode == 0, done.stdout
    assert "wirelint" in done.stdout
    assert "Passed" in done.stdout


def test_findings_block_and_change_nothing(desk: Desk) -> None:
    desk.write("draft.txt", BAD)

    done = desk.commit()

    assert done.returncode == 1
    assert "the past Tuesday → last Tuesday   --fix" in done.stdout
    assert desk.text("draft.txt") == BAD


def test_repairs_are_made_and_block_until_they_were_looked_at(desk: Desk) -> None:
    desk.hook("wirelint-fix")
    desk.write("draft.txt", BAD)

    first = desk.commit()
    second = desk.commit()

    assert first.returncode == 1
    assert "Mended 1 finding." in first.stdout
    assert desk.text("draft.txt") == GOOD
    assert second.returncode == 0, second.stdout


def test_what_is_excluded_stays_excluded_though_it_is_named(desk: Desk) -> None:
    desk.write("wirelint.toml", 'exclude = ["archive/"]\n')
    desk.write("archive/old.txt", BAD)

    done = desk.commit()

    assert done.returncode == 0, done.stdout


def test_what_cannot_be_read_blocks(desk: Desk) -> None:
    (desk.folder / "draft.txt").write_bytes("Élysée\n".encode("latin-1"))

    done = desk.commit()

    assert done.returncode == 1
    assert "draft.txt:1: not UTF-8" in done.stdout


def test_other_files_are_none_of_its_business(desk: Desk) -> None:
    desk.write("program.py", f"# {BAD}")

    done = desk.commit()

    assert done.returncode == 0
    assert "Skipped" in done.stdout
