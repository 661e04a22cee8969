"""What readers promise, whatever the file: each letter of prose has its place in it, and an edit changes that place alone."""

from __future__ import annotations

from html import unescape
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wirelint.engine import check
from wirelint.errors import UnreadableDocument
from wirelint.files import load, save
from wirelint.fix import fix
from wirelint.model import Edit, Finding, Fix, Safety, Severity, Span, applied
from wirelint.rulebook import Rule, read_pack, shipped_folder
from wirelint.text.document import Document
from wirelint.text.prose import HOLE
from wirelint.text.read import decode, format_of, read

FORMATS = ("text", "html", "markdown")
WORDS = st.sampled_from(["Goma", "the", "talks", "said.", "“No”", "é", "🚀", "5", "R&D", "a"])
HTML = st.sampled_from(
    """<p> </p> <P> <b> </b> <i class="x>y"> </i> <br> <br/> <li> <td> <h2> </h2> <a href='#'> </a> <code> </code> <pre> </pre>
    <script> </script> <svg> </svg> <sup> </sup> <!-- --> <!-->  <!doctype  </ <> < > & &amp; &nbsp; &lt &eacute; &#8217; &#x1F;
    &zz; &#10; <q> </q> <p lang=fr> <span lang="fr"> <del> </del> <title> <img alt="x"> <a ="> ' " = / ]]> <![CDATA[""".split(
        " "
    )
)
MARKDOWN = st.sampled_from(
    """* ** *** _ __ ` `` ~~ [ ] ( ) ![ ](x) [x] [x]: [^1] [^1]: <b> </b> <br> <code> </code> <!-- --> <http://a.b> < > & &amp; &zz;
    \\ \\* \\\\ | - + # ## > 1. --- === +++ ``` http://a.b/(c) www.x.y {{x}} {#id} ! " ' .""".split(" ")
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\r", "\n\n", "\n> ", "\n- ", "\n    ", "\t", "\u00a0"])


def soup(marks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(WORDS, WORDS, marks, BLANKS), max_size=40).map("".join)


MARKED_UP = st.one_of(st.tuples(st.just("html"), soup(HTML)), st.tuples(st.just("markdown"), soup(MARKDOWN)))
ANYTHING = st.one_of(MARKED_UP, st.tuples(st.sampled_from(FORMATS), st.text()))


def blocks(doc: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(doc.text)) for block in doc.facts.blocks]


def prose(raw: str, format: str) -> list[str]:
    return [text for _, text in blocks(read(raw, format=format))]


class Capitals:
    """A checker that knows one town."""

    id = "casing/lowercase-place"

    def __init__(self, bad: str = "bamako", good: str = "Bamako") -> None:
        self.bad, self.good = bad, good

    def may_speak(self, doc: Document) -> bool:
        return True

    def find(self, doc: Document) -> list[Finding]:
        at = doc.text.find(self.bad)
        if at < 0:
            return []
        span = Span(at, at + len(self.bad))
        repair = Fix((Edit(span, self.good),), Safety.SAFE)
        return [Finding(self.id, span, "a town", "linguistic/capitalization", Severity.MAJOR, (repair,))]


def mended(raw: str, format: str, bad: str = "bamako", good: str = "Bamako") -> str:
    return fix(read(raw, format=format), [Capitals(bad, good)], lambda raw: read(raw, format=format)).document.raw


# What is read


@given(ANYTHING)
@example(("html", "<a"))
@example(("markdown", "> - a\n>\tb  \n> c"))
def test_each_segment_is_its_slice_of_the_file(given: tuple[str, str]) -> None:
    format, raw = given

    doc = read(raw, format=format)

    for segment in doc.map.segments or ():
        said, there = segment.text.of(doc.text), segment.raw.of(raw)
        if segment.copied:
            assert said == there
        else:
            assert said in (unescape(there).strip(" \t\n\r\f"), there[1:]) or (
                said == " " and (set(there) & set("\n\r&") or not there.strip(" \t\f"))
            )


