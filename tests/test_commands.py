"""The commands beside `check`: the book is looked at, proven and added to; settings are shown; a repository is begun."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # comes with pre-commit

from program import wirelint
from wirelint.commands.config import toml
from wirelint.errors import BadRulePage
from wirelint.page import Data
from wirelint.rulebook import docs, new
from wirelint.rulebook.precision import Precision, alarming, of_counts
from wirelint.rulebook.prove import complaints
from wirelint.rulebook.read import read_page

WRITTEN = {
    "In one sentence: what is wrong, and what English says.": "“took the decision to” is longer than “decided to”.",
    "“{bad}” is …: write “{good}”.": "“{bad}” says no more than “{good}”.",
    "Where it comes from, and how one knows.": "French *prendre la décision de*.",
    "\\bfault\\b": "\\btook the decision to (?P<verb>\\p{Ll}+)\\b",
    '"repair"': '"decided to {verb}"',
    "Write a sentence of your own that has the fault.": "The council took the decision to close the port.",
    "Write the same sentence without it.": "The council decided to close the port.",
    "Write a sentence that nearly has it, and is right.": "The council took the decision on Monday.",
}


def test_a_new_page_fails_until_it_is_written_and_is_then_asked(tmp_path: Path) -> None:
    begun = wirelint("rule", "new", "calque/take-a-decision", "--pack", "desk", cwd=tmp_path)
    page = tmp_path / "desk" / "calque" / "take-a-decision.toml"

    before = wirelint("rule", "test", "calque/take-a-decision", "--pack", "desk", cwd=tmp_path)
    text = page.read_text(encoding="utf-8")
    for old, good in WRITTEN.items():
        assert old in text
        text = text.replace(old, good)
    page.write_text(text, encoding="utf-8")
    after = wirelint("rule", "test", "--pack", "desk", cwd=tmp_path)
    (tmp_path / "wirelint.toml").write_text('packs = ["desk"]')
    (tmp_path / "draft.txt").write_text("She took the decision to leave.\n")
    checked = wirelint("check", "--format", "concise", "draft.txt", cwd=tmp_path)

    assert begun.returncode == 0
    assert "wirelint rule test calque/take-a-decision --pack desk" in begun.stdout
    assert before.returncode == 1
    assert "`summary` is still to be written" in before.stdout
    assert "example 1" in before.stdout
    assert (after.returncode, after.stdout) == (0, "1 page asked: all hold.\n")
    assert "desk:calque/take-a-decision “took the decision to leave” says no more" in checked.stdout


def test_a_page_is_not_begun_twice_nor_with_a_name_that_cannot_be(tmp_path: Path) -> None:
    assert wirelint("rule", "new", "a/b", "--pack", "desk", cwd=tmp_path).returncode == 0

    again = wirelint("rule", "new", "a/b", "--pack", "desk", cwd=tmp_path)
    wrong = wirelint("rule", "new", "../Escape", "--pack", "desk", cwd=tmp_path)

    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert "subject/what-is-wrong" in wrong.stderr


def test_a_function_is_begun_beside_those_that_are_there(tmp_path: Path) -> None:
    new.begin(str(tmp_path / "rules"), "debt/first-one", str(tmp_path))
    begun = new.begin(str(tmp_path / "rules"), "debt/second-one", str(tmp_path))

    module = (tmp_path / "debt.py").read_text(encoding="utf-8")
    compile(module, "debt.py", "exec")
    page = tomllib.loads(Path(begun.page).read_text(encoding="utf-8"))
    assert module.index("def first_one(") < module.index("def second_one(")
    assert page["find"] == {"check": "debt.second_one"}


def test_a_page_that_was_begun_is_well_formed_and_fails(tmp_path: Path) -> None:
    begun = new.begin(str(tmp_path), "debt/first-one")
    toml = tomllib.loads(Path(begun.page).read_text(encoding="utf-8"))

    page = read_page("debt/first-one", begun.page, toml, {})

    assert len(list(new.unwritten(page))) == 3
    assert len(list(complaints(page))) == 1


def test_the_book_is_listed_and_shown(tmp_path: Path) -> None:
    listed = wirelint("rule", "list", cwd=tmp_path)
    shown = wirelint("rule", "show", "date/the-past-weekday", cwd=tmp_path)
    subject = wirelint("rule", "show", "date", cwd=tmp_path)
    unknown = wirelint("rule", "show", "date/the-past-weekdays", cwd=tmp_path)

    assert any(line.startswith("date/the-past-weekday ") for line in listed.stdout.splitlines())
    assert "bad   The junta said the past Saturday" in shown.stdout
    assert "date/the-past-weekday" in subject.stdout.splitlines()
    assert (unknown.returncode, "did you mean `date/the-past-weekday`?" in unknown.stderr) == (2, True)


def test_the_settings_that_are_shown_are_those_that_were_written(tmp_path: Path) -> None:
    (tmp_path / "wirelint.toml").write_text(
        'ignore = ["date"]\n[severity]\n"casing/lowercase-place" = "neutral"\n[vocabulary.people]\n"Ana “A” Ruiz" = "f"\n',
        encoding="utf-8",
    )

    shown = wirelint("config", "show", cwd=tmp_path).stdout

    assert tomllib.loads(shown)["vocabulary"]["people"] == {"Ana “A” Ruiz": "f"}
    assert tomllib.loads(shown)["severity"] == {"casing/lowercase-place": "neutral"}
    lines = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in shown.splitlines()}
    assert (lines["ignore"], lines["select"]) == ("wirelint.toml", "default")


@pytest.mark.parametrize("text", ['a "quoted" \\ word', "tab\tand\nline", "\x00\x7f\u202e", "🚀 é"])
def test_a_value_is_shown_as_toml_reads_it(text: str) -> None:
    assert tomllib.loads(f"x = {toml(text)}")["x"] == text


def test_what_init_writes_can_be_used_and_is_not_written_over(tmp_path: Path) -> None:
    first = wirelint("init", cwd=tmp_path)
    (tmp_path / "wirelint.toml").write_text("# ours\n")
    second = wirelint("init", cwd=tmp_path)
    mine = (tmp_path / "wirelint.toml").read_text()
    forced = wirelint("init", "--force", cwd=tmp_path)

    assert (first.returncode, second.returncode, forced.returncode) == (0, 1, 0)
    assert mine == "# ours\n"
    assert wirelint("config", "show", cwd=tmp_path).returncode == 0
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "wirelint.yml").read_text(encoding="utf-8"))
    assert hook["repos"][0]["hooks"][0]["entry"] == "wirelint check --force-exclude"
    assert workflow["jobs"]["wirelint"]["steps"][-1]["run"] == "wirelint check --format github ."


def test_every_setting_that_init_proposes_is_one(tmp_path: Path) -> None:
    wirelint("init", cwd=tmp_path)
    path = tmp_path / "wirelint.toml"
    lines = path.read_text(encoding="utf-8").splitlines()

    settings = [line.removeprefix("# ") for line in lines if " = " in line or line.removeprefix("# ").startswith("[")]
    path.write_text("\n".join(line for line in settings if not line.startswith("packs")), encoding="utf-8")

    done = wirelint("config", "show", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_version_says_which_book_and_which_knowledge(tmp_path: Path) -> None:
    said = wirelint("--version", cwd=tmp_path).stdout

    assert said.startswith("wirelint 0.1.0 (book ")
    assert len(said.split()) == 6


def test_completion_is_offered(tmp_path: Path) -> None:
    assert "--install-completion" in wirelint("--help", cwd=tmp_path).stdout


PAGE = """
summary  = "<b> | x"
message  = "m"
why      = "w"
category = "style/unidiomatic"
severity = "major"
status   = "house"
languages = ["ru", "uk"]
measured = { words = 1_000_000, findings = 9, slips = 2 }
find     = { pattern = "a" }
fix      = { replace = "b", safety = "safe", because = "It is certain." }
[[example]]
bad  = "a | `b`"
[[example]]
ok   = "c"
"""


def page(**other: object) -> Data:
    return read_page("a/b-c", "a/b-c.toml", {**tomllib.loads(PAGE), **other}, {})


def test_the_catalogue_says_that_it_is_made_and_escapes_what_it_shows() -> None:
    made = docs.documents([page()])

    lines = made["README.md"].splitlines()
    assert lines[0] == docs.FIRST
    assert lines[-1] == "| [b-c](a/README.md#b-c) ◦ | &lt;b> \\| x | major | `--fix` | fair |"
    assert "1 rules, 1 off until a house enables them (◦)." in lines
    assert "| `` a \\| `b` `` | – |" in made["a/README.md"].splitlines()


def test_a_page_is_read_with_all_that_it_says_of_itself() -> None:
    lines = list(docs.shown(page()))

    assert "repair    --fix: It is certain." in lines
    assert "languages Russian, Ukrainian" in lines
    assert "precision fair (9 in 1,000,000 words of human copy, 2 of them real slips)" in lines
    assert 'house     off until a configuration has enable = ["a/b-c"]' in lines


@pytest.mark.parametrize(
    ("words", "alarms", "said"),
    [
        (300_000, 0, Precision.HIGH),
        (300_000, 1, Precision.HIGH),
        (300_000, 6, Precision.FAIR),
        (300_000, 7, Precision.LOW),
        (10_000, 0, Precision.UNMEASURED),
        (10_000, 2, Precision.LOW),
    ],
)
def test_a_rule_is_as_precise_as_it_was_silent_in_enough_words(words: int, alarms: int, said: Precision) -> None:
    assert of_counts(words, alarms) is said


@pytest.mark.parametrize(
    "measured",
    [{"words": 0}, {"words": 9, "findings": 1, "slips": 2}, {"words": 9, "findings": -1}, {"word": 9}],
)
def test_a_measurement_that_cannot_be_is_refused(measured: dict[str, int]) -> None:
    with pytest.raises(BadRulePage, match="measured"):
        page(measured=measured)


TOOK_PLACE = """
summary  = "s"
message  = "m"
why      = '''
[w]
'''
category = "style/unidiomatic"
severity = "minor"

