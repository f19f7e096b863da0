"""Captured real answers of sites and feeds, read as a careful reader reads them.

The expected values are written by hand. Captures of JSON boards are in
`test_captured_boards.py`; those of platforms that we do not know are named below.
"""

from datetime import UTC, date, datetime

import pytest

from crawlers.normalise import normalise
from crawlers.pages.builders.in_state import vacancies_in_state
from crawlers.pages.jobposting import VacancyGoneError
from crawlers.pages.page import Page, tree_of
from crawlers.platforms.base import Visit
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places
from tests.crawlers.adverts import page, sitemap
from tests.crawlers.answers import answer
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

NOW = datetime(2026, 9, 20, 12, tzinfo=UTC)
HEIJMANS = "https://www.werkenbijheijmans.nl/vacatures/"
# The page of one vacancy: where it came from.
PAGES = {
    "nl-api-alliander/vacancy-JR14092.json": "https://werkenbij.alliander.com/api"
    "/vacancy/JR14092",
    "nl-dpg-intermediair/klantmanager-werk-en-inkomen.html": "https://www.intermediair"
    ".nl/vacature/7fd25dd1-894d-4844-acf7-b5b672a10afc/klantmanager-werk-en-inkomen",
    "nl-drupal-datajobs/privacy-officer-gemeente-altena.html": "https://www.datajobs.nl"
    "/vacatures/privacy-officer-bij-gemeente-altena",
    "nl-drupal-haert/zwemonderwijzer-13184.html": "https://www.haert.nl/opdrachten"
    "/zwemonderwijzer-13184",
    "nl-getnoticed-gasunie/technicus-e-i-warmte-318.html": "https://www.werkenbijgasunie"
    ".nl/vacature/318/technicus-e-i-warmte-rotterdam-den-haag",
    "nl-hamilton/eneco_ervaren-accountsupporter-3145.html": "https://www.werkenbijeneco"
    ".nl/vacatures/ervaren-accountsupporter-3145",
    "nl-hamilton/heijmans_servicedeskmedewerker_v-015120.html": f"{HEIJMANS}"
    "servicedeskmedewerker-diemen-v-015120",
    "nl-hays/scrum-master-1049921.html": "https://www.hays.nl/vacature-details"
    "/scrum-master-provincie-utrecht_1049921",
    "nl-phenom-bam/medewerker-verkeersmaatregelen-26209.html": "https://www.bamcareers"
    ".com/nl/nl/job/26209/Medewerker-Verkeersmaatregelen",
    "nl-site2go-essent/klantadviseur.html": "https://www.werkenbijessent.nl/nl"
    "/vacatures/customer-services/klantadviseur",
    "nl-sitecore-enexis/junior-monteur-hoogspanning-13619.html": "https://werkenbij"
    ".enexis.nl/vacatures/junior-monteur-hoogspanning-13619",
    "teamtailor/nl_circle8_it-recruiter-8338072.html": "https://werkenbij.circle8.nl"
    "/jobs/8338072-it-recruiter",
}
GONE = "nl-hamilton/heijmans_soft-404_v-014984.html"
# Lists, feeds and sitemaps, each tested below.
LISTS = {
    "hrmdirect/careerkit_hrmdirect.html",
    "icims/careerkit_icims.html",
    "jobvite/careerkit_jobvite.html",
    "neogov/careerkit_neogov.xml",
    "nl-werkenvoornederland/sitemap-vacatures.xml",
    "paylocity/careerkit_paylocity.html",
    "personio/careerkit_personio.xml",
    "phenom/careerkit_phenom.html",
}
# Answers of platforms that we have no class for, in JSON of their own.
UNKNOWN = {
    "oracle/careerkit_oracle_orc.json",
    "oracle/careerkit_oracle_orc_detail.json",
    "rippling/careerkit_rippling.json",
}
EIGHTFOLD = "eightfold/careerkit_eightfold.json"
BOARDS = {
    *("ashby", "bamboohr", "greenhouse", "lever", "pinpoint", "recruitee"),
    *("smartrecruiters", "teamtailor", "workable", "workday"),
}
BLANK = {
    "employer_is_intermediary": False,
    **dict.fromkeys(("place", "postcode", "hours_min", "hours_max")),
    **dict.fromkeys(("salary_min", "salary_max", "salary_period", "contract")),
    **dict.fromkeys(("education_min", "remote", "date_posted", "valid_through")),
}
EXPECTED = {
    "Business Partner Veiligheid, Milieu en Kwaliteit": {
        "source_key": "JR14092",
        "employer": "Alliander",
        "place": "Arnhem",
        "postcode": "6812 AH",
        # the field says 40, the full week; the advert 32 to 40
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 6438,
        "salary_max": 9197,
        "salary_period": "month",
        "education_min": "hbo",
        "remote": "hybrid",
        "date_posted": date(2026, 9, 17),
        "valid_through": date(2026, 10, 9),
    },
    "Klantmanager Werk en Inkomen": {
        "source_key": "7fd25dd1-894d-4844-acf7-b5b672a10afc",
        "employer": "Matchpartner",
        "employer_is_intermediary": True,
        "place": "Bergen op Zoom",
        "postcode": "4611 AA",
        # the form says 1 to 40; the advert itself is precise
        "hours_min": 24,
        "hours_max": 36,
        # the wage beside it is the board's estimate, and the scale is no amount
        "education_min": "hbo",
        "education_strict": True,
        "date_posted": date(2026, 9, 3),
        "valid_through": date(2026, 11, 3),
        "contract": "temporary",
        "language": "nl",
    },
    "Privacy officer": {
        "source_key": "datajobs-3612",
        "employer": "Gemeente Altena",
        "place": "Altena",
        "hours_min": 24,
        "hours_max": 36,
        "salary_min": 3426,
        "salary_max": 4908,
        "salary_period": "month",
        "date_posted": date(2025, 8, 19),
    },
    "Zwemonderwijzer": {
        "source_key": "13184",
        "employer": "Haert",
        "employer_is_intermediary": True,
        "place": "Voorne aan Zee",
        "hours_min": 18,
        "hours_max": 18,
        "salary_min": 55,
        "salary_max": 55,
        "salary_period": "hour",
        "date_posted": date(2026, 9, 17),
        "valid_through": date(2026, 9, 30),
        "contract": "agency",
        "certificates": ("VOG",),
    },
    "Technicus E&I Warmte, Rotterdam/Den Haag": {
        "source_key": "318",
        "employer": "Gasunie",
        # only the postcode is printed
        "place": "Barendrecht",
        "postcode": "2991 LB",
        # printed as an hourly wage
        "salary_min": 3912,
        "salary_max": 5327,
        "salary_period": "month",
        "date_posted": date(2026, 5, 19),
        "valid_through": date(2026, 10, 11),
    },
    "Ervaren Accountsupporter": {
        "source_key": "3145",
        "employer": "Eneco",
        "place": "Rotterdam",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 55_000,
        "salary_max": 77_000,
        "salary_period": "year",
    },
    "Servicedeskmedewerker": {
        "source_key": "v-015120",
        "employer": "Heijmans",
        "place": "Diemen",
        "hours_min": 16,
        "hours_max": 24,
        "salary_min": 3000,
        "salary_max": 4500,
        "salary_period": "month",
        "contract": "permanent",
    },
    "Scrum Master": {
        "source_key": "1049921",
        "employer": "Hays",
        "employer_is_intermediary": True,
        # a province is no point on the map
        "place": "Provincie Utrecht",
        "lat": None,
        "date_posted": date(2026, 9, 9),
        "valid_through": date(2026, 12, 7),
        "contract": "agency",
        "education_min": "hbo",
        "language": "nl",
    },
    "Medewerker Verkeersmaatregelen": {
        "source_key": "26209",
        "employer": "BAM Infra Wegen",
        "place": "Nieuwleusen",
        "hours_min": 40,
        "hours_max": 40,
        # from € 2.500 per four weeks
        "salary_min": 2708.33,
        "salary_period": "month",
        "licences": ("B", "C"),
        "date_posted": date(2026, 6, 22),
    },
    "Klantadviseur Slim Energiegebruik": {
        "source_key": "2026-104",
        "employer": "Essent",
        "place": "'s-Hertogenbosch",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 2743,
        "salary_max": 2881,
        "salary_period": "month",
        "date_posted": date(2026, 6, 25),
    },
    "Junior monteur hoogspanning": {
        "source_key": "13619",
        "employer": "Enexis Netbeheer B.V.",
        "place": "Groningen",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 2864,
        "salary_max": 4092,
        "salary_period": "month",
        "education_min": "mbo4",
        "date_posted": date(2026, 8, 18),
    },
    "IT Recruiter": {
        "source_key": "8338072",
        "employer": "Circle8",
        "place": "Nieuwegein",
        "postcode": "3439 NE",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 3656,
        "salary_max": 4500,
        "salary_period": "month",
        "education_min": "mbo4",
        "remote": "hybrid",
        "date_posted": date(2026, 9, 8),
    },
}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer(dutch_places(), {"2991": ("Barendrecht", 51.857, 4.539)})


