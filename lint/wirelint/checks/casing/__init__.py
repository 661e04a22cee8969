"""Capitals that were lost, moved or put where none belongs."""

from .peoples import lowercase_nationality
from .places import lowercase_place

__all__ = ["lowercase_nationality", "lowercase_place"]
