"""Captured real answers, replayed from loopback and crawled through Scrapy.

The expected values are what a careful reader sees, written by hand. Not here, for a
later issue, because their platforms are not read yet: ashby, bamboohr, eightfold,
greenhouse, lever, oracle, pinpoint, rippling, smartrecruiters, workable, workday,
hrmdirect, icims, jobvite, paylocity, phenom (search page), personio, neogov, and
Alliander's own JSON API.
"""

from datetime import date

import pytest

from schemas.gazetteer_source import dutch_places
from schemas.tables import places
from tests.crawlers.adverts import page, sitemap
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

# Where each capture stood on its own site (only the path matters).
PATHS = {
    "nl-dpg-intermediair/klantmanager-werk-en-inkomen.html": "/vacature/"
    "7fd25dd1-894d-4844-acf7-b5b672a10afc/klantmanager-werk-en-inkomen",
    "nl-drupal-datajobs/privacy-officer-gemeente-altena.html": "/vacatures/"
    "privacy-officer-bij-gemeente-altena",
    "nl-drupal-haert/zwemonderwijzer-13184.html": "/opdrachten/zwemonderwijzer-13184",
    "nl-getnoticed-gasunie/technicus-e-i-warmte-318.html": "/vacature/318/"
    "technicus-e-i-warmte-rotterdam-den-haag",
    "nl-hamilton/eneco_ervaren-accountsupporter-3145.html": "/vacatures/"
    "ervaren-accountsupporter-3145",
    "nl-hamilton/heijmans_servicedeskmedewerker_v-015120.html": "/vacatures/"
    "servicedeskmedewerker-diemen-v-015120",
    "nl-hamilton/heijmans_soft-404_v-014984.html": "/vacatures/"
    "allround-bouwmedewerker-veldhoven-v-014984",
    "nl-hays/scrum-master-1049921.html": "/vacature-details/"
    "scrum-master-provincie-utrecht_1049921",
    "nl-phenom-bam/medewerker-verkeersmaatregelen-26209.html": "/nl/nl/job/26209/"
    "Medewerker-Verkeersmaatregelen",
    "nl-site2go-essent/klantadviseur.html": "/nl/vacatures/customer-services/"
    "klantadviseur",
    "nl-sitecore-enexis/junior-monteur-hoogspanning-13619.html": "/vacatures/"
    "junior-monteur-hoogspanning-13619",
    "teamtailor/nl_circle8_it-recruiter-8338072.html": "/jobs/8338072-it-recruiter",
}
EXPECTED = {
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
        "salary_min": None,
        "salary_max": None,
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
        "employer_is_intermediary": False,
        "place": "Altena",
        "hours_min": 24,
        "hours_max": 36,
        "salary_min": 3426,
        "salary_max": 4908,
        "salary_period": "month",
        "date_posted": date(2025, 8, 19),
        "valid_through": None,
        "contract": None,
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
        "postcode": "2991 LB",
        "hours_min": None,
        # printed as an hourly wage
        "salary_min": 3912,
        "salary_max": 5327,
        "salary_period": "month",
        "date_posted": date(2026, 5, 19),
        "valid_through": date(2026, 10, 11),
        "contract": None,
    },
    "Ervaren Accountsupporter": {
        "employer": "Eneco",
        "place": "Rotterdam",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 55_000,
        "salary_max": 77_000,
        "salary_period": "year",
        "date_posted": None,
        "contract": None,
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
        "date_posted": None,
        "contract": "permanent",
    },
    "Scrum Master": {
        "source_key": "1049921",
        "employer": "Hays",
        "employer_is_intermediary": True,
        "place": "Provincie Utrecht",
        "postcode": None,
        "lat": None,
        "hours_min": None,
        "salary_min": None,
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
        "salary_max": None,
        "salary_period": "month",
        "licences": ("B", "C"),
        "date_posted": date(2026, 6, 22),
        "valid_through": None,
        "contract": None,
    },
    "Klantadviseur Slim Energiegebruik": {
        "employer": "Essent",
        "place": "'s-Hertogenbosch",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 2743,
        "salary_max": 2881,
        "salary_period": "month",
        "date_posted": date(2026, 6, 25),
        "contract": None,
    },
    "Junior monteur hoogspanning": {
        "employer": "Enexis Netbeheer B.V.",
        "place": "Groningen",
        "hours_min": 32,
        "hours_max": 40,
        "salary_min": 2864,
        "salary_max": 4092,
        "salary_period": "month",
        "education_min": "mbo4",
        "date_posted": date(2026, 8, 18),
        "contract": None,
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
        "contract": None,
    },
}


@pytest.fixture(scope="module")
def dutch():
    return list(dutch_places())


@pytest.fixture
def gazetteer(database, dutch):
    with database.connect() as db:
        places.store_places(db, dutch)


def as_read(vacancy, expected):
    return {name: vacancy[name] for name in expected}


@pytest.mark.shared
@pytest.mark.usefixtures("gazetteer")
def test_every_captured_page_is_read_as_a_careful_reader_would(database, shared):
    with served({}) as site:
        for file, path in PATHS.items():
            site.pages[path] = (shared / "pages" / file).read_text()
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in PATHS.values())
        [run] = crawled(database, [source("alles", site.address + "/sitemap.xml")])
    stored = {vacancy["title"]: vacancy for vacancy in export(database)}
    assert stored.keys() == EXPECTED.keys()
    read = {title: as_read(stored[title], want) for title, want in EXPECTED.items()}
    assert read == EXPECTED
    assert (run["status"], run["expected"], run["found"]) == ("ok", 12, 11)


