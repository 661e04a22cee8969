"""How far a rule can be trusted: its false alarms in clean copy, as its page says they were counted."""

from __future__ import annotations

from enum import Enum

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


def of_counts(words: int, alarms: int) -> Precision:
    """The class of a rule that raised so many false alarms in so many words."""
    # However few the words, many alarms are many.
    if alarms > max(1.0, words / 1_000_000 * FAIR):
        return Precision.LOW
    if words < ENOUGH:
        return Precision.UNMEASURED
    return Precision.HIGH if alarms <= words / 1_000_000 * HIGH else Precision.FAIR
