"""Rules are independent of each other, and what they say together is settled."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from wirelint.engine import check, settle
from wirelint.model import Edit, Finding, Fix, Safety, Severity, Span
from wirelint.rulebook import Rule
from wirelint.rulebook.read import read_page
from wirelint.text.document import Document
from wirelint.text.house import House


def finding(
    start: int,
    end: int,
    *,
    rule: str = "a/a",
    severity: Severity = Severity.MINOR,
    category: str = "linguistic/grammar",
    new: str | None = None,
    safety: Safety = Safety.SAFE,
) -> Finding:
    fixes = () if new is None else (Fix((Edit(Span(start, end), new),), safety),)
    return Finding(rule, Span(start, end), "wrong", category, severity, fixes)


class Says:
    """A checker that says what it was told to, whatever the document."""

    def __init__(self, id: str, *found: Finding, speaks: bool = True) -> None:
        self.id = id
        self.found = [f._replace(rule=id) for f in found]
        self.speaks = speaks

    def may_speak(self, doc: Document) -> bool:
        return self.speaks

    def find(self, doc: Document) -> Iterable[Finding]:
        return self.found


class Breaks(Says):
    def find(self, doc: Document) -> Iterable[Finding]:
        yield finding(0, 1, rule=self.id)
        raise KeyError("no such word")


def test_a_rule_that_raises_is_a_fault_and_costs_no_other_finding() -> None:
    report = check(Document("some text"), [Breaks("x/broken"), Says("y/fine", finding(5, 9))])

    assert [f.rule for f in report.findings] == ["x/broken", "y/fine"]
    assert [(f.rule, f.error) for f in report.faults] == [("x/broken", "KeyError: 'no such word'")]


def test_the_order_of_rules_changes_nothing() -> None:
    checkers = [Says(f"r/{n}", finding(n, n + 4, new=str(n)), finding(20 - n, 24 - n)) for n in range(8)]
    doc = Document("x" * 40)
    expected = check(doc, checkers)

    for seed in range(10):
        shuffled = random.Random(seed).sample(checkers, len(checkers))
        assert check(doc, shuffled) == expected


def test_a_checker_that_promises_silence_is_not_asked() -> None:
    doc = Document("some text")
    quiet = Says("x/quiet", finding(0, 4), speaks=False)

    assert list(quiet.find(doc)) != []
    assert check(doc, [quiet]).findings == ()


def test_where_two_overlap_the_more_severe_speaks() -> None:
    weak = finding(0, 10, rule="a/weak")
    strong = finding(4, 8, rule="b/strong", severity=Severity.MAJOR)

    assert settle([weak, strong]) == ((strong,), (weak,))


def test_of_equals_the_one_with_a_repair_speaks() -> None:
    bare = finding(0, 10, rule="a/bare")
    mended = finding(0, 4, rule="b/mended", new="good")

    assert settle([bare, mended]) == ((mended,), (bare,))


def test_two_dimensions_at_one_place_both_stand_unless_their_repairs_clash() -> None:
    grammar = finding(0, 10, new="x")
    locale = finding(5, 12, category="locale/date", new="y")
    bare = finding(0, 10)._replace(fixes=())
    beside = finding(10, 14, category="locale/date", new="y")

    assert settle([grammar, locale])[1] != ()
    assert settle([bare, locale]) == ((bare, locale), ())
    assert settle([grammar, beside]) == ((grammar, beside), ())


def test_the_same_said_twice_is_said_once() -> None:
    assert settle([finding(0, 4), finding(0, 4)]) == ((finding(0, 4),), ())


@pytest.mark.parametrize(
    ("new", "safety"),
    [("We Shall go", Safety.SAFE), ("we shall  go", Safety.SAFE), ("we will go", Safety.UNSAFE)],
    ids=["case", "spacing", "words"],
)
def test_in_a_quotation_nothing_that_changes_words_is_safe(new: str, safety: Safety) -> None:
    doc = Document("He said: “we shall go” at noon.")
    start = doc.text.index("we shall go")

    (found,) = check(doc, [Says("x/y", finding(start, start + 11, new=new))]).findings

    assert found.fixes[0].safety is safety


def test_words_that_the_house_keeps_are_not_spoken_of() -> None:
    doc = Document("The iTribune and the iTribunes.", house=House(keep=frozenset({"iTribune"})))
    inside, beside = finding(4, 12, new="Itribune"), finding(21, 30, new="Itribunes")

    assert check(doc, [Says("x/y", inside, beside)]).findings == (beside._replace(rule="x/y"),)


def test_a_repair_that_would_change_kept_words_is_only_shown() -> None:
    doc = Document("See them on iTribune now.", house=House(keep=frozenset({"iTribune"})))
    goes, stays = finding(0, 25, new=""), finding(9, 24, new="at iTribune now")

    safeties = [check(doc, [Says("x/y", f)]).findings[0].fixes[0].safety for f in (goes, stays)]

    assert safeties == [Safety.SHOWN, Safety.SAFE]


def test_settling_goes_straight_through_many_findings() -> None:
    many = [finding(n * 20, n * 20 + 10, rule=f"r/{n % 7}", new="x") for n in range(4000)]
    doubled = [f._replace(rule="z/again", severity=Severity.NEUTRAL) for f in many]

    kept, hidden = settle(many + doubled)

    assert (len(kept), len(hidden)) == (4000, 4000)


def test_findings_whose_repairs_clash_far_from_their_spans_are_settled() -> None:
    far = Fix((Edit(Span(9000, 9005), "x"),), Safety.SAFE)
    one = finding(0, 4, severity=Severity.MAJOR)._replace(fixes=(far,))
    other = finding(8998, 9010, category="locale/date", new="y")

    assert settle([one, other]) == ((one,), (other,))


PAGE = read_page(
    "a/b",
    "",
    {
        "summary": "s", "message": "m", "why": "w", "category": "style/unidiomatic", "severity": "minor",
        "find": {"pattern": "fault"}, "example": [{"bad": "fault"}, {"ok": "x"}],
    },
    {},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("A fault in one line alone.", [1]),
        ("A fault in the headline\n\nA fault in the lead.\n\nA fault below.", [5, 5, 1]),
        ("A fault in the lead.\n\nA fault below.\n\nAnd a fault at the end.", [5, 1, 1]),
        ("Kicker\nA fault in the headline\nA fault in the lead.\nA fault below.", [5, 5, 1]),
    ],
)
def test_what_stands_in_headline_or_lead_weighs_more(text: str, severities: list[int]) -> None:
    of_page, of_house = Rule(PAGE), Rule(PAGE, Severity.MINOR)

    assert [finding.severity for finding in check(Document(text), [of_page]).findings] == severities
    assert {finding.severity for finding in check(Document(text), [of_house]).findings} == {Severity.MINOR}
