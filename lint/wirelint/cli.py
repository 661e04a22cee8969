"""The commands; wires everything, decides nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, Literal

import typer

from .options import CHECK, Given, Option
from .version import __version__

app = typer.Typer(name="wirelint", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


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
        bool, typer.Option("--version", help="Say the version, and what book and knowledge it has.")
    ] = False,
) -> None:
    """Finds what machine translation and page cutting did to a draft, and repairs it."""
    if version:
        typer.echo(f"wirelint {__version__}")
        raise typer.Exit


def _type(option: Option) -> Any:
    kinds: dict[str, Any] = {"flag": bool, "number": int | None, "text": str | None, "list": list[str] | None}
    return Literal[option.choices] | None if option.kind == "choice" else kinds[option.kind]


def signed(function: Callable[[Given], int], options: Sequence[Option]) -> Callable[..., Todo]:
    """`function` as a command that has these options, and paths."""

    def command(**given: Any) -> Todo:
        return partial(function, {**given, "paths": given["paths"] or []})

    annotations: dict[str, Any] = {
        "paths": Annotated[
            list[str] | None, typer.Argument(help="Files and folders; “-” is standard input.", show_default=False)
        ]
    }
    for option in options:
        names = [name for name in (option.name, option.short) if name]
        annotations[option.key] = Annotated[_type(option), typer.Option(*names, help=option.help, show_default=False)]
    defaults = {option.key: option.default for option in options}
    command.__annotations__ = annotations
    command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults.get(name), annotation=kind)
            for name, kind in annotations.items()
        ]
    )
    return command


def _check(given: Given) -> int:
    from .run import check

    return check(given)


app.command("check", help="Check drafts, and mend them with --fix.")(signed(_check, CHECK))
