"""Captured real answers of JSON boards, as a careful reader reads them.

The expected values are written by hand. Three captures are lists of boards that keep
the text of a vacancy elsewhere (SmartRecruiters, Workday, BambooHR): of those it is
read what they lead to. None of the careerkit captures is of work in the Netherlands.
"""

from datetime import UTC, date, datetime

import pytest

from crawlers.normalise import normalise
from crawlers.platforms.known import platform_named
from crawlers.platforms.workday_search import Search
from crawlers.reading.countries import abroad
from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places
from tests.crawlers.answers import answer, listing

pytestmark = pytest.mark.shared
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
# Where each capture came from.
LISTS = {
    "ashby/careerkit_ashby.json": "https://api.ashbyhq.com/posting-api/job-board/"
    "HighlightTA?includeCompensation=true",
    "bamboohr/careerkit_bamboohr.json": "https://wilg.bamboohr.com/careers/list",
    "greenhouse/careerkit_greenhouse.json": "https://boards-api.greenhouse.io/v1/boards/"
    "amplitude/jobs?content=true&pay_transparency=true",
    "lever/careerkit_lever.json": "https://api.lever.co/v0/postings/idealistconsulting"
    "?mode=json&skip=0&limit=100",
    "pinpoint/careerkit_pinpoint.json": "https://acme.pinpointhq.com/postings.json",
    "recruitee/careerkit_recruitee.json": "https://jobs.acme.com/api/offers/",
    "recruitee/nl_channable_offers.json": "https://jobs.channable.com/api/offers/",
    "smartrecruiters/careerkit_smartrecruiters.json": "https://api.smartrecruiters.com"
    "/v1/companies/knight/postings?country=nl&limit=100&offset=0",
    "teamtailor/careerkit_teamtailor.json": "https://career.teamtailor.com/jobs.json",
    "workable/careerkit_workable.json": "https://apply.workable.com/api/v1/widget/"
    "accounts/zaelab?details=true",
}
WORKDAY = "https://salesforce.wd12.myworkdayjobs.com/wday/cxs/salesforce/Careers"
BLANK = dict.fromkeys(
    ("place", "postcode", "lat", "hours_min", "hours_max", "salary_min", "salary_max"),
) | dict.fromkeys(
    (
        "salary_period",
        "contract",
        "education_min",
        "remote",
        "valid_through",
        "language",
    ),
)
# announced, total, employer
COUNTS = {
    "ashby/careerkit_ashby.json": (2, 2, None),
    "bamboohr/careerkit_bamboohr.json": (2, 3, None),
    "greenhouse/careerkit_greenhouse.json": (2, 37, "Amplitude"),
    "lever/careerkit_lever.json": (2, None, None),
    "pinpoint/careerkit_pinpoint.json": (2, 2, None),
    "recruitee/careerkit_recruitee.json": (2, 2, "Acme"),
    "recruitee/nl_channable_offers.json": (2, 2, "Channable"),
    "smartrecruiters/careerkit_smartrecruiters.json": (1, 1, "Knight Gayles"),
    "teamtailor/careerkit_teamtailor.json": (2, None, "Teamtailor"),
    "workable/careerkit_workable.json": (1, 1, "Zaelab"),  # one vacancy, two rows
}
GREENHOUSE = "https://job-boards.greenhouse.io/amplitude/jobs/"
LEVER = "https://jobs.lever.co/idealistconsulting/"
ASHBY = "https://jobs.ashbyhq.com/HighlightTA/"
EXPECTED = {
    "ashby/careerkit_ashby.json": {
        "90fb3621-899e-4b59-925d-25080ec91e18": {
            "url": ASHBY + "90fb3621-899e-4b59-925d-25080ec91e18",
            "title": "Senior Technical Recruiter",
            "employer": None,
            "employer_is_intermediary": False,  # looks for a recruiter of its own
            "remote": "full",
            "date_posted": date(2026, 4, 21),  # 22:43 UTC is the next day here
            "language": "en",
        },
        "fc2f1f85-46a0-4a31-b165-683e39c07c04": {
            "url": ASHBY + "fc2f1f85-46a0-4a31-b165-683e39c07c04",
            "title": "Senior Site Reliability Engineer",
            "employer": None,
            "employer_is_intermediary": True,  # "our client is"
            "place": "Toronto",
            "remote": "hybrid",  # though isRemote is true
            "date_posted": date(2026, 7, 8),
            "language": "en",
            # 102,800 to 137,000 is in Canadian dollars
        },
    },
    "greenhouse/careerkit_greenhouse.json": {
        "8636903002": {
            "url": GREENHOUSE + "8636903002",
            "title": "Customer Data Scientist - Experimentation",
            "employer": "Amplitude",
            "place": "London",
            "date_posted": date(2026, 7, 16),
            "language": "en",
        },
        "8651132002": {
            "url": GREENHOUSE + "8651132002",
            "title": "Emerging Account Executive (India)",
            "employer": "Amplitude",
            "place": "Bangalore",
            "date_posted": date(2026, 7, 27),
            "language": "en",
        },
    },
    "lever/careerkit_lever.json": {
        "a24ec4e5-5caa-473d-abd4-b71f09a8167b": {
            "url": LEVER + "a24ec4e5-5caa-473d-abd4-b71f09a8167b",
            "title": "(1099 Contract) Nonprofit Salesforce Consultant: Enterprise "
            "Project Manager",
            "employer": None,
            "place": "Chicago",
            "remote": "full",
            "date_posted": date(2025, 11, 27),
            "language": "en",
        },
        "5d54d69b-e940-452e-b892-1170aa60f095": {
            "url": LEVER + "5d54d69b-e940-452e-b892-1170aa60f095",
            "title": "(1099 Contract) Salesforce for Nonprofits: Solution Architect",
            "employer": None,
            "place": "Washington",
            "remote": "full",
            "date_posted": date(2023, 1, 29),
            "language": "en",
        },
    },
    "pinpoint/careerkit_pinpoint.json": {
        "post-001": {
            "url": "https://acme.pinpointhq.com/en/postings/post-001",
            "title": "Enterprise Applications Architect",
            "employer": None,
            "remote": "full",
            "date_posted": None,
            "valid_through": date(2026, 8, 29),  # the end of the 28th in New York
            "language": "en",
        },
        "post-002": {
            "url": "https://acme.pinpointhq.com/postings/post-002",
            "title": "CRM Program Consultant",
            "employer": None,
            "place": "Atlanta",
            "contract": "temporary",  # "a fixed-term program"
            "remote": "hybrid",
            "date_posted": None,
        },
    },
    "recruitee/careerkit_recruitee.json": {
        "2700825": {
            "url": "https://jobs.acme.com/o/"
            "senior-financial-accountant-fmd-berlinbrandenburg-region-germany",
            "title": "(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg "
            "Region, Germany",
            "employer": "Acme",
            "place": "Berlin",
            "postcode": "10178",
            "hours_min": 40,
            "hours_max": 40,
            "salary_min": 60_000,
            "salary_max": 75_000,
            "salary_period": "year",
            "contract": "permanent",
            "education_min": "mbo4",  # "vocational"
            "remote": "hybrid",
            "date_posted": date(2026, 8, 5),
            "language": "en",
        },
        "2697184": {
            "url": "https://jobs.acme.com/o/"
            "partner-development-representative-fmd-berlin-germany",
            "title": "Partner Development Representative (f/m/d) - Berlin, Germany",
            "employer": "Acme",
            "place": "Berlin",
            "postcode": "10178",
            "hours_min": 40,
            "hours_max": 40,
            "salary_min": 75_000,
            "salary_max": 90_000,
            "salary_period": "year",
            "contract": "permanent",
            "education_min": "mbo4",
            "remote": "hybrid",
            "date_posted": date(2026, 8, 1),  # 22:26 UTC on the last of July
            "language": "en",
        },
    },
    "recruitee/nl_channable_offers.json": {
        "2751915": {
            "url": "https://jobs.channable.com/o/"
            "customer-success-manager-benelux-dutch-speaking-3",
            "title": "Customer Success Manager Benelux - Dutch speaking",
            "employer": "Channable",
            "place": "Utrecht",
            "postcode": "3512 HL",
            "lat": 52.09,
            "hours_min": 32,
            "hours_max": 40,
            "salary_min": 3750,
            "salary_max": 5250,
            "salary_period": "month",
            "contract": "permanent",
            "education_min": "hbo",
            "remote": "hybrid",
            "date_posted": date(2026, 9, 18),
            "language": "en",
        },
        "2743511": {
            "url": "https://jobs.channable.com/o/head-of-people-culture",
            "title": "Head of People & Culture",
            "employer": "Channable",
            "place": "Utrecht",
            "postcode": "3512 HL",
            "lat": 52.09,
            "hours_min": 32,
            "hours_max": 40,
            "salary_min": 115_000,
            "salary_max": 130_000,
            "salary_period": "year",
            "contract": "permanent",
            "education_min": "hbo",
            "remote": "hybrid",
            "date_posted": date(2026, 9, 11),
        },
    },
    "teamtailor/careerkit_teamtailor.json": {
        "7167985": {
            "url": "https://career.teamtailor.com/jobs/"
            "7167985-account-executive-italy-madrid-based",
            "title": "Account Executive - Italy (Madrid based)",
            "employer": "Teamtailor",
            "place": "Madrid",
            "postcode": "28010",
            "date_posted": date(2026, 2, 4),
        },
        "7069633": {
            "url": "https://career.teamtailor.com/jobs/"
            "7069633-mid-market-account-executive-copenhagen",
            "title": "Mid-Market Account Executive - Copenhagen",
            "employer": "Teamtailor",
            "place": "Stockholm",  # the first of two
            "postcode": "116 21",
            "date_posted": date(2026, 1, 18),
        },
    },
    "workable/careerkit_workable.json": {
        "DD136DD7E7": {
            "url": "https://apply.workable.com/j/DD136DD7E7",
            "title": "Business Analyst - Spanish Speaking",
            "employer": "Zaelab",
            "remote": "full",
            "date_posted": date(2026, 8, 5),
        },
    },
}
# The first country of every vacancy that is not in the Netherlands.
ABROAD = {
    "ashby/careerkit_ashby.json": ["CA", "CA"],
    "greenhouse/careerkit_greenhouse.json": ["GB", "IN"],
    "lever/careerkit_lever.json": ["US", "US"],
    "pinpoint/careerkit_pinpoint.json": ["US", "US"],
    "recruitee/careerkit_recruitee.json": ["DE", "DE"],
    "recruitee/nl_channable_offers.json": [None, None],
    "teamtailor/careerkit_teamtailor.json": ["ES", "SE"],
    "workable/careerkit_workable.json": ["ES"],
}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer(dutch_places())


