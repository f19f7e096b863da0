"""An invented year of one career site: what really is open, and what the site shows."""

import json
import random
from dataclasses import dataclass
from typing import ClassVar

from crawlers.collecting.fetched import Trouble
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.collecting.driving import fetched

DAYS = 365
HOST = "https://wilg.example"
CHALLENGE = "<html><head><title>Just a moment...</title></head></html>"
WEATHER = {  # what a day brings besides good weather, and how many days it lasts
    "down": 3,
    "refused": 2,
    "challenge": 1,
    "half a list": 2,
    "most of a list": 1,
    "an empty list": 2,
    "tenant gone": 12,
    "all pages gone": 1,
    "maintenance": 1,
    "no connection": 2,
}


@dataclass(frozen=True)
class Job:
    """A vacancy that is open from `begins` up to, not including, `ends`."""

    number: int
    begins: int
    ends: int
    again: int | None  # the day it comes back, a fortnight after it went
    page_stays: bool  # its page still shows it after it left the list

    def is_open(self, day):
        back = self.again is not None and self.again <= day < self.again + 30
        return self.begins <= day < self.ends or back


def jobs(seed):
    dice = random.Random(seed)
    made = []
    for number in range(1, 41):
        begins = dice.randrange(-20, DAYS - 10)
        ends = begins + dice.randrange(5, 120)
        again = ends + 14 if dice.random() < 0.2 else None
        made.append(Job(number, begins, ends, again, dice.random() < 0.15))
    return made


def weather(seed):
    """What each day is like; the last fortnight of the year is fine."""
    dice = random.Random(seed + 1)
    days = ["fine"] * DAYS
    for _ in range(4):
        for kind, length in WEATHER.items():
            first = dice.randrange(5, DAYS - 30)
            days[first : first + length] = [kind] * length
    days[-15:] = ["fine"] * 15
    return days


class Site:
    """Answers as the site would on one day; subclasses know how a list is printed."""

    platform: ClassVar[str]

    def __init__(self, made, day, kind, seed):
        self.made, self.day, self.kind = made, day, kind
        self.listed = [one for one in made if one.is_open(day)]
        dice = random.Random(f"{seed} {day}")
        if kind == "half a list":
            self.listed = dice.sample(self.listed, len(self.listed) // 2)
        if kind == "most of a list":
            self.listed = dice.sample(self.listed, round(len(self.listed) * 0.7))
        if kind == "an empty list":
            self.listed = []

    def answer(self, url):
        whole_site = {
            "down": fetched(url, "fout", status=500),
            "refused": fetched(url, "nee", status=403),
            "challenge": fetched(url, CHALLENGE),
            "maintenance": fetched(url, "<html><h1>Onderhoud</h1></html>"),
            "no connection": Trouble("failed", "de website neemt niet op"),
            "tenant gone": fetched(url, "weg", status=404),
        }
        if self.kind in whole_site:
            return whole_site[self.kind]
        return self.in_fine_weather(url, url.removeprefix(HOST))

    def page_of(self, url, path):
        for one in self.made:
            if path.endswith(f"-{one.number}"):
                there = one.is_open(self.day) or (
                    one.page_stays and one.begins <= self.day
                )
                if there and self.kind != "all pages gone":
                    return fetched(url, page(job(one.number)))
        return fetched(url, "weg", status=404)


class SitemapSite(Site):
    platform = "jobposting"

    def in_fine_weather(self, url, path):
        if path == "/robots.txt":
            return fetched(url, f"Sitemap: {HOST}/sitemap.xml")
        if path == "/sitemap.xml":
            return fetched(
                url, sitemap(f"{HOST}/vacatures/werk-{o.number}" for o in self.listed)
            )
        return self.page_of(url, path)


class BoardSite(Site):
    platform = "recruitee"

    def in_fine_weather(self, url, path):
        if path != "/api/offers/":
            return self.page_of(url, path)
        offers = [
            {
                "id": one.number,
                "title": f"Winkelmedewerker {one.number}",
                "careers_url": f"{HOST}/o/werk-{one.number}",
                "description": "<p>Je vult de schappen in onze winkel.</p>",
                "city": "Ede",
            }
            for one in self.listed
        ]
        return fetched(url, json.dumps({"offers": offers}))