def text_of(shared, file):
    return (shared / "pages" / file).read_text()


def read(text, url, platform="jobposting", kind="detail"):
    return platform_named(platform).read(answer(text, url), Visit(url=url, kind=kind))


def understood(postings, gazetteer):
    return [normalise(p, gazetteer=gazetteer, fetched_at=NOW) for p in postings]


def as_read(vacancy, expected):
    return {name: getattr(vacancy, name) for name in expected}


@pytest.mark.shared
def test_every_capture_is_read_somewhere(shared):
    files = {
        str(f.relative_to(shared / "pages")) for f in (shared / "pages").glob("*/*")
    }
    ours = {*PAGES, GONE, *LISTS, *UNKNOWN, EIGHTFOLD}
    left = {file for file in files - ours if file.split("/")[0] not in BOARDS}
    assert left == set()
    assert ours <= files


@pytest.mark.shared
@pytest.mark.parametrize("file", PAGES)
def test_every_captured_page_is_read_as_a_careful_reader_would(shared, gazetteer, file):
    reading = read(text_of(shared, file), PAGES[file])
    [vacancy] = understood(reading.postings, gazetteer)
    expected = {**BLANK, **EXPECTED[vacancy.title]}
    assert as_read(vacancy, expected) == expected
    assert vacancy.url == PAGES[file]


