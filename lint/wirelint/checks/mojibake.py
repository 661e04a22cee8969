"""Letters and marks read with the wrong code page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.around import in_code, patched, word_around
from ..text.document import Document
from .alphabets import in_latin

# Letters that European languages write. A wrong decoding mostly gives others: IPA, Hebrew points, Syriac.
LETTERS = frozenset(
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĻļĽľŁłŃńŅņŇňŐőŒœ"
    "ŔŕŘřŚśŞşŠšŢţȚțȘșŤťŪūŮůŰűŲųŹźŻżŽžƏə"
)
MARKS = frozenset(
    "“”‘’„‚«»‹›–—…•·€£¥¢§©®™°±×÷²³¹½¼¾¿¡ªº´`\u00a0\u00ad\u2009\u202f\u200b\u200e\u2026\u2028\u2011→−′″№\ufeff"
)
SCRIPTS = compiled(
    r"[\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\u1ea0-\u1ef9]"
)
THAI = compiled(r"\p{Thai}")
ASCII = compiled("[A-Za-z]")
WORD = compiled(r"[\p{L}\p{M}\p{N}]+")


class CodePage(NamedTuple):
    """Which letter of a code page shows which byte, and what UTF-8 read with it looks like."""

    bytes: dict[str, int]
    sequence: regex.Pattern[str]


# What UTF-8 is taken for, likeliest first, and the first bytes that may so betray themselves. Where letters of the page stand
# for many bytes that real texts put side by side, only those of Latin letters and of marks are believed.
LATIN = "C2 C3 C4 C5 C8 C6 E1 E2"
CODE_PAGES = {
    "cp1252": "C2 C3 C4 C5 C6 C8 CE CF D0 D1 D8 D9 D7 E0 E1 E2 E3 E4 E5 E6 E7 E8 E9 EF F0",
    "cp1250": f"{LATIN} D0 D1",
    "cp1251": "C2 C3 C4 C5 D0 D1 E2",
    "cp1253": "C3 E2",
    "cp1254": LATIN,
    "cp1256": "C3 E2",
    "cp874": "C2 C3 C4 C5 E2",
    "mac_roman": "C2 C3 C4 C5 D0 D1",
    "koi8_r": "C3 E2 D0 D1",
    "cp437": "C2 C3 C4 C5 E2 D0 D1",
    "cp850": "C2 C3 C4 C5 E2 D0 D1",
}
# Whose letters and marks real texts put side by side: Cyrillic is believed only where it takes up a whole run.
WHOLE = frozenset(("cp1250", "cp1251", "mac_roman", "koi8_r", "cp437", "cp850"))
# UTF-8 of the curly marks read as Mac Roman opens with a low quote: only with its second letter is it no quote.
# “â€” and a byte that cp1252 leaves empty, and which programs drop: only ” ends so.
CUT = "â€"
MAC_MARKS = "‚Ä[ôúùòìî¶¢]"


@cache
def code_page(name: str) -> CodePage:
    """A byte that the page leaves empty shows as the control of that number."""
    shown = {bytes([n]).decode(name, "ignore") or chr(n): n for n in range(0x80, 0x100)}
    if name == "cp1252":
        shown |= {chr(n): n for n in range(0x80, 0xA0)}  # as Latin-1 reads them
    leads = {int(byte, 16) for byte in CODE_PAGES[name].split()}
    follow = "[" + regex.escape("".join(c for c, n in shown.items() if n < 0xC0)) + "]"
    by_length: dict[int, str] = {}
    for char, byte in shown.items():
        if byte in leads:
            length = 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
            by_length[length] = by_length.get(length, "") + char
    options = [f"[{regex.escape(chars)}]{follow}{{{length}}}" for length, chars in by_length.items()]
    if name == "cp1252":
        options.append(CUT)
    if name == "mac_roman":
        options.append(MAC_MARKS)
        shown["‚"] = 0xE2
    return CodePage(shown, compiled("|".join(options)))


def reread(doc: Document, page: Page) -> Iterator[Hit]:
    """“GrÃ¼ner”, “donâ€™t”, “Pรฉrignon”: a run that, read again as it was meant, gives letters and marks we know."""
    words: list[tuple[Span, tuple[Edit, ...]]] = []
    for run in page.sought(doc.facts):
        if run[0] == "â":  # what is left of “â€™” where the controls are dropped
            good = "’" if doc.facts.curly else "'"
            words.append((word_around(doc.text, Span(*run.span())), (Edit(Span(*run.span()), good),)))
            continue
        edits = next((edits for name in CODE_PAGES if (edits := tuple(_meant(doc, name, run)))), ())
        if not edits:
            continue
        span = word_around(doc.text, Span(edits[0].span.start, edits[-1].span.end))
        if words and words[-1][0].end > span.start:
            # Two runs in one word are one finding: each alone would hide the other.
            before, earlier = words.pop()
            span, edits = Span(before.start, span.end), earlier + edits
        words.append((span, edits))
    for span, edits in words:
        yield Hit(span, {"bad": span.of(doc.text), "good": patched(doc.text, span, edits)}, (edits,))


def _meant(doc: Document, name: str, run: regex.Match[str]) -> Iterator[Edit]:
    """What the sequences of a run stand for; nothing where one of them is no letter or mark that texts have."""
    table = code_page(name)
    edits = []
    for m in table.sequence.finditer(doc.text, run.start(), run.end()):
        meant = _decoded(m[0], table)
        if meant is None or not _fits(doc.text, m, meant, name):
            continue
        edits.append(Edit(Span(*m.span()), meant.replace("\ufeff", "")))
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].span.end == edit.span.start:
            joined[-1] = Edit(Span(joined[-1].span.start, edit.span.end), joined[-1].text + edit.text)
        else:
            joined.append(edit)
    # Read wrongly twice: what comes of the first is a sequence again.
    again = code_page("cp1252")
    for edit in joined:
        twice = again.sequence.sub(lambda m: _decoded(m[0], again) or m[0], edit.text)
        if _sensible(twice) and not (name in WHOLE and _is_cyrillic(edit, run)):
            yield edit._replace(text=twice)


def _is_cyrillic(edit: Edit, run: regex.Match[str]) -> bool:
    """Whether a run may be honest Cyrillic, two of whose letters happen to make a third: Ukrainian “Рі”."""
    whole = edit.span.start == run.start() and edit.span.end == run.end()
    return SCRIPTS.search(edit.text) is not None and (not whole or len(edit.text) < 3)


def _decoded(sequence: str, table: CodePage) -> str | None:
    if sequence == CUT:
        return "”"
    try:
        return bytes(table.bytes[c] for c in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _sensible(text: str) -> bool:
    return all(c in LETTERS or c in MARKS or SCRIPTS.match(c) for c in text)


def _fits(text: str, m: regex.Match[str], meant: str, name: str) -> bool:
    """Whether a sequence cannot be what it looks like: “CAFÉ’” is a word before a quote, “Ã’” in “nÃ’o” is not."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    if len(m[0]) == 2 and m[0][1] in "‘’“”„‚…–—»«›‹" and before.isalpha() and not (before.islower() or after.isalpha()):
        return False
    if name == "cp874" and (THAI.match(before) or THAI.match(after)):
        return False
    if name in ("cp874", "cp1253", "cp1256", "koi8_r") and meant in LETTERS:
        # A letter of another script between Latin ones; a word of that script alone is a word.
        return bool(ASCII.match(before) or ASCII.match(after))
    if SCRIPTS.match(meant) or meant in LETTERS or meant in MARKS:
        return True
    return code_page("cp1252").sequence.search(meant) is not None or meant in "ÂâÃ"