@given(ANYTHING)
def test_no_letter_is_read_twice_and_blocks_are_set_apart(given: tuple[str, str]) -> None:
    format, raw = given

    doc = read(raw, format=format)

    segments = doc.map.segments or ()
    by_place = sorted(segment.raw for segment in segments)
    assert all(a.end <= b.start for a, b in pairwise(by_place))
    assert all(a.text.end <= b.text.start for a, b in pairwise(segments))
    if format != "text":
        assert "\n\n".join(text for _, text in blocks(doc)) == doc.text
        assert all(text == text.strip(" \t\n\r\f") for _, text in blocks(doc))


@given(MARKED_UP, st.data())
def test_what_is_shown_holds_all_that_is_meant(given: tuple[str, str], data: st.DataObject) -> None:
    format, raw = given
    doc = read(raw, format=format)
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, len(doc.text)))

    shown, exact = doc.map.around(Span(start, end)), doc.map.raw(Span(start, end))

    assert 0 <= shown.start <= shown.end <= len(raw)
    assert exact is None or start == end or shown == exact
    if format == "html":
        touched = [s for s in doc.map.segments or () if s.text.overlaps(Span(start, end))]
        assert all(shown.holds(s.raw) for s in touched[1:-1])


@given(MARKED_UP, st.data())
def test_reading_after_writing_gives_the_edited_prose(given: tuple[str, str], data: st.DataObject) -> None:
    format, raw = given
    doc = read(raw, format=format)
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, min(len(doc.text), start + 12)))
    new = data.draw(st.text("aé& <>*_.;-#[]()!1", max_size=4).map(str.strip))

    edit = doc.in_file(Edit(Span(start, end), new))

    if edit is not None and (new or leaves_words(doc, start, end)):
        expected = doc.text[:start] + new + doc.text[end:]
        after = read(applied(raw, (edit,)), format=format).text
        assert "".join(after.split()) == "".join(expected.split())
        # In HTML a blank may fall away with what it set apart, or appear where mark-up had set it beside another.
        assert format == "html" or after == expected


@given(MARKED_UP, st.data())
def test_a_block_that_is_deleted_goes_whole_and_takes_nothing_along(
    given: tuple[str, str], data: st.DataObject
) -> None:
    format, raw = given
    doc = read(raw, format=format)
    said = [block.span.of(doc.text) for block in doc.facts.blocks]
    wholes = [index for index, block in enumerate(doc.facts.blocks) if block.whole]
    assume(wholes)
    chosen = data.draw(st.sampled_from(wholes))

    edit = doc.in_file(Edit(doc.facts.blocks[chosen].span, ""))

    assume(edit is not None and edit.span == doc.facts.blocks[chosen].whole)
    assert edit is not None
    assert prose(applied(raw, (edit,)), format) == said[:chosen] + said[chosen + 1 :]


def leaves_words(doc: Document, start: int, end: int) -> bool:
    block = next(block.span for block in doc.facts.blocks if start <= block.span.end)
    return any(c.isalnum() for c in doc.text[block.start : start] + doc.text[end : block.end])


