"""Whatever a board answers, only what is declared is raised, and what is read is sound."""

import copy
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.normalise import normalise
from crawlers.pages.jobposting import NoPostingError
from crawlers.platforms.base import Reading, UnexpectedAnswerError, Visit, same_site
from crawlers.platforms.in_json import amount
from crawlers.platforms.json_board import MOST_ROWS
from crawlers.platforms.known import platform_named
from crawlers.platforms.posting_parts import sections, united, web_address
from crawlers.platforms.workday_search import Search
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting, PostingPlace
from tests.crawlers.answers import answer, listing
from tests.crawlers.platforms import board_shapes as shapes
from tests.crawlers.platforms import detail_shapes as details

SMART = "https://api.smartrecruiters.com/v1/companies/Wilg/postings"
WORKDAY = "https://wilg.wd3.myworkdayjobs.com/wday/cxs/wilg/Werken"
BAMBOO = "https://wilg.bamboohr.com/careers"
SHAPES = {
    "ashby": (
        shapes.ASHBY,
        listing("https://api.ashbyhq.com/posting-api/job-board/wilg"),
    ),
    "bamboohr": (details.BAMBOO_LIST, listing(f"{BAMBOO}/list")),
    "bamboohr detail": (
        details.BAMBOO_DETAIL,
        Visit(url=f"{BAMBOO}/86/detail", kind="detail"),
    ),
    "greenhouse": (
        shapes.GREENHOUSE,
        listing("https://boards-api.greenhouse.io/v1/boards/wilg/jobs"),
    ),
    "lever": (shapes.LEVER, listing("https://api.lever.co/v0/postings/wilg?skip=0")),
    "pinpoint": (shapes.PINPOINT, listing("https://wilg.pinpointhq.com/postings.json")),
    "recruitee": (shapes.RECRUITEE, listing("https://werkenbij.wilg.nl/api/offers/")),
    "smartrecruiters": (details.SMART_LIST, listing(f"{SMART}?offset=0")),
    "smartrecruiters detail": (
        details.SMART_DETAIL,
        Visit(url=f"{SMART}/743999671674844", kind="detail"),
    ),
    "teamtailor": (shapes.TEAMTAILOR, listing("https://werkenbij.wilg.nl/jobs.json")),
    "workable": (
        shapes.WORKABLE,
        listing("https://apply.workable.com/api/v1/widget/accounts/wilg"),
    ),
    "workday": (details.WORKDAY_LIST, Search().visit(f"{WORKDAY}/jobs", 0)),
    "workday detail": (
        details.WORKDAY_DETAIL,
        Visit(url=f"{WORKDAY}/job/Zwolle/Grondwerker_JR354232", kind="detail"),
    ),
}
NOW = datetime(2026, 11, 22, tzinfo=UTC)
NOWHERE = Gazetteer([])
HOSTILE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**30), max_value=10**30),
    st.just(10**400),
    st.floats(),
    st.text(st.characters(), max_size=40),
    st.sampled_from(
        ["", "\x00", "\ud800", "{board}", "javascript:alert(1)", "http://[", "//x.nl/a"]
    ),
    st.sampled_from(["<script>alert(1)</script>", "../../etc", "&lt;" * 50, "9" * 400]),
    st.recursive(
        st.one_of(st.none(), st.integers(), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.text(max_size=5), inner, max_size=3),
        ),
        max_leaves=6,
    ),
)


def spots_in(value, path=()):
    """The paths to everything in a piece of JSON, itself included."""
    yield path
    if isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in inside:
            yield from spots_in(item, (*path, key))


def with_other(value, path, other):
    if not path:
        return other
    changed = copy.deepcopy(value)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = other
    return changed


@st.composite
def damaged(draw, shape):
    """The shape with up to three of its values replaced by something else."""
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(spots_in(shape))))
        shape = with_other(shape, path, draw(HOSTILE))
    return shape


