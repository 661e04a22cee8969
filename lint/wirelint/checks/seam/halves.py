"""What the two halves of a glued word may be: evidence for a seam is two known halves in a word that nobody knows."""

from __future__ import annotations

from ...text.document import Document

# Names are written with a capital behind these: McDonald, DeAndre, LaKeith, VanDyke, O’Hara.
PREFIXES = frozenset(
    "mc mac de di du da des del dela la le les lo van von fitz al el ben o d l ja sha ta ka dha ra jo ma na".split()
)
WORD_SIZE = 50


def is_word(word: str, doc: Document, size: int = WORD_SIZE) -> bool:
    """Whether it stands in a dictionary of that size, in lower case."""
    row = doc.knowledge.words.get(word.lower())
    return row is not None and int(row[0]) <= size


def is_place(word: str, doc: Document) -> bool:
    """A place or a people."""
    lower = word.lower()
    return lower in doc.knowledge.places or lower in doc.knowledge.demonyms


def is_country(word: str, doc: Document) -> bool:
    row = doc.knowledge.places.get(word.lower())
    return row is not None and row[1] == "country"


def is_person(word: str, doc: Document) -> bool:
    """A given name or a surname."""
    lower = word.lower()
    return lower in doc.knowledge.surnames or lower in doc.knowledge.names_given


def is_name(word: str, doc: Document) -> bool:
    """A name of any kind that we know, as far as its first letter is a capital; also a body or an acronym."""
    lower = word.lower()
    know = doc.knowledge
    return (
        is_place(word, doc)
        or is_person(word, doc)
        or lower in know.acronyms
        or lower in know.organisations
        or word in know.brands
    )


def is_whole(word: str, doc: Document) -> bool:
    """Whether a word is known as it is: then it is no two words."""
    bare = word.removesuffix("'s").removesuffix("’s")
    know, house = doc.knowledge, doc.house
    lower = bare.lower()
    return (
        bare in know.brands
        or bare in know.outlets
        or bare in know.exonyms
        or any(
            lower in table
            for table in (know.words, know.surnames, know.names_given, know.places, know.demonyms, know.organisations)
        )
        or bare in house.brands
        or bare in house.keep
        or any(bare in name.split() for name in house.people)
        or any(bare in name.split() for name in house.places)
    )


def alone(word: str, doc: Document) -> bool:
    """Whether it stands elsewhere in the text as a word of its own."""
    return word in doc.facts.spellings
