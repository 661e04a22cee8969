"""Two words that lost the blank between them where the page was cut, and the pronoun that was put in at the cut."""

from .apposition import lost_comma
from .capitals import joined_capital
from .captions import caption
from .dropcap import drop_cap
from .joins import joined_words
from .pronouns import glued_pronoun, spaced_pronoun

__all__ = ["caption", "drop_cap", "glued_pronoun", "joined_capital", "joined_words", "lost_comma", "spaced_pronoun"]
