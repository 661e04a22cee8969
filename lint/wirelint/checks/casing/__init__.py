"""Capitals that were lost, moved or put where none belongs."""

from .acronyms import lowercase_acronym
from .capitals import lost_capital, needless_capital
from .elsewhere import lowercase_name
from .peoples import lowercase_nationality
from .persons import lowercase_person
from .places import lowercase_place
from .residue import title_residue
from .starts import lowercase_start

__all__ = [
    "lost_capital",
    "lowercase_acronym",
    "lowercase_name",
    "lowercase_nationality",
    "lowercase_person",
    "lowercase_place",
    "lowercase_start",
    "needless_capital",
    "title_residue",
]
