"""What a careful reader finds in each captured page of one vacancy, written by hand."""

from datetime import UTC, date, datetime

from crawlers.normalise import normalise
from crawlers.platforms.base import Visit
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places
from tests.crawlers.answers import answer

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


def gazetteer():
    return Gazetteer(dutch_places(), {"2991": ("Barendrecht", 51.857, 4.539)})


def text_of(shared, file):
    return (shared / "pages" / file).read_text()


def read(text, url, platform="jobposting", kind="detail"):
    return platform_named(platform).read(answer(text, url), Visit(url=url, kind=kind))


def understood(postings, places):
    return [normalise(p, gazetteer=places, fetched_at=NOW) for p in postings]


def as_read(vacancy, expected):
    return {name: getattr(vacancy, name) for name in expected}