def reading_of(shared, file):
    platform, url = platform_named(file.split("/")[0]), LISTS[file]
    text = (shared / "pages" / file).read_text()
    return platform.read(answer(text, url), listing(url))


def as_read(vacancy, expected):
    read = {name: getattr(vacancy, name) for name in expected}
    return read | ({"lat": round(read["lat"], 2)} if read["lat"] else {})


@pytest.mark.parametrize("file", EXPECTED)
def test_every_vacancy_is_read_as_a_careful_reader_would(shared, gazetteer, file):
    made = [
        normalise(posting, gazetteer=gazetteer, fetched_at=NOW)
        for posting in reading_of(shared, file).postings
    ]
    expected = {
        key: BLANK | {"employer_is_intermediary": False} | facts
        for key, facts in EXPECTED[file].items()
    }
    read = {v.source_key: as_read(v, expected[v.source_key]) for v in made}
    assert read == expected


@pytest.mark.parametrize("file", COUNTS)
def test_every_board_tells_how_many_it_has(shared, file):
    reading = reading_of(shared, file)
    assert (reading.announced, reading.total, reading.employer) == COUNTS[file]
    assert not reading.cut


@pytest.mark.parametrize("file", ABROAD)
def test_work_outside_the_netherlands_is_known(shared, file):
    postings = reading_of(shared, file).postings
    assert [abroad(posting.places) for posting in postings] == ABROAD[file]


