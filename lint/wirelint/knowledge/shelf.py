"""All the tables, side by side."""

import functools
import os

from .table import Table

TABLES = (
    "abbreviations",
    "acronyms",
    "brands",
    "countries",
    "demonyms",
    "exonyms",
    "foreign_acronyms",
    "function_words",
    "names_given",
    "organisations",
    "outlets",
    "places",
    "roles",
    "surnames",
    "verbs_say",
    "words",
)


class Knowledge:
    """Every table of one folder; none of their files is touched before its first question."""

    __slots__ = TABLES

    def __init__(self, folder: str) -> None:
        self.abbreviations = Table(f"{folder}/abbreviations.tsv")
        """`approx`, `u.s` (lower case, no final stop) → `before_name`, `never_ends` or `may_end` a sentence."""
        self.acronyms = Table(f"{folder}/acronyms.tsv")
        """Lower case → as written (`NATO`), `word` where the lower-case form is an English word (`who`)."""
        self.brands = Table(f"{folder}/brands.tsv")
        """As written (`iPhone`, `AstraZeneca`, `LeBron`) → `brand`, `org`, `person`, `science` or `name`."""
        self.countries = Table(f"{folder}/countries.tsv")
        """Lower case → ISO code in lower case (`it`)."""
        self.demonyms = Table(f"{folder}/demonyms.tsv")
        """Lower case, singular and plural → as written, its country or area, `word` (`polish`), `rare`, `name` or nothing."""
        self.exonyms = Table(f"{folder}/exonyms.tsv")
        """As written (`Moscú`) → the English name, languages, `english` (has another use in English) or `accent`."""
        self.foreign_acronyms = Table(f"{folder}/foreign_acronyms.tsv")
        """As written (`OTAN`) → the English one, languages, `english` where it is a name in English, too."""
        self.function_words = Table(f"{folder}/function_words.tsv")
        """`es los` → `english` where the word is English, too, or nothing. Russian also as `ru-latn`."""
        self.names_given = Table(f"{folder}/names_given.tsv")
        """Lower case → as written, share of women, bearers, shares by country (`it:0.02,de:0.98`), `word` or nothing."""
        self.organisations = Table(f"{folder}/organisations.tsv")
        """Lower case → as written, kind: `head` (Ministry), `suffix` (Inc), or what the one so named is."""
        self.outlets = Table(f"{folder}/outlets.tsv")
        """As English renders it (`The Parisian`) → the outlet's name, languages, `english` or `word` where that is one, too.

        An outlet's own name (`Gazeta.Ru`) → nothing, languages, nothing.
        """
        self.places = Table(f"{folder}/places.tsv")
        """Lower case → as written, kind, population or nothing, then in lower case a `word`, a `rare` one, a `name` or nothing."""
        self.roles = Table(f"{folder}/roles.tsv")
        """Lower case → `f`, `m` or nothing, kind (title, office, role, kin, honorific), `plural` or nothing."""
        self.surnames = Table(f"{folder}/surnames.tsv")
        """Lower case → as written, bearers per 100,000 people."""
        self.verbs_say = Table(f"{folder}/verbs_say.tsv")
        """A form of a reporting verb (`said`) → tense, base form."""
        self.words = Table(f"{folder}/words.tsv")
        """An English word in lower case → its SCOWL size, 10 (everyday) to 70 (rare)."""

    def digest(self) -> str:
        """Twelve hexadecimal digits over all tables, so that a finding can say what was known when it was made."""
        from hashlib import sha256

        whole = sha256()
        for name in TABLES:
            with open(getattr(self, name).path, "rb") as file:
                whole.update(name.encode() + b"\n" + file.read())
        return whole.hexdigest()[:12]


@functools.cache
def shipped() -> Knowledge:
    """The tables that come with wirelint, opened once in a run."""
    return Knowledge(os.path.dirname(os.path.abspath(__file__)))
