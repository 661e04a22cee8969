"""Pages become rules."""

from .book import Pack, read_pack, shipped_folder
from .rule import Rule

__all__ = ["Pack", "Rule", "read_pack", "shipped_folder"]
