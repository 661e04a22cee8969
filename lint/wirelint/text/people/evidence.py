"""What speaks for a person's gender: titles, nouns set beside the name, kinship, given names, endings."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

import regex

from ...knowledge import Knowledge, gender, plain
from .model import Evidence
from .words import roles

# Women are called so, too: in translations from languages with one word for both, and by custom.
GENERIC = frozenset(
    "spokesman chairman businessman congressman councilman assemblyman alderman foreman cameraman sportsman "
    "statesman craftsman layman ombudsman linesman batsman fireman landlord headmaster host master patriarch sheikh "
    "lord coastguardsman airman serviceman midshipman marksman handyman frontman anchorman middleman".split()
)
CERTAIN, PLAIN, WEAK = 4, 2, 1

PATRONYMIC = {"f": regex.compile(r"(?:ovna|evna|ichna|yevna)$"), "m": regex.compile(r"(?:ovich|evich|ovych|evych)$")}
SURNAME_F = regex.compile(r"(?:ová|evá|skaya|skaia|dóttir|dottir|[^n]ova|eva|ovska|evska)$")
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
    sure = min(share, 1 - share) <= 0.015 and bearers >= 1500
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
    "Austria": "at", "Belgium": "be", "Brazil": "br", "Chile": "cl", "Colombia": "co", "Croatia": "hr", "Czech Republic": "cz", "Czechia": "cz", "Denmark": "dk",
    "Estonia": "ee", "Finland": "fi", "France": "fr", "Germany": "de", "Ghana": "gh", "Hungary": "hu", "Iceland": "is", "India": "in", "Indonesia": "id", "Ireland": "ie",
    "Italy": "it", "Kenya": "ke", "Latvia": "lv", "Liechtenstein": "li", "Luxembourg": "lu", "Mexico": "mx", "Netherlands": "nl", "New Zealand": "nz", "Nigeria": "ng",
    "Norway": "no", "Poland": "pl", "Portugal": "pt", "Romania": "ro", "Slovakia": "sk", "Slovenia": "si", "Spain": "es", "Sweden": "se", "Switzerland": "ch",
    "Turkey": "tr", "United Kingdom": "gb", "England": "gb", "Scotland": "gb", "Wales": "gb", "Vietnam": "vn", "Argentina": "ar", "Azerbaijan": "az", "Algeria": "dz",
    "Canada": "ca", "Uzbekistan": "uz",
}  # fmt: skip


@functools.cache
def nationalities() -> Mapping[str, str]:
    """*italian*, *italians*, *italy* → `it`."""
    found = {key: CODES[country] for key, (_, country, *_) in _knowledge().demonyms.rows() if country in CODES}
    return found | {country.lower(): code for country, code in CODES.items() if " " not in country}


AFTER = regex.compile(
    r"(?:, (?:(?:aged )?\d{1,3},? )?| \(\d{1,3}\),? | (?:is|was|became|remains|, who is|, who was) )(?:also |now |then |still )?"
    r"(?P<phrase>(?:an?|the|his|her|its|their|whose|our|former|ex-)\b ?(?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=[,.;:)]|$| (?:of|from|for|in|at|who|which|and|with|that|to|on|by|under|known|whose|since)\b)"
)
BEFORE = regex.compile(r"(?<![\w’'-])(?P<noun>[\p{L}-]+)(?P<comma>,?) (?:[“\"‘'])?$")
# “the leader of the opposition, Amalia Figueira”
OFFICE_BEFORE = regex.compile(r"(?:^|[,.;:!?“”\"()\n])(?P<phrase>[^,.;:!?“”\"()\n]*), $")


class Beside:
    """A noun for a person set beside a name."""

    __slots__ = ("gender", "start", "word", "words")

    def __init__(self, start: int, word: str, gender: str, words: str) -> None:
        self.start, self.word, self.gender, self.words = start, word, gender, words


def nouns_beside(text: str, start: int, end: int) -> Iterator[Beside]:
    """Nouns for a person that stand beside the name at `start`:`end` and speak of whoever bears it."""
    if (before := _before(text, start)) is not None:
        yield before
    after = AFTER.match(text, end, end + 100)
    if after:
        at = after.start("phrase")
        last = None
        for m in regex.finditer(r"[\w’-]+", after["phrase"]):
            row = roles().get(m[0].lower())
            if row and not row[2]:
                last = Beside(at + m.start(), m[0], row[0], after["phrase"])
        if last:
            yield last


def _before(text: str, start: int) -> Beside | None:
    low = max(0, start - 110)
    piece = text[low:start]
    known = roles()
    m = BEFORE.search(piece)
    if m is None:
        return None
    row = known.get(m["noun"].lower())
    if row and not row[2]:
        return Beside(low + m.start("noun"), m["noun"], row[0], m["noun"])
    if not m["comma"] or (office := OFFICE_BEFORE.search(piece)) is None:
        return None
    at = low + office.start("phrase")
    for word in regex.finditer(r"[\w’-]+", office["phrase"]):
        row = known.get(word[0].lower())
        if row and not row[2] and regex.match(r" (?:of|for|in|at|from|on|to)\b", office["phrase"], pos=word.end()):
            return Beside(at + word.start(), word[0], row[0], word[0])
    return None
