"""What is made from the code and the pages is as they are now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wirelint.options import CHECK
from wirelint.rulebook import docs, read_pack, shipped_folder

ROOT = Path(__file__).parents[1]
PAGES = read_pack(shipped_folder(), own=True).pages


@pytest.mark.parametrize(("path", "text"), docs.documents(PAGES).items())
def test_the_catalogue_is_made_from_the_pages_as_they_are(path: str, text: str) -> None:
    assert Path(shipped_folder(), path).read_text(encoding="utf-8") == text, "run `wirelint rule catalogue --write`"


def test_every_document_of_the_catalogue_is_there_for_a_reason() -> None:
    written = {str(path.relative_to(shipped_folder())) for path in Path(shipped_folder()).rglob("*.md")}

    assert written == set(docs.documents(PAGES))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_options_and_rules_that_are_spoken_of_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    others = {"--accept", "--check", "--field", "--force", "--pack", "--version", "--write"}
    options = {option.name for option in CHECK} | others

    spoken = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    shown = set(re.findall(r"wirelint rule show ([\w/-]+)", text))

    assert spoken - options == set()
    assert shown - {page["id"] for page in PAGES} == set()
