"""The last guard behind every reader: fields hold words."""

from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.letters import one_line
from crawlers.pages.wording import in_words
from schemas.vacancy import Origin, Posting, PostingPlace

TEXTS = st.text(max_size=60)


def posting(**other):
    facts = {
        "source": "wilg",
        "source_key": "1",
        "url": "https://x.nl/1",
        "title": "Kok",
        "description": "<p>Kook</p>",
    }
    return Posting(**{**facts, **other})


def test_what_is_words_already_stays_the_very_same():
    whole = posting(
        places=(PostingPlace(locality="’s-Gravenhage"),), hours="24 – 32 uur"
    )
    assert in_words(whole) is whole


def test_no_field_of_any_platform_keeps_markup_or_an_unseen_letter():
    bad = "<b onclick=x>\u202eZwolle\x07"
    kept = in_words(
        posting(
            source_key=bad,
            title=bad,
            employer=bad,
            hours=bad,
            employment_types=(bad,),
            places=(PostingPlace(locality=bad, postcode=bad, region=bad, country=bad),),
            origins={"": Origin(part="html", path="page", raw=bad)},
        )
    )
    assert asdict(kept)["places"][0]["region"] == "< b onclick=x>Zwolle"
    assert kept.origins[""].raw == kept.employment_types[0] == kept.title
    assert kept.description == "<p>Kook</p>"


def test_white_space_alone_is_no_word():
    kept = in_words(posting(title="\n", employer="  Wilg ", hours="24\n– 32"))
    assert (kept.title, kept.employer, kept.hours) == ("", "Wilg", "24 – 32")


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, st.none() | TEXTS)
def test_any_posting_is_survived(title, place, hours):
    where = (PostingPlace(locality=place),)
    kept = in_words(posting(title=title, places=where, hours=hours))
    assert one_line(kept.title) == kept.title
    assert one_line(kept.places[0].locality) == kept.places[0].locality
    assert (kept.hours is None) == (hours is None)