def test_html_is_read_in_blocks() -> None:
    page = """<!DOCTYPE html><html lang="en"><head><title>Talks &amp; arms</title><style>p{color:red}</style></head>
    <body><h1>Talks resume\n      in <em>Goma</em></h1><p>Caf&eacute; owners left.<P>Others did not.
    <ul><li>One<li>Two</ul><table><tr><td> 3 <td>4</table><figure><img alt="no"><figcaption>A view</figcaption></figure>"""

    assert blocks(read(page, format="html")) == [
        ("heading", "Talks & arms"),
        ("heading", "Talks resume in Goma"),
        ("paragraph", "Café owners left."),
        ("paragraph", "Others did not."),
        ("item", "One"),
        ("item", "Two"),
        ("cell", "3"),
        ("cell", "4"),
        ("caption", "A view"),
    ]


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        ("<p>La<b>v</b>rov</p>", ["Lavrov"]),
        ("<div>Lavrov</div>He said", ["Lavrov", "He said"]),
        ("<p>the <b> envoy</b> left", ["the envoy left"]),
        ("one<br>Two", ["one", "Two"]),
        ("one<br />\ntwo", ["one\ntwo"]),
        ("one<br><br>two", ["one", "two"]),
        ("5 < 6 & 7 > 6", ["5 < 6 & 7 > 6"]),
        ("R&D &unknown; &#xD800; &#99999999999;", ["R&D &unknown; \ufffd &#99999999999;"]),
        ("&amp;quot;", ["&quot;"]),
        ("a<script>if (a < b) '<p>'</script>b", ["ab"]),
        ("a<!-- <p> -->b<!---->c<!-- -- > d", ["abc"]),
        ("run <code>a < b</code> now", [f"run {HOLE} now"]),
        ("<p>run <code>a<p>Next", [f"run {HOLE}", "Next"]),
        ("<pre>code\n  code</pre><p>Prose", ["Prose"]),
        ("<svg><text>no</text><svg></svg>no</svg>yes", ["yes"]),
        ("the 10<sup>th</sup> day.<sup><a href='#n1'>[1]</a></sup> He", ["the 10th day. He"]),
        ("said <i lang='fr'>“Jamais”</i> twice", [f"said {HOLE} twice"]),
        ("<p lang=es>No es inglés</p><p lang=en-GB>English</p>", ["English"]),
        ("<![CDATA[<p>In a feed</p>]]>", ["In a feed"]),
        ("x ]]> y", ["x ]]> y"]),
        ("<a title='it>s' href=x>go</a><a title=it's>on</a>", ["goon"]),
        ("he <q>agrees</q>", ["he “agrees”"]),
        ("was <del>nine</del> <ins>ten</ins>", ["was ten"]),
        ("<p>&nbsp;</p><p> <b></b></p>", []),
        ("unclosed <a href='", ["unclosed"]),
        ("<textarea><p>no</textarea>", []),
        ("<SCRIPT>no</Script >yes", ["yes"]),
    ],
)
def test_html_reads(raw: str, read_as: list[str]) -> None:
    assert prose(raw, "html") == read_as


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        ("# Talks *resume* #", ["Talks resume"]),
        ("Talks\nresume\n===", ["Talks resume"]),
        ("> The *envoy\n> left* early", ["The envoy left early"]),
        ("- one\n- two\n  more\n\n  para", ["one", "two more", "para"]),
        ("one  \nTwo\\\nthree", ["one", "Two\nthree"]),
        ("```\ncode\n```\n\n    code\n\nprose", ["prose"]),
        ("run ``a ` b`` now", [f"run {HOLE} now"]),
        ("see [the *list*](http://a.b/c_(d) 'Title') here", ["see the list here"]),
        ("[a] [b][a] [c][] [sic]\n\n[a]: /x 'y'\n[c]: <z>", ["a b c [sic]"]),
        ("![A *view*](x.jpg)\n\nprose ![inline](y) on", ["A view", "prose on", "inline"]),
        ("see <https://a.b> or https://a.b/c. Or www.a.b!", [f"see {HOLE} or {HOLE}. Or {HOLE}!"]),
        (r"\*not\* 3 * 4 a_b_c **b**c \& &amp; &nosuch;", ["*not* 3 * 4 a_b_c bc & & &nosuch;"]),
        ("said.[^1] He\n\n[^1]: A note.\n[^b]: Other.", ["said. He", "A note.", "Other."]),
        ("| a | b\\|c |\n|---|---|\n| d *e* | |", ["a", "b|c", "d e"]),
        ("a <b>b</b><br>C <code>d</code> <!-- e --> 3 < 4", ["a b", f"C {HOLE} 3 < 4"]),
        ("<div>\n<p>In *HTML* &amp; so</p>\n</div>\n\nOut", ["In *HTML* & so", "Out"]),
        ("## Head {#anchor}\n\n{{< fig src='x' >}}\n\ntext {% raw %} {{ a.b }} {{title}}", ["Head", "text {{title}}"]),
        ("- [ ] to do\n- [x] done", ["to do", "done"]),
        ("~~old~~ new ~ 5", ["new ~ 5"]),
        ("said.<sup>[1](#n1)</sup> He, the 3<sup>rd</sup>", ["said. He, the 3rd"]),
        ("a\r\nb\rc", ["a b c"]),
        ("two  blanks \t are one", ["two blanks are one"]),
        ("---\n\nNot front matter\n\n---", ["Not front matter"]),
    ],
)
def test_markdown_reads(raw: str, read_as: list[str]) -> None:
    assert prose(raw, "markdown") == read_as


