"""What the tables promise, what a look-up answers, and when a name says whether a woman or a man bears it."""

import hashlib
import random
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from wirelint import knowledge
from wirelint.knowledge import (
    TABLES,
    Knowledge,
    Table,
    country_code,
    gender,
    is_common,
    is_formed,
    is_word,
    plain,
    shipped,
)

FOLDER = Path(knowledge.__file__).parent
SOURCES = tomllib.loads((FOLDER / "SOURCES.toml").read_text("utf-8"))
FIELDS = {
    "abbreviations": 1,
    "acronyms": 2,
    "brands": 1,
    "countries": 1,
    "demonyms": 3,
    "exonyms": 3,
    "foreign_acronyms": 3,
    "function_words": 1,
    "names_given": 5,
    "organisations": 2,
    "outlets": 3,
    "places": 4,
    "roles": 3,
    "surnames": 2,
    "verbs_say": 2,
    "words": 1,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_unique_and_trimmed(name: str) -> None:
    head, *lines = (FOLDER / f"{name}.tsv").read_text("utf-8").removesuffix("\n").split("\n")

    keys = [line.split("\t")[0] for line in lines]

    assert head.startswith("# ")
    assert head.endswith(" · by wirelint.knowledge.make")
    assert keys == sorted(set(keys))
    assert [line for line in lines if any(field != field.strip() for field in line.split("\t"))] == []
    assert {line.count("\t") for line in lines} == {FIELDS[name]}
    assert "" not in keys


@pytest.mark.parametrize("name", TABLES)
def test_sources_state_rows_and_hash_of_each_table(name: str) -> None:
    content = (FOLDER / f"{name}.tsv").read_bytes()

    stated = SOURCES["table"][name]

    assert stated["rows"] == content.count(b"\n") - 1
    assert stated["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", TABLES)
def test_each_source_of_a_table_has_a_licence_that_lets_it_ship(name: str) -> None:
    licences = {SOURCES["source"][source]["licence"] for source in SOURCES["table"][name]["sources"]}

    assert licences <= {"MIT", "CC-BY-4.0", "Unicode-3.0", "ISC", "public domain", "SCOWL (MIT-like)"}


def test_no_table_is_kept_that_nothing_makes() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.tsv")) == sorted(TABLES)


@pytest.mark.parametrize(
    ("table", "key", "row"),
    [
        ("words", "the", ("10",)),
        ("words", "kwyjibo", None),
        ("places", "bamako", ("Bamako", "capital")),
        ("places", "são paulo", ("São Paulo", "city")),
        ("places", "sao paulo", ("Sao Paulo", "city")),
        ("places", "ho chi minh city", ("Ho Chi Minh City", "city")),
        ("places", "kyiv", ("Kyiv", "capital")),
        ("places", "Bamako", None),
        ("places", "bamak", None),
        ("places", "", None),
        ("demonyms", "europeans", ("Europeans", "Europe")),
        ("brands", "AstraZeneca", ("brand",)),
        ("brands", "HeLa", ("science",)),
        ("brands", "astrazeneca", None),
        ("acronyms", "unesco", ("UNESCO", "")),
        ("exonyms", "Moscú", ("Moscow",)),
        ("exonyms", "Nueva York", ("New York",)),
        ("exonyms", "Pequim", ("Beijing",)),
        ("exonyms", "Costa de Marfil", ("Ivory Coast",)),
        ("foreign_acronyms", "OTAN", ("NATO",)),
        ("outlets", "The Parisian", ("Le Parisien", "fr")),
        ("outlets", "Gazeta.Ru", ("", "ru")),
        ("roles", "actress", ("f", "role", "")),
        ("roles", "prime minister", ("", "title", "")),
        ("roles", "spokesmen", ("m", "role", "plural")),
        ("organisations", "ministry", ("Ministry", "head")),
        ("function_words", "es también", ("",)),
        ("function_words", "ru также", ("",)),
        ("verbs_say", "stressed", ("past", "stress")),
        ("abbreviations", "approx", ("never_ends",)),
        ("surnames", "mcdonald", ("McDonald",)),
        ("names_given", "małgorzata", ("Małgorzata",)),
    ],
)
def test_a_key_gives_its_fields(table: str, key: str, row: tuple[str, ...] | None) -> None:
    answer = getattr(shipped(), table).get(key)

    assert answer == row if row is None else answer[: len(row)] == row


@pytest.mark.parametrize("place", ["turkey", "china", "reading", "nice", "cork", "bath", "split", "java", "jersey"])
def test_a_place_that_is_a_word_in_lower_case_is_flagged(place: str) -> None:
    row = shipped().places.get(place)

    assert row is not None
    assert row[3] == "word"


@pytest.mark.parametrize("place", ["bamako", "ukraine", "kyiv", "lagos", "madrid", "brazil", "moscow", "venezuela"])
def test_a_place_that_is_no_word_is_not_flagged_as_one(place: str) -> None:
    row = shipped().places.get(place)

    assert row is not None
    assert row[3] != "word"


@pytest.mark.parametrize("town", ["goes", "humble", "pop", "of", "march", "along", "hope"])
def test_a_small_town_named_like_an_everyday_word_is_left_out(town: str) -> None:
    assert town not in shipped().places


@pytest.mark.parametrize(
    ("table", "key", "flag"),
    [
        ("demonyms", "polish", "word"),
        ("demonyms", "swede", "word"),
        ("demonyms", "bolivian", ""),
        ("acronyms", "who", "word"),
        ("acronyms", "aids", "word"),
        ("acronyms", "nato", ""),
        ("exonyms", "Colonia", "english"),
        ("exonyms", "México", "accent"),
        ("exonyms", "Londres", ""),
        ("outlets", "The Mirror", "english"),
        ("outlets", "Truth", "word"),
        ("function_words", "es me", "english"),
        ("names_given", "grace", "word"),
    ],
)
def test_a_word_of_two_uses_says_so(table: str, key: str, flag: str) -> None:
    row = getattr(shipped(), table).get(key)

    assert row is not None
    assert row[-1] == flag


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Ursula", None, "f"),
        ("Volodymyr", None, "m"),
        ("Łukasz", None, "m"),
        ("Zoë", None, "f"),
        ("Anne-Claire", None, "f"),
        ("Jean-Luc", None, "m"),
        ("Marie-Pierrette", None, "f"),
        ("Jean-Marie", None, "m"),
        ("María José", None, "f"),
        ("Carlos-Ingrid", None, None),
        ("Leslie", None, None),
        ("Robin", None, None),
        ("Andrea", None, None),
        ("Andrea", "it", "m"),
        ("Andrea", "IT", "m"),
        ("Andrea", "de", "f"),
        ("Nicola", "gb", "f"),
        ("Nikita", "ru", "m"),
        ("Xqzwv", None, None),
        ("", None, None),
        ("-", None, None),
    ],
)
def test_a_name_speaks_only_when_it_is_sure(name: str, country: str | None, expected: str | None) -> None:
    says, _, _ = gender(name, country)

    assert says == expected


