"""Words as they are written, and the names a text can have."""

from __future__ import annotations

from wirelint.text.document import Document
from wirelint.text.house import House
from wirelint.text.spellings import by_first_word, by_last_word


def test_a_word_in_two_cases_is_two_spellings() -> None:
    spellings = Document("Who asked the WHO who it was?").facts.spellings

    assert {"Who", "WHO", "who"} <= spellings


def test_unknown_are_words_in_lower_case_that_no_dictionary_has() -> None:
    unknown = Document("They marched through bamako, Dakar and the city of ny in 2019a.").facts.unknown

    assert unknown == {"bamako"}


def test_occurrences_are_whole_words() -> None:
    text = "The uk and ukraine; uk_1, cuk, UK, uk."

    assert [span.start for span in Document(text).facts.occurrences("uk")] == [4, 35]


def test_names_are_found_by_their_first_or_last_word() -> None:
    names = frozenset({"Nueva York", "Nueva Delhi", "Croix-Rouge"})

    assert by_first_word(names)["Nueva"] == ("Nueva Delhi", "Nueva York")
    assert by_last_word(names)["Rouge"] == ("Croix-Rouge",)


def test_the_house_writes_its_own_places_and_keeps_its_own_words() -> None:
    from wirelint.checks.casing import lowercase_place
    from wirelint.page import Page
    from wirelint.rulebook import read_pack, shipped_folder

    pages = {data["id"]: data for data in read_pack(shipped_folder(), own=True).pages}
    page = Page(pages["casing/lowercase-place"])
    house = House(places=frozenset({"Oberhof"}), keep=frozenset({"dakar"}))
    doc = Document("The race in oberhof and the dakar rally", house=house)

    assert [hit.words["good"] for hit in lowercase_place(doc, page)] == ["Oberhof"]
