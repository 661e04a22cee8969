"""Which files are checked: what is named, what folders hold, and what is left out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirelint import walk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to put drafts in, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(desk: Path, *names: str) -> None:
    for name in names:
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A draft.\n")


def ignore(folder: Path, *patterns: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(patterns) + "\n")


def found(*paths: str, exclude: tuple[str, ...] = (), root: str = "") -> list[str]:
    return [str(item) for item in walk.files(paths, exclude=exclude, root=root)]


def test_folders_are_walked_in_order_for_known_formats(desk: Path) -> None:
    put(desk, "b.txt", "a/z.md", "a/b/c.HTML", "a.html", "x.pdf", "noending", ".hidden.txt", ".cache/d.txt", "._a.txt")

    assert found(".") == ["a/b/c.HTML", "a/z.md", "a.html", "b.txt"]
    assert found("a") == ["a/b/c.HTML", "a/z.md"]


def test_what_is_named_is_taken_whatever_its_ending_and_once(desk: Path) -> None:
    put(desk, "x.pdf", "a.txt", ".draft")

    assert found("x.pdf", ".draft", "a.txt", "./a.txt", ".") == ["x.pdf", ".draft", "a.txt"]


def test_a_missing_path_is_a_problem_and_the_walk_goes_on(desk: Path) -> None:
    put(desk, "a.txt")

    problem, path = walk.files(["no\u2019where", "a.txt"])

    assert problem == walk.Problem("no\u2019where", "no\u2019where: no such file or folder")
    assert path == "a.txt"


@pytest.mark.parametrize("repository", [True, False])
def test_gitignore_is_heeded_in_a_repository_and_outside(desk: Path, repository: bool) -> None:
    put(desk, "a.txt", "b.txt", "old/a.txt", "sub/c.txt", "sub/keep.txt", "sub/deep/d.txt", "sub/deep/e.md")
    ignore(desk, "b.txt", "old/", "c.txt", "# no", "")
    ignore(desk / "sub", "*.txt", "!keep.txt", "!", "deep/d.*")
    if repository:
        (desk / ".git").mkdir()

    assert found(".") == ["a.txt", "sub/deep/e.md", "sub/keep.txt"]


def test_a_folder_in_a_repository_heeds_what_is_said_above(desk: Path) -> None:
    put(desk, "sub/a.txt", "sub/b.txt", "ignored/a.txt", "ignored/in/a.txt", "ignored/in/b.txt")
    ignore(desk, "b.txt", "ignored/")
    (desk / ".git").mkdir()

    assert found("sub") == ["sub/a.txt"]
    assert found("ignored") == ["ignored/a.txt", "ignored/in/a.txt", "ignored/in/b.txt"]  # it was named
    assert found("ignored/in/b.txt") == ["ignored/in/b.txt"]


def test_nothing_is_heeded_above_where_there_is_no_repository(desk: Path) -> None:
    put(desk, "sub/a.txt")
    ignore(desk, "a.txt")

    assert found("sub") == ["sub/a.txt"]


def test_what_is_excluded_stays_so_though_named(desk: Path) -> None:
    put(desk, "a.txt", "wire/b.txt", "wire/in/c.txt", "d.txt")

    assert found("a.txt", "wire/b.txt", "wire", ".", exclude=("wire/", "/d.txt")) == ["a.txt"]
    assert found(str(desk / "wire/b.txt"), "wire/in/c.txt", exclude=("wire/*.txt",)) == ["wire/in/c.txt"]


def test_without_force_what_is_named_is_taken(desk: Path) -> None:
    put(desk, "a.txt", "wire/b.txt", "wire/in/c.txt")

    paths = walk.files(["wire/in/c.txt", ".", "wire"], exclude=["wire/"], force=False)

    assert list(paths) == ["wire/in/c.txt", "a.txt", "wire/b.txt"]


def test_excludes_are_relative_to_the_root_that_is_given(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk, "wire/b.txt", "wire/d.txt", "archive/e.txt")
    monkeypatch.chdir(desk / "wire")

    assert found("b.txt", "d.txt", "../archive", exclude=("/wire/b.txt",), root=str(desk)) == [
        "d.txt",
        "../archive/e.txt",
    ]
    assert found("d.txt", "../archive/e.txt", exclude=("archive/",)) == ["d.txt"]


def test_links_are_followed_to_files_but_not_round_in_circles(desk: Path) -> None:
    put(desk, "a/b.txt", "outside/c.txt")
    (desk / "a/loop").symlink_to(desk / "a")
    (desk / "a/gone.txt").symlink_to("nowhere.txt")
    (desk / "a/same.txt").symlink_to("b.txt")
    (desk / "a/theirs.txt").symlink_to(desk / "outside/c.txt")
    (desk / "named").symlink_to("a")

    assert found("a") == ["a/b.txt", "a/gone.txt", "a/theirs.txt"]
    assert found("named") == ["named/b.txt", "named/gone.txt", "named/theirs.txt"]


def test_pipes_and_folders_with_a_drafts_name_are_no_drafts(desk: Path) -> None:
    put(desk, "folder.txt/a.md")
    os.mkfifo(desk / "pipe.txt")

    assert found(".") == ["folder.txt/a.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read all folders")
def test_a_locked_folder_is_a_problem_and_the_walk_goes_on(desk: Path) -> None:
    put(desk, "a/b.txt", "c.txt")
    (desk / "a").chmod(0)

    problem, path = walk.files(["."])

    (desk / "a").chmod(0o700)
    assert problem == walk.Problem("a", "a: permission denied; this folder was left out")
    assert path == "c.txt"


PATTERNS = st.lists(
    st.sampled_from(
        [
            "a",
            "b/",
            "*.txt",
            "/c.txt",
            "!c.txt",
            "!d.txt",
            "a/*",
            "**/b",
            "a/**",
            "b/**/c.txt",
            "[cd].txt",
            "?.txt",
            "!a/",
            "# x",
        ]
    ),
    max_size=4,
)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    top=PATTERNS,
    below=PATTERNS,
    drafts=st.sets(st.lists(st.sampled_from(["a", "b"]), max_size=3).map("/".join), min_size=1, max_size=4),
)
def test_a_walk_finds_what_git_would_add(
    tmp_path_factory: pytest.TempPathFactory, top: list[str], below: list[str], drafts: set[str]
) -> None:
    desk = tmp_path_factory.mktemp("desk")
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    put(desk, *(f"{folder}/{name}".lstrip("/") for folder in drafts for name in ("c.txt", "d.txt")))
    ignore(desk, *top)
    ignore(desk / "a", *below)

    listed = subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard"], cwd=desk, text=True).split()

    assert sorted(os.path.relpath(path, desk) for path in found(str(desk))) == sorted(
        p for p in listed if p.endswith(".txt")
    )


def test_hidden_names_are_walked_where_that_is_wanted(desk: Path) -> None:
    put(desk, ".hidden.txt", ".wire/d.txt", ".git/description.txt", "a.txt")

    assert list(walk.files(["."], hidden=True)) == [".hidden.txt", ".wire/d.txt", "a.txt"]


def test_a_link_that_leads_nowhere_is_not_passed_over_in_silence(desk: Path) -> None:
    put(desk, "a.txt")
    (desk / "b.txt").symlink_to("nowhere.txt")
    (desk / "c.txt").symlink_to("c.txt")

    assert found(".") == ["a.txt", "b.txt", "c.txt"]
