"""Tags with attributes by the thousand."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.crowded import without_crowds
from crawlers.pages.page import NotAPageError, Page, tree_of
from tests.crawlers.hostile import MOST_SECONDS, filled, seconds

CROWD = " ".join(f"a{number}" for number in range(90_000))


def parsed(text):
    return tree_of(Page(source="x", url="https://x.nl/", text=text))


@pytest.mark.parametrize(
    "text",
    [
        f"<p {CROWD}>x</p>",
        f'<p b="<" c=">" {CROWD}>x</p>',
        f"<p b='<i' {CROWD.replace(' ', '=1 ')}>x</p>",
        f"<script {CROWD}>x</script>",
        f"<p {CROWD}",
        f"<p\n{CROWD.replace(' ', '/')}>x</p>",
        f"<!-- <p> --><p {CROWD}>x</p>",
        "".join(f"<p {CROWD[n:n + 4000]}>" for n in range(0, len(CROWD), 4000)),
    ],
    ids=["plain", "quoted marks", "quoted tag", "script", "open", "slashes", "comment", "many"],
)  # fmt: skip
def test_a_crowd_takes_no_minutes(text):
    assert seconds(parsed, text) < MOST_SECONDS


def test_the_words_of_a_crowded_page_stay():
    tree = parsed(f"<h1 {CROWD} id='kop'>Kok</h1><p class='y'>Zwolle</p>")
    assert tree.findtext(".//h1") == "Kok"
    assert tree.find(".//p").get("class") == "y"


def test_data_in_scripts_and_attributes_is_no_crowd():
    data = json.dumps({f"k{n}": "a < b > c = d" for n in range(900)})
    quoted = data.replace("'", "")
    text = f"<script>x = {data}; if (a <b) {{ c = 1 }}</script><div data-x='{quoted}' class='y'>z</div>"
    assert without_crowds(text) == text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>\"'/=!- ascript\n"), st.booleans())
def test_any_text_is_survived_and_a_common_one_left_alone(text, long):
    shown = text + "x" * 6000 if long else text
    assert without_crowds(shown) == shown
    try:
        parsed(shown)
    except NotAPageError:
        return


@pytest.mark.parametrize(
    "piece", ["<a '", '<a "', "<!--", "<script>", "<a b=", "<", "a' \"", "<a/"]
)
def test_hostile_text_takes_no_longer_than_it_is(piece):
    assert seconds(without_crowds, filled(piece, behind="x" * 6000)) < MOST_SECONDS
