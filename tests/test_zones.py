"""Blocks, and the places among them where residue may lie."""

from __future__ import annotations

from wirelint.checks.removal import removals
from wirelint.model import Span, applied
from wirelint.text.document import Document
from wirelint.text.zones import Form, keys


def test_a_list_of_short_lines_is_not_taken_for_wrapped_prose() -> None:
    doc = Document("Home and abroad today\nSport and weather today\nLetters to the editor\nDeaths and births here")

    assert len(doc.facts.blocks) == 4


def test_hard_wrapped_prose_is_one_block() -> None:
    doc = Document(
        "The ferry that was to sail\nfrom the old harbour today\nwill now stay there, until\nthe wind turns south again"
    )

    assert len(doc.facts.blocks) == 1


def test_words_are_looked_up_without_case_marks_figures_and_networks() -> None:
    text = "Share on Facebook, Twitter and WhatsApp: 1,204 e-mails!"

    assert str(keys(text, Span(0, len(text)))) == "share on @ # e mails"


def test_a_sentence_behind_a_stop_without_a_space_is_a_place() -> None:
    doc = Document("The ferry stays in port until Sunday.Follow us")

    assert [(p.span.of(doc.text), p.form) for p in doc.facts.places if p.form is Form.SENTENCE] == [
        ("Follow us", Form.SENTENCE)
    ]


def test_removals_of_neighbours_do_not_overlap_and_leave_no_hole() -> None:
    text = "Monday\n\nThe ferry stays in port.\n\nReply\n\nShare\n"
    doc = Document(text)
    lines = [block.span for block in doc.facts.blocks]
    edits = [next(removals(doc, [lines[i]])) for i in (0, 2, 3)]

    assert not any(a.span.overlaps(b.span) for a in edits for b in edits if a is not b)
    assert applied(text, tuple(edits)).strip("\n") == "The ferry stays in port."