@pytest.mark.shared
@pytest.mark.parametrize("file", PAGES)
def test_no_name_telephone_or_mail_address_of_a_recruiter_is_kept(
    shared, gazetteer, file
):
    [vacancy] = understood(read(text_of(shared, file), PAGES[file]).postings, gazetteer)
    for personal in ("Verzonnen", "@", "+31"):
        assert personal not in vacancy.text


@pytest.mark.shared
def test_a_captured_page_that_says_that_the_vacancy_is_gone(shared):
    with pytest.raises(VacancyGoneError):
        read(
            text_of(shared, GONE),
            f"{HEIJMANS}allround-bouwmedewerker-veldhoven-v-014984",
        )


@pytest.mark.shared
def test_a_captured_feed_of_personio(shared, gazetteer):
    site, capture = "https://acme.jobs.personio.de", "personio/careerkit_personio.xml"
    text = text_of(shared, capture)
    reading = read(text, f"{site}/xml", "personio", "listing")
    # one number twice, and no text: that is on the page
    assert (reading.total, reading.employer) == (1, "Acme SE & Co. KG")
    assert [v.url for v in reading.visits] == [f"{site}/job/1834171"]
    part = "<jobDescription><value>Wij zoeken je.</value></jobDescription>"
    told = text.replace("<jobDescriptions>", f"<jobDescriptions>{part}")
    reading = read(told, f"{site}/xml", "personio", "listing")
    [vacancy] = understood(reading.postings, gazetteer)
    expected = BLANK | {
        "source_key": "1834171",
        "title": "Staff Software Engineer, Data Platform",
        "employer": "Acme SE & Co. KG",
        "place": "Munich",
        "lat": None,
        "contract": "permanent",
        "date_posted": date(2024, 11, 13),
    }
    assert as_read(vacancy, expected) == expected
    assert [p.locality for p in reading.postings[0].places] == ["Munich", "Berlin"]


@pytest.mark.shared
def test_a_captured_feed_of_neogov(shared, gazetteer):
    url = "https://www.governmentjobs.com/careers/exampleagency"
    reading = read(
        text_of(shared, "neogov/careerkit_neogov.xml"), url, "feed", "listing"
    )
    first, second = understood(reading.postings, gazetteer)
    # wages in dollars are no wages to us
    expected = BLANK | {
        "source_key": "410001",
        "title": "Enterprise Applications Manager",
        "employer": "Example Public Agency",
        "place": "Atlanta",
        "lat": None,
        # late in the evening of the 19th in Greenwich, early on the 20th here
        "date_posted": date(2026, 8, 20),
        "valid_through": date(2026, 9, 20),
        "language": "en",
    }
    assert as_read(first, expected) == expected
    assert "A background check is required." in first.text
    expected = BLANK | {
        "source_key": "410002",
        "title": "CRM Project Consultant",
        "employer": "Example Public Agency",
        "remote": "full",
        "date_posted": date(2026, 8, 18),
    }
    assert as_read(second, expected) == expected


