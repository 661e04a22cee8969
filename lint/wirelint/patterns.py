"""Regular expressions, whose compiled form is kept from run to run: to compile takes forty times as long as to read it.

What is kept is what a pattern gives to be pickled, by its source; `keep` is called once, at the end of a run.
"""

from __future__ import annotations

import copyreg
import functools
import marshal
from typing import Any

import regex

from . import kept

# The form belongs to one version of the compiler.
NAME = f"patterns-2-{regex.__version__}"
# Sources change, and what is kept of old ones is never asked for again; when there are so many, start afresh.
MOST = 5_000
# How a pattern is made of its compiled form, by the public protocol of pickling.
_REDUCE: Any = copyreg.dispatch_table[regex.Pattern]
_MAKE: Any = _REDUCE(regex.compile(""))[0]


@functools.cache
def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """As `regex.compile`."""
    store, key = _store(), (source, int(flags))
    form = store.known.get(key)
    if form is None:
        pattern = regex.compile(source, flags)
        store.new[key] = marshal.dumps(_plain(_REDUCE(pattern)[1]))
        return pattern
    made: regex.Pattern[str] = _MAKE(*marshal.loads(form))
    return made


def keep() -> None:
    """Keeps what was compiled in this run."""
    store = _store()
    if store.new:
        some = store.known if len(store.known) + len(store.new) <= MOST else {}
        kept.save(NAME, {**some, **store.new})


class _Store:
    """The compiled forms by source and flags: those from before, and those of this run."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], bytes] = kept.load(NAME) or {}
        self.new: dict[tuple[str, int], bytes] = {}


_store = functools.cache(_Store)


def _plain(form: tuple[Any, ...]) -> tuple[Any, ...]:
    """Flags as the numbers they are."""
    return tuple(int(part) if isinstance(part, int) else part for part in form)
