"""Who is spoken of in a text: persons, where they are mentioned, and what is known of their gender."""

from .find import People, find_people
from .model import Body, Evidence, Mention, Person

__all__ = ["Body", "Evidence", "Mention", "People", "Person", "find_people"]
