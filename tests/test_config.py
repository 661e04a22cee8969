"""Settings: the nearest configuration counts, strictly read, and every value knows where it is from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wirelint.brief import Brief
from wirelint.config import configuration, load, nearest, settings
from wirelint.desk import Desk
from wirelint.errors import BadConfig, BadRulePage
from wirelint.model import Severity
from wirelint.options import NOTHING_GIVEN, Given
from wirelint.report.entry import Entry
from wirelint.text.house import House

DRAFT = "The council voted the past Tuesday.\n"
RULE = "date/the-past-weekday"
PAGE = '''
summary  = "The desk writes “Le Monde”, not “The World”."
message  = "“{bad}” is “{good}” to us."
why      = "A title is not translated."
category = "terminology/wrong-term"
severity = "major"
[find]
pattern = """\\\\bThe World daily\\\\b"""
[fix]
replace = "Le Monde"
[[example]]
bad  = "It was The World daily that said so."
good = "It was Le Monde that said so."
[[example]]
ok   = "The World Bank said so daily."
'''


def given(**some: object) -> Given:
    return {**NOTHING_GIVEN, **some}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def checked(path: Path, **options: object) -> Entry:
    return Desk(given(**options)).entry(str(path))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path / "africa" / "mali" / "draft.txt", DRAFT)
    return tmp_path


def test_the_nearest_configuration_counts_and_they_are_not_joined(folder: Path) -> None:
    write(folder / "wirelint.toml", 'ignore = ["date"]')
    write(folder / "africa" / "wirelint.toml", 'fail-on = "major"')

    assert nearest(str(folder / "africa" / "mali")) == str(folder / "africa" / "wirelint.toml")
    assert len(checked(folder / "africa" / "mali" / "draft.txt").findings) == 1
    assert checked(write(folder / "europe" / "draft.txt", DRAFT)).findings == ()


def test_a_project_that_does_not_mention_us_is_passed_over(folder: Path) -> None:
    write(folder / "wirelint.toml", 'ignore = ["date"]')
    write(folder / "africa" / "pyproject.toml", "[tool.ruff]\n# not wirelint\nline-length = 120")

    assert checked(folder / "africa" / "mali" / "draft.txt").findings == ()


def test_a_project_may_hold_the_settings(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.wirelint]\nignore = ["date"]')

    assert checked(folder / "africa" / "mali" / "draft.txt").findings == ()


def test_a_draft_is_judged_the_same_from_wherever_the_program_is_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "africa" / "wirelint.toml", '[per-path-ignores]\n"mali/**" = ["date"]')
    draft = folder / "africa" / "mali" / "draft.txt"

    for place in (folder, folder / "africa", folder / "africa" / "mali"):
        monkeypatch.chdir(place)
        assert checked(Path(os.path.relpath(draft))).findings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nselct = ["date"]', "wirelint.toml:2: unknown key `selct`; did you mean `select`?"),
        ('select = "date"', 'wirelint.toml:1: `select` is a list of strings, as in ["one", "two"]'),
        ('fail-on = "always"', 'wirelint.toml:1: `fail-on` is "minor", "major", "critical" or "never", not \'always\''),
        ('[severity]\n"a/b" = "grave"', '`severity."a/b"` is "neutral", "minor", "major" or "critical", not \'grave\''),
        ("severity = 3", "wirelint.toml:1: `severity` is a table"),
        ('[vocabulary]\nplace = ["Ber"]', "wirelint.toml:2: unknown key `vocabulary.place`; did you mean `places`?"),
        ('[vocabulary.people]\n"Ana Ruiz" = "w"', 'wirelint.toml:2: `vocabulary.people."Ana Ruiz"` is'),
        ("select = [", "wirelint.toml: "),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(folder: Path, text: str, said: str) -> None:
    path = write(folder / "wirelint.toml", text)

    with pytest.raises(BadConfig) as raised:
        load(str(path))

    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignore = ["date/the-past-weekdays"]', f"did you mean `{RULE}`?"),
        ('select = ["dates"]', "did you mean `date`?"),
        ('[severity]\n"calque" = "minor"\n"nothing/at-all" = "minor"', "nothing/at-all"),
    ],
)
def test_a_rule_that_there_is_not_is_refused(folder: Path, text: str, said: str) -> None:
    path = write(folder / "wirelint.toml", text)

    with pytest.raises(BadConfig, match="names a rule that there is not") as raised:
        Brief(load(str(path)))

    assert said in str(raised.value)
    assert str(raised.value).startswith("wirelint.toml: ")


def test_a_broken_configuration_keeps_its_drafts_from_being_called_clean(folder: Path) -> None:
    write(folder / "africa" / "wirelint.toml", "selct = []")

    entry = checked(folder / "africa" / "mali" / "draft.txt")

    assert entry.words is None
    assert "africa/wirelint.toml:1: unknown key" in (entry.problem or "")


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ('ignore = ["date"]', {}, 0),
        ('ignore = ["date"]', {"select": [RULE]}, 1),
        (f'ignore = ["{RULE}"]', {"select": [RULE]}, 1),
        (f'ignore = ["{RULE}"]', {"select": ["date"]}, 0),
        ('select = ["casing"]', {}, 0),
        ('select = ["casing"]', {"select": ["date"]}, 1),
        ('select = ["casing", "date"]', {"ignore": ["date"]}, 0),
        (f'select = ["{RULE}"]\nignore = ["date"]', {}, 1),
        ("", {"ignore": ["all"]}, 0),
        ("", {"ignore": ["casing,date"]}, 0),
        ("", {"ignore": ["casing", "date/"]}, 0),
    ],
)
def test_the_more_exact_counts_and_options_over_files(
    folder: Path, text: str, options: dict[str, object], found: int
) -> None:
    write(folder / "wirelint.toml", text)

    assert len(checked(folder / "africa" / "mali" / "draft.txt", **options).findings) == found


@pytest.mark.parametrize(
    "rules", [f'"{RULE}" = "critical"', 'date = "critical"', f'"{RULE}" = "critical"\ndate = "minor"']
)
def test_a_house_sets_the_severity(folder: Path, rules: str) -> None:
    write(folder / "wirelint.toml", f"[severity]\n{rules}")

    (finding,) = checked(folder / "africa" / "mali" / "draft.txt").findings

    assert finding.severity is Severity.CRITICAL


def test_a_house_keeps_its_words(folder: Path) -> None:
    write(folder / "wirelint.toml", '[vocabulary]\nkeep = ["the past Tuesday"]')

    assert checked(folder / "africa" / "mali" / "draft.txt").findings == ()


def test_the_vocabulary_reaches_the_rules(folder: Path) -> None:
    path = write(
        folder / "wirelint.toml",
        '[vocabulary]\nplaces = ["Ber"]\nbrands = ["iTribune"]\n[vocabulary.people]\n"Ana Ruiz" = "f"',
    )

    house = load(str(path)).house

    assert house == House(frozenset({"Ber"}), {"Ana Ruiz": "f"}, frozenset({"iTribune"}))


def test_a_house_has_rules_of_its_own(folder: Path) -> None:
    write(folder / "wirelint.toml", 'packs = ["desk"]')
    write(folder / "desk" / "pack.toml", 'name = "desk"')
    write(folder / "desk" / "title" / "the-world.toml", PAGE)
    draft = write(folder / "africa" / "paper.txt", "A minister told The World daily of it.\n")

    (finding,) = checked(draft).findings

    assert finding.rule == "desk:title/the-world"
    assert len(checked(draft, select=["desk:"]).findings) == 1
    assert checked(draft, ignore=["desk:title"]).findings == ()


def test_a_page_of_a_house_is_proven_before_it_is_used(folder: Path) -> None:
    write(folder / "wirelint.toml", 'packs = ["desk"]')
    write(folder / "desk" / "pack.toml", 'name = "desk"')
    page = write(folder / "desk" / "title" / "the-world.toml", PAGE.replace('good = "It was Le', 'good = "It is Le'))

    with pytest.raises(BadRulePage, match="example 1: mends"):
        Brief(load("wirelint.toml"))

    write(page, PAGE)
    assert len(Brief(load("wirelint.toml")).pages) > 1


def test_old_names_of_rules_are_known_and_said(folder: Path) -> None:
    write(folder / "wirelint.toml", 'packs = ["desk"]\nignore = ["desk:title/world"]')
    write(folder / "desk" / "pack.toml", 'name = "desk"')
    write(folder / "desk" / "renamed.toml", '"title/world" = "title/the-world"')
    write(folder / "desk" / "title" / "the-world.toml", PAGE)

    brief = Brief(load("wirelint.toml"))

    assert brief.notices == ["rule desk:title/world is now called desk:title/the-world"]
    assert "desk:title/the-world" not in {rule.id for rule in brief.rules("draft.txt")}


def test_every_value_says_where_it_is_from(folder: Path) -> None:
    write(folder / "wirelint.toml", 'ignore = ["date"]\nfail-on = "major"')
    options = given(ignore=["casing"], format="json")

    chosen = settings(options, configuration(options, "."))

    assert chosen.origins == {"ignore": "wirelint.toml and --ignore", "fail-on": "wirelint.toml", "format": "--format"}
    assert chosen.ignore == ("date", "casing")


def test_excluded_by_an_option_is_meant_from_where_one_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "wirelint.toml", 'exclude = ["archive/"]')
    monkeypatch.chdir(folder / "africa")
    options = given(exclude=["mali/draft.txt", "*.md"])

    assert settings(options, configuration(options, ".")).exclude == ("archive/", "/africa/mali/draft.txt", "*.md")


def test_no_configuration_is_read_where_none_is_wanted(folder: Path) -> None:
    write(folder / "wirelint.toml", "selct = []")

    assert len(checked(folder / "africa" / "mali" / "draft.txt", no_config=True).findings) == 1
