"""`wirelint rule measure`: how often rules speak of copy that is known to be good."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .. import files, walk
from ..brief import Brief
from ..config import configuration, settings
from ..engine import check
from ..errors import BadRulePage, UnreadableDocument, WirelintError
from ..keys import nearest_name
from ..model import Report
from ..options import NOTHING_GIVEN
from ..page import Data
from ..report.entry import entry
from ..report.tally import counted
from ..report.visible import visible
from ..rulebook import Rule
from ..rulebook.choose import matches
from ..rulebook.precision import Precision, at_most, of_counts
from ..text.document import Document
from ..text.read import ENDINGS, format_of, read

AROUND = 40  # code points shown before and behind a finding
LINES = ".jsonl"


class Text(NamedTuple):
    """A text of a corpus; `name` says where it is from."""

    name: str
    raw: str
    format: str


class Voice(NamedTuple):
    """What one rule said of the whole corpus: a line each."""

    page: Data
    said: list[str]


def measure(names: Sequence[str], *, field: str, write: bool) -> int:
    """Counts the findings of rules in a corpus and lists them; 1 where a stable rule raises too many alarms, 2 where one broke.

    `names` are rules or folders of rules, all if none is named, and then files and folders. Every rule is heard by itself,
    those that are off, too, and in a text that comes twice but once. Findings that a page calls real slips of the writers are
    no alarms.
    """
    brief = Brief(settings(NOTHING_GIVEN, configuration(NOTHING_GIVEN, ".")))
    pages, paths = _named(names, brief.pages)
    voices = [Voice(page, []) for page in pages]
    rules = [Rule(page) for page in pages]
    texts = words = 0
    faults: list[str] = []
    for text in _once(_texts(paths, field)):
        doc = read(text.raw, path=text.name, format=text.format, house=brief.settings.house)
        texts, words = texts + 1, words + len(doc.text.split())
        for rule, voice in zip(rules, voices, strict=True):
            report = check(doc, (rule,))
            voice.said.extend(_said(doc, report))
            faults.extend(f"{doc.path}: rule {fault.rule} broke ({fault.error})" for fault in report.faults)
    if not words:
        raise WirelintError(f"{', '.join(paths)}: no words there")
    low = 0
    for voice in sorted(voices, key=lambda voice: -len(voice.said)):
        low += _report(voice, words, write=write)
    silent = sum(not voice.said for voice in voices)
    print(
        f"{counted(words, 'word')} in {counted(texts, 'text')}: "
        f"{counted(len(voices) - silent, 'rule')} of {len(voices)} spoke, {sum(len(v.said) for v in voices)} times."
    )
    for fault in faults:
        print(f"wirelint: {fault}; what it would find is not known", file=sys.stderr)
    return 2 if faults else int(low > 0)


def _named(names: Sequence[str], pages: Iterable[Data]) -> tuple[list[Data], list[str]]:
    """The rules that the first names mean, and the paths behind them. Raises BadRulePage, WirelintError."""
    known, some, paths = list(pages), [], list(names)
    while paths:
        meant = [page for page in known if matches(paths[0], page["id"])]
        if not meant:
            break
        some += [page for page in meant if page not in some]
        paths.pop(0)
    if not paths:
        raise WirelintError("measure what? name files or folders of good copy behind the rules")
    if not os.path.exists(paths[0]):
        raise BadRulePage(
            f"{paths[0]}: there is no such rule, nor file{nearest_name(paths[0], [p['id'] for p in known])}"
        )
    return some or known, paths


def _texts(paths: Sequence[str], field: str) -> Iterator[Text]:
    """Every text of files and folders; of a `.jsonl` the string in `field` of each line. Raises UnreadableDocument."""
    for found in walk.files(paths, formats={*ENDINGS, LINES}):
        if not isinstance(found, str):
            raise UnreadableDocument(found.message)
        raw = files.load(found).raw
        if not found.endswith(LINES):
            yield Text(found, raw, format_of(found))
            continue
        for number, line in enumerate(raw.split("\n"), 1):
            if line.strip():
                yield Text(f"{found}:{number}", _field(f"{found}:{number}", line, field), "text")


def _field(place: str, line: str, field: str) -> str:
    try:
        text = json.loads(line)[field]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableDocument(f"{place}: no JSON object with “{field}”; name another with --field") from error
    if not isinstance(text, str):
        raise UnreadableDocument(f"{place}: “{field}” is no string")
    return text


def _once(texts: Iterable[Text]) -> Iterator[Text]:
    seen: set[str] = set()
    for text in texts:
        if text.raw not in seen:
            seen.add(text.raw)
            yield text


def _said(doc: Document, report: Report) -> Iterator[str]:
    for found in entry(doc, report).findings:
        shown = f"{found.left[-AROUND:]}[{found.text}]{found.right[:AROUND]}".replace("\n", "↵")
        yield f"  {doc.path}:{found.line}:{found.column}  {visible(shown)}"


def _report(voice: Voice, words: int, *, write: bool) -> bool:
    """Prints what a rule said and, where it spoke, how often that is; whether it is on and raises too many alarms."""
    page, findings = voice.page, len(voice.said)
    slips = min(page["measured"][2], findings) if page["measured"] else 0
    found = of_counts(words, findings - slips)
    if findings:
        of = f" ({slips} real slips)" if slips else ""
        print(
            f"{page['id']}: {counted(findings, 'finding')}{of}, {findings / words * 1e6:.1f} in a million words "
            f"(at most {at_most(findings) / words * 1e6:.1f}), precision {found.value}"
        )
        print(*voice.said, sep="\n")
    if write:
        _write(page, words, findings, slips)
    return found is Precision.LOW and page["status"] == "stable"


MEASURED = re.compile(r"(?m)^measured *=.*\n")
# The first table of a page: what stands above it are the page's own keys. A line of the reasons may begin with a bracket, too.
TABLE = re.compile(r"(?m)^\[\[?(?:find|fix|lists|tables|patterns|turn|example)\b")


def _write(page: Data, words: int, findings: int, slips: int) -> None:
    """Puts the figures on the page, over those that stood there, else above its first table."""
    loaded = files.load(page["place"])
    real = f", slips = {slips}" if slips else ""
    line = f"measured = {{ words = {words:_}, findings = {findings}{real} }}\n"
    table = TABLE.search(loaded.raw)
    at = table.start() if table else len(loaded.raw)
    head, body = loaded.raw[:at], loaded.raw[at:]
    new, done = MEASURED.subn(lambda _: line, head, count=1)
    files.save(loaded, (new if done else f"{head.rstrip()}\n{line}\n") + body)
