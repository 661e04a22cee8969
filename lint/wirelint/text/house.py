"""What a newsroom has told us of its own names: the vocabulary of the configuration, typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class House(NamedTuple):
    """`people`: full name → "f", "m" or "any". `places`, `brands`: as the house writes them. `keep`: words never touched."""

    places: frozenset[str] = frozenset()
    people: Mapping[str, str] = {}
    brands: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()


NO_HOUSE = House()
