"""Names in quotation marks, as Slavic languages set them, that English prints without."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

WORDS = compiled(r"[\p{L}-]+")
AFTER = compiled(r" ([\p{L}-]+)")
STOPS = ".,"
LEADS = frozenset(("The", "the", "of", "by", "for", "with", "and", "to"))
ADDRESS = compiled(r"(?i)\p{L}\.(?:ru|ua|com|net|org|by|kz|ee|info|media|pl)$")


def quoted_name(doc: Document, page: Page) -> Iterator[Hit]:
    """“the newspaper “Vechernyaya Perm””: by the word beside it, by the name, by its neighbours, or as elsewhere in the text."""
    named = list(_names(doc, page))
    if not named:
        return
    kinds = [_kind(doc, page, span, inner) for span, inner in named]
    if not any(kinds):
        return
    _in_rows(doc, page, [span for span, _ in named], kinds)
    known = {inner.of(doc.text): kind for (_, inner), kind in zip(named, kinds, strict=True) if kind}
    for (span, inner), kind in zip(named, kinds, strict=True):
        name = inner.of(doc.text)
        kind = kind or known.get(name)
        if kind:
            edits = _role_behind(doc, page, span, name) or (_bare(doc, span, inner),)
            whole = Span(edits[0].span.start, span.end)
            good = edits[0].text.strip() or name
            yield Hit(whole, {"bad": whole.of(doc.text), "good": good, "kind": kind}, (edits,))


def _names(doc: Document, page: Page) -> Iterator[tuple[Span, Span]]:
    """Quotations that are a name and nothing else, with the span of the name."""
    text, name = doc.text, page.pattern("name")
    for quote in doc.facts.quotes:
        start, end = quote.span.start + 1, quote.span.end - 1
        if not quote.closed or end - start > 60 or text[quote.span.start] not in '"“«„':
            continue
        inner = Span(start, end - 1 if text[end - 1] in STOPS else end)
        if name.fullmatch(text, inner.start, inner.end):
            yield quote.span, inner


def _kind(doc: Document, page: Page, span: Span, inner: Span) -> str | None:
    """What is so named, where a word beside it or the name itself says so."""
    text = doc.text
    before = WORDS.findall(text, max(0, span.start - 40), span.start)[-3:]
    glued = bool(before) and text[span.start - 1 : span.start] == " " and text[span.start - 2].isalpha()
    if glued:
        if not page.lists["doubts"].isdisjoint(before[-2:]) or before[-1] in page.lists["works"]:
            return None
        for n in (2, 1):
            kind = " ".join(before[-n:]).lower()
            if kind in page.words("kinds") or kind == "ngo":
                return kind
    after = AFTER.match(text, span.end)
    if after and after[1] in page.lists["after"] and text[span.end - 2] not in STOPS:
        return after[1]
    name = inner.of(text)
    inside = doc.facts.sentence_at(span.start).start != span.start
    if inside and (name in page.lists["names"] or _is_body(doc, name)):
        return "club, a firm or an outlet"
    lead = max(0, span.start - 40)
    # «Ulpressa»: of a word that English has not, in Slavic marks, the verb tells enough.
    slavic = text[span.start] in "«„" and name.isalpha() and name.lower() not in doc.knowledge.words
    if (slavic or _is_outlet(doc, name)) and (
        page.pattern("press_before").search(text, lead, span.start) or page.pattern("press_after").match(text, span.end)
    ):
        return "newspaper, a site or an agency"
    if page.pattern("sport_before").search(text, lead, span.start) or page.pattern("sport_after").match(text, span.end):
        sport = {m[0] for m in page.pattern("sport").finditer(text)}
        return "club" if len(sport) >= 3 else None
    return None


def _is_body(doc: Document, name: str) -> bool:
    row = doc.knowledge.organisations.get(name.lower())
    return (
        row is not None and row[0] == name and name.lower() not in doc.knowledge.words and row[1] in ("club", "company")
    )


def _is_outlet(doc: Document, name: str) -> bool:
    """Whether it is an outlet's own name, also one that ends like an address."""
    row = doc.knowledge.outlets.get(name)
    return (row is not None and not row[0]) or ADDRESS.search(name) is not None


def _in_rows(doc: Document, page: Page, spans: list[Span], kinds: list[str | None]) -> None:
    """Names between which nothing but a comma or “and” stands are of one kind; seen from both sides."""
    row = page.pattern("row")
    for order in (range(1, len(spans)), range(len(spans) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            one, two = sorted((at, at + step))
            if not kinds[at] and kinds[at + step] and row.fullmatch(doc.text, spans[one].end, spans[two].start):
                kinds[at] = kinds[at + step]


def _bare(doc: Document, span: Span, inner: Span) -> Edit:
    """The name without its marks; a blank where it would grow together with a neighbour."""
    text = doc.text
    good = text[span.start + 1 : span.end - 1]
    if text[max(0, span.start - 1) : span.start].isalnum():
        good = f" {good}"
    if text[span.end : span.end + 1].isalnum():
        good += " "
    return Edit(span, good)


def _role_behind(doc: Document, page: Page, span: Span, name: str) -> tuple[Edit, ...] | None:
    """“Forward “Amkar” Oleg” → “Amkar forward Oleg”."""
    text = doc.text
    if not (text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper()):
        return None
    m = page.pattern("role").search(text, max(0, span.start - 40), span.start)
    if m is None:
        return None
    lead = text[max(0, m.start() - 5) : m.start()].split()
    opens = doc.facts.sentence_at(m.start()).start == m.start()
    if lead and not opens and lead[-1] not in LEADS and lead[-1][-1] not in ".,":
        return None  # “Russian player “X” Ivan”: no saying what goes with what
    return (Edit(Span(m.start(), span.end), f"{name} {m['role'].lower()}"),)
