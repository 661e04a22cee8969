"""The options of `wirelint check`: one table, from which the command is made and by which the plain case is read.

The plain case, an option or a path a word, is read here by hand: a hook that checks one draft must not wait for the
library that knows how to draw help. Whatever this does not understand goes to that library, which then says what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

FORMATS = ("console", "json", "github", "concise")
FAIL_ON = ("minor", "major", "critical", "never")


class Option(NamedTuple):
    """`kind`: “flag”, “text”, “list” (given several times, or with commas), “number”, “choice”.

    The default of an option that a configuration may set, too, is None: not said.
    """

    name: str
    kind: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    short: str = ""

    @property
    def key(self) -> str:
        return self.name[2:].replace("-", "_")


CHECK = (
    Option("--stdin-filename", "text", None, "What “-” is called, for its format and its settings."),
    Option("--fix", "flag", False, "Make the repairs that cannot be wrong."),
    Option(
        "--unsafe", "flag", False, "With --fix or --diff: also the repairs that change words, to be read once more."
    ),
    Option("--diff", "flag", False, "Show what --fix would do, and write nothing."),
    Option("--exit-non-zero-on-fix", "flag", False, "End with 1 where --fix has changed a file."),
    Option(
        "--select", "list", None, "Rules to ask, by id or by the folder of their ids: casing, date/the-past-weekday."
    ),
    Option("--ignore", "list", None, "Rules to leave out, by id or folder."),
    Option("--preview", "flag", False, "Ask the rules in preview, too: those not yet precise enough to be on."),
    Option("--format", "choice", None, "How to report. [default: console]", FORMATS),
    Option("--fail-on", "choice", None, "The least severity that makes the exit status 1. [default: minor]", FAIL_ON),
    Option(
        "--exit-zero", "flag", False, "End with 0 even where something was found; not where a file was not checked."
    ),
    Option("--statistics", "flag", False, "Count the findings of each rule instead of showing them."),
    Option("--config", "text", None, "The configuration for all files, instead of the nearest above each."),
    Option("--no-config", "flag", False, "Read no configuration."),
    Option("--exclude", "list", None, "Paths to leave out, as in .gitignore; besides those of the configuration."),
    Option("--force-exclude", "flag", False, "Leave out what is excluded even where it is named; for hooks."),
    Option("--hidden", "flag", False, "Walk into files and folders whose names begin with a dot, too."),
    Option(
        "--jobs",
        "number",
        None,
        "Processes to use; 0 is one a core. [default: 1, or 0 where there are many files]",
        (),
        "-j",
    ),
    Option("--quiet", "flag", False, "No counts, no notices, no progress: the findings alone.", (), "-q"),
)

Given = dict[str, Any]
NOTHING_GIVEN: Given = {"paths": [], **{option.key: option.default for option in CHECK}}


def parsed(words: Sequence[str]) -> Given | None:
    """What was given, by key, with `paths`; None where anything is not plain."""
    options = {name: option for option in CHECK for name in (option.name, option.short) if name}
    given = dict(NOTHING_GIVEN)
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths += rest
        elif word == "-" or not word.startswith("-"):
            paths.append(word)
        else:
            name, equals, value = word.partition("=")
            option = options.get(name)
            if option is None or (option.kind == "flag" and equals):
                return None
            if option.kind == "flag":
                given[option.key] = True
                continue
            if not equals:
                value = next(rest, "-")
                if value.startswith("-"):
                    return None
            if not _take(given, option, value):
                return None
    return {**given, "paths": paths}


def _take(given: Given, option: Option, value: str) -> bool:
    if option.kind == "choice" and value not in option.choices:
        return False
    if option.kind == "number" and not (value.isascii() and value.isdigit()):
        return False
    if option.kind == "list":
        given[option.key] = [*(given[option.key] or ()), value]
    else:
        given[option.key] = int(value) if option.kind == "number" else value
    return True


def listed(values: Sequence[str] | None) -> tuple[str, ...]:
    """The items of a list option: given several times, or with commas."""
    return tuple(item.strip() for value in values or () for item in value.split(",") if item.strip())
