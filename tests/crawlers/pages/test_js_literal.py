"""JavaScript literals as data, and nothing that would have to be run."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.js_literal import NotALiteralError, read_literal
from tests.crawlers.hostile import MOST_SECONDS, filled, seconds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[{id: '101', url: \"/a\", n: -1.5e2, }, ]; alert(1)",
         [{"id": "101", "url": "/a", "n": -150.0}]),
        (r"['McDonald\u0027s', 's\xf6ker', 'a\'b', 'a\
b', 'regel\n', '\u{1F600}', '\q']",
         ["McDonald's", "söker", "a'b", "ab", "regel\n", "😀", "q"]),
        ("{'job-id-1': true, internal: !1, none: null, un: undefined, 7: []}",
         {"job-id-1": True, "internal": False, "none": None, "un": None, "7": []}),
        ("/* lijst */ [ // een\n 1, /* twee */ 2 ]", [1, 2]),
        ("{}", {}), ("[]", []), ("'{not: data}'", "{not: data}"), ("12", 12),
    ],
)  # fmt: skip
def test_what_is_data(text, value):
    assert read_literal(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "[1 2]", "[1,,2]", "{a}", "{a: b}", "{a: f()}", "[function(){}]", "['open", "[1", "{a:1",
     "{]: 1}", "{: 1}", "[`x`]", "/* open", "new Date()", "[" * 100],
)  # fmt: skip
def test_what_is_code_or_cut_off(text):
    with pytest.raises(NotALiteralError):
        read_literal(text)


def test_it_starts_where_it_is_told():
    assert read_literal("x = {a: 1};", 4) == {"a": 1}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(JSON)
def test_json_is_data_too(value):
    assert read_literal(json.dumps(value)) == value


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="{}[]:,'\"\\/* \nabu0129!.-"))
def test_any_text_is_data_or_not(text):
    try:
        read_literal(text)
    except NotALiteralError:
        return


@pytest.mark.parametrize(
    "piece", ["[", "{a:", "'", "\\", "/*", "1", "1,", "a", " ", "//", "'a',"]
)
def test_hostile_text_takes_no_longer_than_it_is(piece):
    def attempt(text):
        with pytest.raises(NotALiteralError):
            read_literal(text)

    assert seconds(attempt, filled(piece, "[", "(")) < MOST_SECONDS
