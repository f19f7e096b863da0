"""How much of a sample can be read, field by field."""

from dataclasses import replace

import pytest

from crawlers.probe.scores import scores_of
from schemas.vacancy import Posting, PostingPlace
from tests.builders import vacancy

BARE = Posting(
    source="wilg", source_key="1", url="https://x.nl/1", title="Kok", description=""
)
NOTHING = {
    **dict.fromkeys(("employer", "place", "hours_min", "hours_max", "date_posted")),
    "text": "",
    "provenance": {},
}


def score(field, posting=None, **facts):
    pairs = [(replace(BARE, **(posting or {})), vacancy(**(NOTHING | facts)))]
    return next(each for each in scores_of(pairs) if each.field == field)


@pytest.mark.parametrize(
    ("field", "posting", "facts"),
    [
        ("hours", {}, {"hours_min": 24.0}),
        ("hours", {}, {"hours_negotiable": True}),
        ("salary", {}, {"salary_max": 3100.0}),
        ("place", {}, {"place": "Zwolle"}),
        ("text", {}, {"text": "x" * 401}),
        ("employer", {}, {"employer": "De Wilg"}),
    ],
)
def test_what_is_understood_is_read(field, posting, facts):
    told = score(field, posting, **facts)
    assert (told.read, told.unreadable, told.absent, told.total) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("field", "posting"),
    [
        ("hours", {"hours": "circa 2x2 dagdelen"}),
        ("salary", {"salary_text": "schaal 7"}),
        ("place", {"places": (PostingPlace(locality="Ergens"),)}),
        ("education", {"education": "vakbekwaam"}),
        ("contract", {"employment_types": ("SEASONAL",)}),
        ("text", {"description": "<p>Kort.</p>"}),
        ("valid_through", {"valid_through": "31 smurf"}),
    ],
)
def test_what_is_printed_and_not_understood_is_unreadable(field, posting):
    told = score(field, posting)
    assert (told.read, told.unreadable, told.absent) == (0, 1, 0)


@pytest.mark.parametrize(
    ("field", "posting"),
    [
        ("hours", {"hours": "in overleg"}),
        ("salary", {"salary_text": "In consultation"}),
        ("place", {"places": (PostingPlace(country="NL"),)}),
        ("contract", {"employment_types": ("FULL_TIME",)}),
        ("valid_through", {}),
    ],
)
def test_what_says_nothing_of_it_is_absent(field, posting):
    told = score(field, posting)
    assert (told.read, told.unreadable, told.absent) == (0, 0, 1)


def test_what_stood_only_in_the_text_is_told():
    found = {"provenance": {"hours": {"part": "text"}}, "hours_min": 24.0}
    assert score("hours", **found).from_text == 1
    assert score("hours", hours_min=24.0).from_text == 0
