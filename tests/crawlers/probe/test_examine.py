"""What `spoorzoeker sources probe` tells of sites on loopback."""

import json
from dataclasses import replace

import pytest

from crawlers.fetching.addresses import AddressRefusedError
from crawlers.sources import command as sources_command
from schemas.tables import sources
from tests.crawlers.adverts import TEXT, career_site, job, page
from tests.crawlers.answers import offer
from tests.crawlers.asking import asked
from tests.crawlers.site import Reply, served
from tests.crawlers.sources.typed import probed, program

LONG = TEXT.format(place="Zwolle") * 2
MONTH = {
    "@type": "MonetaryAmount",
    "currency": "EUR",
    "value": {"minValue": 2500, "maxValue": 3100, "unitText": "MONTH"},
}


@pytest.fixture
def site():
    with served({}) as site:
        yield site


def examined(database, address):
    return asked(database, "sources.examining.examine_address", address).as_json()


def winkel(site, count=12, **robots):
    """A career site that answers 404 for what is not there, with longer adverts."""
    paths = career_site(site, count, **robots)
    for number, path in enumerate(paths, start=1):
        facts = {"description": LONG, "workHours": "24 - 32 uur"}
        if number % 2:
            facts["baseSalary"] = MONTH
        site.pages[path] = page(job(number, **facts))
    links = '<a href="/gebruiksvoorwaarden">Gebruiksvoorwaarden</a>'
    benefits = '<a href="/arbeidsvoorwaarden">Arbeidsvoorwaarden</a>'
    site.pages["/"] = page(body=f"<h1>De Wilg</h1>{benefits}{links}")
    return paths


def test_a_site_is_shown_with_its_rules_and_a_score_per_field(database, site):
    winkel(site)
    report = examined(database, site.address)
    assert report["platform"] == "jobposting"
    assert report["way"] == "sitemap en JobPosting"
    assert (report["announced"], len(report["sample"])) == (12, 10)
    assert report["employer"] == "Winkel De Wilg"
    assert report["terms_links"] == [f"{site.address}/gebruiksvoorwaarden"]
    assert report["robots"] == {
        "allowed": True,
        "delay": None,
        "sitemaps": (f"{site.address}/sitemap.xml",),
        "trouble": None,
    }
    assert report["tdm"] == {"reserved": False, "signals": ()}
    assert report["soft_404"] is False
    fields = report["fields"]
    assert fields["title"] == {"read": 10, "from_text": 0, "unreadable": 0, "absent": 0}
    assert fields["hours"]["read"] == 10
    assert fields["text"]["read"] == 10
    assert fields["salary"]["read"] == 10
    assert 4 <= fields["salary"]["from_text"] <= 6
    assert fields["valid_through"] == {"read": 0, "from_text": 0, "unreadable": 0, "absent": 10}  # fmt: skip
    [finding] = report["findings"]
    assert "Winkel De Wilg" in finding, "that name is not in 127.0.0.1"


def test_a_probe_asks_little_and_nothing_twice(database, site):
    winkel(site, 40)
    report = examined(database, site.address)
    assert len(site.paths()) == len(set(site.paths()))
    assert len(site.paths()) <= report["requests"] <= 24


def test_people_read_the_same_in_dutch(database, site):
    winkel(site)
    arguments = ("sources", "probe", site.address, "--allow-loopback")
    lines = program(database, *arguments).stdout.splitlines()
    assert lines[0].endswith("(jobposting, sitemap en JobPosting)")
    assert "robots.txt: staat dit adres toe" in lines
    assert any("titel                 10/10" in line for line in lines)
    assert any("0/10  (10 niet vermeld)" in line for line in lines)
    assert any(
        line.startswith("! Het bord noemt zich ‘Winkel De Wilg’") for line in lines
    )


def test_a_recruitee_board_needs_no_sample_of_pages(database, site):
    offers = [
        offer(n, description=LONG, company_name="127 0 0 1") for n in range(1, 13)
    ]
    site.pages["/"] = page()
    site.pages["/api/offers/"] = json.dumps({"offers": offers})
    report = examined(database, site.address)
    assert (report["platform"], report["way"], report["announced"]) == (
        "recruitee",
        "API",
        12,
    )
    assert len(report["sample"]) == 10
    assert report["fields"]["place"]["read"] == 10
    assert report["requests"] < 8
    assert report["findings"] == []


def test_what_is_printed_but_not_understood_is_not_called_absent(database, site):
    paths = winkel(site, 3)
    for number, path in enumerate(paths, start=1):
        odd = {"validThrough": "op 31 smurf", "workHours": "24 - 32 uur"}
        site.pages[path] = page(job(number, description=LONG, **odd))
    report = examined(database, site.address)
    assert report["fields"]["valid_through"]["unreadable"] == 3
    assert report["fields"]["education"]["unreadable"] == 0


