"""XML from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.platforms.base import UnexpectedAnswerError
from crawlers.platforms.safe_xml import child_text, is_xml, local_name, read_xml
from tests.crawlers.hostile import FEEDS, MOST_SECONDS, seconds


def read(text):
    return read_xml(text.encode(), "rss", "urlset", what="XML")


def test_text_above_the_declaration_and_names_in_any_namespace():
    found = read(
        "\ufeff\n <?xml version='1.0'?><rss xmlns:g='http://g'><g:id> 7 </g:id></rss>"
    )
    assert (local_name(found.root), child_text(found.root, "id")) == ("rss", "7")
    assert child_text(found.root, "title") is None
    assert found.whole


def test_what_is_cut_off_is_used_but_not_whole():
    found = read("<rss><item>een</item><item>tw")
    assert [e.text for e in found.root] == ["een", "tw"]
    assert not found.whole


@pytest.mark.parametrize(
    "text", ["", "nee", "{}", "<html><body/></html>", "<feed/>", "<", "\x00"]
)
def test_anything_else_is_not_what_was_expected(text):
    with pytest.raises(UnexpectedAnswerError):
        read(text)


def test_entities_and_files_are_left_alone():
    bomb = "<!ENTITY e0 'x'>"
    for number in range(1, 12):
        bomb += f"<!ENTITY e{number} '{f'&e{number - 1};' * 10}'>"
    for declared in (bomb, "<!ENTITY e11 SYSTEM 'file:///etc/hostname'>"):
        found = read(f"<!DOCTYPE rss [{declared}]><rss><title>a&e11;b</title></rss>")
        assert len(child_text(found.root, "title") or "") < 10


def test_what_an_answer_is_by_its_first_tag():
    assert is_xml(b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>", "rss")
    assert is_xml(b"<rdf:RDF>", "RDF")
    assert not is_xml(b"<!doctype html><html>", "rss")
    assert not is_xml(b"", "rss")


@given(st.binary(max_size=200))
def test_any_bytes_are_xml_or_not(body):
    try:
        read_xml(body, "rss", what="XML")
    except UnexpectedAnswerError:
        return


@pytest.mark.parametrize("name", FEEDS)
def test_a_hostile_answer_takes_no_longer_than_it_is(name):
    def attempt(text):
        read_xml(text.encode(), "rss", "urlset", "workzag-jobs", what="XML")

    assert seconds(attempt, FEEDS[name]) < MOST_SECONDS
