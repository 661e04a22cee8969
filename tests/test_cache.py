"""What is kept from run to run never changes what is said, whatever happens to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import wirelint
from wirelint import kept
from wirelint.patterns import compiled
from wirelint.rulebook import read_pack, shipped_folder
from wirelint.rulebook.book import Pack
from wirelint.rulebook.cache import pack

HOME = str(Path(wirelint.__file__).parent.parent)
OWN = shipped_folder()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "wirelint"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small pack."""
    (tmp_path / "desk").mkdir()
    for name in ("pack.toml", "lists.toml"):
        shutil.copy(Path(OWN, name), tmp_path / "desk")
    (tmp_path / "desk" / "date").mkdir()
    shutil.copy(Path(OWN, "date", "the-past-weekday.toml"), tmp_path / "desk" / "date")
    return tmp_path / "desk"


def never(read: Pack) -> None:
    raise AssertionError("read again")


def test_the_whole_book_is_kept_and_is_the_same() -> None:
    first = pack(OWN, own=True)

    assert kept.load(next(iter(names()))) is not None
    assert said(pack(OWN, own=True)) == said(first) == said(read_pack(OWN, own=True))


def test_a_page_is_unpacked_only_when_it_is_asked_for(folder: Path) -> None:
    pack(str(folder))
    (page,) = pack(str(folder)).pages

    assert page["id"] == "wirelint:date/the-past-weekday"
    assert "_whole" not in vars(page)
    assert page["severity"] == dict(page)["severity"]
    assert "_whole" in vars(page)


def said(read: Pack) -> tuple[object, ...]:
    """All that a pack says, however it was read."""
    return (*read[:4], *map(dict, read.pages), read.renamed, read.needles.plain)


def names() -> Iterator[str]:
    for file in sorted(Path(os.environ["XDG_CACHE_HOME"], "wirelint").glob("pack-*")):
        yield file.name.rpartition(".")[0]


def test_what_is_kept_is_used(folder: Path) -> None:
    read = pack(str(folder), prove=lambda read: None)

    assert said(pack(str(folder), prove=never)) == said(read)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.write_text(page.read_text().replace("minor", "major")),
        lambda page: os.utime(page, ns=(0, page.stat().st_mtime_ns + 1)),
        lambda page: page.rename(page.with_name("another.toml")),
        lambda page: shutil.copy(page, page.with_name("another.toml")),
        lambda page: (page.parent.parent / "lists.toml").write_text("weekdays = ['Monday']\nmonths = ['May']"),
    ],
    ids=["said", "touched", "renamed", "added", "list"],
)
def test_any_change_is_seen(folder: Path, change: object) -> None:
    pack(str(folder))

    change(folder / "date" / "the-past-weekday.toml")  # type: ignore[operator]

    assert said(pack(str(folder))) == said(read_pack(str(folder)))


def test_what_was_not_proven_is_not_taken_for_proven(folder: Path) -> None:
    pack(str(folder))

    with pytest.raises(AssertionError, match="read again"):
        pack(str(folder), prove=never)


@pytest.mark.parametrize("damage", ["empty", "cut", "turned", "other", "folder"])
def test_a_damaged_file_is_as_none(folder: Path, home: Path, damage: str) -> None:
    read = pack(str(folder))
    (file,) = home.glob("pack-*")
    data = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        turned = data[:100] + bytes([data[100] ^ 1]) + data[101:]
        file.write_bytes({"empty": b"", "cut": data[:-7], "turned": turned, "other": b"not ours"}[damage])

    assert said(pack(str(folder))) == said(read)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a system without owners")
def test_a_file_that_others_may_write_is_as_none(home: Path) -> None:
    kept.save("thing", [1])
    (file,) = home.iterdir()
    assert kept.load("thing") == [1]

    file.chmod(0o666)

    assert kept.load("thing") is None


def test_where_nothing_can_be_kept_all_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file" / "below"))

    assert said(pack(str(folder))) == said(read_pack(str(folder)))


def test_what_cannot_be_kept_is_not(home: Path) -> None:
    kept.save("thing", object())

    assert kept.load("thing") is None
    assert not home.exists()


def test_of_many_who_write_each_reads_a_whole_one(tmp_path: Path) -> None:
    code = """
from wirelint import kept
for _ in range(200):
    kept.save("thing", "x" * 50_000)
    assert kept.load("thing") == "x" * 50_000
"""
    env = {**os.environ, "PYTHONPATH": HOME}

    runs = [subprocess.Popen([sys.executable, "-c", code], env=env) for _ in range(3)]

    assert [run.wait() for run in runs] == [0, 0, 0]


def test_a_pattern_that_was_kept_finds_what_it_found() -> None:
    """In a process of its own, since a compiled pattern is also kept in the memory of this one."""
    code = """
import sys
from wirelint import patterns
from wirelint.rulebook import read_pack, shipped_folder
pages = read_pack(shipped_folder(), own=True).pages
text = " ".join(example[kind] for page in pages for example in page["examples"] for kind in example)
found = [[m.span() + tuple(m.groupdict().items()) for m in patterns.compiled(source).finditer(text)]
         for page in pages[::5] for source in page["patterns"].values()]
print(len(patterns._store().new), hash(str(found)))
patterns.keep()
"""
    env = {**os.environ, "PYTHONPATH": HOME, "PYTHONHASHSEED": "0"}

    first, second = (
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )

    assert int(first[0]) > 50
    assert second == ["0", first[1]]


def test_a_pattern_is_what_its_source_says() -> None:
    assert compiled(r"(?i)\bétat\b").findall("L’ÉTAT, c’est moi, état") == regex.findall(
        r"(?i)\bétat\b", "L’ÉTAT, c’est moi, état"
    )


# What a plain check of a plain draft may load of the standard library and of others; each costs its time at every start.
SLOW = {
    "typer",
    "rich",
    "click",
    "tomllib",
    "json",
    "inspect",
    "dataclasses",
    "pathlib",
    "importlib.util",
    "difflib",
    "shutil",
}
SLOW |= {
    "subprocess",
    "multiprocessing",
    "logging",
    "typing_extensions",
    "tempfile",
    "random",
    "hashlib",
    "ast",
    "html",
    "traceback",
}


@pytest.mark.parametrize(
    "words", [["--format", "concise"], ["--format=console"], ["--select", "date", "-q", "--jobs", "1"]]
)
def test_a_plain_check_loads_little(tmp_path: Path, words: list[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The council voted the past Tuesday.\n")
    code = f"""
import sys
sys.argv = ["wirelint", "check", {str(draft)!r}, *{words!r}]
from wirelint.__main__ import main
try:
    main()
except SystemExit as end:
    print(*sys.modules)
    assert end.code == 1
"""
    env = {**os.environ, "PYTHONPATH": HOME, "NO_COLOR": "1"}
    env.pop("FORCE_COLOR", None)

    for _ in range(2):  # the second time from what was kept
        said = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
    loaded = set(said.stdout.splitlines()[-1].split())

    assert loaded & SLOW == set()
    others = sorted(name for name in loaded if not name.startswith("wirelint"))
    assert len(others) <= 84, others


@pytest.mark.parametrize("room", ["text", "checks"])
def test_patterns_are_taken_from_what_is_kept(room: str) -> None:
    """To compile them anew was a quarter of the time that one draft takes."""
    modules = sorted(Path(HOME, "wirelint", room).rglob("*.py"))

    assert [module.name for module in modules if "regex.compile(" in module.read_text(encoding="utf-8")] == []