@pytest.mark.shared
def test_a_captured_search_of_phenom(shared):
    site = "https://careers.example.com/global/en"
    reading = read(
        text_of(shared, "phenom/careerkit_phenom.html"),
        f"{site}/search-results?from=0&s=1",
        "phenom",
        "listing",
    )
    assert [v.url for v in reading.visits] == [
        f"{site}/job/PHENA0059P104461EXTERNALENGLOBAL",
        f"{site}/job/PHENA0059P104504EXTERNALENGLOBAL",
        f"{site}/search-results?from=2&s=1",
    ]
    assert (reading.announced, reading.total) == (2, 52)


@pytest.mark.shared
def test_a_captured_sitemap_names_its_vacancies(shared):
    site, path = "https://www.werkenvoornederland.nl", "sitemap-vacatures.xml"
    text = text_of(shared, f"nl-werkenvoornederland/{path}")
    reading = read(text, f"{site}/{path}", kind="sitemap")
    assert [(v.url.rsplit("-", 2)[1:], v.lastmod) for v in reading.visits] == [
        (["2026", "9570"], "2026-09-09"),
        (["2026", "9921"], "2026-09-01"),
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "url", "count"),
    [
        ("icims/careerkit_icims.html", "https://careers-wipfli.icims.com/jobs", 2),
        (
            "jobvite/careerkit_jobvite.html",
            "https://jobs.jobvite.com/feedingamerica",
            2,
        ),
        # its links have no word for vacancies in their path: a class of its own
        ("hrmdirect/careerkit_hrmdirect.html", "https://acme.hrmdirect.com/a/b.php", 0),
        # its data names no addresses
        ("paylocity/careerkit_paylocity.html", "https://recruiting.paylocity.com/x", 0),
        (EIGHTFOLD, "https://albemarle.eightfold.ai/api/apply/v2/jobs", 2),
    ],
)
def test_captured_lists_of_platforms_without_a_class(shared, file, url, count):
    reading = read(text_of(shared, file), url, kind="listing")
    assert len({v.url for v in reading.visits}) == reading.announced == count


@pytest.mark.shared
def test_captured_data_in_a_page_of_paylocity(shared):
    text = text_of(shared, "paylocity/careerkit_paylocity.html")
    shown = Page(source="x", url="https://recruiting.paylocity.com/x", text=text)
    told = [
        (v.title, v.said["key"], v.places[0].locality, v.said["posted"][:10])
        for v in vacancies_in_state(shown, tree_of(shown))
    ]
    assert told == [
        (
            "Engineer/Associate Engineer, Power Systems",
            "4141169",
            "Raleigh",
            "2026-08-08",
        ),
        ("Administrative Assistant (Hybrid)", "4401262", "Raleigh", "2026-08-07"),
    ]


@pytest.mark.shared
def test_the_captured_pages_are_crawled_through_scrapy(database, shared):
    files = [file for file in (*PAGES, GONE) if file.endswith(".html")]
    with served({}) as site:
        paths = [f"/vacatures/{number}/{file}" for number, file in enumerate(files)]
        site.pages |= {p: text_of(shared, f) for p, f in zip(paths, files, strict=True)}
        site.pages["/sitemap.xml"] = sitemap(site.address + path for path in paths)
        [run] = crawled(database, [source("alles", site.address + "/sitemap.xml")])
    titles = {vacancy["title"] for vacancy in export(database)}
    assert titles == EXPECTED.keys() - {
        "Business Partner Veiligheid, Milieu en Kwaliteit"
    }
    assert (run["status"], run["expected"], run["found"]) == ("ok", 12, 11)


@pytest.mark.parametrize(
    ("platform", "pages", "status"),
    [
        # a board that says itself that it has none is believed
        ("recruitee", {"/api/offers/": Reply('{"offers": []}')}, "ok"),
        ("personio", {"/xml?language=nl": Reply("<workzag-jobs/>")}, "ok"),
        (
            "jobposting",
            {"/": page(body="<h1>Vacatures</h1><p>Nu geen.</p>")},
            "suspect",
        ),
    ],
)
def test_an_empty_board_holds_no_vacancy(database, platform, pages, status):
    with served(pages) as site:
        [run] = crawled(database, [source("leeg", site.address + "/", platform)])
    assert (run["status"], run["found"]) == (status, 0)
    assert export(database) == []