def read(name, shape):
    """What comes of the answer; None when it is refused in the declared way."""
    platform, visit = platform_named(name.split()[0]), SHAPES[name][1]
    try:
        return platform.read(answer(json.dumps(shape), visit.url), visit)
    except (UnexpectedAnswerError, NoPostingError):
        return None


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_read_when_it_is_whole(name):
    reading = read(name, SHAPES[name][0])
    assert reading.postings or reading.visits


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_hostile_answer_raises_nothing_and_leads_nowhere(name, data):
    reading = read(name, data.draw(damaged(SHAPES[name][0])))
    if reading is None:
        return
    address = SHAPES[name][1].url
    assert all(same_site(address, visit.url) for visit in reading.visits)
    keys = [posting.source_key for posting in reading.postings]
    assert len(keys) == len(set(keys))
    for posting in reading.postings:
        assert posting.url.startswith(("http://", "https://"))
        vacancy = normalise(posting, gazetteer=NOWHERE, fetched_at=NOW)
        assert vacancy.title is not None


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("text", ["<html>Aanmelden</html>", "", "{", "[" * 100_000])
def test_html_where_json_belongs_is_not_a_board(name, text):
    platform, visit = platform_named(name.split()[0]), SHAPES[name][1]
    with pytest.raises(UnexpectedAnswerError):
        platform.read(answer(text, visit.url), visit)


@pytest.mark.parametrize("name", SHAPES)
def test_json_of_something_else_is_not_a_board(name):
    platform, visit = platform_named(name.split()[0]), SHAPES[name][1]
    for other in ({"ok": False, "error": "Document not found"}, "nee", 3):
        with pytest.raises(UnexpectedAnswerError):
            platform.read(answer(json.dumps(other), visit.url), visit)


@pytest.mark.parametrize(
    ("name", "board"),
    [
        ("ashby", {"jobs": ["Kok", 7]}),
        ("lever", [["Kok"]]),
        ("teamtailor", {"items": ["/jobs/1"]}),
        ("workday", {"total": 1, "jobPostings": [None]}),
    ],
)
def test_a_list_without_one_vacancy_in_it_is_no_empty_board(name, board):
    visit = SHAPES[name][1]
    with pytest.raises(UnexpectedAnswerError):
        platform_named(name).read(answer(json.dumps(board), visit.url), visit)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (2600, "2600.00"),
        (3812.125, "3812.12"),
        ("€ 2.600", "€ 2.600"),
        (True, None),
        (10**400, None),
        (float("nan"), None),
        (None, None),
    ],
)
def test_a_number_is_printed_as_a_wage(value, printed):
    assert amount(value) == printed


def test_cents_are_parts_of_a_euro():
    assert amount(265050, cents=True) == "2650.50"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("https://x.nl/1?gh_src=a&gh_jid=2", "https://x.nl/1?gh_jid=2"),
        ("/nl/postings/1", "https://werkenbij.wilg.nl/nl/postings/1"),
        ("javascript:alert(1)", None),
        ("mailto:iemand@wilg.nl", None),
        ("http://[", None),
        ("", None),
        (7, None),
    ],
)
def test_only_web_addresses_are_kept(printed, address):
    assert web_address(printed, answer("").page) == address


def test_sections_keep_their_headings_and_skip_what_is_empty():
    text = sections(("Jij & wij", "<p>mbo</p>"), ("Leeg", ""), ("Fout", 3), (None, "x"))
    assert text == "<h3>Jij &amp; wij</h3>\n<p>mbo</p>\nx"


def test_text_that_is_escaped_is_markup_also_under_a_heading():
    assert sections(("Jij", "&lt;p&gt;mbo&lt;/p&gt;")) == "<h3>Jij</h3>\n<p>mbo</p>"


def test_a_list_longer_than_any_employer_has_is_cut():
    jobs = [shapes.ASHBY_JOB | {"id": str(number)} for number in range(MOST_ROWS + 1)]
    reading = read("ashby", {"jobs": jobs})
    assert (reading.announced, reading.cut) == (MOST_ROWS, True)


def test_a_vacancy_that_stands_twice_is_one_with_all_its_places():
    def post(place):
        return Posting(
            source="wilg",
            source_key="7",
            url="https://x.nl/7",
            title="Kok",
            description="",
            places=(PostingPlace(locality=place),),
        )

    [one] = united([post("Zwolle"), post("Meppel"), post("Zwolle")])
    assert [place.locality for place in one.places] == ["Zwolle", "Meppel"]


def test_an_answer_without_a_number_is_the_whole_board():
    assert read("ashby", {"jobs": []}) == Reading(total=0)
    unlisted = shapes.ASHBY_JOB | {"id": "2", "isListed": False}
    unreadable = shapes.ASHBY_JOB | {"id": "3", "title": None}
    reading = read("ashby", {"jobs": [shapes.ASHBY_JOB, unlisted, unreadable]})
    assert (len(reading.postings), reading.announced, reading.total) == (1, 2, 2)
