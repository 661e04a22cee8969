"""`wirelint --version`: what has to be the same for two runs to say the same."""

from __future__ import annotations

import os
from hashlib import sha256

from ..knowledge import shipped
from ..rulebook import shipped_folder
from ..rulebook.book import page_files
from ..version import __version__


def version() -> int:
    """Says the version, with digests of the book and of the knowledge."""
    print(f"wirelint {__version__} (book {book_digest(shipped_folder())}, knowledge {shipped().digest()})")
    return 0


def book_digest(folder: str) -> str:
    """Twelve hexadecimal digits over all pages of a folder and the lists they share."""
    whole = sha256()
    for name in ("lists.toml", *page_files(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            whole.update(name.replace(os.sep, "/").encode() + b"\n" + file.read())
    return whole.hexdigest()[:12]
