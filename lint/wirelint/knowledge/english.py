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


_PREFIXES = (
    "anti auto bio co counter cyber de dis eco electro ex extra geo hyper inter macro mega meta micro mid mini mis mono "
    "multi nano neo neuro non out over para photo post pre pro proto pseudo psycho re semi socio sub super tele thermo "
    "trans tri ultra un under"
).split()
_SHORTEST_STEM = 5
_STEM_SIZES = range(20, 61)
"""The commonest words are no stems here: `overthere` and `underwhich` are two words run together, not new ones."""


def is_formed(token: str) -> bool:
    """Whether `token`, in lower case, is a word that English forms at will, in no dictionary: `denuclearisation`."""
    for prefix in _PREFIXES:
        stem = token.removeprefix(prefix)
        if stem == token or len(stem) < _SHORTEST_STEM:
            continue
        row = shipped().words.get(stem)
        if row is not None and int(row[0]) in _STEM_SIZES:
            return True
    return False
