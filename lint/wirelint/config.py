"""What a run goes by: settings from a file, from options, or as they come."""

from __future__ import annotations

from typing import NamedTuple

from .options import Given, listed
from .text.house import NO_HOUSE, House


class Settings(NamedTuple):
    """`select` empty: every rule that is on of itself."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "console"
    fail_on: str = "minor"
    exclude: tuple[str, ...] = ()
    house: House = NO_HOUSE


def settings(given: Given) -> Settings:
    return Settings(
        select=listed(given["select"]),
        ignore=listed(given["ignore"]),
        format=given["format"] or "console",
        fail_on=given["fail_on"] or "minor",
        exclude=listed(given["exclude"]),
    )
