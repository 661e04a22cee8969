"""Every page of the book is proven by its own examples."""

from __future__ import annotations

import pytest

from wirelint.page import Data
from wirelint.rulebook import read_pack, shipped_folder
from wirelint.rulebook.precision import alarming
from wirelint.rulebook.prove import complaints

PACK = read_pack(shipped_folder(), own=True)


@pytest.mark.parametrize("page", PACK.pages, ids=lambda page: page["id"])
def test_the_page_holds(page: Data) -> None:
    assert [*complaints(page), *alarming(page)] == []
