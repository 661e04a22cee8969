"""What a given name says about a person's gender, and how surely."""

import unicodedata

from .shelf import shipped

MARGIN = 0.04
"""A name speaks only when at most this share of its bearers are of the other gender."""
BEARERS = 40
"""Fewer than six sources, or than 40 people counted, never reach the table."""

Verdict = tuple[str | None, float | None, int]


def gender(given_name: str, country: str | None = None, *, margin: float = MARGIN, bearers: int = BEARERS) -> Verdict:
    """`f`, `m` or None where the name does not say; the share of women (None: unknown name); the bearers counted.

    `country` is an ISO code such as `it`: Andrea is a man there and a woman elsewhere. A name borne by both genders
    gives None. A double name (Jean-Marie, María José) is asked as a whole, and only if nobody counted that, by its first
    half; halves that contradict each other then give None.
    """
    double = given_name.replace(" ", "-")
    whole = _verdict(_row(double, country), margin, bearers)
    first, dash, second = double.partition("-")
    if not dash or whole[2] >= bearers:
        return whole
    says, share, count = _verdict(_row(first, country), margin, bearers)
    other = _verdict(_row(second, country), margin, bearers)[0]
    return (says if other in (None, says) else None), share, count


def country_code(word: str) -> str | None:
    """The ISO code of a country or of a people, for `gender`: `Italy` and `Italian` are `it`."""
    tables = shipped()
    people = tables.demonyms.get(word.lower())
    country = tables.countries.get(people[1].lower() if people else word.lower())
    return country[0] if country else None


def _verdict(row: tuple[float, int] | None, margin: float, bearers: int) -> Verdict:
    if row is None:
        return None, None, 0
    share, count = row
    if count < bearers or margin < share < 1 - margin:
        return None, share, count
    return ("f" if share > 0.5 else "m"), share, count


def _row(name: str, country: str | None) -> tuple[float, int] | None:
    """Share of women and number of bearers, of the name as written or else without its accents."""
    lower = name.lower()
    names = shipped().names_given
    row = names.get(lower) or (None if lower.isascii() else names.get(plain(lower)))
    if row is None:
        return None
    _, share, count, by_country, _ = row
    if country and by_country:
        for entry in by_country.split(","):
            code, _, there = entry.partition(":")
            if code == country.lower():
                return float(there), int(count)
    return float(share), int(count)


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def plain(text: str) -> str:
    """`text` in lower case without accents, as wires without them would write it: `łukasz` → `lukasz`."""
    letters = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