def test_front_matter_is_read_where_it_is_prose() -> None:
    yaml = '---\ntitle: Talks: day two\nsubtitle: Talks resume # live\nslug: talks-resume\nsummary: "A *long* day"\ndek: 5\n'
    yaml += "description: >\n  Folded\ncaption: Two\n  lines\nabstract: 'It''s'\n---\n\nProse"
    toml = "+++\ntitle = 'Talks resume'\ndate = 2026-01-02\nsummary = \"A day\" # note\n+++\nProse"

    assert blocks(read(yaml, format="markdown")) == [
        ("heading", "Talks resume"),
        ("paragraph", "A *long* day"),
        ("paragraph", "Prose"),
    ]
    assert prose(toml, "markdown") == ["Talks resume", "A day", "Prose"]


@given(
    st.lists(
        st.one_of(WORDS, st.sampled_from([*"* ** _ ` [ ] ](x) \\* &amp; ! ( ) - .".split(), " ", "\n"])), max_size=25
    )
)
def test_markdown_is_read_as_it_is_rendered(parts: list[str]) -> None:
    raw = "Said " + "".join(parts)

    rendered = MarkdownIt("commonmark").render(raw)

    assert without_captions(raw) == prose(rendered, "html")


def without_captions(raw: str) -> list[str]:
    return [text for kind, text in blocks(read(raw, format="markdown")) if kind != "caption"]


FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"


@pytest.mark.parametrize("name", ["page.html", "draft.md"])
def test_whole_files_are_read(name: str) -> None:
    loaded = load(str(FIXTURES / name))
    expected = (FIXTURES / name).with_suffix(".blocks").read_text(encoding="utf-8")

    doc = read(loaded.raw, format=format_of(name))

    assert [f"{kind}\t{text}".replace("\n", "\\n") for kind, text in blocks(doc)] == expected.splitlines()


@pytest.mark.parametrize("name", ["page.html", "draft.md"])
def test_a_fix_changes_the_prose_of_a_file_and_nothing_else(name: str, tmp_path: Path) -> None:
    draft = tmp_path / name
    draft.write_bytes((FIXTURES / name).read_bytes())
    loaded = load(str(draft))
    read_as = read(loaded.raw, format=format_of(name)).text

    save(loaded, mended(loaded.raw, format_of(name), "lomé", "Lomé"))

    assert draft.read_bytes().lower() == loaded.data.lower()
    assert read(load(str(draft)).raw, format=format_of(name)).text == read_as.replace("lomé", "Lomé")


@pytest.mark.parametrize("hole", ["<code>x = 1</code>", "<i lang=fr>raison d'état</i>", "<math><mi>x</mi></math>"])
def test_no_rule_speaks_of_what_is_no_prose(hole: str) -> None:
    rules = [Rule(page) for page in read_pack(shipped_folder(), own=True).pages if page["status"] == "stable"]
    page = f"""<h1>{hole} in Lagos</h1><p>{hole} was said on Monday, {hole}, and so was “{hole}”. {hole}: the crews ({hole})
    left the {hole}. An {hole}, he said.</p><ul><li>{hole}</li></ul><p>It was {hole}</p>"""

    assert check(read(page, format="html"), rules).findings == ()


