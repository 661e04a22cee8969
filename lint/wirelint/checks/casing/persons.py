"""Names of persons that lost their capitals: behind a title, or a given name and a surname together."""

from __future__ import annotations

from collections.abc import Iterator

from ...knowledge import is_common
from ...model import Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.spellings import by_last_word
from .known import is_given
from .near import Word, after, before, hits, in_foreign_words, in_prose

MANY = 5000
LANGUAGES = ("es", "fr", "it", "pt", "de", "nl")
EVERYDAY = 20  # SCOWL sizes: what everybody says (will, mark), and what a small dictionary has (warren, trump)
VERBAL = compiled(r".*(?:ed|ing)$")
FORMS = compiled(r".*(?:ed|ing|s)$")
NOUN_ENDS = compiled(r"['’]s\b|,| \(")


def lowercase_person(doc: Document, page: Page) -> Iterator[Hit]:
    """“president putin”, “Mr. brown”, “Sen. Ted cruz”; “vladimir putin”, “giulia Ferrante”, “Giulia ferrante”."""
    facts = doc.facts
    titles = sorted((page.lists["titles"] | page.lists["title_starts"] | page.lists["short_titles"]) & facts.spellings)
    wholes = [_behind_title(doc, page, title) for spelling in titles for title in facts.occurrences(spelling)]
    statesmen = by_last_word(page.lists["statesmen"])
    named = [name for last in statesmen.keys() & facts.spellings for name in statesmen[last]]
    wholes += [span for name in named for span in _in_lower_case(doc, name)]
    wholes += [_full_name(doc, page, span) for word in sorted(facts.unknown) for span in facts.occurrences(word)]
    wholes += [span for name in sorted(page.lists["famous"] & facts.spellings) for span in facts.occurrences(name)]
    found: dict[Span, str] = {}
    for whole in wholes:
        if whole and in_prose(doc, whole) and not any(whole.overlaps(other) for other in found):
            found[whole] = " ".join(word[:1].upper() + word[1:] for word in whole.of(doc.text).split(" "))
    yield from hits(doc, found)


def _in_lower_case(doc: Document, name: str) -> Iterator[Span]:
    """Where a name stands in lower case, all of it or the surname alone."""
    first, _, last = name.rpartition(" ")
    for written in (name, f"{first.title()} {last}"):
        yield from doc.facts.occurrences(written)


def _behind_title(doc: Document, page: Page, title: Span) -> Span | None:
    """What is in lower case of the name that follows a title."""
    text, word = doc.text, title.of(doc.text)
    if word == "State" and not text.endswith("Secretary of ", 0, title.start):
        return None
    short = word in page.lists["short_titles"]
    first = after(text, title.end + (short and text.startswith(".", title.end)))
    if first is None or not first.text.isalpha():
        return None
    second = after(text, first.span.end)
    if first.text[0].isupper():
        known = short or is_given(doc, first.text.lower()) or doc.knowledge.words.get(first.text.lower()) is None
        return second.span if known and second and _surname_behind(doc, page, second) else None
    if not _may_name(doc, page, first.text) or _any(doc, title):
        return None
    if first.text in doc.facts.unknown or word[0].isupper():
        verb = second is not None and second.text in page.tables["past"].values()
        full = second and not verb and is_given(doc, first.text) and _rare(doc, first.text) and _last(doc, page, second)
        if full and second:
            return _lower_part(first.span, second)
    return first.span if _named_alone(doc, page, word, first, second) else None


def _named_alone(doc: Document, page: Page, title: str, first: Word, second: Word | None) -> bool:
    """Whether one word in lower case behind a title is a name by itself: “President erdogan”, “Mr. brown”."""
    capital, word = title[0].isupper(), first.text
    if word in doc.facts.unknown and not VERBAL.match(word):
        return capital or title in page.lists["heads"] or _borne(doc, word)
    if (capital or title in page.lists["heads"]) and word in by_last_word(page.lists["statesmen"]) and _rare(doc, word):
        return capital or not (second and second.text in ("the", "a", "an", "his", "her", "its", "their"))
    if word not in doc.knowledge.surnames or (second and second.text[0].isupper()):
        return False
    if title in page.lists["short_titles"]:
        return title in page.lists["misters"] or not is_common(word)
    return capital and _elsewhere(doc, word)


