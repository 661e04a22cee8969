"""Reads a page: one TOML file that says what is wrong, why, how bad, how to mend it, and proves it by examples.

A page is refused that cannot be meant: an unknown key, a missing example, a pattern that does not compile. Whether its
examples hold and its patterns stay linear is proved by `prove`, which takes longer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import regex

from ..errors import BadRulePage
from ..model import CATEGORIES, Safety, Severity, Status
from ..page import Data
from ..patterns import compiled
from ..text.index import Needle
from . import needs
from .forms import expanded

KEYS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "": {
        "summary": str,
        "message": str,
        "why": str,
        "category": str,
        "severity": str,
        "since": str,
        "sources": list,
        "status": str,
        "languages": list,
        "measured": dict,
        "find": dict,
        "fix": dict,
        "lists": dict,
        "tables": dict,
        "patterns": dict,
        "turn": list,
        "example": list,
    },
    "find": {"pattern": str, "phrases": dict, "check": str, "unless": str, "given": str, "quotes": str, "needs": list},
    "fix": {"replace": (str, list), "safety": str, "because": str},
    "measured": {"words": int, "findings": int, "slips": int},
    "turn": {"find": str, "write": (str, list), "unless": str, "given": str},
    "example": {"bad": str, "good": str, "ok": str},
}
REQUIRED = ("summary", "message", "why", "category", "severity", "example")
STATUSES = tuple(status.value for status in Status)
SEVERITIES = {s.name.lower(): s for s in Severity}
# What a page may come to: phrases are kept in all their forms.
MOST_PHRASES = 4_000
LIST = compiled(r"\\L<(\w+)>")


# The pack's lists.toml: lists of words, and tables of words that stand for others, by name.
Shared = dict[str, Any]


def read_page(id: str, place: str, toml: Data, shared: Shared) -> Data:
    """A page's TOML, checked, as plain data that can be kept in a cache. `shared` is what all pages of the pack may use.

    Raises BadRulePage with `place` and the key.
    """
    check_keys(place, "", toml)
    for key in REQUIRED:
        if not toml.get(key):
            raise BadRulePage(f"{place}: `{key}` is missing")
    find, fix, turns = toml.get("find", {}), toml.get("fix", {}), toml.get("turn", [])
    check_keys(place, "find", find)
    check_keys(place, "fix", fix)
    _check_examples(place, toml["example"])
    if toml["category"] not in CATEGORIES:
        raise BadRulePage(f"{place}: category {toml['category']!r} is none of {', '.join(sorted(CATEGORIES))}")
    if toml["severity"] not in SEVERITIES:
        raise BadRulePage(f"{place}: severity {toml['severity']!r} is none of {', '.join(SEVERITIES)}")
    if toml.get("status", "stable") not in STATUSES:
        raise BadRulePage(f"{place}: status {toml['status']!r} is none of {', '.join(STATUSES)}")
    if ("check" in find) + ("phrases" in find) + ("pattern" in find and "check" not in find) + bool(turns) != 1:
        raise BadRulePage(
            f"{place}: [find] wants one of `phrases`, `pattern`, `check` (or `check` with a `pattern` of its own), or"
            " the page its [[turn]]s"
        )
    if find.get("quotes", "same") not in ("same", "skip", "only"):
        raise BadRulePage(f"{place}: find.quotes is “same”, “skip” or “only”")
    if "needs" in find and ("pattern" in find or "phrases" in find):
        raise BadRulePage(f"{place}: find.needs is read off the pattern; only a check without one has its own")
    try:
        safety = Safety(fix.get("safety", "shown" if "replace" not in fix else "unsafe"))
    except ValueError as error:
        raise BadRulePage(f"{place}: fix.safety is “safe”, “unsafe” or “shown”") from error
    lists = {name: [str(w) for w in words] for name, words in toml.get("lists", {}).items()}
    common = {name: words for name, words in shared.items() if isinstance(words, list)}
    tables = {name: words for name, words in shared.items() if isinstance(words, dict)}
    phrases, forms = _phrases(find.get("phrases", {}), tables.get("verbs", {}))
    if len(phrases) > MOST_PHRASES:
        raise BadRulePage(
            f"{place}: find.phrases come to {len(phrases)} in all their forms, more than {MOST_PHRASES}: write those with the"
            " longest choices as [[turn]]s"
        )
    sources = {**toml.get("patterns", {})}
    for key in ("pattern", "unless", "given"):
        if key in find:
            sources["find" if key == "pattern" else key] = find[key]
    for number, turn in enumerate(turns):
        check_keys(place, "turn", turn)
        sources |= {f"{key}-{number}": turn[key] for key in ("find", "unless", "given") if key in turn}
    patterns = {name: _written_out(place, source, {**common, **lists}) for name, source in sources.items()}
    for name, source in patterns.items():
        try:
            compiled(source)
        except regex.error as error:
            raise BadRulePage(f"{place}: pattern `{name}` does not compile: {error}") from error
    try:
        needles = _needles(find, phrases, patterns, len(turns))
    except re.error as error:
        raise BadRulePage(f"{place}: pattern `find` cannot be read for its literals: {error}") from error
    replace = fix.get("replace", ())
    return {
        "id": id,
        "place": place,
        "summary": toml["summary"],
        "message": toml["message"],
        "why": toml["why"].strip(),
        "category": toml["category"],
        "severity": int(SEVERITIES[toml["severity"]]),
        "since": toml.get("since", "next"),
        "sources": tuple(toml.get("sources", ())),
        "status": toml.get("status", "stable"),
        "languages": tuple(toml.get("languages", ())),
        "measured": _measured(place, toml.get("measured")),
        "safety": safety.value,
        "because": fix.get("because", "").strip(),
        "check": find.get("check", ""),
        "phrases": phrases,
        "forms": forms,
        "turns": tuple(_goods(turn["write"]) for turn in turns),
        "replace": (replace,) if isinstance(replace, str) else tuple(replace),
        "quotes": find.get("quotes", "same"),
        "patterns": patterns,
        "needs": needles,
        "lists": {**common, **lists} if "check" in find else {},
        "tables": {**tables, **toml.get("tables", {})} if "check" in find or turns else {},
        "examples": tuple(toml["example"]),
    }


def _measured(place: str, table: Data | None) -> tuple[int, int, int] | None:
    """(words of clean copy, findings there, real slips of its writers among them), or None where nobody has measured."""
    if table is None:
        return None
    check_keys(place, "measured", table)
    words, findings, slips = (table.get(key, 0) for key in ("words", "findings", "slips"))
    if not (words > 0 and 0 <= slips <= findings):
        raise BadRulePage(f"{place}: [measured] wants `words` of clean copy, `findings` there, and `slips` among these")
    return words, findings, slips


def _needles(
    find: Data, phrases: Mapping[str, Any], patterns: Mapping[str, str], turns: int
) -> tuple[tuple[Needle, ...] | None, ...]:
    """The needles of each turn; a page without turns is one. None of one that must see every text."""
    if turns:
        return tuple(needs.of_pattern(patterns[f"find-{number}"]) for number in range(turns))
    if "needs" in find:
        return (needs.of_literals(find["needs"]),)
    if phrases:
        return (needs.of_phrases(phrases),)
    return (needs.of_pattern(patterns["find"]) if "find" in patterns else None,)


def check_keys(place: str, section: str, table: Data) -> None:
    """Raises BadRulePage for a key that no page has, naming the nearest that one has, or a value of the wrong type."""
    known = KEYS[section]
    at = f"[{section}] " if section else ""
    for key, value in table.items():
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, 1)
            raise BadRulePage(f"{place}: {at}unknown key `{key}`" + (f"; did you mean `{near[0]}`?" if near else ""))
        if not isinstance(value, known[key]):
            raise BadRulePage(f"{place}: {at}`{key}` has a value of the wrong type")


def _check_examples(place: str, examples: list[Data]) -> None:
    for example in examples:
        check_keys(place, "example", example)
        if ("bad" in example) == ("ok" in example) or ("good" in example and "bad" not in example):
            raise BadRulePage(f"{place}: an [[example]] has `bad`, mostly with `good`, or `ok`")
    if not any("bad" in e for e in examples) or not any("ok" in e for e in examples):
        raise BadRulePage(f"{place}: wants a `bad` example and an `ok` one that nearly matches")


def _key(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())


def _phrases(
    written: Mapping[str, str | list[str]], irregular: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]]]:
    """What to write for each phrase, and for those whose verb has other forms that look alike, what for which form."""
    phrases: dict[str, tuple[str, ...]] = {}
    forms: dict[str, dict[str, tuple[str, ...]]] = {}
    for bad, good in written.items():
        for words, form, goods in expanded(bad, _goods(good), irregular):
            key = _key(words)
            phrases.setdefault(key, goods)
            if form:
                forms.setdefault(key, {}).setdefault(form, goods)
    return phrases, {key: named for key, named in forms.items() if len(set(named.values())) > 1}


def _goods(good: str | list[str]) -> tuple[str, ...]:
    return (good,) if isinstance(good, str) else tuple(good)


def _written_out(place: str, source: str, lists: Mapping[str, list[str]]) -> str:
    r"""`\L<name>` as the alternatives it stands for, longest first, so that a list can be read for its literals."""

    def alternatives(m: regex.Match[str]) -> str:
        if m[1] not in lists:
            raise BadRulePage(f"{place}: there is no list `{m[1]}`")
        words = sorted(set(lists[m[1]]), key=lambda w: (-len(w), w))
        return "(?:" + "|".join(regex.escape(w) for w in words) + ")"

    return LIST.sub(alternatives, source)
