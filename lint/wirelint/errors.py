"""The errors a caller may catch.

    WirelintError
    ├── BadConfig            a setting that cannot be meant
    ├── BadRulePage          a page of the book that cannot be used
    ├── UnreadableDocument   a file that was not checked
    ├── ChangedDocument      a file that changed after it was read, and so was not written
    └── FixCycle             repairs that undo each other; the file is left as it was

Each is the user's to mend: its text is one line with the file and the place first and what to do last.
"""

from __future__ import annotations


class WirelintError(Exception):
    """Base of all the errors below."""


class BadConfig(WirelintError):
    """A configuration file or an option holds something that wirelint does not know."""


class BadRulePage(WirelintError):
    """A page of a rule book is not well-formed, or one of its examples does not hold."""


class UnreadableDocument(WirelintError):
    """A file could not be read as text."""


class ChangedDocument(WirelintError):
    """A file is no longer what it was when it was checked."""


class FixCycle(WirelintError):
    """Repairs that never come to rest; `rules` names them."""

    def __init__(self, message: str, rules: tuple[str, ...]) -> None:
        super().__init__(message)
        self.rules = rules