[find]
phrases = { "took place" = "happened" }

[patterns]
measured = "m"

[[example]]
bad = "It took place."

[[example]]
ok  = "It was."
"""


def test_rules_are_measured_on_good_copy_and_the_figures_put_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "style" / "took-place.toml"
    wirelint("rule", "new", "style/took-place", "--pack", "desk", cwd=tmp_path)
    path.write_text(TOOK_PLACE, encoding="utf-8")
    (tmp_path / "wirelint.toml").write_text('packs = ["desk"]')
    rows = [{"said": "The race took place here."}, {"said": "The race took place here."}, {"said": "It took place."}]
    (tmp_path / "good.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    done = wirelint("rule", "measure", "desk:", "good.jsonl", "--field", "said", "--write", cwd=tmp_path)
    again = wirelint("rule", "measure", "desk:", "good.jsonl", "--field", "said", "--write", cwd=tmp_path)

    assert done.stdout == again.stdout, done.stderr
    assert done.stdout.startswith("desk:style/took-place: 2 findings, 250000.0 in a million words")
    assert "  good.jsonl:1:1:10  The race [took place] here.\n" in done.stdout
    assert done.returncode == 1, "a rule that is on and speaks of good copy"
    written = path.read_text(encoding="utf-8")
    assert tomllib.loads(written)["measured"] == {"words": 8, "findings": 2}
    assert tomllib.loads(written)["patterns"] == {"measured": "m"}


def test_what_cannot_be_measured_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"text": "a"}\nno\n')
    (tmp_path / "empty.txt").write_text(" \n")

    for words, said in {
        ("casing",): "name files or folders",
        ("casings", "bad.jsonl"): "casings: there is no such rule, nor file",
        ("bad.jsonl",): "bad.jsonl:2: no JSON object with “text”",
        ("empty.txt",): "empty.txt: no words there",
    }.items():
        done = wirelint("rule", "measure", *words, cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (2, 1, True), done.stderr


def test_a_rule_with_false_alarms_may_not_be_on() -> None:
    many = {"words": 1_000_000, "findings": 30}

    assert list(alarming(page(measured=many, status="stable")))
    assert not list(alarming(page(measured=many, status="preview")))
    assert not list(alarming(page(measured={**many, "slips": 30}, status="stable")))
