"""What the rules know: words, names, places and closed classes, each a text table that is opened on first use."""

from .english import is_common, is_formed, is_word
from .people import country_code, gender, plain
from .shelf import TABLES, Knowledge, shipped
from .table import Row, Table

__all__ = [
    "TABLES",
    "Knowledge",
    "Row",
    "Table",
    "country_code",
    "gender",
    "is_common",
    "is_formed",
    "is_word",
    "plain",
    "shipped",
]
