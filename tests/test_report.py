"""Each report against its golden file, and against those who read it: people, editors, GitHub, programs."""

from __future__ import annotations

import io
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from wirelint.engine import check
from wirelint.model import Edit, Fault, Finding, Fix, Safety, Severity, Span
from wirelint.report import WRITERS
from wirelint.report.console import ending, layout, shortened
from wirelint.report.data import row
from wirelint.report.entry import Entry, change, entry, unread
from wirelint.report.tally import Tally
from wirelint.report.visible import visible, width
from wirelint.text.document import Document
from wirelint.text.read import read

FIXTURES = Path(__file__).parents[1] / "fixtures" / "reports"
SCHEMA = json.loads((Path(__file__).parents[1] / "lint/wirelint/report/schema.json").read_text(encoding="utf-8"))


class Says:
    """A checker that finds words and offers others."""

    def __init__(
        self, bad: str, *goods: str, severity: Severity = Severity.MINOR, safety: Safety = Safety.SAFE
    ) -> None:
        self.id = f"test/{severity.name.lower()}"
        self.bad, self.goods, self.severity, self.safety = bad, goods, severity, safety

    def may_speak(self, doc: Document) -> bool:
        return self.bad in doc.text

    def find(self, doc: Document) -> Iterator[Finding]:
        start = doc.text.index(self.bad)
        span = Span(start, start + len(self.bad))
        fixes = tuple(Fix((Edit(span, good),), self.safety) for good in self.goods)
        message = f"“{self.bad}” is not what we write" + (f": write “{self.goods[0]}”." if self.goods else ".")
        yield Finding(self.id, span, message, "style/unidiomatic", self.severity, fixes)


CHECKERS = [
    Says("bamako", "Bamako", severity=Severity.MAJOR),
    Says("the past Saturday", "last Saturday"),
    Says("Read also: Ten dead in floods", "", severity=Severity.CRITICAL, safety=Safety.UNSAFE),
    Says("100%: a, b", severity=Severity.NEUTRAL),
    Says("::error::gone\n##[command]", "gone", safety=Safety.SHOWN),
    Says("\x1b[31mred\x1b[0m", "red", "scarlet"),
    Says("🚀🚀", ""),
]


def entries() -> list[Entry]:
    draft = (FIXTURES / "draft.txt").read_text(encoding="utf-8")
    page = "<p>The road to <b>bama</b>ko, and &amp; beyond.</p>\n"
    broken = entry(Document("All is well.", path="fine.txt"), check(Document(""), []))
    return [
        entry(Document(draft, path="drafts/draft, 1.txt"), check(Document(draft), CHECKERS)),
        _entry(read(page, path="page.html", format="html")),
        broken._replace(path="broken.txt", faults=(Fault("test/broken", "KeyError: 'x'"),)),
        unread("gone.txt", "gone.txt: no such file or folder"),
    ]


def _entry(doc: Document) -> Entry:
    return entry(doc, check(doc, CHECKERS))


def written(format: str, some: list[Entry]) -> str:
    out = io.StringIO()
    WRITERS[format](some, out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


GOLDEN = {"console": "console.txt", "concise": "concise.txt", "github": "github.txt", "json": "report.json"}


@pytest.mark.parametrize(("format", "name"), GOLDEN.items())
def test_the_report_is_as_it_was(format: str, name: str, accept: bool) -> None:
    said = written(format, entries())

    if accept:
        (FIXTURES / name).write_text(said, encoding="utf-8", newline="\n")
    assert said == (FIXTURES / name).read_text(encoding="utf-8")


def test_json_is_what_its_schema_says() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    report = json.loads(written("json", entries()))

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    assert [d["path"] for d in report["documents"]] == ["drafts/draft, 1.txt", "page.html", "broken.txt", "gone.txt"]


def test_json_offsets_are_of_the_file_and_its_edits_mend_it() -> None:
    raw = (FIXTURES / "draft.txt").read_text(encoding="utf-8")
    lines = raw.split("\n")

    for finding in row(entries()[0])["findings"]:
        start, end = finding["span"]["start"], finding["span"]["end"]
        assert raw[start:end] == finding["text"]
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["text"].split("\n")[0])


def test_json_survives_a_lone_surrogate() -> None:
    text = written("json", [unread("bad\udcff.txt", "bad\udcff.txt: not UTF-8")])

    assert text.isascii()
    assert json.loads(text)["documents"][0]["path"] == "bad\udcff.txt"


def test_no_reports_of_nothing() -> None:
    assert written("console", []) == written("concise", []) == written("github", []) == ""
    assert json.loads(written("json", []))["documents"] == []


# Console


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for made in entries():
        for line in layout(made, columns):
            text = "".join(run.text for run in line)
            assert width(text) <= columns, text


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_mark_stands_under_the_place(columns: int) -> None:
    for made in entries():
        for shown, marked in itertools.pairwise(layout(made, columns)):
            if not any(run.style == "mark" for run in marked):
                continue
            styles = [run.style for run in shown]
            before, bad = shown[: styles.index("bad")], shown[styles.index("bad")]
            assert width("".join(run.text for run in before)) == width("".join(run.text for run in marked[:-1]))
            assert marked[-1].text == "^" * width(bad.text)


@pytest.mark.parametrize("format", ["console", "concise"])
def test_no_line_that_is_read_is_taken_for_a_command(format: str) -> None:
    draft = entries()[0]

    for line in written(format, [draft, draft._replace(path="::error::x.txt")]).splitlines():
        assert not line.lstrip().startswith(("::", "##["))


def test_nothing_of_a_draft_is_obeyed() -> None:
    said = written("console", entries())

    assert "\x1b" not in said
    assert "␛[31mred␛[0m" in said


