"""What speaks for a person's gender: titles, nouns set beside the name, kinship, given names, endings."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Mapping

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
        found = list(of_given(first, codes)) if first else []
        if first and not found and len(words) == 2 and first.lower() in FAMILY_FIRST:
            found = list(of_given(words[1], codes))
        yield from found
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


MOST = 5.0
"""No person's log odds go further: of any hundred names, one was read wrongly."""
BY_WEIGHT = {CERTAIN: 4.5, PLAIN: 3.0, WEAK: 1.0}


# Family names of China and Korea that stand before the given name: Xi Jinping, Kim Jong-un.
FAMILY_FIRST = frozenset(
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang zheng xie tang feng yu dong xiao "
    "cheng cao yuan deng fu shen zeng peng lü lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi "
    "yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng wan duan qian han kim lee park choi jung cho "
    "yoon jang lim oh seo shin kwon hwang ahn song hong moon".split()
)


def odds(words: tuple[str, ...], evidence: Iterable[Evidence]) -> float:
    """Log odds that it is a woman: nouns and titles by their weight, the first name as those count who bear it."""
    total = 0.0
    named = None
    for one in evidence:
        if one.weight > CERTAIN:  # the house has said so
            return {"f": MOST, "m": -MOST}.get(one.gender, 0.0)
        if one.why.startswith("first name "):
            named = one
        else:
            total += BY_WEIGHT[one.weight] * (1 if one.gender == "f" else -1)
    if len(words) > 1:
        first = words[0] if len(words[0]) > 1 or len(words) < 3 else words[1]
        if len(words) == 2 and named is not None and named.why == f"first name {words[1]}":
            first = words[1]
        total += odds_of_given(first, named)
    elif named is not None:
        total += 2.0 if named.gender == "f" else -2.0
    return max(-MOST, min(MOST, total))


def odds_of_given(name: str, told: Evidence | None = None) -> float:
    """`told` is what `of_given` makes of it, which knows the country: that counts for the sign."""
    _, share, bearers = gender(name)
    if share is None:
        return 0.0
    women = share * bearers
    found = math.log((women + 1 + bearers / 250) / (bearers - women + 1 + bearers / 250))
    if told is None:
        return found / 2 if by_country(name) else found
    if told.weight > WEAK:
        return max(abs(found), 3.0) * (1 if told.gender == "f" else -1)
    return found


def lone_odds(word: str) -> float:
    """Log odds of one word that may be a first name or a surname: as the former, and far less where it is the latter as well."""
    row = _knowledge().surnames.get(word.lower())
    return odds_of_given(word) * (0.4 if row is not None and int(row[1]) > 1 else 0.8)


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