@pytest.mark.parametrize(
    ("word", "code"), [("Italian", "it"), ("Italy", "it"), ("Germans", "de"), ("Scottish", "gb"), ("Martian", None)]
)
def test_a_nationality_gives_the_country_whose_names_count(word: str, code: str | None) -> None:
    assert country_code(word) == code


def test_every_people_of_a_country_has_a_code_or_none_by_intent() -> None:
    areas = {row[1] for _, row in shipped().demonyms.rows()}

    without = {area for area in areas if country_code(area) is None}

    assert without == {
        "Africa", "Americas", "Asia", "Caucasus", "Europe", "Middle East", "Oceania", "former Soviet Union", "politics", "religion",
    }  # fmt: skip


def test_a_name_that_says_nothing_still_gives_its_share() -> None:
    says, share, bearers = gender("Robin")

    assert says is None
    assert share is not None
    assert 0.04 < share < 0.96
    assert bearers > 1000


def test_few_bearers_prove_nothing() -> None:
    assert gender("Ursula", bearers=10**9)[0] is None


def test_an_inflected_word_is_a_word_and_a_rare_one_is_not_common() -> None:
    assert is_word("demonstrated")
    assert is_word("colours")
    assert is_word("colors")
    assert is_word("covid")
    assert is_common("said")
    assert not is_common("jackanapes")
    assert not is_word("partyin")
    assert not is_word("lavrovhe")
    assert not is_word("")


