"""HTML to lines of words, and never to anything that runs."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from crawlers.pages.plain_text import plain_text, unescaped


def test_html_becomes_lines():
    markup = "<h3>Taken</h3><ul><li>kas</li><li>vakken</li></ul><script>x()</script>"
    assert plain_text(markup) == "Taken\n\n• kas\n• vakken"
    assert plain_text("&lt;p&gt;Hoi &amp;amp; dag&lt;/p&gt;") == "Hoi & dag"
    assert plain_text("Lonen > 10 & < 20") == "Lonen > 10 & < 20"


@pytest.mark.parametrize("layers", [0, 1, 2])
def test_escaped_markup_is_undone_at_most_twice(layers):
    markup = "<p>Je werkt &amp; leert</p>"
    for _ in range(layers):
        markup = markup.replace("&", "&amp;").replace("<", "&lt;")
    assert plain_text(markup) == "Je werkt & leert"


def test_a_third_layer_stays_what_it_is():
    assert unescaped("&amp;amp;lt;p&gt;") == "&amp;amp;lt;p&gt;"


def test_words_about_markup_are_no_markup():
    assert plain_text("<p>Je kent &lt;script&gt; en R&amp;D</p>") == (
        "Je kent < script> en R&D"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>kwaad()</script>",
        "<style>p{color:red}kwaad</style>",
        '<iframe src="https://spoor.example/kwaad"></iframe>',
        '<img src="https://spoor.example/pixel.gif?kwaad" width=1>',
        "<svg><text>kwaad</text></svg>",
        "<math><mi>kwaad</mi></math>",
        "<template>kwaad</template>",
        "<noscript>kwaad</noscript>",
        "<!-- kwaad -->",
        '<p style="background:url(//spoor.example/kwaad)"></p>',
        '<object data="kwaad">kwaad</object>',
        "<select><option>kwaad</option></select>",
    ],
)
def test_scripts_styles_and_trackers_leave_nothing(hidden):
    assert plain_text(f"<p>Je werkt</p>{hidden}<p>overdag</p>") == "Je werkt\n\noverdag"


def test_blocks_part_the_words_and_inline_tags_do_not():
    markup = "<div>Wat ga je doen?</div><div>Je <b>kookt</b>&nbsp;zelf</div>en<br>meer"
    assert plain_text(markup) == "Wat ga je doen?\n\nJe kookt zelf\nen\nmeer"


def test_lists_and_empty_lines_are_tidied():
    markup = "<ul><li> </li><li>een</li></ul><p>&nbsp;</p><p></p><ul><li>twee</li></ul>"
    assert plain_text(markup) == "• een\n• twee"


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<", ">", "</", "p", "script", "li", "&lt;", "&amp;", "&#60;", "lt;", "!--", "-->",
         "svg", " ", "onload=x", '"', "<b", "]]>", "tekst", "\u202e", "\n", "&", ";", "#60"]
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text() | FRAGMENTS.map("".join))
@example("&ampLT;A")
@example("&#38;lt;b> en &#38;amp;lt;/b>")
def test_no_text_can_be_read_as_markup_again(markup):
    text = plain_text(markup)
    found = html.fragment_fromstring(text or "leeg", create_parent="div")
    assert [element.tag for element in found.iter()] == ["div"]
    assert plain_text(text.replace("&", "&amp;")).split() == text.split()


@pytest.mark.parametrize(
    "piece",
    ["<", "<p", "<li>", "</ul>", "&lt;", "&amp;lt;", "<!--", "<div ", " ", "\n", "• \n",
     "<script>", "<svg><p>", "&", "&#", "<a href='", "<table><td>", "\u200b", "<b>" ],
)  # fmt: skip
def test_a_million_hostile_letters_cost_little_time(piece):
    began = time.process_time()
    plain_text(piece * (400_000 // len(piece)))
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    "nest",
    ["<div>" * 80_000, "<div>" * 40_000 + "</div>" * 40_000, "<div></b>" * 40_000,
     "<b><div>" * 40_000, "<li><ul>" * 40_000, "<x-y>" * 80_000, "<div" + " " * 9 + ">" * 9_000],
    ids=lambda nest: nest[:12],
)  # fmt: skip
def test_what_is_nested_without_end_is_read_roughly(nest):
    began = time.process_time()
    text = plain_text(
        f"<p>Je kookt.</p><script>kwaad()</script>{nest}<h2>Ook &amp; dit</h2>"
    )
    assert time.process_time() - began < 4
    assert "Je kookt." in text
    assert "kwaad" not in text
