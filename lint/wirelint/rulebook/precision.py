"""How far a rule can be trusted: its false alarms in clean copy, as its page says they were counted."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from math import exp

from ..page import Data

# Fewer words than these tell nothing of a rule that was silent in them.
ENOUGH = 100_000
# False alarms in a million words. A book of two hundred rules that all just passed as HIGH would speak once in a thousand.
HIGH, FAIR = 5, 20


class Precision(Enum):
    """Of false alarms in a million words of clean copy."""

    HIGH = "high"
    """At most five."""
    FAIR = "fair"
    """At most twenty."""
    LOW = "low"
    """More: the rule stays in preview."""
    UNMEASURED = "unmeasured"


def precision(page: Data) -> Precision:
    """The class of a page's rule."""
    if page["measured"] is None:
        return Precision.UNMEASURED
    words, findings, slips = page["measured"]
    return of_counts(words, findings - slips)


def alarming(page: Data) -> Iterator[str]:
    """What is to be said of a rule that is on and raises too many false alarms; nothing of another."""
    if page["status"] == "stable" and precision(page) is Precision.LOW:
        yield 'has too many false alarms in human copy to be on: status = "preview", or mend it and measure again'


def of_counts(words: int, alarms: int) -> Precision:
    """The class of a rule that raised so many false alarms in so many words."""
    # However few the words, many alarms are many.
    if alarms > max(1.0, words / 1_000_000 * FAIR):
        return Precision.LOW
    if words < ENOUGH:
        return Precision.UNMEASURED
    return Precision.HIGH if alarms <= words / 1_000_000 * HIGH else Precision.FAIR


def at_most(count: int) -> float:
    """The highest mean that still gives so few with a chance of one in twenty: the upper 95 % bound of Poisson's law."""
    low, high = 0.0, 3.0 * count + 10.0
    while high - low > 1e-6:
        mean = (low + high) / 2
        low, high = (mean, high) if _chance(count, mean) > 0.05 else (low, mean)
    return high


def _chance(count: int, mean: float) -> float:
    """Of at most `count` where `mean` is to be expected."""
    term = total = exp(-mean)
    for n in range(1, count + 1):
        term *= mean / n
        total += term
    return total
