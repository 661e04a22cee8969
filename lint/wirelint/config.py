"""What a run goes by: the nearest configuration, what options say over it, and where each value comes from.

A configuration is a `wirelint.toml`, or a `[tool.wirelint]` in a `pyproject.toml`. For each draft the nearest counts, in its own
folder or above; of two in one folder the `wirelint.toml`; they are not joined. So a draft is judged the same from wherever
the program is run. What concerns a run as a whole (`exclude`, `format`, `fail-on`) is taken from the nearest above where it is run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from .errors import BadConfig
from .keys import KEYS, SEVERITIES, Reader
from .model import Severity
from .options import Given, listed
from .text.house import NO_HOUSE, House

NAMES = ("wirelint.toml", "pyproject.toml")


class Settings(NamedTuple):
    """`select` empty: every rule that is on of itself. `packs` are folders. Paths and patterns of paths begin at `root`.

    `origins` says of each key of a configuration where its value is from: a file, an option, or “default”.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    preview: bool = False
    exclude: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    fail_on: str = "minor"
    format: str = "console"
    severity: Mapping[str, Severity] = {}
    per_path_ignores: Mapping[str, tuple[str, ...]] = {}
    house: House = NO_HOUSE
    root: str = ""
    file: str = ""
    origins: Mapping[str, str] = {}


def nearest(folder: str) -> str | None:
    """The configuration that counts for what lies in `folder`."""
    folder = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or _speaks_of_us(path)):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _speaks_of_us(path: str) -> bool:
    text = _text(path)
    # Reading TOML takes longer than starting Python, and most projects do not mention us.
    return "wirelint" in text and "wirelint" in _toml(path, text).get("tool", {})


def load(path: str) -> Settings:
    """The settings in a configuration file. Raises BadConfig with file, line and key."""
    text = _text(path)
    table = _toml(path, text)
    if os.path.basename(path) == "pyproject.toml":
        table = table.get("tool", {}).get("wirelint", {})
    values = Reader(os.path.relpath(path), text).value((), table, KEYS)
    root = os.path.dirname(os.path.abspath(path))
    vocabulary = values.get("vocabulary", {})
    return Settings(
        select=values.get("select", ()),
        ignore=values.get("ignore", ()),
        enable=values.get("enable", ()),
        preview=values.get("preview", False),
        exclude=values.get("exclude", ()),
        packs=tuple(os.path.normpath(os.path.join(root, pack)) for pack in values.get("packs", ())),
        fail_on=values.get("fail-on", "minor"),
        format=values.get("format", "console"),
        severity={rule: SEVERITIES[name] for rule, name in values.get("severity", {}).items()},
        per_path_ignores=values.get("per-path-ignores", {}),
        house=House(
            frozenset(vocabulary.get("places", ())),
            vocabulary.get("people", {}),
            frozenset(vocabulary.get("brands", ())),
            frozenset(vocabulary.get("keep", ())),
        ),
        root=root,
        file=path,
        origins={key: os.path.relpath(path) for key in values},
    )


def configuration(given: Given, folder: str) -> str:
    """The configuration file that counts in `folder`, by the options; “” where none does."""
    if given["no_config"]:
        return ""
    return given["config"] or nearest(folder) or ""


def settings(given: Given, file: str) -> Settings:
    """The settings of a configuration file, or those without one, with what the options say over them. Raises BadConfig."""
    return with_options(load(file) if file else Settings(root=os.getcwd()), given)


def with_options(found: Settings, given: Given) -> Settings:
    """`--select` is put in place of the file's, and whatever it names in full is not ignored; lists to leave out are added to."""
    origins = dict(found.origins)
    select, ignore, exclude = (listed(given[key]) for key in ("select", "ignore", "exclude"))
    changed: dict[str, Any] = {}
    if select:
        changed["select"] = select
        changed["ignore"] = tuple(rule for rule in found.ignore if rule not in select)
        origins["select"] = "--select"
    if ignore:
        changed["ignore"] = (*changed.get("ignore", found.ignore), *ignore)
        origins["ignore"] = _both(origins.get("ignore"), "--ignore")
    if exclude:
        changed["exclude"] = (*found.exclude, *(_from(found.root, pattern) for pattern in exclude))
        origins["exclude"] = _both(origins.get("exclude"), "--exclude")
    if given["preview"]:
        changed["preview"], origins["preview"] = True, "--preview"
    for key in ("fail_on", "format"):
        if given[key] is not None:
            changed[key] = given[key]
            origins[key.replace("_", "-")] = "--" + key.replace("_", "-")
    return found._replace(**changed, origins=origins)


def _from(root: str, pattern: str) -> str:
    """A pattern that was written where the program is run, as it is written at the root."""
    here = os.path.relpath(os.curdir, root).replace(os.sep, "/")
    sign, path = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    return pattern if here == "." or "/" not in path.rstrip("/") else f"{sign}/{here}/{path.lstrip('/')}"


def _both(file: str | None, option: str) -> str:
    return f"{file} and {option}" if file else option


def _text(path: str) -> str:
    shown = os.path.relpath(path)
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError as error:
        raise BadConfig(f"{shown}: no such file") from error
    except OSError as error:
        raise BadConfig(f"{shown}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{shown}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _toml(path: str, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{os.path.relpath(path)}: {error}") from error
