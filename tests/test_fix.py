"""Fixing rests, is idempotent, and never leaves half a repair."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import regex

from wirelint.errors import FixCycle
from wirelint.fix import fix
from wirelint.model import Edit, Finding, Fix, Safety, Severity, Span
from wirelint.text.document import Document


class Replaces:
    """Finds a pattern and offers one replacement."""

    def __init__(self, bad: str, good: str, safety: Safety = Safety.SAFE, id: str = "") -> None:
        self.id = id or f"test/{good or 'nothing'}"
        self.bad, self.good, self.safety = regex.compile(bad), good, safety

    def may_speak(self, doc: Document) -> bool:
        return True

    def find(self, doc: Document) -> Iterable[Finding]:
        for m in self.bad.finditer(doc.text):
            span = Span(*m.span())
            yield Finding(
                self.id,
                span,
                "wrong",
                "linguistic/spelling",
                Severity.MINOR,
                (Fix((Edit(span, self.good),), self.safety),),
            )


def test_repairs_that_touch_are_made_one_after_the_other() -> None:
    fixed = fix(Document("ab"), [Replaces("a", "x"), Replaces("b", "y")], Document)

    assert fixed.document.raw == "xy"
    assert [f.rule for f in fixed.applied] == ["test/x", "test/y"]
    assert fixed.report.findings == ()


def test_a_repair_that_makes_a_new_fault_is_followed_up() -> None:
    fixed = fix(Document("one"), [Replaces("one", "two"), Replaces("two", "three")], Document)

    assert fixed.document.raw == "three"


def test_fixing_twice_changes_nothing_more() -> None:
    rules = [Replaces("teh", "the"), Replaces(r" +(?=,)", "")]
    once = fix(Document("teh end , teh beginning , at last"), rules, Document)

    again = fix(once.document, rules, Document)

    assert again.document.raw == once.document.raw
    assert again.applied == ()


def test_unsafe_repairs_are_made_only_when_asked_for() -> None:
    rules = [Replaces("one", "1", Safety.UNSAFE), Replaces("two", "2", Safety.SHOWN)]

    assert fix(Document("one two"), rules, Document).document.raw == "one two"
    assert fix(Document("one two"), rules, Document, unsafe=True).document.raw == "1 two"


def test_repairs_that_undo_each_other_leave_the_text_and_name_the_rules() -> None:
    rules = [Replaces("one", "two"), Replaces("two", "one")]

    with pytest.raises(FixCycle) as raised:
        fix(Document("one", path="draft.txt"), rules, Document)

    assert raised.value.rules == ("test/one", "test/two")
    assert str(raised.value).startswith("draft.txt: ")


def test_a_repair_that_never_rests_is_a_cycle() -> None:
    with pytest.raises(FixCycle, match="test/aa"):
        fix(Document("a"), [Replaces("a", "aa")], Document)
