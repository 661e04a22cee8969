"""Who is spoken of in a text, what is known of their gender, and who is in reach of a pronoun."""

from __future__ import annotations

import pytest

from wirelint.checks.claims import Claims
from wirelint.checks.verdict import verdict
from wirelint.model import Span
from wirelint.text.document import Document
from wirelint.text.house import House
from wirelint.text.people import Body, Person, actor


def person(text: str) -> Person:
    (found,) = Document(text).facts.people.people
    return found


def names(text: str) -> list[str]:
    return [found.name for found in Document(text).facts.people.people]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Réka Halmos won.", "f"),
        ("The actress Kit Marlow sang.", "f"),
        ("Ms Kit Marlow sang.", "f"),
        ("Queen Margrethe II abdicated.", "f"),
        ("Kit Marlow, 41, a mother of two, sang.", "f"),
        ("He left with his wife Kit Marlow.", "f"),
        ("The businessman Hu Zhenhai sold the firm.", "m"),
        ("The spokesman for the port, Kit Marlow, said no.", "m"),
        ("Tatiana Borisovna Orlova flew home.", "f"),
        ("Kit Marlow sang.", None),
    ],
)
def test_titles_nouns_kin_names_and_patronymics_tell_a_gender(text: str, gender: str | None) -> None:
    assert person(text).gender == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("The Italian tenor Andrea Conti sang.", "m"),
        ("Andrea Krause, a German chemist, spoke.", "f"),
        ("Andrea Miller spoke.", None),
    ],
)
def test_the_nationality_said_beside_a_name_chooses_its_gender(text: str, gender: str | None) -> None:
    assert next(p for p in Document(text).facts.people.people if p.given == "Andrea").gender == gender


def test_evidence_that_disagrees_leaves_the_gender_open() -> None:
    assert person("The actress Robert Marlow sang.").gender is None


def test_the_evidence_is_told_in_words() -> None:
    assert [e.why for e in person("The actress Clara Benítez sang.").evidence] == ["“actress”", "first name Clara"]


def test_a_house_knows_its_people_better() -> None:
    doc = Document("Clara Benítez sang.", house=House(people={"Clara Benítez": "any"}))

    (found,) = doc.facts.people.people

    assert found.gender is None


def test_a_surname_later_is_a_mention_of_the_person() -> None:
    people = Document("Clara Benítez sang. Benítez left at ten.").facts.people

    assert [(m.word, m.who) for m in people.mentions] == [("Clara Benítez", 0), ("Benítez", 0)]


def test_a_noun_in_apposition_is_no_mention_of_its_own() -> None:
    people = Document("The prime minister, Clara Benítez, resigned.").facts.people

    assert [m.word for m in people.mentions] == ["Clara Benítez"]


def test_a_noun_without_a_name_is_somebody_of_unknown_gender() -> None:
    (mention,) = Document("The witness wept.").facts.people.mentions

    assert (mention.kind, mention.gender, mention.who) == ("role", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The Health Ministry is in Paris.",
        "On April 26 the Hurricanes beat Boston.",
        "It rained in Florence and Charlotte.",
        "New York and Los Angeles agreed.",
        "The Supreme Court met on Monday.",
        "The naira fell against the Euro.",
    ],
)
def test_organisations_places_months_and_teams_are_nobody(text: str) -> None:
    assert names(text) == [] or all(p.gender is None for p in Document(text).facts.people.people)


def test_a_pronoun_glued_to_a_name_is_no_part_of_it() -> None:
    assert names("The minister, Clara BenítezShe said no.") == ["Clara Benítez"]


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("her book", "his"),
        ("saw her in town", "him"),
        ("his book", "her"),
        ("a friend of his.", "hers"),
        ("Himself", "Herself"),
        ("he’s late", "she"),
    ],
)
def test_a_pronoun_knows_its_other_gender_in_its_place(text: str, swapped: str) -> None:
    (found,) = Document(text).facts.pronouns

    assert found.swapped(text) == swapped


def test_a_pronoun_behind_a_name_or_a_title_is_no_part_of_it() -> None:
    assert names("Then Sergei Lavrov He said no.") == ["Sergei Lavrov"]
    assert names("The Drag Queen He had said no.") == []


@pytest.mark.parametrize(
    "text", ["The Drag Queen He had said that she sang.", "His Excellency said that he sang to her."]
)
def test_a_pronoun_taken_for_a_name_breaks_no_verdict(text: str) -> None:
    claims = Claims(Document(text))

    assert [verdict(claims, number).odds for number in range(len(claims.said))]


def test_a_pronoun_belongs_to_the_only_person_before_it() -> None:
    doc = Document("Clara Benítez said she would go. Her bags were packed. Hugo Lenz said he would stay.")

    assert doc.facts.owners == (0, 0, 1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The president of the club resigned.", "president"),
        ("The French Navy seized a ship.", "Navy"),
        ("The ministry’s lawyer appealed.", "lawyer"),
        ("In Chile, the company closed a mine.", "company"),
    ],
)
def test_the_actor_of_a_sentence_is_nobody_elses_attribute(text: str, word: str) -> None:
    found = actor(Document(text).facts.people, text, Span(0, len(text)))

    assert found is not None
    assert found.word == word


def test_a_company_named_behind_its_noun_is_a_body() -> None:
    people = Document("The brewery Altmeier sold a plant.").facts.people

    assert people.people == ()
    assert Body(12, 20, "organisation", "Altmeier", False) in people.bodies
