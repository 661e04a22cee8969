"""Capitals in the middle of words, which are the only trace that a lost blank leaves."""

from __future__ import annotations

import pytest

from wirelint.text.humps import humps


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("Ana RuizShe said", [("Ruiz", "She")]),
        ("in BrazilThe team", [("Brazil", "The")]),
        ("two-timeWinner of", [("two-time", "Winner")]),
        ("HeForShe", [("He", "ForShe"), ("HeFor", "She")]),
        ("write to deskEditor@example.org", []),
        ("see example.org/aB/c", []),
        ("version aB3", []),
        ("No capital inside", []),
    ],
)
def test_each_hump_has_two_halves(text: str, halves: list[tuple[str, str]]) -> None:
    assert [hump.halves(text) for hump in humps(text)] == halves
