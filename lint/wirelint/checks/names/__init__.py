"""Names of places, bodies and people in a form that English does not use."""

from .acronyms import foreign_acronym
from .bodies import foreign_body
from .lookalikes import lookalike_letter
from .outlets import translated_outlet, translated_party
from .pairs import two_names
from .persons import male_form, translated_name, two_spellings
from .places import foreign_place
from .transliteration import transliterated
from .twice import two_transliterations

__all__ = [
    "foreign_acronym",
    "foreign_body",
    "foreign_place",
    "lookalike_letter",
    "male_form",
    "translated_name",
    "translated_outlet",
    "translated_party",
    "transliterated",
    "two_names",
    "two_spellings",
    "two_transliterations",
]
