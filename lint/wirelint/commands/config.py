"""`wirelint config`: what counts here, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from ..brief import Brief
from ..config import Settings, configuration, settings
from ..options import Given


def show(given: Given) -> int:
    """Every setting, its value and where it comes from. A rule or a pack that there is not is found here, too."""
    chosen = settings(given, configuration(given, "."))
    brief = Brief(chosen)
    print(f"# {os.path.relpath(chosen.file) if chosen.file else 'no configuration above ' + os.getcwd()}")
    rows = list(_rows(chosen))
    width = max(len(row) for row, _ in rows)
    for row, origin in rows:
        print(f"{row:{width}}  # {origin}")
    for notice in brief.notices:
        print(f"# {notice}")
    asked = sum(1 for _ in brief.rules("x"))
    print(f"# {asked} of {len(brief.pages)} rules are asked here")
    return 0


def _rows(chosen: Settings) -> Iterator[tuple[str, str]]:
    """(line of TOML, origin) of every key, and of every key of a table."""
    house = chosen.house
    values: dict[str, Any] = {
        "select": chosen.select,
        "ignore": chosen.ignore,
        "enable": chosen.enable,
        "preview": chosen.preview,
        "exclude": chosen.exclude,
        "packs": [os.path.relpath(folder, chosen.root) for folder in chosen.packs],
        "fail-on": chosen.fail_on,
        "format": chosen.format,
        "severity": {rule: severity.name.lower() for rule, severity in chosen.severity.items()},
        "per-path-ignores": chosen.per_path_ignores,
        "vocabulary.places": sorted(house.places),
        "vocabulary.people": house.people,
        "vocabulary.brands": sorted(house.brands),
        "vocabulary.keep": sorted(house.keep),
    }
    for key, value in values.items():
        origin = chosen.origins.get(key.partition(".")[0], "default")
        if isinstance(value, dict) and value:
            yield from ((f"{key}.{toml(name)} = {toml(item)}", origin) for name, item in value.items())
        else:
            yield f"{key} = {toml(value)}", origin if value else "default"


def toml(value: Any) -> str:
    """A value as TOML has it, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(_escaped(c) for c in value) + '"'
    if isinstance(value, dict):
        inner = ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return f"[{', '.join(map(toml, value))}]"


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return char if char.isprintable() else f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