def _surname_behind(doc: Document, page: Page, word: Word) -> bool:
    """Whether a word in lower case behind a title and a given name is the surname."""
    if not word.text.islower() or not _may_name(doc, page, word.text) or not word.text.isalpha():
        return False
    if word.text in doc.facts.unknown:
        return not VERBAL.match(word.text) or word.text in doc.knowledge.surnames
    if word.text not in doc.knowledge.surnames or not (_rare(doc, word.text) or _elsewhere(doc, word.text)):
        return False
    return not FORMS.match(word.text) or NOUN_ENDS.match(doc.text, word.span.end) is not None


def _last(doc: Document, page: Page, word: Word) -> bool:
    """Whether a word behind a given name in lower case is the surname."""
    if not _may_name(doc, page, word.text) or word.text in page.lists["own_spelling"] or _function_word(doc, word.text):
        return False
    return word.text.lower() in doc.knowledge.surnames or word.text in doc.facts.unknown


def _function_word(doc: Document, word: str) -> bool:
    """Whether another language can hardly do without the word: “est”, “der”."""
    return any(f"{language} {word}" in doc.knowledge.function_words for language in LANGUAGES)


def _full_name(doc: Document, page: Page, span: Span) -> Span | None:
    """A given name in lower case and what follows it, or a surname in lower case and the given name before."""
    word = span.of(doc.text)
    if not _may_name(doc, page, word) or word in page.lists["own_spelling"]:
        return None
    right = after(doc.text, span.end)
    if (
        right
        and is_given(doc, word)
        and _last(doc, page, right)
        and not in_foreign_words(doc, Span(span.start, right.span.end))
    ):
        sure = right.text[0].isupper() or right.text in doc.facts.unknown
        return _lower_part(span, right) if sure else None
    left = before(doc.text, span.start)
    if left is None or word not in doc.knowledge.surnames or not is_given(doc, left.text.lower(), MANY):
        return None
    if left.text.islower():
        return Span(left.span.start, span.end) if _rare(doc, left.text) and _may_name(doc, page, left.text) else None
    earlier = before(doc.text, left.span.start)
    plain = "word" not in (doc.knowledge.names_given.get(left.text.lower()) or ())
    return span if plain and not (earlier and earlier.text[0].isupper()) else None


def _lower_part(first: Span, last: Word) -> Span:
    """Both words, or the first alone where the last has its capital."""
    return first if last.text[0].isupper() else Span(first.start, last.span.end)


def _may_name(doc: Document, page: Page, word: str) -> bool:
    return (
        word not in page.lists["no_names"] and word not in doc.house.keep and doc.knowledge.demonyms.get(word) is None
    )


def _rare(doc: Document, word: str) -> bool:
    row = doc.knowledge.words.get(word)
    return row is None or int(row[0]) > EVERYDAY


def _borne(doc: Document, word: str) -> bool:
    """Whether somebody is called so, or the text itself writes it with a capital."""
    return word in doc.knowledge.surnames or word in doc.knowledge.names_given or _elsewhere(doc, word)


def _elsewhere(doc: Document, word: str) -> bool:
    """Whether the text writes the word with a capital where no sentence begins."""
    capital = word[:1].upper() + word[1:]
    if capital not in doc.facts.spellings:
        return False
    return any(doc.facts.sentence_at(span.start).start < span.start - 1 for span in doc.facts.occurrences(capital))


def _any(doc: Document, title: Span) -> bool:
    """Whether an article makes a common noun of the title: anything may follow “a minister”."""
    article = before(doc.text, title.start)
    return article is not None and article.text.lower() in ("a", "an", "every", "each", "no", "any")