def cyrillic_as_latin(doc: Document, page: Page) -> Iterator[Hit]:
    """“Ïðîãíîç ïîãîäû”: Cyrillic of one byte a letter, read as Latin-1; the page is the one that gives ordinary words."""
    for m in page.sought(doc.facts):
        raw = m[0].encode("latin-1")
        for name in ("cp1251", "koi8_r"):
            good = raw.decode(name, "replace")
            if all(word.islower() or word.istitle() for word in WORD.findall(good)):
                yield replaced(Span(*m.span()), {"bad": m[0]}, [good])
                break


CYRILLIC = compiled(r"\p{Lu}[\p{Cyrillic}’ʼ-]+(?: \p{Lu}[\p{Cyrillic}’ʼ-]+)*")


def percent_codes(doc: Document, page: Page) -> Iterator[Hit]:
    """“% D9% 83-% D8% B4”: the address of a page as text, with the spaces that translation puts in."""
    for m in page.pattern("piece").finditer(doc.text):
        if in_code(doc.text, *m.span("bad")):
            continue
        codes = page.pattern("code").sub(lambda c: "\0" + c[1], m["bad"])
        whole = b"".join(
            bytes([int(part[:2], 16)]) + part[2:].encode() if i else part.encode()
            for i, part in enumerate(codes.split("\0"))
        )
        try:
            good = whole.decode("utf-8")
        except UnicodeDecodeError:
            # One code in a Latin word is a letter of the older page: “Malm%F6”.
            good = whole.decode("cp1252", "ignore") if m["bad"][0].isalpha() else ""
        if good and CYRILLIC.fullmatch(good):
            good = page.tables["places"].get(good) or in_latin(good, page.tables)
        span = Span(*m.span("bad"))
        yield Hit(
            span, {"bad": m["bad"], "hint": f" for “{good}”" if good else ""}, ((Edit(span, good),),) if good else ()
        )
