"""The book: every page of a pack, read from its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..errors import BadRulePage
from ..page import Data, wanted
from ..text.index import Index, Share, index
from .read import Shared, read_page

# Files in a pack's folder that are no pages.
NO_PAGES = frozenset({"pack.toml", "lists.toml", "renamed.toml"})


class Pack(NamedTuple):
    """A folder of pages. `prefix` stands before the ids of a house's own pack: “desk:style/le-monde”. `pages` are in id order."""

    name: str
    version: str
    folder: str
    prefix: str
    pages: tuple[Data, ...]
    renamed: Mapping[str, str]
    needles: Index

    def shares(self) -> Iterator[tuple[Data, Share]]:
        """Each page with its part of the index."""
        return ((page, Share(self.needles, number)) for number, page in enumerate(self.pages))


def shipped_folder() -> str:
    """Where our own pages are: in the wheel beside the package's modules, in a clone two folders up."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(os.path.dirname(package)), "rules")


def page_files(folder: str) -> list[str]:
    """The pages of a folder, as paths relative to it, sorted."""
    found = []
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        inner = os.path.relpath(at, folder)
        found += [os.path.normpath(os.path.join(inner, f)) for f in files if f.endswith(".toml") and f not in NO_PAGES]
    return sorted(found)


def read_pack(folder: str, *, own: bool = False) -> Pack:
    """The pack in `folder`; `own` is ours, whose ids have no prefix. Raises BadRulePage."""
    about = _toml(os.path.join(folder, "pack.toml"))
    name = str(about.get("name", os.path.basename(os.path.abspath(folder))))
    prefix = "" if own else f"{name}:"
    shared: Shared = {}
    if not own:
        shared |= _toml(os.path.join(shipped_folder(), "lists.toml"), optional=True)
    shared |= _toml(os.path.join(folder, "lists.toml"), optional=True)
    pages = []
    for file in page_files(folder):
        place = os.path.join(folder, file)
        pages.append(read_page(prefix + file.removesuffix(".toml").replace(os.sep, "/"), place, _toml(place), shared))
    renamed = {str(k): str(v) for k, v in _toml(os.path.join(folder, "renamed.toml"), optional=True).items()}
    needles = Index(index([wanted(page) for page in pages]))
    return Pack(name, str(about.get("version", "")), folder, prefix, tuple(pages), renamed, needles)


def _toml(path: str, *, optional: bool = False) -> dict[str, Any]:
    import tomllib

    if optional and not os.path.exists(path):
        return {}
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except FileNotFoundError as error:
        raise BadRulePage(f"{path}: no such file; a pack is a folder with a pack.toml") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRulePage(f"{path}: {error}") from error
