"""What the index of a book tells of a text: which turns of which pages may have something to say, by their needles."""

from __future__ import annotations

import pytest

from wirelint.rulebook.needs import of_literals, of_pattern, of_phrases
from wirelint.text.document import Document
from wirelint.text.index import Index, Share, Wanted, index

# By two words, by one, by four letters of it, by one letter; two turns, and one that sees every text.
NEEDLES = (
    of_pattern(r"(?:took|take)s? the decision to"),
    of_pattern(r"\bhandy\b"),
    of_pattern(r"\p{L}+ensured"),
    of_literals(["¿"]),
    None,
)
BOOK = Index(
    index(
        [
            *(Wanted((needles,)) for needles in NEEDLES),
            Wanted((of_pattern(r"\bcoach of\b"), of_pattern(r"\btrainer of\b"), None)),
            Wanted((of_phrases(["the man's handy", "the men's handy"]),), flat=True),
        ]
    )
)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("She took the decision to go.", {0: {0: ["took the decision to"]}}),
        ("The decision to go was hers.", {}),
        ("A HANDY guide.", {1: {0: ["handy"]}}),
        ("An unhandy guide.", {}),
        ("It was reensured.", {2: {0: ["ensured"]}}),
        ("¿Y?", {3: {0: ["¿"]}}),
        ("The trainer of Kazan.", {5: {1: ["trainer of"]}}),
        ("The men’s\nhandy.", {1: {0: ["handy"]}, 6: {0: ["s handy"]}}),
    ],
)
def test_a_text_is_asked_for_nothing_that_it_cannot_hold(text: str, standing: dict[int, dict[int, list[str]]]) -> None:
    always = {4: {0: None}, 5: {2: None}}
    expected = {page: {**always.get(page, {}), **standing.get(page, {})} for page in {*always, *standing}}

    assert Document(text).facts.standing(BOOK) == expected


def test_a_page_knows_its_own_part() -> None:
    facts = Document("A handy guide.").facts

    assert Share(BOOK, 1).standing(facts) == {0: ["handy"]}
    assert Share(BOOK, 0).standing(facts) == {}


def test_a_literal_leads_to_the_blocks_where_it_begins() -> None:
    facts = Document("A handy guide.\n\nNo guide.\n\nHandy, too.").facts

    assert [span.of(facts.text).strip() for span in facts.blocks_with(["handy"])] == ["A handy guide.", "Handy, too."]
    assert len(facts.blocks_with(None)) == 3
