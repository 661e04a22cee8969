"""The keys that a configuration may have, and how their values are read: strictly, naming the file, the line and the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import BadConfig
from .model import Severity
from .options import FAIL_ON, FORMATS

SEVERITIES = {severity.name.lower(): severity for severity in Severity}
GENDERS = ("f", "m", "any")
# What the value of a key is: a list of strings, true or false, one of some words, or a table, whose own keys are known or free.
STRINGS, FLAG = "strings", "flag"
Kind = str | tuple[str, ...] | Mapping[str, Any]
# In a table, the key that stands for all.
ANY = "*"
KEYS: Mapping[str, Kind] = {
    "select": STRINGS,
    "ignore": STRINGS,
    "enable": STRINGS,
    "preview": FLAG,
    "exclude": STRINGS,
    "packs": STRINGS,
    "fail-on": FAIL_ON,
    "format": FORMATS,
    "severity": {ANY: tuple(SEVERITIES)},
    "per-path-ignores": {ANY: STRINGS},
    "vocabulary": {"places": STRINGS, "people": {ANY: GENDERS}, "brands": STRINGS, "keep": STRINGS},
}


class Reader:
    """Reads the values of one file, and says where it cannot. Keys are paths: ("vocabulary", "places")."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    def value(self, key: tuple[str, ...], value: Any, kind: Kind) -> Any:
        """A value of this kind: tuples of strings, booleans, strings, and dicts of them. Raises BadConfig."""
        if kind == STRINGS:
            if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
                raise self.bad(key, f'`{shown(key)}` is a list of strings, as in ["one", "two"]')
            return tuple(value)
        if kind == FLAG:
            if not isinstance(value, bool):
                raise self.bad(key, f"`{shown(key)}` is true or false")
            return value
        if isinstance(kind, Mapping):
            return self._table(key, value, kind)
        if value not in kind:
            *some, last = (f'"{choice}"' for choice in kind)
            raise self.bad(key, f"`{shown(key)}` is {', '.join(some)} or {last}, not {value!r}")
        return value

    def _table(self, key: tuple[str, ...], value: Any, kinds: Mapping[str, Kind]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.bad(key, f"`{shown(key) or 'tool.wirelint'}` is a table")
        for name in value:
            if name not in kinds and ANY not in kinds:
                raise self.bad((*key, name), f"unknown key `{shown((*key, name))}`{nearest_name(name, kinds)}")
        return {
            name: self.value((*key, name), item, kinds.get(name, kinds.get(ANY, STRINGS)))
            for name, item in value.items()
        }

    def bad(self, key: tuple[str, ...], said: str) -> BadConfig:
        """An error with the line that seems to set the key: what reads TOML for us keeps no lines."""
        import re

        name = rf"""["']?{re.escape(key[-1] if key else "wirelint")}["']?"""
        m = re.search(rf"(?m)^[ \t]*(?:{name}[ \t]*[=.]|\[(?:[^\]\n]*\.)?{name}\])", self.text)
        place = f"{self.path}:{self.text.count(chr(10), 0, m.start()) + 1}" if m else self.path
        return BadConfig(f"{place}: {said}")


def shown(key: Iterable[str]) -> str:
    """A key as one writes it in TOML."""
    return ".".join(name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"' for name in key)


def nearest_name(name: str, known: Iterable[str]) -> str:
    """“; did you mean `x`?”, or nothing where nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1)
    return f"; did you mean `{near[0]}`?" if near else ""
