"""Personio's one answer to postings."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.personio import Personio
from tests.crawlers.adverts import job, page
from tests.crawlers.answers import answer, listing
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.hostile import FEEDS, MOST_SECONDS, seconds
from tests.crawlers.site import Reply, served

SITE = "https://wilg.jobs.personio.de"
TEXT = "<p>Je kookt voor tachtig bewoners, 24 uur per week.</p>"


def position(number, text=TEXT, **other):
    parts = "".join(
        f"<jobDescription><name>{name}</name><value><![CDATA[{text}]]></value></jobDescription>"
        for name in (("Je taken", "Wij bieden & meer") if text else ())
    )
    facts = {
        "id": number,
        "subcompany": "Zorg De Wilg B.V.",
        "office": "Zwolle",
        "additionalOffices": "<office>Kampen</office><office>Zwolle</office>",
        "name": f"Kok {number}",
        "jobDescriptions": parts.replace("bieden & meer", "bieden &amp; meer"),
        "employmentType": "permanent",
        "schedule": "part-time",
        "createdAt": "2026-09-17T14:10:41+00:00",
    } | other
    inside = "".join(
        f"<{name}>{value}</{name}>"
        for name, value in facts.items()
        if value is not None
    )
    return f"<position>{inside}</position>"


def board(*positions):
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<workzag-jobs>{''.join(positions)}</workzag-jobs>"


def read(text, visit=None):
    return Personio().read(answer(text, f"{SITE}/xml?language=nl"), visit or listing())


def test_it_asks_in_dutch_first():
    first = Personio().first(source("wilg", f"{SITE}/job/1", "personio"))
    assert first.url == f"{SITE}/xml?language=nl"
    assert [visit.url for visit in first.otherwise] == [f"{SITE}/xml"]


def test_a_position():
    reading = read(board(position(1834171)))
    [posting] = reading.postings
    assert (posting.source_key, posting.title) == ("1834171", "Kok 1834171")
    assert posting.url == f"{SITE}/job/1834171"
    assert [place.locality for place in posting.places] == ["Zwolle", "Kampen"]
    assert posting.employment_types == ("permanent", "part-time")
    assert posting.date_posted == "2026-09-17T14:10:41+00:00"
    assert "<h3>Wij bieden &amp; meer</h3>" in posting.description
    assert posting.employer == reading.employer == "Zorg De Wilg B.V."


def test_one_number_twice_is_one_vacancy():
    reading = read(board(position(1), position(1), position(2)))
    assert [p.source_key for p in reading.postings] == ["1", "2"]
    assert (reading.announced, reading.total) == (2, 2)


def test_a_position_without_a_text_is_read_from_its_page():
    reading = read(
        board(position(1, text=""), position(2, text="<p> </p>"), position(3))
    )
    assert [p.source_key for p in reading.postings] == ["3"]
    assert reading.visits == tuple(
        Visit(url=f"{SITE}/job/{n}", kind="detail") for n in (1, 2)
    )
    assert reading.total == 3


def test_an_empty_board_is_well():
    for empty in (board(), "<workzag-jobs/>"):
        reading = read(empty)
        assert (reading.total, reading.announced, reading.cut) == (0, 0, False)


def test_a_position_without_number_or_name_is_no_vacancy():
    reading = read(board(position(None), position(2, name=None), position("", name="")))
    assert reading.total == 0


def test_companies_of_a_group_have_no_name_together():
    reading = read(board(position(1), position(2, subcompany="Thuiszorg De Wilg")))
    assert reading.employer is None


def test_an_answer_cut_off_halfway_is_not_whole():
    text = board(position(1), position(2))
    reading = read(text[: text.rindex("<name>Kok")])
    assert [p.source_key for p in reading.postings] == ["1"]
    assert reading.cut


@pytest.mark.parametrize(
    "text", ["<html><body>Personio</body></html>", "{}", "", "<rss/>"]
)
def test_anything_else_is_not_personio(text):
    with pytest.raises(UnexpectedAnswerError):
        read(text)


def test_the_page_of_one_position_has_the_same_key():
    shown = answer(page(job(3, identifier="anders")), f"{SITE}/job/1834171?language=nl")
    [posting] = (
        Personio().read(shown, Visit(url=shown.page.url, kind="detail")).postings
    )
    assert posting.source_key == "1834171"


@pytest.mark.parametrize(
    ("url", "board_"),
    [
        ("https://wilg.jobs.personio.de/job/12?x=1", "https://wilg.jobs.personio.de"),
        ("https://wilg.jobs.personio.com/", "https://wilg.jobs.personio.com"),
        ("https://www.personio.de/", None),
        ("https://jobs.personio.de.kwaad.nl/", None),
        ("https://wilg.nl/xml", None),
    ],
)
def test_the_board_of_an_address(url, board_):
    assert Personio().board_of(url) == board_


def test_a_board_is_crawled_whole(database):
    pages = {
        "/xml?language=nl": Reply(
            board(position(1), position(2, text="")), kind="text/xml"
        ),
        "/job/2": page(job(2, identifier=None)),
    }
    with served(pages) as site:
        [run] = crawled(database, [source("wilg", site.address, "personio")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 2, 2)
    found = {v["source_key"]: v["title"] for v in export(database)}
    assert found == {"1": "Kok 1", "2": "Winkelmedewerker 2"}


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "name", "office", "subcompany", "jobDescriptions", "createdAt", "additionalOffices"]),
        st.none() | st.text(max_size=30).map(escape) | st.just("<office>") | st.just("</position>"),
    ),
    st.integers(0, 600),
)  # fmt: skip
def test_any_position_cut_anywhere_is_survived(facts, end):
    for text in (board(position(1, **facts)), board(position(1, **facts))[:end]):
        try:
            read(text)
        except UnexpectedAnswerError:
            continue


@pytest.mark.parametrize("name", FEEDS)
def test_a_hostile_answer_takes_no_longer_than_it_is(name):
    assert seconds(read, FEEDS[name]) < MOST_SECONDS
