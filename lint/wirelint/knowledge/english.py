"""Whether a token is an English word, and how common a one."""

from .shelf import shipped

LARGEST = 70
"""SCOWL's sizes: 35 is a small dictionary, 50 a desk one, 70 a large one; above that stand oddities."""
COMMON = 35


def is_word(token: str, size: int = LARGEST) -> bool:
    """Whether `token`, in lower case, stands in an English dictionary of that SCOWL size; inflections count.

    Possessives do not stand there: take `'s` off first.
    """
    row = shipped().words.get(token)
    return row is not None and int(row[0]) <= size


def is_common(token: str) -> bool:
    """Whether `token`, in lower case, is a word everybody knows."""
    return is_word(token, COMMON)
