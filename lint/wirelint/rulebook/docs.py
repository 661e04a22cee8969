"""Pages become documents: the catalogue of the book, and a page as one reads it in a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..model import Safety, Severity
from ..page import Data

FIRST = "<!-- Made from the pages by `wirelint rule catalogue --write`; a change made here is lost. -->"
INTRODUCTION = """
Each rule is one page, a TOML file that says what is wrong, why, how grave it is, how it is mended, and proves it by examples.
Its name is the path of the file. `wirelint rule show NAME` shows one, [CONTRIBUTING](../CONTRIBUTING.md) tells how to write one.

*Repair* says who makes it: `--fix`, `--fix --unsafe`, or you, with what is offered or without.
"""
MADE_BY = {Safety.SAFE: "`--fix`", Safety.UNSAFE: "`--fix --unsafe`", Safety.SHOWN: "you"}


def catalogue(pages: Iterable[Data]) -> str:
    """All pages as one Markdown document, a table a subject."""
    pages = list(pages)
    off = sum(not page["enabled"] for page in pages)
    parts = [FIRST, "", "# Rules", INTRODUCTION]
    parts.append(f"{len(pages)} rules" + (f", {off} of them off until a house enables them (◦)." if off else "."))
    for subject, some in groupby(pages, key=lambda page: page["id"].rpartition("/")[0]):
        parts += ["", f"## {subject}", "", "| rule | what is wrong | severity | repair |", "| --- | --- | --- | --- |"]
        parts += [_row(page) for page in some]
    return "\n".join(parts) + "\n"


def _row(page: Data) -> str:
    name = page["id"].rpartition("/")[2]
    link = f"[{name}]({page['id']}.toml)" + ("" if page["enabled"] else " ◦")
    severity = Severity(page["severity"]).name.lower()
    summary = page["summary"].replace("|", "\\|").replace("<", "&lt;")
    return f"| {link} | {summary} | {severity} | {MADE_BY[Safety(page['safety'])]} |"


def shown(page: Data) -> Iterator[str]:
    """The lines of a page, for reading."""
    yield page["id"]
    yield page["summary"]
    yield ""
    yield page["why"]
    yield ""
    yield f"category  {page['category']}"
    yield f"severity  {Severity(page['severity']).name.lower()}"
    yield f"repair    {MADE_BY[Safety(page['safety'])].replace('`', '')}"
    yield f"since     {page['since']}"
    if not page["enabled"]:
        yield f'off       until a configuration has enable = ["{page["id"]}"]'
    for source in page["sources"]:
        yield f"source    {source}"
    for example in page["examples"]:
        yield ""
        yield from _example(example)
    yield ""
    yield f"file      {os.path.relpath(page['place'])}"


def _example(example: dict[str, str]) -> Iterator[str]:
    for kind in ("bad", "good", "ok"):
        if kind in example:
            yield f"{kind.ljust(5)} {example[kind]}".replace("\n", "\n      ")
