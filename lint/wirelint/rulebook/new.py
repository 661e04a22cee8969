"""Begins a page: a file to fill in, whose example fails until it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

import regex

from ..errors import BadRulePage
from ..page import Data

ID = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")
PAGE = '''\
summary  = "{summary}"
message  = "{message}"   # to the editor: what is wrong, why, what to write
why      = """
{why}
"""
category = "style/unidiomatic"   # an MQM type; a wrong one is answered with the list
severity = "neutral"             # neutral, minor, major, critical; a new rule starts low
since    = "next"
sources  = []                    # what the claim rests on: a style guide, an attested text

[find]
{find}

[fix]
{fix}
safety  = "shown"                # safe: --fix makes it; unsafe: --fix --unsafe; shown: nobody but the editor

# Examples are the tests and the documentation. More of them: other words, other shapes, every false alarm you meet.
[[example]]
bad  = "Write a sentence of your own that has the fault."
good = "Write the same sentence without it."

[[example]]
ok   = "Write a sentence that nearly has it, and is right."
'''
PATTERN = (
    "pattern = '''\\bfault\\b'''   # or `phrases`, a table of bad = \"good\"; or `check`, a function",
    'replace = "repair"',
)
CHECK = (
    'check = "{module}.{function}"\n# needs = ["words", "of which a text has one"]   # in lower case; saves asking in vain',
    "# the function gives the repairs",
)
MODULE = '''"""What this module is about, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit
from ..page import Page
from ..text.document import Document
'''
FUNCTION = '''

def {function}(doc: Document, page: Page) -> Iterator[Hit]:
    """What is found, in one line."""
    for word in doc.facts.words:
        if word.of(doc.text) == "fault":
            yield Hit(word, {{"bad": word.of(doc.text), "good": "repair"}}, ((Edit(word, "repair"),),))
'''


# What a page begins with and cannot end with.
UNWRITTEN = {
    "summary": "In one sentence: what is wrong, and what English says.",
    "message": "“{bad}” is …: write “{good}”.",
    "why": "Where it comes from, and how one knows.",
}


def unwritten(page: Data) -> Iterator[str]:
    """What of a page is still as it was begun."""
    return (f"`{key}` is still to be written" for key, text in UNWRITTEN.items() if page[key] == text)


class Begun(NamedTuple):
    """What was written: the page, and with it the module of its function, if it has one."""

    page: str
    module: str | None


def begin(folder: str, id: str, checks: str | None = None) -> Begun:
    """Writes the page of a new rule into a pack's folder, and a function for it into the folder `checks`, if given.

    `id` is without the prefix of the pack. Raises BadRulePage.
    """
    if not ID.fullmatch(id):
        raise BadRulePage(f"{id}: a rule is called subject/what-is-wrong, in lower case with hyphens")
    page = os.path.join(folder, *id.split("/")) + ".toml"
    if os.path.exists(page):
        raise BadRulePage(f"{page}: there is such a rule; choose another name")
    subject, _, name = id.replace("-", "_").rpartition("/")
    module, function = subject.split("/")[0], name
    find, fix = (part.format(module=module, function=function) for part in CHECK) if checks else PATTERN
    place = _function(checks, module, function) if checks else None
    os.makedirs(os.path.dirname(page), exist_ok=True)
    with open(page, "x", encoding="utf-8") as file:
        file.write(PAGE.format(**UNWRITTEN, find=find, fix=fix))
    return Begun(page, place)


def _function(checks: str, module: str, function: str) -> str:
    if os.path.isdir(os.path.join(checks, module)):
        raise BadRulePage(
            f"{os.path.join(checks, module)}: this subject has modules of its own; write {function}() there and name it "
            "in __init__.py, then begin the page without --check"
        )
    place = os.path.join(checks, f"{module}.py")
    text = MODULE
    if os.path.exists(place):
        with open(place, encoding="utf-8") as file:
            text = file.read()
    if regex.search(rf"(?m)^def {function}\(", text):
        raise BadRulePage(f"{place}: there is a function {function}; choose another name")
    with open(place, "w", encoding="utf-8") as file:
        file.write(text.rstrip("\n") + "\n" + FUNCTION.format(function=function))
    return place


def begin_pack(folder: str) -> str:
    """Makes a folder a pack, if it is none, and gives its name."""
    name = os.path.basename(os.path.abspath(folder))
    about = os.path.join(folder, "pack.toml")
    if not os.path.exists(about):
        os.makedirs(folder, exist_ok=True)
        with open(about, "x", encoding="utf-8") as file:
            file.write(
                f'name    = "{name}"     # stands before the ids of its rules: {name}:subject/what-is-wrong\nversion = "1"\n'
            )
    return name
