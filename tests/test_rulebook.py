"""A page that cannot be meant is refused, with its place and the key; one whose examples do not hold is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirelint.errors import BadRulePage
from wirelint.page import Page
from wirelint.rulebook import Rule, read_pack
from wirelint.rulebook.prove import complaints, slow_input
from wirelint.text.document import Document

PACK = 'name = "desk"\nversion = "1"\nlang = "en"\nlicence = "ours"\n'
PAGE = """
summary  = "“at this point in time” for now."
message  = "“{bad}” is long for “{good}”."
why      = "Five words for one."
category = "style/unidiomatic"
severity = "minor"

[find]
pattern = '''(?P<bad>[Aa]t this point in (?P<what>time|history))'''

[fix]
replace = "now"
safety  = "safe"

[[example]]
bad  = "We are, at this point in time, ready."
good = "We are, now, ready."

[[example]]
ok   = "At this point in the play he dies."
"""


def pack(tmp_path: Path, page: str = PAGE) -> str:
    (tmp_path / "style").mkdir(exist_ok=True)
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "style" / "long.toml").write_text(page, encoding="utf-8")
    return str(tmp_path)


def test_a_pack_s_pages_bear_its_name(tmp_path: Path) -> None:
    (page,) = read_pack(pack(tmp_path)).pages

    assert page["id"] == "desk:style/long"
    assert list(complaints(page)) == []


def test_what_is_missing_gets_its_value(tmp_path: Path) -> None:
    (page,) = read_pack(pack(tmp_path)).pages

    assert (page["since"], page["status"], page["quotes"]) == ("next", "stable", "same")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity =", "severety =", "unknown key `severety`; did you mean `severity`?"),
        ("pattern =", "patern =", r"\[find\] unknown key `patern`"),
        ('"minor"', '"awful"', "severity 'awful' is none of neutral, minor"),
        ('"style/unidiomatic"', '"style/ugly"', "category 'style/ugly' is none of"),
        ('"safe"', '"certain"', "fix.safety is"),
        ("summary  = ", "# ", "`summary` is missing"),
        ("(?P<bad>", "(?P<bad>(", "pattern `find` does not compile"),
        ("time|history", r"\\L<times>", "there is no list `times`"),
        ("ok   = ", "bad  = ", "wants a `bad` example and an `ok` one"),
        ("ok   = ", "fine = ", r"\[example\] unknown key `fine`"),
        ('summary  = "', "summary  = [1] #", "`summary` has a value of the wrong type"),
        ("[fix]", '[find.phrases]\nx = "y"\n[fix]', "wants one of `phrases`, `pattern`, `check`"),
        ("[find]", "[find", "long.toml: "),
    ],
)
def test_a_page_that_cannot_be_meant_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BadRulePage, match=said) as raised:
        read_pack(pack(tmp_path, PAGE.replace(old, new)))

    assert "long.toml" in str(raised.value)


def test_phrases_that_come_to_too_many_forms_are_refused(tmp_path: Path) -> None:
    digits = "(0|1|2|3|4|5|6|7|8|9)"
    phrases = f'[find.phrases]\n"{digits}{digits}{digits}{digits} <be> said" = "is"\n'
    page = PAGE[: PAGE.index("[find]")] + phrases + PAGE[PAGE.index("[fix]") :]

    with pytest.raises(BadRulePage, match=r"find.phrases come to \d+ in all their forms, more than 4000"):
        read_pack(pack(tmp_path, page))


def test_a_pattern_looks_at_one_paragraph_at_a_time(tmp_path: Path) -> None:
    (data,) = read_pack(pack(tmp_path, PAGE.replace("point in (", r"point\s+in ("))).pages
    page = Page(data)
    told = "At this point in time."

    assert [m[0] for m in page.sought(Document(f"{told}\n\n{told}").facts)] == ["At this point in time"] * 2
    assert list(page.sought(Document("At this point\n\nin time.").facts)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("We are, at this", "We are, at that", "finds nothing in"),
        ("We are, now, ready.", "We are ready now.", "mends"),
        ("At this point in the play", "At this point in time", "speaks of"),
        ("(?P<what>time|history)", "(?P<what>time|history)|(?:[a-z]+ ?)+!", "backtracks"),
    ],
)
def test_an_example_that_does_not_hold_is_found_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    (page,) = read_pack(pack(tmp_path, PAGE.replace(old, new))).pages

    assert any(said in complaint for complaint in complaints(page))


@pytest.mark.parametrize("pattern", [r"(?:\w+\s?)+!", r"(a|aa)+$", r"\w+\d"])
def test_a_pattern_that_backtracks_badly_is_found_out(pattern: str) -> None:
    assert slow_input(pattern) is not None


@pytest.mark.parametrize(
    "pattern", [r"\b[Tt]he past (?:Monday|Friday)\b", r"(?:\w{1,20} ){0,5}said", r"\d{1,3}(?:\.\d{3})+"]
)
def test_a_plain_pattern_is_not(pattern: str) -> None:
    assert slow_input(pattern) is None


def test_a_capital_is_kept_where_a_sentence_opens_and_nowhere_else(tmp_path: Path) -> None:
    (page,) = read_pack(pack(tmp_path)).pages
    doc = Document("At this point in time it is over. He said: At this point in history it is not.")

    goods = [finding.fixes[0].edits[0].text for finding in Rule(page).find(doc)]

    assert goods == ["Now", "now"]


def test_unless_silences_what_it_overlaps_and_given_wants_its_company(tmp_path: Path) -> None:
    page = PAGE.replace("[fix]", "unless = '''time machine'''\ngiven  = '''clock'''\n[fix]").replace(
        "We are", "The clock stopped. We are"
    )
    (data,) = read_pack(pack(tmp_path, page)).pages
    rule = Rule(data)

    assert len(list(rule.find(Document("At this point in time the clock stopped.")))) == 1
    assert list(rule.find(Document("At this point in time the watch stopped."))) == []
    assert list(rule.find(Document("At this point in time machine, clock stopped."))) == []
