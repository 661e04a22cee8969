"""`wirelint rule`: look at the book, prove it, add to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from ..brief import Brief
from ..config import configuration, settings
from ..errors import BadRulePage
from ..keys import nearest_name
from ..model import Severity
from ..options import NOTHING_GIVEN
from ..page import Data
from ..report.tally import counted
from ..rulebook import docs, new, read_pack, shipped_folder
from ..rulebook.choose import matches
from ..rulebook.precision import alarming


def listing() -> int:
    """All rules that are known here, a line each."""
    brief = _brief()
    asked = {rule.id for rule in brief.rules("x")}
    pages = brief.pages
    width = max(len(page["id"]) for page in pages)
    for page in pages:
        severity = Severity(page["severity"]).name.lower()
        print(
            f"{page['id']:{width}}  {severity:8}  {'on' if page['id'] in asked else _unasked(page):7}  {page['summary']}"
        )
    return 0


def _unasked(page: Data) -> str:
    """Why a rule is not asked: it is of a kind that is off of itself, or somebody has turned it off."""
    return "off" if page["status"] == "stable" else str(page["status"])


def show(id: str) -> int:
    """One page, for reading."""
    brief = _brief()
    pages, id = brief.pages, brief.now(id)
    page = next((page for page in pages if page["id"] == id), None)
    if page is None:
        some = [page["id"] for page in pages if matches(id, page["id"])]
        if not some:
            raise BadRulePage(f"{id}: there is no such rule{nearest_name(id, [page['id'] for page in pages])}")
        print(*some, sep="\n")
        return 0
    print(*docs.shown(page), sep="\n")
    return 0


def test(selectors: Sequence[str], pack: str | None) -> int:
    """Proves pages: their examples hold, and their patterns go straight through any text."""
    from ..rulebook.prove import complaints

    pages = _pages(pack)
    some = [page for page in pages if not selectors or any(_means(selector, page["id"]) for selector in selectors)]
    if not some:
        raise BadRulePage(
            f"{', '.join(selectors)}: there is no such rule{nearest_name(selectors[0], [p['id'] for p in pages])}"
        )
    broken = 0
    for page in some:
        said = [*new.unwritten(page), *alarming(page), *complaints(page)]
        broken += bool(said)
        for line in said:
            print(f"{os.path.relpath(page['place'])}: {line}")
    print(f"{counted(len(some), 'page')} asked: {f'{broken} to mend' if broken else 'all hold'}.")
    return int(broken > 0)


def _means(selector: str, id: str) -> bool:
    """Whether a rule is named, with the prefix of its pack or without."""
    return matches(selector, id) or matches(selector, id.partition(":")[2])


def begin(id: str, *, check: bool, pack: str | None) -> int:
    """Begins the page of a new rule, and says what to do next."""
    if ":" in id:
        raise BadRulePage(
            f"{id}: name the folder of the pack instead: wirelint rule new {id.partition(':')[2]} --pack FOLDER"
        )
    if pack is None:
        folder, prefix = _clone(id), ""
    else:
        folder, prefix = pack, f"{new.begin_pack(pack)}:"
    if check and pack is not None:
        raise BadRulePage("--check: a function belongs to wirelint's own rules; a pack has patterns and phrases")
    checks = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "checks") if check else None
    begun = new.begin(folder, id, checks)
    again = f"wirelint rule test {id}" + (f" --pack {pack}" if pack else "")
    steps = [
        f"Write in {begun.page} what is wrong, and examples of it: they fail until the rule finds and mends them.",
        *([f"Write in {os.path.relpath(begun.module)} how it is found."] if begun.module else []),
        f"Try it, until it says that all hold: {again}",
        "Run it over good copy, and make an `ok` example of every false alarm.",
        *([f'Ask it of your drafts: packs = ["{pack}"] in wirelint.toml.'] if pack else []),
        *(["Make the catalogue anew: wirelint rule catalogue --write"] if not pack else []),
    ]
    print(f"Begun: {prefix}{id}")
    print(*(f"{number}. {step}" for number, step in enumerate(steps, 1)), sep="\n")
    return 0


def catalogue(*, write: bool, check: bool) -> int:
    """The catalogue of the shipped book: its first document printed, all of them written, or compared with what is written."""
    made = docs.documents(read_pack(shipped_folder(), own=True).pages)
    if not (write or check):
        print(made["README.md"], end="")
        return 0
    stale = {path: text for path, text in made.items() if not _same(os.path.join(shipped_folder(), path), text)}
    for name, text in stale.items():
        path = os.path.join(shipped_folder(), name)
        if write:
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        else:
            print(
                f"{os.path.relpath(path)}: not as the pages are; run wirelint rule catalogue --write", file=sys.stderr
            )
    return int(bool(stale) and not write)


def _same(path: str, text: str) -> bool:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read() == text
    except FileNotFoundError:
        return False


def _brief() -> Brief:
    return Brief(settings(NOTHING_GIVEN, configuration(NOTHING_GIVEN, ".")))


def _pages(pack: str | None) -> Iterable[Data]:
    """The pages of one folder, read but not yet proven, or all that are known here."""
    if pack is not None:
        return read_pack(pack).pages
    chosen = settings(NOTHING_GIVEN, configuration(NOTHING_GIVEN, "."))
    packs = [read_pack(shipped_folder(), own=True), *(read_pack(folder) for folder in chosen.packs)]
    return [page for read in packs for page in read.pages]


def _clone(id: str) -> str:
    """The folder of the shipped book where it is a clone's, and so may be written to."""
    folder = shipped_folder()
    if os.path.isfile(os.path.join(os.path.dirname(folder), "pyproject.toml")):
        return os.path.relpath(folder)
    raise BadRulePage(f"{id}: this is an installed book; begin a pack of your own: wirelint rule new {id} --pack desk")