def test_the_text_of_an_entity_escaped_advert_is_read(shared, gazetteer):
    first, _ = reading_of(shared, "greenhouse/careerkit_greenhouse.json").postings
    vacancy = normalise(first, gazetteer=gazetteer, fetched_at=NOW)
    assert len(vacancy.text) > 4000
    assert "&lt;" not in vacancy.text
    assert "<p>" not in vacancy.text


def test_the_parts_of_a_lever_advert_are_all_there(shared, gazetteer):
    first, _ = reading_of(shared, "lever/careerkit_lever.json").postings
    text = normalise(first, gazetteer=gazetteer, fetched_at=NOW).text
    for words in ("How You'll Contribute", "Your Background Includes", "hourly rates"):
        assert words in text


def test_a_list_of_smartrecruiters_leads_to_the_text(shared):
    reading = reading_of(shared, "smartrecruiters/careerkit_smartrecruiters.json")
    [visit] = reading.visits
    assert visit.url.endswith("/v1/companies/knight/postings/743999671674844")
    assert visit.lastmod == "2018-06-08T02:11:28.000Z"  # and public still


def test_a_list_of_bamboohr_leads_to_the_texts(shared):
    reading = reading_of(shared, "bamboohr/careerkit_bamboohr.json")
    assert [visit.url for visit in reading.visits] == [
        "https://wilg.bamboohr.com/careers/86/detail",
        "https://wilg.bamboohr.com/careers/87/detail",
    ]


def test_a_list_of_workday_leads_to_the_texts(shared):
    text = (shared / "pages/workday/careerkit_workday.json").read_text()
    visit = Search().visit(f"{WORKDAY}/jobs", 0)
    reading = platform_named("workday").read(answer(text, visit.url), visit)
    assert (reading.announced, reading.total) == (2, 2)
    assert [visit.url.rpartition("_")[2] for visit in reading.visits] == [
        "JR354232",
        "JR332446",
    ]
    assert all(visit.url.startswith(f"{WORKDAY}/job/") for visit in reading.visits)
