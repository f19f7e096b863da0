"""What the work asks on paper: own fields first, then the text."""

from dataclasses import replace

from crawlers.reading.asked import education_asked, papers_asked
from crawlers.reading.facts import facts_of
from schemas.vacancy import Posting

PLAIN = Posting(source="w", source_key="1", url="u", title="Kok", description="")


def education(text, field=None):
    posting = replace(PLAIN, education=field)
    return education_asked(posting, facts_of("Kok", text)).columns


def test_the_field_tells_the_level_and_the_text_whether_a_diploma_is_asked():
    strict = {"education_min": "mbo3", "education_strict": True}
    assert education("- een mbo-3 diploma", "mbo-3") == strict
    loose = {"education_min": "hbo", "education_strict": False}
    assert education("- een mbo-3 diploma", "bachelor degree") == loose


def test_the_text_comes_in_where_the_field_is_silent():
    read = education("- geen diploma nodig")
    assert read == {"education_min": "none", "education_strict": False}
    assert education("Kom langs.")["education_min"] is None


def test_papers_and_language_each_with_their_words():
    text = "- rijbewijs B\n- VCA is een pré\n- goed Nederlands"
    read = papers_asked(facts_of("Kok", text))
    assert read.columns == {
        "licences": ("B",),
        "licences_wish": (),
        "certificates": (),
        "certificates_wish": ("VCA",),
        "dutch_level": "B2",
    }
    assert {name: trace["raw"] for name, trace in read.traces.items()} == {
        "licences": "rijbewijs B",
        "certificates": "VCA is een pré",
        "dutch_level": "goed Nederlands",
    }


def test_no_papers_no_traces():
    assert papers_asked(facts_of("Kok", "Kom langs.")).traces == {}
