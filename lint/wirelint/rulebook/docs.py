"""Pages become documents: the catalogue of the book, a page of it in Markdown, and one as it is read in a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ..model import Safety, Severity
from ..page import Data
from .precision import precision

FIRST = "<!-- Made from the pages by `wirelint rule catalogue --write`; a change made here is lost. -->"
INTRODUCTION = """
Each rule is one page, a TOML file that says what is wrong, why, how grave it is, how it is mended, and proves it by examples.
Its name is the path of the file. `wirelint rule show NAME` shows one, [CONTRIBUTING](../CONTRIBUTING.md) tells how to write one.

*Repair* says who makes it: `--fix`, `--fix --unsafe`, or you, with what is offered or without. *Precision* is of false alarms
in human copy: *high* is at most five in a million words, *fair* at most twenty; a rule with more stays in preview.
"""
MADE_BY = {Safety.SAFE: "`--fix`", Safety.UNSAFE: "`--fix --unsafe`", Safety.SHOWN: "you"}
MARKS = {"stable": "", "preview": " ◇", "house": " ◦"}
LANGUAGES = {
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian",
    "fr": "French", "ha": "Hausa", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def documents(pages: Iterable[Data]) -> dict[str, str]:
    """The whole catalogue: Markdown documents by their paths in the folder of the book, one for each subject and one of all."""
    pages = list(pages)
    subjects = {subject: list(some) for subject, some in groupby(pages, key=_subject)}
    return {
        "README.md": _catalogue(subjects),
        **{f"{subject}/README.md": _of_subject(subject, some) for subject, some in subjects.items()},
    }


def _subject(page: Data) -> str:
    return str(page["id"].rpartition("/")[0])


def _name(page: Data) -> str:
    return str(page["id"].rpartition("/")[2])


def _catalogue(subjects: Mapping[str, list[Data]]) -> str:
    """All rules in one document, a table a subject."""
    pages = [page for some in subjects.values() for page in some]
    parts = [FIRST, "", "# Rules", INTRODUCTION, f"{len(pages)} rules{_off(pages)}."]
    for subject, some in subjects.items():
        parts += ["", f"## {subject}", "", "| rule | what is wrong | severity | repair | precision |"]
        parts += ["| --- | --- | --- | --- | --- |", *(_row(page) for page in some)]
    return "\n".join(parts) + "\n"


def _off(pages: Iterable[Data]) -> str:
    statuses = [page["status"] for page in pages]
    house, preview = statuses.count("house"), statuses.count("preview")
    return (f", {house} off until a house enables them (◦)" if house else "") + (
        f", {preview} in preview, asked with `--preview` (◇)" if preview else ""
    )


def _row(page: Data) -> str:
    name = _name(page)
    link = f"[{name}]({_subject(page)}/README.md#{name}){MARKS[page['status']]}"
    severity = Severity(page["severity"]).name.lower()
    made_by = MADE_BY[Safety(page["safety"])]
    return f"| {link} | {_cell(page['summary'])} | {severity} | {made_by} | {precision(page).value} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _of_subject(subject: str, pages: Iterable[Data]) -> str:
    """The rules of one subject, each as its reader wants it."""
    parts = [FIRST, "", f"# {subject}", "", "[All rules](../README.md)"]
    for page in pages:
        parts += ["", *_in_markdown(page)]
    return "\n".join(parts) + "\n"


def _in_markdown(page: Data) -> Iterator[str]:
    yield f"## {_name(page)}"
    yield ""
    yield page["summary"].replace("<", "&lt;")
    yield ""
    yield page["why"].replace("<", "&lt;")
    bad = [example for example in page["examples"] if "bad" in example]
    yield from ("", "| copy | mended |", "| --- | --- |")
    for example in bad:
        yield f"| {_quoted(example['bad'])} | {_quoted(example['good']) if 'good' in example else '–'} |"
    yield from ("", "Left alone:", "")
    for example in page["examples"]:
        if "ok" in example:
            yield f"- {_quoted(example['ok'])}"
    yield ""
    for name, value in _facts(page):
        yield f"- **{name}**: {value}"
    yield f"- **page**: [{_name(page)}.toml]({_name(page)}.toml)"


def _quoted(text: str) -> str:
    """An example as it is, letter for letter, in one line of a table; ↵ is the end of a line."""
    written = text.replace("\n", "↵")
    fence = "``" if "`" in written else "`"
    pad = " " if written.startswith("`") or written.endswith("`") else ""
    # In a table a bar must be escaped within code, too.
    return f"{fence}{pad}{written}{pad}{fence}".replace("|", "\\|")


def _facts(page: Data) -> Iterator[tuple[str, str]]:
    """What is said of a rule in a word or two, by name."""
    yield "category", page["category"]
    yield "severity", Severity(page["severity"]).name.lower()
    yield "repair", MADE_BY[Safety(page["safety"])] + (f": {page['because']}" if page["because"] else "")
    if page["languages"]:
        yield "languages", ", ".join(LANGUAGES.get(code, code) for code in page["languages"])
    yield "precision", _measured(page)
    yield "since", page["since"]
    if page["status"] == "house":
        yield "house", f'off until a configuration has `enable = ["{page["id"]}"]`'
    if page["status"] == "preview":
        yield "preview", "asked with `--preview`, or where it is named"
    for source in page["sources"]:
        yield "source", source


def _measured(page: Data) -> str:
    if page["measured"] is None:
        return precision(page).value
    words, findings, slips = page["measured"]
    found = f"{findings} in {words:,} words of human copy"
    return f"{precision(page).value} ({found}{f', {slips} of them real slips' if slips else ''})"


def shown(page: Data) -> Iterator[str]:
    """The lines of a page, for reading."""
    yield page["id"]
    yield page["summary"]
    yield ""
    yield page["why"]
    yield ""
    for name, value in _facts(page):
        yield f"{name:9} {value}".replace("`", "")
    for example in page["examples"]:
        yield ""
        yield from _example(example)
    yield ""
    yield f"file      {os.path.relpath(page['place'])}"


def _example(example: dict[str, str]) -> Iterator[str]:
    for kind in ("bad", "good", "ok"):
        if kind in example:
            yield f"{kind.ljust(5)} {example[kind]}".replace("\n", "\n      ")
