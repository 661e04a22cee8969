"""Capitals that were lost, moved or put where none belongs."""

from .peoples import lowercase_nationality
from .capitals import lost_capital
from .persons import lowercase_person
from .places import lowercase_place

__all__ = ["lost_capital", "lowercase_nationality", "lowercase_person", "lowercase_place"]
