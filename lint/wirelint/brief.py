"""A brief: the settings that hold in a place, and the rules they leave to be asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from .config import Settings
from .errors import BadConfig, BadRulePage
from .globs import Globs
from .keys import nearest_name
from .model import Severity
from .page import Data
from .rulebook import Pack, Rule, shipped_folder
from .rulebook.cache import pack
from .rulebook.choose import chosen, matches
from .text.index import Share


class Brief:
    """`notices` are for the user: names of rules that are out of date. Raises BadConfig for a rule that no pack has."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.notices: list[str] = []
        packs = [pack(shipped_folder(), own=True), *(pack(folder, prove=proven) for folder in settings.packs)]
        self._shares = _together(packs)
        self.pages = tuple(page for page, _ in self._shares)
        self._renamed = {pack.prefix + old: pack.prefix + new for pack in packs for old, new in pack.renamed.items()}
        self._select = self._named("select", settings.select)
        self._ignore = self._named("ignore", settings.ignore)
        self._enable = self._named("enable", settings.enable)
        self._severity: Mapping[str, Severity] = {
            self._named("severity", (rule,))[0]: severity for rule, severity in settings.severity.items()
        }
        self._ignores = [
            (Globs([glob]), self._named("per-path-ignores", rules)) for glob, rules in settings.per_path_ignores.items()
        ]
        self._rules: dict[tuple[str, ...], tuple[Rule, ...]] = {}

    def rules(self, path: str) -> tuple[Rule, ...]:
        """The rules to ask of the draft at `path`."""
        ignore = self._ignore
        if self._ignores:
            here = os.path.relpath(path, self.settings.root).replace(os.sep, "/")
            ignore += tuple(rule for globs, rules in self._ignores if globs.match(here) for rule in rules)
        rules = self._rules.get(ignore)
        if rules is None:
            rules = self._rules[ignore] = tuple(
                chosen(
                    self._shares,
                    select=self._select,
                    ignore=ignore,
                    enable=self._enable,
                    preview=self.settings.preview,
                    severities=self._severity,
                )
            )
        return rules

    def _named(self, key: str, selectors: Sequence[str]) -> tuple[str, ...]:
        """The selectors, by the names that rules have now."""
        return tuple(self._known(key, self.now(selector)) for selector in selectors)

    def now(self, selector: str) -> str:
        """What a rule is called now; a notice says so, where that is another name."""
        new = self._renamed.get(selector)
        if new is None:
            return selector
        self.notices.append(f"rule {selector} is now called {new}")
        return new

    def _known(self, key: str, selector: str) -> str:
        if any(matches(selector, page["id"]) for page in self.pages):
            return selector
        names = {page["id"] for page in self.pages} | {page["id"].rpartition("/")[0] for page in self.pages}
        origin = self.settings.origins.get(key, "")
        raise BadConfig(f"{origin}: `{key}` names a rule that there is not: {selector}{nearest_name(selector, names)}")


def proven(read: Pack) -> None:
    """Raises BadRulePage where a page of a house's own pack does not hold."""
    from .rulebook.prove import complaints

    for page in read.pages:
        for complaint in complaints(page):
            raise BadRulePage(f"{page['place']}: {complaint}")


def _together(packs: Iterable[Pack]) -> tuple[tuple[Data, Share], ...]:
    """The pages of all packs with their parts of the packs' indexes. Raises BadRulePage where two have one id."""
    pages: dict[str, tuple[Data, Share]] = {}
    for read in packs:
        for page, share in read.shares():
            if page["id"] in pages:
                raise BadRulePage(f"{page['place']}: {pages[page['id']][0]['place']} has the id {page['id']}, too")
            pages[page["id"]] = page, share
    return tuple(pages.values())