# What is written


@pytest.mark.parametrize(
    ("format", "raw", "fixed"),
    [
        ("html", "<p>In <b>bamako</b>, no</p>", "<p>In <b>Bamako</b>, no</p>"),
        (
            "html",
            "a &amp; b\r\n<P CLASS=x>bamako&nbsp;&eacute;<br/>",
            "a &amp; b\r\n<P CLASS=x>Bamako&nbsp;&eacute;<br/>",
        ),
        ("html", "<p>In bama<b>ko</b>", "<p>In Bama<b>ko</b>"),
        ("html", "<p>In b<b>amako</b>", "<p>In B<b>amako</b>"),
        ("html", "<p>In <b>b</b>amako", "<p>In <b>B</b>amako"),
        ("html", "<p>bam&#97;ko &amp; so", "<p>Bam&#97;ko &amp; so"),
        ("markdown", "---\ntitle: In bamako\n---\r\n", "---\ntitle: In Bamako\n---\r\n"),
        ("markdown", "> *In\r\n> **bamako***", "> *In\r\n> **Bamako***"),
        ("markdown", "[bamako](bamako.md)", "[Bamako](bamako.md)"),
        ("text", "In bamako\r\n\r\n", "In Bamako\r\n\r\n"),
        ("text", "In bamako\rIn Goma\n", "In Bamako\rIn Goma\n"),
    ],
)
def test_markup_survives_a_fix(format: str, raw: str, fixed: str) -> None:
    assert mended(raw, format) == fixed


def test_a_change_that_crosses_a_tag_is_shown_and_not_made() -> None:
    doc = read("<p>We met in bama<b>ko</b></p>", format="html")

    (finding,) = check(doc, [Capitals("in bamako", "at Goma")]).findings

    assert finding.fixes[0].safety is Safety.SHOWN
    assert doc.map.around(finding.span).of(doc.raw) == "in bama<b>ko"


@pytest.mark.parametrize(
    ("format", "raw", "bad", "good", "fixed"),
    [
        ("text", "One. Two.\r\n", ". T", ".\nT", "One.\r\nTwo.\r\n"),
        ("text", "One. Two.\n", ". T", ".\nT", "One.\nTwo.\n"),
        ("html", "One. Two.\n", ". T", ".\nT", "One. Two.\n"),
        ("html", "a &amp; b", "&", "and", "a and b"),
        ("html", "a plus b", "plus", "&", "a &amp; b"),
        ("html", "a\n   b", "a b", "a c", "a\n   c"),
        ("html", "a\n   , b", "a ,", "a,", "a, b"),
        ("html", "a<br>b", "a\nb", "a c", "a<br>b"),
        ("html", "x < y", " y", "y", "x < y"),
        ("markdown", "**Lavrov**He", "LavrovHe", "Lavrov He", "**Lavrov** He"),
        ("html", "the past <b>Monday</b>", "the past Monday", "last Monday", "last <b>Monday</b>"),
        ("markdown", "-He left", "-He", "- He", "-He left"),
        ("markdown", "1.He left", "1.He", "1. He", "1.He left"),
        ("markdown", "a plus b", "plus", "*", "a &#42; b"),
        ("markdown", "a\n> b\n\n> c\n> d", "c d", "c-d", "a\n> b\n\n> c-d"),
        ("markdown", "---\ntitle: Mali:calm\n---\n", "Mali:calm", "Mali: calm", "---\ntitle: Mali:calm\n---\n"),
        ("markdown", '---\ntitle: "Mali:calm"\n---\n', "Mali:calm", "Mali: calm", '---\ntitle: "Mali: calm"\n---\n'),
        ("markdown", '---\ntitle: "Mali"\n---\n', "Mali", '"Mali"', '---\ntitle: "Mali"\n---\n'),
    ],
)
def test_new_prose_is_written_so_that_it_is_read(format: str, raw: str, bad: str, good: str, fixed: str) -> None:
    assert mended(raw, format, bad, good) == fixed


