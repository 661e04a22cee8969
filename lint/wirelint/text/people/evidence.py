"""What speaks for a person's gender: titles, nouns set beside the name, kinship, given names, endings."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from ...knowledge import Knowledge, gender, plain
from ...patterns import compiled
from .model import Evidence

# Women are called so, too: in translations from languages with one word for both, and by custom.
GENERIC = frozenset(
    "spokesman chairman businessman congressman councilman assemblyman alderman foreman cameraman sportsman "
    "statesman craftsman layman ombudsman linesman batsman fireman landlord headmaster host master patriarch sheikh "
    "lord coastguardsman airman serviceman midshipman marksman handyman frontman anchorman middleman".split()
)
CERTAIN, PLAIN, WEAK = 4, 2, 1

PATRONYMIC = {"f": compiled(r"(?:ovna|evna|ichna|yevna)$"), "m": compiled(r"(?:ovich|evich|ovych|evych)$")}
SURNAME_F = compiled(r"(?:ová|evá|skaya|skaia|dóttir|dottir|[^n]ova|eva|ovska|evska)$")
# -ova and -eva end other surnames, too.
NOT_SLAVIC = frozenset(
    "casanova canova villanueva nova cueva deva geneva bova leva neva vilanova genova cordova escuadra".split()
)


def of_title(word: str, gender: str) -> Evidence:
    return Evidence(gender, WEAK if word.lower() in GENERIC else CERTAIN, f"“{word}” before the name")


def of_noun(word: str, gender: str, said: str) -> Evidence:
    return Evidence(gender, WEAK if word.lower() in GENERIC else CERTAIN, f"“{said}”")


def of_names(words: tuple[str, ...], codes: frozenset[str]) -> Iterator[Evidence]:
    """What the names themselves say; `codes` are countries spoken of near the name or, failing that, in the text."""
    if len(words) > 1:
        first = words[0] if len(words[0]) > 1 else words[1] if len(words) > 2 else ""
        if first:
            yield from of_given(first, codes)
    if len(words) == 3:
        for sex, ending in PATRONYMIC.items():
            if ending.search(words[1]):
                yield Evidence(sex, CERTAIN, f"patronymic {words[1]}")
    last = words[-1].lower()
    if SURNAME_F.search(last) and last not in NOT_SLAVIC and len(words) > 1:
        yield Evidence("f", WEAK, f"surname {words[-1]}")


def of_given(name: str, codes: frozenset[str]) -> Iterator[Evidence]:
    verdicts = {gender(name, code)[0] for code in codes} if codes and by_country(name) else set()
    if len(verdicts) > 1:
        return
    if verdicts:
        (sex,) = verdicts
        if sex:
            yield Evidence(sex, PLAIN, f"first name {name}")
        return
    sex, share, bearers = gender(name)
    if sex is None and by_country(name) and share is not None and not 0.1 < share < 0.9:
        # A little below the margin, and every country that counts its names says the same.
        sex = "f" if share > 0.5 else "m"
    if sex is None or share is None or (by_country(name) and disputed(name, sex)):
        return
    others = min(share, 1 - share)
    sure = others <= 0.015 and bearers >= 1000
    yield Evidence(sex, PLAIN if sure else WEAK, f"first name {name}")


def by_country(name: str) -> str:
    row = _row(name)
    return row[3] if row else ""


def disputed(name: str, sex: str) -> bool:
    """Whether a name that is a woman's in most countries is a man's in some, or the other way round."""
    other = ":0.0" if sex == "f" else ":0.9"
    return other in by_country(name)


@functools.cache
def _knowledge() -> Knowledge:
    from ...knowledge import shipped

    return shipped()


def _row(name: str) -> tuple[str, ...] | None:
    lower = name.lower()
    names = _knowledge().names_given
    return names.get(lower) or (None if lower.isascii() else names.get(plain(lower)))


# Country as the table of demonyms names it → the code the table of given names has for it.
CODES: Mapping[str, str] = {
    "Austria": "at", "Belgium": "be", "Brazil": "br", "Chile": "cl", "Colombia": "co", "Croatia": "hr",
    "Czech Republic": "cz", "Czechia": "cz", "Denmark": "dk", "Estonia": "ee", "Finland": "fi", "France": "fr",
    "Germany": "de", "Ghana": "gh", "Hungary": "hu", "Iceland": "is", "India": "in", "Indonesia": "id",
    "Ireland": "ie", "Italy": "it", "Kenya": "ke", "Latvia": "lv", "Liechtenstein": "li", "Luxembourg": "lu",
    "Mexico": "mx", "Netherlands": "nl", "New Zealand": "nz", "Nigeria": "ng", "Norway": "no", "Poland": "pl",
    "Portugal": "pt", "Romania": "ro", "Slovakia": "sk", "Slovenia": "si", "Spain": "es", "Sweden": "se",
    "Switzerland": "ch", "Turkey": "tr", "United Kingdom": "gb", "England": "gb", "Scotland": "gb", "Wales": "gb",
    "Vietnam": "vn", "Argentina": "ar", "Azerbaijan": "az", "Algeria": "dz", "Canada": "ca", "Uzbekistan": "uz",
}  # fmt: skip


@functools.cache
def nationalities() -> Mapping[str, str]:
    """*italian*, *italians*, *italy* → `it`."""
    found = {key: CODES[country] for key, (_, country, *_) in _knowledge().demonyms.rows() if country in CODES}
    return found | {country.lower(): code for country, code in CODES.items() if " " not in country}
