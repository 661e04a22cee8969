"""Imports point down: a room knows the rooms below it and itself, never one beside or above."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import wirelint

HOME = Path(wirelint.__file__).parent
# From the ground up; a room is a module or a package of wirelint.
LAYERS = [
    {"errors", "kept", "model", "options", "version"},  # words
    {"patterns"},
    {"globs", "keys", "knowledge"},  # tools, and what is known
    {"text"},  # what the file says
    {"page"},  # what a page of the book says
    {"checks", "rulebook"},  # what is wrong
    {"engine", "report"},  # who says it, how it reads
    {"files", "fix", "walk"},  # from the disk and back to it
    {"config"},
    {"brief"},
    {"desk"},
    {"jobs"},
    {"commands"},
    {"cli"},  # doors
    {"__init__", "__main__"},
]
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
# Libraries that take long to load, or that only one place should know of.
ONLY_IN = {
    "typer": {"cli", "__main__"},
    "rich": {"cli", "report.console", "report.progress"},
    "markdown_it": {"text.body"},
    "multiprocessing": {"jobs"},
}
# No draft that is plain text waits for one of these.
SLOW = {"dataclasses", "html", "inspect", "markdown_it", "pathlib", "subprocess", "tempfile", "tomllib"}


def modules() -> Iterator[str]:
    for path in sorted(HOME.rglob("*.py")):
        yield ".".join(path.relative_to(HOME).with_suffix("").parts)


def imports(module: str) -> Iterator[tuple[str, int]]:
    """What a module imports, anywhere in it: full names and lines."""
    path = HOME.joinpath(*module.split(".")).with_suffix(".py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or "", node.lineno
        elif isinstance(node, ast.ImportFrom):
            folder = ["wirelint", *module.split(".")][: -node.level]
            base = ".".join([*folder, *((node.module or "").split(".") if node.module else [])])
            for alias in node.names:
                named = HOME.joinpath(*base.split(".")[1:], alias.name)
                is_module = named.with_suffix(".py").exists() or (named / "__init__.py").exists()
                yield (f"{base}.{alias.name}" if is_module else base), node.lineno


def room(name: str) -> str:
    return name.split(".")[0]


@pytest.mark.parametrize("module", list(modules()))
def test_imports_point_down(module: str) -> None:
    assert room(module) in LEVEL, f"say in LAYERS where {room(module)} belongs"

    for name, line in imports(module):
        if name == "wirelint" or name.startswith("wirelint."):
            other = room(name.removeprefix("wirelint").lstrip(".")) or "__init__"
            at = f"{module}:{line} imports {name}"
            assert other == room(module) or LEVEL[other] < LEVEL[room(module)], f"{at}: not a room below"


@pytest.mark.parametrize("module", list(modules()))
def test_libraries_are_known_where_they_belong(module: str) -> None:
    for name, line in imports(module):
        places = ONLY_IN.get(room(name))
        assert places is None or module in places, f"{module}:{line} imports {name}, which belongs in {sorted(places)}"


def test_a_plain_draft_is_read_and_written_without_slow_libraries(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("In bamako.")
    code = f"""
import sys
from wirelint import files, walk
from wirelint.text.read import read
(path,) = walk.files([{str(tmp_path)!r}])
loaded = files.load(path)
files.save(loaded, read(loaded.raw, path=path).text.title())
print(*sys.modules)
"""
    env = {**os.environ, "PYTHONPATH": str(HOME.parent)}

    loaded = subprocess.check_output([sys.executable, "-c", code], env=env, text=True).split()

    assert draft.read_text() == "In Bamako."
    assert SLOW.isdisjoint(loaded)


def test_every_room_in_the_table_is_there() -> None:
    assert set(LEVEL) == {room(module) for module in modules()}
