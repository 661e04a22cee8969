"""What a page's prefilter promises: a text without its needles holds no hit."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from wirelint.engine import check
from wirelint.model import Finding
from wirelint.rulebook import Rule, read_pack, shipped_folder
from wirelint.rulebook.needs import of_pattern, of_phrases
from wirelint.text.document import Document
from wirelint.text.index import Index, Share, Wanted, index

PACK = read_pack(shipped_folder(), own=True)
RULES = [Rule(page, share=share) for page, share in PACK.shares()]
# Each turn of each page as if it had no needles: it sees every text, and all of it.
EVERYWHERE = Index(index([Wanted((None,) * len(page["needs"])) for page in PACK.pages]))
UNTOLD = [Rule(page, share=Share(EVERYWHERE, number)) for number, page in enumerate(PACK.pages)]
SHARED = Path(__file__).parents[2] / "shared" / "news"


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\b[Tt]he past (?P<day>Monday|Friday)\b", {"the past monday", "the past friday"}),
        (r"(?:has|have) ensured that\b", {"has ensured that", "have ensured that"}),
        (r"colou?r\s+television", {"television"}),
        (r"\d+ (?:kilos |tons )?of", {" of"}),
        (r"\d+ (?:a|of)", None),
        (r"[a-z]+ing", {"ing"}),
        (r"(?<!not )next to|beside", {"next to", "beside"}),
        (r"(?P<x>one) and (?P=x)", {"one and "}),
        (r"\p{Lu}\p{Ll}+(?:He|She) said", {"he said"}),
        (r"\boperation (?:in|at the|from) \d", {"operation "}),
    ],
)
def test_a_pattern_tells_what_it_cannot_do_without(pattern: str, literals: set[str] | None) -> None:
    found = of_pattern(pattern)

    assert (None if found is None else {literal for _, literal in found}) == literals


def test_words_cut_by_the_edge_of_a_literal_are_no_whole_words() -> None:
    assert of_pattern("next to the presid") == ((("to", "the"), "next to the presid"),)
    assert of_pattern(r"\bnext to the presid") == ((("next", "to", "the"), "next to the presid"),)


def test_a_phrase_is_found_across_a_line_break_and_with_either_apostrophe() -> None:
    share = Share(Index(index([Wanted((of_phrases(["the man's handy"]),), flat=True)])), 0)

    assert share.standing(Document("They took the\nman’s handy.").facts) == {0: ["s handy"]}
    assert share.standing(Document("The man took a handy guide.").facts) == {}


def _texts() -> list[str]:
    examples = [text for page in PACK.pages for example in page["examples"] for text in example.values()]
    rng = random.Random(7)
    words = sorted({word for text in examples for word in text.split()})
    made = [" ".join(rng.choices(words, k=40)) for _ in range(200)]
    return (
        examples + made + [text.upper() for text in examples[::5]] + [text.replace(" ", "\n", 3) for text in examples]
    )


def _without_prefilter(texts: list[str]) -> None:
    for text in texts:
        doc = Document(text)
        assert _said(check(doc, RULES)) == _said(check(doc, UNTOLD)), text


def _said(report: object) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    return report.findings, report.hidden  # type: ignore[attr-defined]


def test_the_prefilter_loses_nothing_of_the_book_s_own_texts() -> None:
    _without_prefilter(_texts())


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="the developers' news is not beside this clone")
def test_the_prefilter_loses_nothing_of_real_news() -> None:
    rows = [
        json.loads(line)
        for name in ("native", "translated")
        for line in (SHARED / f"{name}.jsonl").open(encoding="utf-8")
    ]

    _without_prefilter([row["text"] for row in rows[::3]])