@pytest.mark.parametrize(
    ("format", "raw", "left"),
    [
        ("html", "<p>A</p>\n  <p class=x>See <a href=y>also</a></p>\r\n<p>B</p>", "<p>A</p>\n<p>B</p>"),
        ("html", "<p>A</p><p>See also</p><p>B</p>", "<p>A</p><p>B</p>"),
        ("html", "<p>A</p>\n<p>See also<p>B", "<p>A</p>\n<p>B"),
        ("html", "<ul>\n<li>A</li>\n<li>See also</li>\n</ul>", "<ul>\n<li>A</li>\n</ul>"),
        ("html", "A<p>See also</p>B", "A<p></p>B"),
        ("html", "<p><img src=x>See also</p>", "<p><img src=x></p>"),
        ("html", "<td>See also</td>", "<td></td>"),
        ("markdown", "A\n\n[See also](x)\n\n\nB\n", "A\n\nB\n"),
        ("markdown", "A\n\n**See** also\n", "A\n"),
        ("markdown", "- A\n- [See also](x)\n\nB", "- A\n\nB"),
        ("markdown", "1. See also\n2. B", "1. See also\n2. B"),
        ("markdown", "- A\n\nSee also\n\n  B", "- A\n\n\n\n  B"),
    ],
)
def test_a_block_of_boilerplate_goes_with_its_mark_up(format: str, raw: str, left: str) -> None:
    read_as = read(raw, format=format)
    (block,) = (block for block in read_as.facts.blocks if block.span.of(read_as.text) == "See also")

    edit = read_as.in_file(Edit(block.span, ""))

    assert (applied(raw, (edit,)) if edit else raw) == left


# What is refused, and how fast


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Caf\xe9\nx", "a.txt:1: not UTF-8 at byte 3 (0xe9)"),
        (b"a\r\nb\rc\n\xff", "a.txt:4: not UTF-8 at byte 7 (0xff)"),
        (b"\xff\xfea\0", "a.txt: UTF-16, not UTF-8"),
        (b"a\nb\0c", "a.txt:2: not a text: byte 3 is NUL"),
        (b"\xed\xa0\x80", "a.txt:1: not UTF-8 at byte 0 (0xed)"),
    ],
)
def test_what_is_not_utf8_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        decode(data, "a.txt")

    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.md", "markdown"),
        ("a.HTML", "html"),
        ("b.md/a", "text"),
        ("a", "text"),
        (".md", "markdown"),
        ("a.xhtml", "html"),
    ],
)
def test_the_ending_tells_the_format(path: str, format: str) -> None:
    assert format_of(path) == format


WORST = {
    "html": "<!-- |<a |<a =\"|<a ='x|&|&amp|&#1|<|</|<!|<![CDATA[|]]>|<sup>|<code>|<svg>|<svg></b>|<script>|<q>|<br>| \n| |<p>|a",
    "markdown": '*|*a |a*|**a _b|_|`|`` ` |[|![|[a](|](|](x)|[](|![](a)|[a][|<|<a |<a ="|<!--|&|\\|{{|~~a|> |- |a\n|<code>|[^1]|\t',
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("format", "bit"), [(format, bit) for format, bits in WORST.items() for bit in bits.split("|")]
)
def test_no_mark_repeated_takes_more_than_linear_time(format: str, bit: str) -> None:
    raw = bit * (100_000 // len(bit))

    start = perf_counter()
    read(raw, format=format)

    # Well below a second; n² steps would be minutes.
    assert perf_counter() - start < 10