@pytest.mark.parametrize("token", ["revaccination", "counterprotesters", "denuclearised", "hyperlocalised"])
def test_a_prefix_and_a_word_form_a_word(token: str) -> None:
    assert is_formed(token) or is_word(token)


@pytest.mark.parametrize("token", ["overthere", "underwhich", "partyin", "postthe", "re", "", "unthem"])
def test_two_words_run_together_form_none(token: str) -> None:
    assert not is_formed(token)


@pytest.mark.parametrize("name", ["words", "places", "exonyms", "function_words"])
def test_ten_thousand_look_ups_agree_with_a_dictionary(name: str) -> None:
    table = Table(str(FOLDER / f"{name}.tsv"))
    whole = dict(table.rows())
    chance = random.Random(name)
    keys = chance.choices(sorted(whole), k=5_000)
    keys += [key[: chance.randint(0, len(key))] + chance.choice(["", "x", " ", "é", "\t", "\n"]) for key in keys]

    wrong = [key for key in keys if table.get(key) != whole.get(key)]

    assert wrong == []


def test_first_last_and_single_letter_keys_are_found(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("# head\n \t0\na\t1\na b\t2\nab\t3\nz\t\n龍\t5\t6\n𝒳\t7\n", "utf-8", newline="\n")

    table = Table(str(path))

    assert [table.get(key) for key in table] == [("0",), ("1",), ("2",), ("3",), ("",), ("5", "6"), ("7",)]
    assert [table.get(key) for key in ("", "b", "# head", "a\t1", "ab\t3\nz", "\ud800", "龍龍")] == [None] * 7


def test_an_empty_table_answers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("# head\n", "utf-8", newline="\n")

    assert Table(str(path)).get("a") is None
    assert list(Table(str(path))) == []


def test_tables_are_read_from_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    for name in TABLES:
        shutil.copy(FOLDER / f"{name}.tsv", tmp_path)
        (tmp_path / f"{name}.tsv").chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)

    there = Knowledge(str(tmp_path))

    assert there.places.get("bamako") == shipped().places.get("bamako")
    assert there.digest() == shipped().digest()
    tmp_path.chmod(stat.S_IRWXU)


def test_the_digest_changes_with_any_table(tmp_path: Path) -> None:
    for name in TABLES:
        shutil.copy(FOLDER / f"{name}.tsv", tmp_path)
    before = Knowledge(str(tmp_path)).digest()

    with (tmp_path / "roles.tsv").open("a", encoding="utf-8") as file:
        file.write("zookeeper\t\trole\t\n")

    assert Knowledge(str(tmp_path)).digest() != before
    assert before == shipped().digest()


def test_no_file_is_opened_before_the_first_question() -> None:
    Knowledge("/nowhere")

    with pytest.raises(FileNotFoundError):
        Knowledge("/nowhere").words.get("a")


def test_looking_things_up_needs_only_the_standard_library_and_little_of_it() -> None:
    asked = (
        "import sys; before = set(sys.modules);"
        "import wirelint.knowledge as k; k.gender('Łukasz'); k.is_word('a'); k.shipped().places.get('oslo');"
        "print(*(set(sys.modules) - before))"
    )
    source = str(FOLDER.parent.parent)

    answer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {source!r}); {asked}"],
        capture_output=True,
        text=True,
        check=True,
    )

    rooms = {name.partition(".")[0] for name in answer.stdout.split()}
    ours = {name for name in answer.stdout.split() if name.startswith("wirelint.knowledge")}
    assert rooms <= set(sys.stdlib_module_names) | {"wirelint", "regex"}
    assert not ours & {"wirelint.knowledge.make", "wirelint.knowledge.origins"}


def test_plain_is_how_a_wire_without_accents_writes() -> None:
    assert plain("Łukasz Żółć") == "lukasz zolc"
    assert plain("Søren Weiß") == "soren weiss"
