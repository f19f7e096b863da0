"""The four shapes: each gives the facts of an advert in its own way."""

import json
import re
from datetime import date
from email.utils import parsedate_to_datetime

import pytest

from demo.market import Employer
from demo.shapes.damage import FACTS, WRAPPINGS
from demo.shapes.html import MARK
from tests.demo.builders import advert, employer
from tests.demo.visitors import SCRIPT, SITEMAP, posting_of, visiting

TT = {"tt": "https://teamtailor.com/locations"}


def many(amount: int) -> Employer:
    adverts = (advert(str(n), title=f"Functie {n}") for n in range(1, amount + 1))
    return employer("teamtailor", *adverts)


def test_the_sitemap_index_leads_to_every_vacancy_with_its_last_change() -> None:
    shop = employer("jobposting", advert("101"), advert("102"))
    with visiting(shop) as visitor:
        others, vacancies = visitor.locations("/sitemap.xml")
        assert len(visitor.locations(vacancies)) == 2
        assert f"{visitor.address}/over-ons/" in visitor.locations(others)
        changed = visitor.xml(vacancies).findall(".//s:lastmod", SITEMAP)
        assert [c.text for c in changed] == ["2026-11-18T09:30:00+01:00"] * 2


def test_a_clean_posting_holds_the_facts_of_the_advert() -> None:
    with visiting(employer("jobposting")) as visitor:
        (url,) = visitor.locations("/sitemap-vacatures.xml")
        node = posting_of(visitor.text(url))
    assert node["title"] == "Medewerker archief (m/v/x)"
    assert "<p>Je scant &amp; ordent dossiers.</p>" in node["description"]
    assert "<ul><li>rust</li><li>netheid</li></ul>" in node["description"]
    assert node["datePosted"] == "2026-11-18"
    assert node["validThrough"] == "2026-12-01T23:59:59+01:00"
    assert node["workHours"] == "16 - 24 uur"
    assert node["jobLocation"]["address"]["postalCode"] == "9401 AA"
    assert node["baseSalary"]["value"]["maxValue"] == 3200


def test_what_an_advert_does_not_say_the_posting_leaves_out() -> None:
    silent = {"hours": None, "employment": None, "salary_min": None, "education": None}
    bare = advert(**silent, salary_max=None, salary_unit=None, closes_in_days=None)
    with visiting(employer("jobposting", bare)) as visitor:
        (url,) = visitor.locations("/sitemap-vacatures.xml")
        node = posting_of(visitor.text(url))
    for name in ("workHours", "employmentType", "baseSalary", "validThrough"):
        assert name not in node


def test_dates_move_with_today() -> None:
    shop = employer("jobposting")
    with visiting(shop, today=date(2027, 7, 4)) as visitor:
        (url,) = visitor.locations("/sitemap-vacatures.xml")
        node = posting_of(visitor.text(url))
    assert node["datePosted"] == "2027-07-01"
    assert node["validThrough"] == "2027-07-14T23:59:59+02:00"


def test_the_graph_has_every_sort_of_damage_and_still_every_title() -> None:
    kinds = len(FACTS) * len(WRAPPINGS)
    adverts = [advert(str(n), title=f"Functie {n}") for n in range(1, kinds + 1)]
    read = broken = 0
    with visiting(employer("graph", *adverts)) as visitor:
        for url in visitor.locations("/sitemap.xml"):
            page = visitor.text(url)
            (script,) = SCRIPT.findall(page)
            assert "JobPosting" in script
            assert re.search(r'[tT]itle": "Functie \d+"', script)
            assert '<link rel="canonical" href="/werken-bij/' in page
            try:
                names = [node["@type"] for node in json.loads(script)["@graph"]]
            except json.JSONDecodeError:
                broken += 1
            else:
                read += 1
                assert names == ["Organization", "BreadcrumbList", "JobPosting"]
    assert (read, broken) == (2 * len(FACTS), 5 * len(FACTS))


