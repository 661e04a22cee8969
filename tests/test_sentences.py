"""Where sentences begin and end, in good text and in damaged text."""

from __future__ import annotations

import pytest

from wirelint.text.document import Document


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in Document(text).facts.sentences]


ONE = [
    "Agents from the U.S. consulate left at 4 a.m. local time.",
    "The ship sailed from St. John's at 6 p.m. and reached port two days later.",
    "Kenneth Doyle Jr. and running back Joe Ferris were injured.",
    "She met Dr. J. R. Alder of Brandt Inc. on Monday.",
    "Talks of a China-U.S. trade deal were put off.",
    "It failed... and will fail again.",
    "It failed… and will fail again.",
    "The dollar rose 2.5 per cent, to 1.07 a euro.",
    "“Why now?” he asked.",
    "“We can rebuild.” the mayor of the small town said.",
    "Fires (floods, storms, etc.) for which no plan was made.",
    "Yahoo! said that its page was www.yahoo.example.",
    "The law of 31. december is still in force.",
    "He lives at No. 10, Gen. Ruiz said.",
]
TWO = [
    ("He praised the deal. ", "in addition, he thanked them."),
    ("They left at 6 p.m. ", "The train was late."),
    ("She lives in the U.S. ", "She was born in Peru."),
    ("“It is over.” ", "The crowd went home."),
    ("She called it “wrong.” ", "the first vote is due today."),
    ("It was late (about ten). ", "The crowd went home."),
    ("Who knows? ", "The court does."),
    ("It ended in 2019. ", "the rest is known."),
    ("Will he be kept in? ", "the court decides today."),
    ("It opened on July 23. ", "the rest is known."),
    ("It was a “random act.” ", "the victim did not see him."),
    ("It failed... ", "The rest is known."),
    ("The first line\n", "The second line"),
]


@pytest.mark.parametrize("text", ONE)
def test_a_stop_inside_a_sentence_ends_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("parts", TWO, ids=lambda parts: parts[0])
def test_a_sentence_ends_where_the_next_begins(parts: tuple[str, str]) -> None:
    assert sentences("".join(parts)) == [part.strip() for part in parts]
