"""A word in the case of the one it replaces."""

from __future__ import annotations


def as_written(good: str, bad: str) -> str:
    """`good`, one word in small letters, with a capital where `bad` has one."""
    return good.capitalize() if bad[0].isupper() else good
