"""Blanks lost and blanks too many around marks of punctuation, where pages are cut at their tags and glued again."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..knowledge import Knowledge
from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.around import in_code
from ..text.document import Document

# isn’t, they’ll
CONTRACTED = compiled(r"(?:n['’]t|['’]\p{L}+)$")
LONGEST = 40  # letters of a word


def after_stop(doc: Document, page: Page) -> Iterator[Hit]:
    """“at noon.The flames”: both sides are words, and the whole is no address, outlet or initials."""
    openers, joiners = page.lists["openers"], page.lists["joiners"]
    for m in page.sought(doc.facts):
        left, right = _word_before(doc.text, m.start(), page), m["right"]
        if left is None:
            continue
        # Outlets and firms are written so: Gazeta.Ru, Yahoo!News. A capital on the left wants an opener on the right,
        # and a small letter on the right a word that is no ending of an address: notes.in, who.is.
        joins = m["stop"] in ":;" or right in joiners
        ended = left.islower() or left in page.lists["weekdays"] | page.lists["months"]
        fits = right.lower() in openers or ended if right[0].isupper() else joins
        if not left.isalpha() and not left[0].isalpha():
            # Behind a figure or a bracket, the beginning of a sentence alone is sure: “in 1950.He died”.
            fits = right[0].isupper() and right.lower() in openers
        elif fits:
            fits = known(left.split("-")[-1], doc.knowledge)
        if fits and not in_code(doc.text, m.start(), m.end()):
            ends = m["stop"] not in ":;"
            sure = right.lower() in openers or known(right, doc.knowledge)
            if m["stop"] == "." and right in page.lists["conjunctions"]:
                yield _joined(m, left, right)
                continue
            hit = _parted(m, left, right[0].upper() + right[1:] if ends else right)
            yield hit if sure else hit._replace(safety=Safety.UNSAFE)


def after_comma(doc: Document, page: Page) -> Iterator[Hit]:
    """“600 euros,although it”."""
    for m in page.sought(doc.facts):
        left, right = _word_before(doc.text, m.start(), page), m["right"]
        if left is None or in_code(doc.text, m.start(), m.end()):
            continue
        if right[0].isupper() and len(right) > 3 and len(left) > 2 and left[0].isupper():
            yield _parted(m, left, right)  # names in a row, whether we know them or not
        elif known(CONTRACTED.sub("", right), doc.knowledge) and (
            right in page.lists["small"] or left.isdigit() or left[0].isupper() or known(left, doc.knowledge)
        ):
            yield _parted(m, left, right)


def _word_before(text: str, at: int, page: Page) -> str | None:
    """The word that ends at an offset, as the page's pattern `left` wants it."""
    word = page.pattern("left").search(text, max(0, at - LONGEST), at)
    return word and word["left"]


def _parted(m: regex.Match[str], left: str, right: str) -> Hit:
    """A hit on both words and the mark between, whose fix puts a blank behind the mark."""
    span = Span(m.start() - len(left), m.end())
    good = f"{m['stop']} {m.groupdict().get('mark') or ''}{right}"
    return Hit(span, {"bad": span.of(m.string), "good": left + good}, ((Edit(Span(*m.span()), good),),))


def _joined(m: regex.Match[str], left: str, right: str) -> Hit:
    """“opened.and praised”: no sentence begins with a small “and”; more likely the stop is wrong."""
    span, at = Span(m.start() - len(left), m.end()), Span(*m.span())
    goods = (f" {right}", f", {right}", f"{m['stop']} {right.capitalize()}")
    words = {"bad": span.of(m.string), "good": left + goods[0]}
    return Hit(span, words, tuple((Edit(at, good),) for good in goods), Safety.UNSAFE)


def before_stop(doc: Document, page: Page) -> Iterator[Hit]:
    """“in Madrid , at the end”."""
    for m in page.pattern("gap").finditer(doc.text):
        word = doc.text[max(0, m.start() - 30) : m.start()].split()[-1]
        after = doc.text[m.end() : m.end() + 2].strip()
        if m["mark"] == ":" and word[-1].isdigit() and after.isdigit():
            continue  # a score, a ratio, a time: other rules speak of those
        # “euros .It”: the blank belongs behind the mark.
        good = f"{m['mark']} " if doc.text[m.end() : m.end() + 1].isalpha() else m["mark"]
        span = Span(m.start() - len(word), m.end())
        words = {"bad": span.of(doc.text), "good": word + good.rstrip(), "mark": m["mark"]}
        yield Hit(span, words, ((Edit(Span(m.start(), m.end()), good),),))


def before_bracket(doc: Document, page: Page) -> Iterator[Hit]:
    """“the law(passed in 2019)”: more than one word in the bracket; player(s) and f(x) have less."""
    for m in page.pattern("bracket").finditer(doc.text):
        word = doc.text[max(0, m.start() - LONGEST) : m.start()].split()[-1]
        if not in_code(doc.text, *m.span()):
            yield Hit(
                Span(m.start() - len(word), m.end()), {"bad": f"{word}("}, ((Edit(Span(m.start(), m.start()), " "),),)
            )


def inside_brackets(doc: Document, page: Page) -> Iterator[Hit]:
    """“( PNC )”, “(27 )”."""
    for m in page.pattern("pair").finditer(doc.text):
        if not m["before"] and not m["after"]:
            continue
        # “know( yet)”: the blank belongs on the other side.
        outer = (
            " " if m["before"] and _glued(doc.text, m.start() - 1) else "",
            " " if m["after"] and _glued(doc.text, m.end()) else "",
        )
        edits = []
        if m["before"]:
            edits.append(Edit(Span(m.start(), m.end("before")), outer[0] + m["open"]))
        if m["after"]:
            edits.append(Edit(Span(m.start("after"), m.end()), m["close"] + outer[1]))
        good = outer[0] + m["open"] + m["inner"] + m["close"] + outer[1]
        yield Hit(Span(*m.span()), {"bad": m[0], "good": good.strip()}, (tuple(edits),))


def _glued(text: str, at: int) -> bool:
    return at >= 0 and text[at : at + 1].isalnum()


def doubled(doc: Document, page: Page) -> Iterator[Hit]:
    """Two blanks between two words; more than one such gap in a line is a table, set by hand."""
    text = doc.text
    for m in page.pattern("two").finditer(text):
        start = text.rfind("\n", 0, m.start()) + 1
        end = text.find("\n", m.end())
        if len(page.pattern("gap").findall(text, start, len(text) if end < 0 else end)) == 1:
            yield Hit(Span(*m.span()), {"bad": m[0], "word": m["word"]}, ((Edit(Span(*m.span("gap")), " "),),))


def known(word: str, knowledge: Knowledge) -> bool:
    """Whether a token is a word, or a name of a person, a place or a body."""
    lower = word.lower()
    if lower in knowledge.words:
        return True
    if not word[0].isupper():
        return False
    return any(
        lower in table
        for table in (
            knowledge.places,
            knowledge.surnames,
            knowledge.names_given,
            knowledge.demonyms,
            knowledge.acronyms,
        )
    )
