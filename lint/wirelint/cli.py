"""How each command is called; wires everything, decides nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, Literal

import typer

from .options import CHECK, Given, Option

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)
rule = typer.Typer(no_args_is_help=True, help="Look at the rules, prove them, write new ones.")
config = typer.Typer(no_args_is_help=True, help="See what counts here.")
app.add_typer(rule, name="rule")
app.add_typer(config, name="config")

# What a command does is done outside of the library, which would end a run that was interrupted, or whose reader has
# left, with the status of findings. So a command only says what to do.
Todo = Callable[[], int]
# It has no public name for the base of its errors.
UsageError: Any = typer.BadParameter.__base__


def run(words: Sequence[str]) -> int:
    """Runs a command and gives its exit status."""
    try:
        todo = app(list(words), prog_name="wirelint", standalone_mode=False)
    except UsageError as error:
        error.show()
        return 2
    return todo() if callable(todo) else int(todo or 0)


@app.callback(invoke_without_command=True)
def wirelint(
    version: Annotated[
        bool, typer.Option("--version", help="Say the version, and which book and knowledge it has.")
    ] = False,
) -> Todo | None:
    """Finds what machine translation and page cutting did to a draft, and repairs it.

    Exit status: 0 nothing found, 1 findings, 2 something was not checked.
    """
    if not version:
        return None
    from .commands.version import version as said

    raise typer.Exit(said())


def _kind(option: Option) -> Any:
    kinds: dict[str, Any] = {"flag": bool, "number": int | None, "text": str | None, "list": list[str] | None}
    return Literal[option.choices] | None if option.kind == "choice" else kinds[option.kind]


def signed(function: Callable[[Given], int], options: Sequence[Option]) -> Callable[..., Todo]:
    """`function` as a command that has these options, and paths."""

    def command(**given: Any) -> Todo:
        return partial(function, {**given, "paths": given["paths"] or []})

    paths = Annotated[
        list[str] | None, typer.Argument(help="Files and folders; “-” is standard input.", show_default=False)
    ]
    annotations: dict[str, Any] = {"paths": paths}
    for option in options:
        names = [name for name in (option.name, option.short) if name]
        annotations[option.key] = Annotated[_kind(option), typer.Option(*names, help=option.help, show_default=False)]
    defaults = {option.key: option.default for option in options}
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults.get(name), annotation=kind)
        for name, kind in annotations.items()
    ]
    command.__annotations__ = annotations
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return command


def _check(given: Given) -> int:
    from .commands.check import check

    return check(given)


app.command("check", help="Check drafts, and mend them with --fix.")(signed(_check, CHECK))


@app.command()
def init(
    folder: Annotated[str, typer.Argument(help="Where to write.")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
) -> Todo:
    """Write a configuration, a hook for commits and a gate for pull requests, to begin with."""
    from .commands.init import init as write

    return partial(write, folder, force=force)


@config.command("show")
def config_show(
    file: Annotated[
        str | None, typer.Option("--config", help="This configuration instead of the nearest.", show_default=False)
    ] = None,
    none: Annotated[bool, typer.Option("--no-config", help="Read no configuration.")] = False,
) -> Todo:
    """Show every setting, its value, and where it comes from."""
    from .commands.config import show
    from .options import NOTHING_GIVEN

    return partial(show, {**NOTHING_GIVEN, "config": file, "no_config": none})


Pack = Annotated[str | None, typer.Option("--pack", help="The folder of a pack of your own.", show_default=False)]


@rule.command("list")
def rule_list() -> Todo:
    """List all rules, with their severity and whether they are asked here."""
    from .commands.rule import listing

    return listing


@rule.command("show")
def rule_show(
    id: Annotated[str, typer.Argument(help="subject/what-is-wrong, or a subject.", show_default=False)],
) -> Todo:
    """Show what a rule finds, why, and its examples."""
    from .commands.rule import show

    return partial(show, id)


@rule.command("new")
def rule_new(
    id: Annotated[str, typer.Argument(help="subject/what-is-wrong", show_default=False)],
    check: Annotated[
        bool, typer.Option("--check", help="Begin a function, too, for what no pattern can find.")
    ] = False,
    pack: Pack = None,
) -> Todo:
    """Begin the page of a new rule, with an example that fails until you have written it."""
    from .commands.rule import begin

    return partial(begin, id, check=check, pack=pack)


@rule.command("test")
def rule_test(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Rules, or subjects; all if none is named.", show_default=False)
    ] = None,
    pack: Pack = None,
) -> Todo:
    """Prove rules: their examples hold, and no text leads their patterns astray."""
    from .commands.rule import test

    return partial(test, ids or [], pack)


@rule.command("measure")
def rule_measure(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="[RULE]... CORPUS...",
            help="Rules or subjects, then files and folders of good copy.",
            show_default=False,
        ),
    ],
    field: Annotated[
        str, typer.Option("--field", help="Which string of a line of a .jsonl file is its text.")
    ] = "text",
    write: Annotated[bool, typer.Option("--write", help="Write the figures on the pages.")] = False,
) -> Todo:
    """Count what rules say of copy that is known to be good, and list it; ends with 1 where one that is on says too much."""
    from .commands.measure import measure

    return partial(measure, names, field=field, write=write)


@rule.command("catalogue")
def rule_catalogue(
    write: Annotated[bool, typer.Option("--write", help="Write rules/README.md, and one for each subject.")] = False,
    check: Annotated[bool, typer.Option("--check", help="End with 1 where one of them is not fresh.")] = False,
) -> Todo:
    """Print the catalogue of the rules that come with wirelint."""
    from .commands.rule import catalogue

    return partial(catalogue, write=write, check=check)