@pytest.mark.parametrize(
    "trace",
    [
        '"baseSalary": "€ 2.500 - € 3.200 bruto per maand"',
        '"unitText": "HOUR"',
        '"address": "Assen, Nederland"',
        '"jobLocation": "Assen"',
        '"addressLocality": ""',
        '"addressLocality": "Gemeente Assen"',
        '"FULL_TIME"',
        '"2026-11-18T00:00:00.0000000"',
        '"2026-11-17T23:00:00Z"',
        '"BaseSalary"',
        "&lt;p&gt;Je scant &amp;amp; ordent",
        "Aantal uren: 16 - 24 uur",
        "//<![CDATA[",
        "<!--\n{",
        "\\u003Cp\\u003E",
        "};\n",
        ",\n}",
    ],
)
def test_a_trace_of_every_damage_is_on_some_page(trace: str) -> None:
    adverts = [advert(str(n)) for n in range(1, 92)]
    with visiting(employer("graph", *adverts)) as visitor:
        urls = visitor.locations("/sitemap.xml")
        assert any(trace in visitor.text(url) for url in urls)


def test_midnight_in_summer_looks_like_ten_in_the_evening_before() -> None:
    adverts = [advert(str(n)) for n in range(1, 15)]
    shop = employer("graph", *adverts)
    with visiting(shop, today=date(2026, 7, 4)) as visitor:
        pages = [visitor.text(url) for url in visitor.locations("/sitemap.xml")]
    assert any('"datePosted": "2026-06-30T22:00:00Z"' in page for page in pages)


def test_recruitee_gives_all_offers_in_one_answer() -> None:
    jobs = (
        advert("101", text="Je ordent.\n\nWij vragen:\n- rust\n\nEen vast contract."),
        advert("102", hours="minimaal 28 uur", salary_max=None, postcode=None),
        advert("103", hours="0,6 fte", employment=None, closes_in_days=None),
    )
    with visiting(employer("recruitee", *jobs)) as visitor:
        offers = json.loads(visitor.text("/api/offers/"))["offers"]
        first, second, third = sorted(offers, key=lambda offer: offer["id"])
        assert MARK in visitor.text(first["careers_url"])
    assert first["salary"] == {
        "min": "2500",
        "max": "3200",
        "period": "month",
        "currency": "EUR",
    }
    assert (first["min_hours"], first["max_hours"]) == (16, 24)
    assert first["max_hours_per_week"] == "24"
    assert first["employment_type_code"] == "parttime_permanent"
    assert first["published_at"] == "2026-11-18 08:30:00 UTC"
    assert first["close_at"] == "2026-12-01 22:59:59 UTC"
    assert "Je ordent." in first["description"]
    assert first["requirements"].startswith("<h3>Wij vragen:</h3>")
    assert first["locations"][0]["city"] == "Assen"
    assert first["slug"] in first["careers_url"]
    assert (second["min_hours"], second["max_hours"]) == (28, None)
    assert second["locations"][0]["postal_code"] is None
    assert (third["min_hours"], third["close_at"]) == (None, None)
    assert "Aantal uren: 0,6 fte" in third["requirements"]


def test_teamtailor_serves_a_feed_in_pages() -> None:
    with visiting(many(5)) as visitor:
        whole = visitor.xml("/jobs.rss").findall(".//item")
        part = visitor.xml("/jobs.rss?per_page=2&offset=4").findall(".//item")
        beyond = visitor.xml("/jobs.rss?per_page=2&offset=6").findall(".//item")
        odd = visitor.xml("/jobs.rss?per_page=-1&offset=x").findall(".//item")
        first = whole[0]
        assert MARK in visitor.text(first.findtext("link") or "")
    assert [len(whole), len(part), len(beyond), len(odd)] == [5, 1, 0, 5]
    assert first.findtext("title") == "Functie 1"
    assert "<p>Je scant &amp; ordent" in (first.findtext("description") or "")
    assert "<li>Uren: 16 - 24 uur</li>" in (first.findtext("description") or "")
    assert first.findtext("remoteStatus") == "none"
    assert first.findtext(".//tt:city", namespaces=TT) == "Assen"
    published = parsedate_to_datetime(first.findtext("pubDate") or "")
    assert published.date() == date(2026, 11, 18)


def test_teamtailor_serves_a_json_feed_that_names_its_next_page() -> None:
    seen = []
    with visiting(many(5)) as visitor:
        following = "/jobs.json?per_page=2"
        while following:
            feed = json.loads(visitor.text(following))
            seen += [
                item["_jobposting"]["identifier"]["value"] for item in feed["items"]
            ]
            following = feed.get("next_url")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert sorted(seen) == [1, 2, 3, 4, 5]
