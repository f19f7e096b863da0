"""Answers of platforms, for the platforms' own tests."""

from crawlers.pages.page import Page
from crawlers.platforms.base import Answer, Visit

SITE = "https://werkenbij.wilg.nl"


def answer(text, url=SITE):
    body = text if isinstance(text, bytes) else text.encode()
    shown = "" if isinstance(text, bytes) else text
    return Answer(page=Page(source="wilg", url=url, text=shown), body=body)


def listing(url=SITE, **other):
    return Visit(url=url, kind="listing", **other)


def offer(number, **other):
    facts = {
        "id": number,
        "title": f"Baan {number}",
        "careers_url": f"{SITE}/o/baan-{number}",
        "description": "<p>Werk</p>",
        "requirements": "<p>mbo-2</p>",
        "status": "published",
        "company_name": "De Wilg",
        "city": "Zwolle",
        "postal_code": "8011 AB",
        "country_code": "NL",
        "min_hours": 16,
        "max_hours": 24,
        "employment_type_code": "parttime_fixed_term",
        "salary": {"min": "2400", "max": "3100", "period": "month", "currency": "EUR"},
    }
    return facts | other


def rss(*numbers):
    items = "".join(
        f"<item><title>Baan {n}</title><description>&lt;p&gt;Werk&lt;/p&gt;</description>"
        f"<link>{SITE}/jobs/{n}-baan</link><pubDate>Tue, 08 Sep 2026 09:53:59 +0200</pubDate>"
        "<remoteStatus>hybrid</remoteStatus><tt:locations><tt:location>"
        "<tt:city>Zwolle</tt:city><tt:zip>8011 AB</tt:zip><tt:country>Netherlands</tt:country>"
        "</tt:location></tt:locations></item>"
        for n in numbers
    )
    return (
        '<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>'
        f"<title>De Wilg</title>{items}</channel></rss>"
    )
