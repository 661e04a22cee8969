"""A pronoun that the engine gave to a verb whose subject stood in another piece of the page: “Sergei LavrovHe said”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.humps import Hump
from .apposition import opened
from .halves import alone, is_place, is_whole, is_word
from .heads import headline_ends, subhead_ends
from .verbs import is_finite, third_person, verb_after, words_after

# A name and its verb begin many a text: fewer words are no headline.
FEWEST = 7
LONGEST = 40  # letters of a word
PLURAL = frozenset(("they", "we", "you", "i"))
# “GarnierShe’s already working”: the verb with its apostrophe, and what is behind it.
SHORT = compiled(r"['’](?P<short>s|re|ve|ll|d)\b(?: (?P<next>\p{L}+))?")
LONG = {"re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
# What a verb is behind one person or thing.
SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "don't": "doesn't", "don’t": "doesn’t"}
ENDING = compiled(r"(?:they|she|he|it|we)$")


def glued_pronoun(doc: Document, page: Page) -> Iterator[Hit]:
    """“familyThey said”, “LavrovHe said”, “minorsthey were”: the pronoun, glued to a word, has a verb of its own."""
    for hump in doc.facts.humps:
        if pronoun_seam(doc, page, hump):
            yield from _seam(doc, page, Span(hump.at, hump.span.end), hump.halves(doc.text)[1])
    for spelling in doc.facts.doubtful:
        ending = ENDING.search(spelling)
        if ending and len(spelling) - len(ending[0]) >= 3 and _lower_seam(spelling, ending.start(), doc):
            for span in doc.facts.occurrences(spelling):
                yield from _seam(doc, page, Span(span.start + ending.start(), span.end), ending[0])


def pronoun_seam(doc: Document, page: Page, hump: Hump) -> bool:
    """Whether the right half is a pronoun with its verb behind it, and no sentence begins with it after a headline."""
    left, right = hump.halves(doc.text)
    if right.lower() not in page.lists["pronouns"] or len(left) < 2 or _inner(left, doc):
        return False
    if verb_after(doc, page, hump.span.end, plural=right.lower() in PLURAL) is None:
        short = SHORT.match(doc.text, hump.span.end)
        return short is not None and not headline_ends(doc, hump.at) and not subhead_ends(doc, hump.at)
    return not headline_ends(doc, hump.at, fewest=FEWEST) and not (
        right in ("He", "She") and subhead_ends(doc, hump.at, speaker=True)
    )


def _inner(left: str, doc: Document) -> bool:
    """Whether what stands before the pronoun is itself made of humps and no known name: HeForShe."""
    return any(c.isupper() for c in left[1:]) and not left.isupper() and not is_whole(left, doc)


def _lower_seam(spelling: str, at: int, doc: Document) -> bool:
    left = spelling[:at]
    if is_whole(spelling, doc) or spelling in doc.knowledge.function_words:
        return False
    if left.islower():
        return is_word(left, doc, 50 if left.endswith("s") else 35) and len(spelling) > 5
    return alone(left, doc) or (is_place(left, doc) and len(left) > 4)


def _seam(doc: Document, page: Page, pronoun: Span, word: str) -> Iterator[Hit]:
    text = doc.text
    start = text.rfind(" ", 0, pronoun.start) + 1
    start = max(start, text.rfind("\n", 0, pronoun.start) + 1)
    short = SHORT.match(text, pronoun.end)
    if short:
        whole = Span(pronoun.start, short.end("short"))
        perfect = short["short"] == "s" and (
            short["next"] in page.tables["past"] or (short["next"] or "").endswith("ed")
        )
        comma = "," if opened(doc, pronoun.start) else ""
        yield _hit(
            doc, Span(start, whole.end), word, [(Edit(whole, f"{comma} {'has' if perfect else LONG[short['short']]}"),)]
        )
        return
    verb = verb_after(doc, page, pronoun.end, plural=word.lower() in PLURAL)
    if verb is None:
        return
    fixes: list[tuple[Edit, ...]] = [(Edit(pronoun, ""),), (Edit(pronoun, f" {word.lower()}"),)]
    if opened(doc, pronoun.start):
        fixes.insert(0, (Edit(pronoun, ","),))
    elif _relative(doc, page, pronoun.start, verb):
        fixes.reverse()
    singular = SINGULAR.get(verb[0]) if word in ("You", "We") and text[start : pronoun.start][:1].isupper() else None
    if singular:
        agreeing = Edit(Span(verb[1] - len(verb[0]), verb[1]), singular)
        fixes = [(*edits, agreeing) if edits[0].text in ("", ",") else edits for edits in fixes]
    yield _hit(doc, Span(start, verb[1]), word, fixes)


def spaced_pronoun(doc: Document, page: Page) -> Iterator[Hit]:
    """“Pedro Sánchez It has charm”, “the glue He uses”: a capital in mid-sentence, behind what is the subject already."""
    for m in page.sought(doc.facts):
        plural = m["pronoun"].lower() in PLURAL
        verb = verb_after(doc, page, m.end("pronoun"), plural=plural)
        if verb is None or _set_in_capitals(doc, m.start()) or page.pattern("divine").search(doc.text):
            continue
        word = page.pattern("before").search(doc.text, max(0, m.start() - LONGEST), m.start())
        if word is None:
            continue
        before = word["before"]
        titled = before[0].isupper()
        if m["pronoun"] == "It" and before.lower() in page.lists["titled"]:
            continue  # the film It was shown
        if before in page.lists["surnames"]:
            continue  # Liu He said
        pronoun = Span(*m.span("pronoun"))
        lower: tuple[Edit, ...] = (Edit(pronoun, m["pronoun"].lower()),)
        dropped: tuple[Edit, ...] = (Edit(Span(pronoun.start - 1, pronoun.end), ""),)
        behind_verb = not titled and is_finite(before, doc, page, plural=False) and not third_person(before, doc)
        if before.lower() in page.lists["openers"] or behind_verb or _relative(doc, page, pronoun.start - 1, verb):
            fixes = [lower, dropped]
        elif opened(doc, pronoun.start - 1):
            fixes = [(Edit(Span(pronoun.start - 1, pronoun.end), ","),), dropped, lower]
        else:
            fixes = [dropped, lower]
        yield _hit(doc, Span(word.start("before"), verb[1]), m["pronoun"], fixes)


def _hit(doc: Document, span: Span, word: str, fixes: list[tuple[Edit, ...]]) -> Hit:
    bad = span.of(doc.text)
    good, at = "", span.start
    for (start, end), new in fixes[0]:
        good += doc.text[at:start] + new
        at = end
    good += doc.text[at : span.end]
    return Hit(span, {"bad": bad, "good": good, "pronoun": word}, tuple(fixes))


def _set_in_capitals(doc: Document, at: int) -> bool:
    """Whether most words of the block begin with a capital: a headline, in which a pronoun does, too."""
    index = doc.facts.block_at(at)
    if index is None:
        return False
    words = [span.of(doc.text) for span in doc.facts.words_in(doc.facts.blocks[index].span)[:60]]
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 5 > len(long) * 4 > 12


HAVE = frozenset(("has", "have", "had"))
DETERMINED = compiled(r"(?r)\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:\p{Ll}[\p{Ll}-]* ){0,2}\p{Ll}+")
DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their"))
LINKS = frozenset(("of", "to", "and", "or", "about", "into", "over", "all", "both", "than"))
CLAUSE = compiled(r"(?:[,;:—–(“”\"]\s*|\b(?:that|and|but|while|because|where|which|who)\s)")
REACH = 14  # words in which a thing that a clause speaks of must get its own verb


def _relative(doc: Document, page: Page, noun_end: int, verb: tuple[str, int]) -> bool:
    """Whether the pronoun is the subject of a clause of its own: “the glue he uses must be strong”, “inside the hut they found it”.

    A name has no such clause behind it, only a thing has, and it has another verb then; or else a preposition that leads
    the sentence has taken all the nouns before the pronoun, and the verb is left without a subject.
    """
    sentence = doc.facts.sentence_at(noun_end - 1)
    clause = max((m.end() for m in CLAUSE.finditer(doc.text, sentence.start, noun_end)), default=sentence.start)
    if _all_led(doc.text[clause:noun_end].split(), page):
        return True
    noun = DETERMINED.match(doc.text, sentence.start, noun_end)
    auxiliary = verb[0] in page.lists["auxiliaries"] | page.lists["plural_auxiliaries"]
    return noun is not None and not auxiliary and _another_verb(doc, page, verb[1])


def _all_led(words: list[str], page: Page) -> bool:
    """Whether each noun hangs on the preposition that comes first: “inside the hut”, not “in the morning the mayor of Vigo”."""
    prepositions = page.lists["prepositions"]
    if len(words) < 2 or words[0].lower() not in prepositions:
        return False
    for index, (before, word) in enumerate(pairwise(words)):
        led = before.lower() in prepositions or before in LINKS or (index == 1 and before.endswith("ing"))
        if not led and (word.lower() in DETERMINERS or word[0].isupper()) and before.lower() not in DETERMINERS:
            return False
    return True


def _another_verb(doc: Document, page: Page, at: int) -> bool:
    """Whether more verbs follow than the conjunctions behind the pronoun’s own verb account for, and no object follows that."""
    auxiliaries = page.lists["auxiliaries"] | page.lists["plural_auxiliaries"]
    past = set(page.tables["past"].values()) - set(page.tables["past"])  # “gave”, but not “made”
    conjunctions, verbs = 0, 0
    for index, (word, _) in enumerate(words_after(doc.text, at, REACH)):
        if word in auxiliaries - HAVE or word in page.lists["no_objects"]:
            verbs += 1
        elif word in page.lists["conjunctions"]:
            conjunctions += 1
        elif conjunctions and word in past:
            verbs += 1
        elif not index and word not in LINKS | page.lists["prepositions"] | page.lists["adverbs"]:
            return False
        if verbs > conjunctions:
            return True
    return False
