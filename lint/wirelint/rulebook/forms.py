"""Phrases in all forms of their verbs: “<put> in march” stands for puts, put and putting in march, and its repair goes along.

In a phrase `<verb>` is a verb by its base form, `<his>` and `<himself>` the pronouns of one person, `(a|b|)` alternatives,
the last of which may be nothing; a repair takes up with `{1}` what was chosen in the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from ..patterns import compiled

# A verb's forms, by name. In most verbs the plural is the base form, and the past of one and of many the same.
FORMS = ("base", "plural", "s", "past", "pasts", "part", "ing")
Forms = Mapping[str, str]
# What a form's name gives where a phrase is known, and what is put there.
Goods = dict[str, tuple[str, ...]]

BE = dict(zip(FORMS, ("be", "are", "is", "was", "were", "been", "being"), strict=True))
PEOPLE = (("his", "himself"), ("her", "herself"), ("its", "itself"), ("their", "themselves"))
SLOT = compiled(r"<(\w+)>")
CHOICE = compiled(r"\(([^()]*)\)")
DOUBLED = compiled(r"[^aeiou]*[aeiou][bdgklmnprt]")


def forms(verb: str, irregular: Mapping[str, str]) -> Forms:
    """All forms of a verb; `irregular` has past and participle by base form, where they are not as rule has them."""
    if verb == "be":
        return BE
    past, _, part = irregular.get(verb, "").partition(" ")
    stem = verb + verb[-1] if DOUBLED.fullmatch(verb) else verb
    if not past:
        past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if _y(verb) else stem + "ed"
    if past.endswith(verb[-1] * 2 + "ed") and not verb.endswith("e"):
        stem = past[:-2]  # admit, admitted, admitting
    part = part or past
    ing = (
        verb[:-2] + "ying"
        if verb.endswith("ie")
        else verb[:-1] + "ing"
        if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
        else stem + "ing"
    )
    third = (
        "has"
        if verb == "have"
        else verb[:-1] + "ies"
        if _y(verb)
        else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    )
    return dict(zip(FORMS, (verb, verb, third, past, past, part, ing), strict=True))


def _y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in "aeiou"


def expanded(
    bad: str, goods: Iterable[str], irregular: Mapping[str, str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """A phrase written out: (the words, the form of its verb or "", what to write instead)."""
    goods = tuple(goods)
    for written, chosen in _chosen(bad):
        slots = set(SLOT.findall(written))
        own = slots & {"his", "himself"}
        people = PEOPLE if own else PEOPLE[:1]
        names = FORMS if slots - own else ("",)
        for name, (his, himself) in product(names, people):
            fill = {"his": his, "himself": himself}
            mended = tuple(_filled(_taken_up(good, chosen), name, fill, irregular) for good in goods)
            yield (_filled(written, name, fill, irregular), name, mended)


def _chosen(phrase: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The phrase in all its choices, each with what was chosen."""
    parts = CHOICE.split(phrase)
    for some in product(*(part.split("|") if i % 2 else [part] for i, part in enumerate(parts))):
        yield " ".join("".join(some).split()), some[1::2]


def _taken_up(good: str, chosen: tuple[str, ...]) -> str:
    for number, choice in enumerate(chosen, 1):
        good = good.replace(f"{{{number}}}", choice)
    return " ".join(good.split())


def _filled(phrase: str, name: str, fill: Mapping[str, str], irregular: Mapping[str, str]) -> str:
    return SLOT.sub(lambda m: fill.get(m[1]) or forms(m[1], irregular)[name or "base"], phrase)


# What stands before a bare form, and before a participle.
BARE = frozenset(
    "to will would can could may might must shall should do does did don't doesn't didn't won't wouldn't".split()
)
BARE |= frozenset("cannot can't couldn't not let helped".split())
PERFECT = frozenset("has have had having be been being is was were are it's he's she's they've we've never".split())
MANY = frozenset("they we you people police who men women children".split())
SKIPPED = frozenset("not also already finally never always even".split())


def form_at(before: list[str], named: Mapping[str, object]) -> str:
    """Which of the forms that look alike here is meant, by the words before it, in lower case, the nearest last."""
    while len(before) > 1 and before[-1] in SKIPPED:
        before = before[:-1]
    last = before[-1] if before else ""
    if last in BARE and "base" in named:
        return "base"
    if last in PERFECT and "part" in named:
        return "part"
    many = last in MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")))
    wanted = ("pasts", "past", "plural") if many else ("past", "s", "pasts")
    return next((name for name in (*wanted, *FORMS) if name in named), "")