def test_delays_and_reservations_are_shown(database, site):
    paths = winkel(site, 3, robots="Crawl-delay: 0.2\nContent-Signal: ai-train=no")
    tagged = site.pages[paths[0]].replace(
        "<head>", '<head><meta name="tdm-reservation" content="1">'
    )
    for path in paths:
        site.pages[path] = Reply(tagged, headers={"X-Robots-Tag": "noimageai"})
    site.pages["/.well-known/tdmrep.json"] = Reply(
        json.dumps([{"location": "/vacatures/", "tdm-reservation": 1}]),
        kind="application/json",
    )
    report = examined(database, site.address)
    assert report["robots"]["delay"] == 0.2
    assert report["tdm"]["reserved"] is True
    assert set(report["tdm"]["signals"]) == {
        "robots.txt content-signal: ai-train=no",
        "x-robots-tag: noimageai",
        "meta tdm-reservation: 1",
        "tdmrep.json tdm-reservation: 1",
    }
    assert any("alleen titel en link" in finding for finding in report["findings"])


def test_teasers_agencies_and_a_soft_404_are_found(database, site):
    paths = winkel(site, 4)
    short = "<p>Voor onze opdrachtgever in Zwolle zoeken wij een kok.</p>"
    agency = {"@type": "Organization", "name": "Uitzendbureau De Wilg"}
    for number, path in enumerate(paths, start=1):
        facts = {"description": short, "hiringOrganization": agency}
        site.pages[path] = page(job(number, **facts))
    nothing = page(body="<h1>Vacatures</h1><p>Bekijk onze vacatures.</p>")

    class Whatever(dict):
        def get(self, path, default=None):
            known = super().get(path)
            return known or (nothing if path.startswith("/vacatures/") else default)

    site.pages = Whatever(site.pages)
    report = examined(database, site.address)
    assert report["soft_404"] is True
    told = " ".join(report["findings"])
    assert "4 van 4 vacatures zijn van een bureau" in told
    assert "4 van 4 teksten zijn kort" in told
    assert "HTTP 200" in told


def test_robots_that_forbids_the_pages_is_a_finding(database, site):
    winkel(site, 3, robots="Disallow: /vacatures/")
    report = examined(database, site.address)
    assert report["verdict"] == "not_recognised"
    assert not [path for path in site.paths() if path.startswith("/vacatures/")]


def test_what_was_found_is_registered_switched_off_and_only_once(database, site):
    winkel(site, 3)
    report, _ = probed(database, site.address, "--add")
    assert report["added"] is True
    with database.connect("crawler") as db:
        [kept] = sources.all(db)
    assert (kept.name, kept.enabled, kept.terms) == (report["name"], False, "unknown")
    assert kept.employer == "Winkel De Wilg"
    with database.connect("crawler") as db:
        again = replace(kept, name="andere-naam", employer=None, terms="permission")
        assert sources_command.add_probed(db, again) == (kept, False)
        assert sources.all(db) == [kept]


def test_a_site_without_vacancies_says_so_and_is_not_registered(database, site):
    site.pages["/"] = page(body="<h1>Bakker</h1>")
    report, code = probed(database, site.address, "--add")
    assert (report["verdict"], code, report["platform"]) == ("not_recognised", 1, None)
    assert "geen vacatures die wij kunnen lezen" in report["error"]
    with database.connect("crawler") as db:
        assert sources.all(db) == []


def test_a_site_that_refuses_us_is_blocked_and_exit_code_three(database, site):
    site.pages["/"] = Reply("nee", status=403)
    report, code = probed(database, site.address)
    assert (report["verdict"], report["status"], code) == ("unreachable", "blocked", 3)


def test_a_site_that_is_not_there(database):
    report = examined(database, "http://127.0.0.1:1/")
    assert (report["verdict"], report["status"]) == ("unreachable", "failed")


@pytest.mark.parametrize("verb", [("sources", "probe"), ("crawl", "--url")])
def test_an_address_we_refuse_is_exit_code_two(database, verb):
    done = program(database, *verb, "https://www.linkedin.com/jobs/")
    assert done.returncode == 2, done.stderr
    assert "LinkedIn laten wij met rust" in done.stderr


@pytest.mark.parametrize(
    "what", ["sources.examining.examine_address", "run.crawl_address"]
)
def test_a_redirect_to_a_forbidden_board_is_refused_too(database, site, what):
    site.pages["/"] = Reply(status=302, headers={"Location": "https://nl.indeed.com/"})
    with pytest.raises(AddressRefusedError, match="Indeed laten wij met rust"):
        asked(database, what, site.address)


def test_a_vacancy_that_leads_to_a_forbidden_board_is_not_followed(database, site):
    paths = winkel(site, 2)
    away = Reply(
        status=302, headers={"Location": "https://nl.linkedin.com/jobs/view/1"}
    )
    site.pages[paths[0]] = away
    report = examined(database, site.address)
    assert len(report["sample"]) == 1
    assert any("LinkedIn laten wij met rust" in told for told in report["findings"])
