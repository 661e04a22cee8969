"""Which asterisks and underscores are marks of emphasis and which stand for themselves (CommonMark 0.31, §6.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """A run of one character, and whether it may open and close emphasis by what stands beside it."""

    start: int
    end: int
    char: str
    opens: bool
    closes: bool


def run(text: str, start: int, end: int) -> Run:
    """The run of marks at a place of `text`."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if text[start] == "*":
        return Run(start, end, "*", left, right)
    return Run(
        start, end, "_", left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
    )


def marks(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """The ranges of what is mark-up. Innermost first: an opener gives from its end, a closer from its start."""
    starts, ends = [run.start for run in runs], [run.end for run in runs]
    open_: list[int] = []
    # Below this depth no opener fits a closer of this sort; without it, n runs that fit nothing take n² steps.
    searched: dict[tuple[str, bool, int], int] = {}
    for index, closer in enumerate(runs):
        sort = (closer.char, closer.opens, (closer.end - closer.start) % 3)
        while closer.closes and starts[index] < closer.end:
            floor = min(searched.get(sort, 0), len(open_))
            depth = next((d for d in range(len(open_) - 1, floor - 1, -1) if _fit(runs[open_[d]], closer)), None)
            if depth is None:
                searched[sort] = len(open_)
                break
            opener = open_[depth]
            width = min(2, ends[opener] - starts[opener], closer.end - starts[index])
            yield ends[opener] - width, ends[opener]
            yield starts[index], starts[index] + width
            ends[opener] -= width
            starts[index] += width
            del open_[depth + (ends[opener] > starts[opener]) :]
        if closer.opens and starts[index] < closer.end:
            open_.append(index)


def _fit(opener: Run, closer: Run) -> bool:
    if opener.char != closer.char:
        return False
    one, other = opener.end - opener.start, closer.end - closer.start
    # “*a**b*” is one emphasis, not two that touch.
    return not (opener.closes or closer.opens) or (one + other) % 3 != 0 or (one % 3 == 0 and other % 3 == 0)