@pytest.mark.shared
def test_no_name_telephone_or_mail_address_of_a_recruiter_is_kept(database, shared):
    with served({}) as site:
        for file, path in PATHS.items():
            site.pages[path] = (shared / "pages" / file).read_text()
        site.pages["/sitemap.xml"] = sitemap(site.address + p for p in PATHS.values())
        crawled(database, [source("alles", site.address + "/sitemap.xml")])
    for vacancy in export(database):
        assert "Verzonnen" not in vacancy["text"]
        assert "@" not in vacancy["text"]
        assert "+31" not in vacancy["text"]


@pytest.mark.shared
def test_a_captured_recruitee_board(database, shared):
    answer = (shared / "pages/recruitee/nl_channable_offers.json").read_text()
    pages = {"/api/offers/": Reply(answer, kind="application/json")}
    with served(pages) as site:
        [run] = crawled(database, [source("channable", site.address, "recruitee")])
    assert (run["status"], run["expected"], run["found"]) == ("ok", 2, 2)
    same = {
        "employer": "Channable",
        "place": "Utrecht",
        "postcode": "3512 HL",
        "hours_min": 32,
        "hours_max": 40,
        "education_min": "hbo",
        "contract": "permanent",
        "remote": "hybrid",
        "valid_through": None,
    }
    expected = {
        "Customer Success Manager Benelux - Dutch speaking": same
        | {
            "source_key": "2751915",
            "salary_min": 3750,
            "salary_max": 5250,
            "salary_period": "month",
            "date_posted": date(2026, 9, 18),
        },
        "Head of People & Culture": same
        | {
            "source_key": "2743511",
            "salary_min": 115_000,
            "salary_max": 130_000,
            "salary_period": "year",
            "date_posted": date(2026, 9, 11),
        },
    }
    stored = {vacancy["title"]: vacancy for vacancy in export(database)}
    assert {t: as_read(stored[t], want) for t, want in expected.items()} == expected


@pytest.mark.shared
@pytest.mark.usefixtures("gazetteer")
def test_a_captured_recruitee_board_abroad(database, shared):
    answer = (shared / "pages/recruitee/careerkit_recruitee.json").read_text()
    pages = {"/api/offers/": Reply(answer, kind="application/json")}
    with served(pages) as site:
        [run] = crawled(database, [source("acme", site.address, "recruitee")])
    assert (run["status"], run["found"]) == ("ok", 2)
    title = "(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg Region, Germany"
    [vacancy] = [v for v in export(database) if v["title"] == title]
    expected = {
        "place": "Berlin",
        "lat": None,
        "hours_min": 40,
        "hours_max": 40,
        "salary_min": 60_000,
        "salary_max": 75_000,
        "salary_period": "year",
        "date_posted": date(2026, 8, 5),
        "contract": "permanent",
        "language": "en",
    }
    assert as_read(vacancy, expected) == expected


@pytest.mark.shared
@pytest.mark.usefixtures("gazetteer")
def test_a_captured_teamtailor_feed(database, shared):
    answer = (shared / "pages/teamtailor/careerkit_teamtailor.json").read_text()
    pages = {"/jobs.json": Reply(answer, kind="application/feed+json")}
    with served(pages) as site:
        [run] = crawled(
            database, [source("tt", site.address, "teamtailor", employer="Teamtailor")]
        )
    assert (run["status"], run["found"]) == ("ok", 2)
    expected = {
        "7167985": {
            "title": "Account Executive - Italy (Madrid based)",
            "employer": "Teamtailor",
            "place": "Madrid",
            "lat": None,
            "hours_min": None,
            "salary_min": None,
            "date_posted": date(2026, 2, 4),
            "contract": None,
        },
        "7069633": {
            "title": "Mid-Market Account Executive - Copenhagen",
            "employer": "Teamtailor",
            "place": "Stockholm",
            "lat": None,
            "hours_min": None,
            "salary_min": None,
            "date_posted": date(2026, 1, 18),
            "contract": None,
        },
    }
    stored = {vacancy["source_key"]: vacancy for vacancy in export(database)}
    assert {k: as_read(stored[k], want) for k, want in expected.items()} == expected


@pytest.mark.shared
def test_a_captured_sitemap_names_its_vacancies(database, shared):
    answer = (shared / "pages/nl-werkenvoornederland/sitemap-vacatures.xml").read_text()
    with served({}) as site:
        answer = answer.replace("https://www.werkenvoornederland.nl", site.address)
        site.pages["/sitemap-vacatures.xml"] = Reply(answer, kind="application/xml")
        address = site.address + "/sitemap-vacatures.xml"
        [run] = crawled(database, [source("rijk", address)])
    assert (run["status"], run["expected"], run["found"]) == ("suspect", 2, 0)
    assert export(database) == []


@pytest.mark.parametrize(
    ("platform", "pages"),
    [
        ("recruitee", {"/api/offers/": Reply('{"offers": []}')}),
        (
            "teamtailor",
            {
                "/jobs.json": Reply('{"version": "1.1", "items": []}'),
                "/jobs.rss": Reply('<rss version="2.0"><channel/></rss>'),
            },
        ),
        ("jobposting", {"/": page(body="<h1>Vacatures</h1><p>Nu geen.</p>")}),
    ],
)
def test_an_empty_board_holds_no_vacancy(database, platform, pages):
    with served(pages) as site:
        [run] = crawled(database, [source("leeg", site.address + "/", platform)])
    assert (run["status"], run["found"]) == ("suspect", 0)
    assert export(database) == []
