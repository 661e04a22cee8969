"""Quotation marks play the part that the cheapest reading of their block gives them."""

from __future__ import annotations

import pytest

from wirelint.model import Span
from wirelint.text.blocks import Block
from wirelint.text.marks import marks


def parts(text: str) -> str:
    """One letter a mark: opening, closing, or no mark; a capital where its partner is missing."""
    found = marks(text, (Block(Span(0, len(text))),))
    letters = [{True: "o", False: "c", None: "-"}[mark.opens] for mark in found]
    return "".join(letter.upper() if mark.single else letter for letter, mark in zip(letters, found, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The dam will hold,” she said. “We know.”", "ococ"),
        ('"The dam will hold," she said.', "oc"),
        ("“The dam will hold, “she said. “We know.”", "ococ"),
        ('"The dam will hold, "she said. "We know."', "ococ"),
        ("“The dam will hold,”said the mayor.", "oc"),
        ("He went home“I am tired,” he said.", "oc"),
        ("A guest of “ Evening Line '' spoke.", "oc"),
        ("He is 6'2\" tall and “calm”.", "-oc"),
        ("“Whoever says “no” is wrong,” she said.", "oocc"),
        ("“The dam will hold, she said. “We know.”", "Ooc"),
    ],
)
def test_each_mark_has_its_part(text: str, expected: str) -> None:
    assert parts(text) == expected


def test_a_mark_that_fits_nowhere_has_no_part_and_spoils_no_other() -> None:
    assert parts("“ ” “ x ” ”") == "ococ-"


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_not_missing_its_end() -> None:
    text = "“The dam will hold.\n“We know.”"
    blocks = (Block(Span(0, 19)), Block(Span(20, len(text))))

    assert [mark.single for mark in marks(text, blocks)] == [False, False, False]