def test_colours_are_used_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1" in written("console", entries())

    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in written("console", entries())


def test_colours_change_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = written("console", entries())
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    coloured = re.sub(r"\x1b\[[\d;]*m", "", written("console", entries()))

    assert [line.rstrip() for line in coloured.split("\n")] == plain.split("\n")


@pytest.mark.parametrize(
    ("raw", "edits", "shown"),
    [
        ("in bamako.", [(3, 9, "Bamako")], ("bamako", "Bamako")),
        ("LavrovHe said", [(6, 6, ". ")], ("LavrovHe", "Lavrov. He")),
        ("noon.The end", [(5, 5, " ")], ("noon.The", "noon. The")),
        ("But Lisbon it has warned", [(10, 13, "")], ("Lisbon it has", "Lisbon has")),
        ("A.\nSee them\n", [(3, 12, "")], ("See them\n", "")),
        ("“a” b “c”", [(0, 1, '"'), (8, 9, '"')], ("“a” b “c”", '"a” b “c"')),
        ("the U.S. army", [(4, 8, "US")], ("U.S.", "US")),
    ],
)
def test_a_change_is_shown_with_what_makes_it_readable(
    raw: str, edits: list[tuple[int, int, str]], shown: tuple[str, str]
) -> None:
    assert change(raw, tuple(Edit(Span(start, end), text) for start, end, text in edits)) == shown


def test_text_is_cut_between_words_where_that_costs_little() -> None:
    assert shortened("the column had left", 12) == "the column …"
    assert ending("the column had left", 12) == "… had left"
    assert shortened("a" * 30, 12) == "a" * 11 + "…"
    assert shortened("中文中文中文中文", 8) == "中文中…"
    assert shortened("short", 12) == ending("short", 12) == "short"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc\r\n", "a⇥b⏎c␍⏎"),
        ("\x00\x1b\x7f", "␀␛␡"),
        ("a\u202eb\u200bc\ufeff", "a⟨U+202E⟩b⟨U+200B⟩c⟨U+FEFF⟩"),
        ("100\u00a0km", "100⍽km"),
        ("Zoë 中文 🚀 “so”", "Zoë 中文 🚀 “so”"),
    ],
)
def test_what_shows_nothing_of_itself_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


# GitHub


def noted(count: int, severity: Severity, path: str = "a.txt") -> Entry:
    doc = Document("bad " * count, path=path)
    findings = tuple(
        Finding("test/x", Span(4 * n, 4 * n + 3), f"number {n}", "style/unidiomatic", severity) for n in range(count)
    )
    return entry(doc, check(doc, []))._replace(findings=entry(doc, check(doc, [_Given(findings)])).findings)


class _Given:
    id = "test/x"

    def __init__(self, found: tuple[Finding, ...]) -> None:
        self.found = found

    def may_speak(self, doc: Document) -> bool:
        return True

    def find(self, doc: Document) -> tuple[Finding, ...]:
        return self.found


def test_no_line_of_a_draft_is_taken_for_a_command() -> None:
    text = "100%\n::set-output name=x::y\r##[error]z, a:b"
    doc = Document("word\n", path="dir,1/a:b%.txt\n::error::x")
    finding = Finding("test/x", Span(0, 4), text, "style/unidiomatic", Severity.MAJOR)

    said = written("github", [entry(doc, check(doc, [_Given((finding,))]))])

    assert said == (
        "::error title=wirelint%3A test/x,file=dir%2C1/a%3Ab%25.txt%0A%3A%3Aerror%3A%3Ax,line=1,endLine=1,col=1,"
        "endColumn=5::100%25%0A::set-output name=x::y%0D##[error]z, a:b\n"
    )


def test_github_shows_ten_of_each_level_the_gravest_first_and_counts_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    some = [
        noted(30, Severity.MINOR),
        noted(30, Severity.MAJOR),
        noted(4, Severity.CRITICAL, "b.txt"),
        noted(12, Severity.NEUTRAL),
    ]

    lines = written("github", some).splitlines()

    assert [sum(line.startswith(f"::{level} ") for line in lines) for level in ("error", "warning", "notice")] == [
        10
    ] * 3
    assert [line for line in lines if "file=b.txt" in line] == lines[:4]
    assert lines[4].endswith("number 0")
    assert lines[-1] == "::notice title=wirelint::Not shown here: 47 findings. All are in the summary of the job."
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("\n| a.txt") == 72


def test_github_is_told_paths_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))

    assert "file=desk/a.txt,line=1," in written("github", [noted(1, Severity.MINOR)])


def test_the_summary_of_github_shows_a_draft_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    doc = Document("word", path="a|b.txt")
    finding = Finding("test/x", Span(0, 4), "<img> | [x](y) `z`", "style/unidiomatic", Severity.MAJOR)

    written("github", [entry(doc, check(doc, [_Given((finding,))]))])

    last = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()[-1]
    assert last == "| a\\|b.txt | 1:1 | major | &lt;img> \\| \\[x\\](y) \\`z\\` |"


# The counts


def test_the_last_lines_say_what_was_found_and_what_can_be_mended() -> None:
    tally = Tally()

    for made in entries():
        tally.add(made)

    assert tally.summary().splitlines() == [
        "8 findings in 2 of 3 files: 1 critical, 2 major, 4 minor, 1 neutral.",
        "--fix mends 5, --fix --unsafe 1 more.",
        "2 files not checked, or not wholly.",
    ]


def test_statistics_count_by_rule() -> None:
    tally = Tally()

    tally.add(noted(3, Severity.MINOR))

    assert tally.statistics()[1].split() == ["3", "0", "0", "1000.00", "test/x"]
