"""Who is spoken of in a text: persons, where they are mentioned, and what is known of their gender."""

from .evidence import FAMILY_FIRST, GENERIC, lone_odds, of_given
from .find import find_people
from .model import Body, Evidence, Mention, People, Person
from .reach import Owners, Pronoun, Said, actor, owners, pronouns, said
from .words import LIVING, person_words, roles

__all__ = [
    "FAMILY_FIRST",
    "GENERIC",
    "LIVING",
    "Body",
    "Evidence",
    "Mention",
    "Owners",
    "People",
    "Person",
    "Pronoun",
    "Said",
    "actor",
    "find_people",
    "lone_odds",
    "of_given",
    "owners",
    "person_words",
    "pronouns",
    "roles",
    "said",
]
