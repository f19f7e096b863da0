"""A second market, of another shape: the demo's own prose, copied the way sites copy.

Nothing in the clustering was chosen by looking at this one. Every employer has a site
of its own, and there are two agencies and two boards; copies are cut off, run together,
put in other words, in the polite form, or under a head of facts. Sister jobs share up
to half of their lines, and stand on another site than their sister.
"""

import random
import re
import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from schemas.vacancy import Vacancy
from tests.builders import NOW, vacancy
from tests.crawlers.clustering.made_adverts import Made

DEMO = Path(__file__).resolve().parents[3] / "demo" / "market"
TOWNS = {
    "Tilburg": (51.5555, 5.0913), "Zwolle": (52.5168, 6.0830), "Venlo": (51.3704, 6.1724),
    "Assen": (52.9925, 6.5649), "Almere": (52.3508, 5.2647), "Leeuwarden": (53.2012, 5.7999),
    "Arnhem": (51.9851, 5.8987), "Middelburg": (51.4988, 3.6110),
}  # fmt: skip
OTHER_WORDS = [
    ("zorg je", "draag je zorg"), ("je werkt", "jij werkt"), ("we bieden", "wij bieden"),
    ("collega's", "teamgenoten"), ("klanten", "afnemers"), ("ongeveer", "circa"),
    ("goed", "prima"), ("een pré", "een plus"), ("ervaring met", "kennis van"),
    ("rijbewijs b", "een rijbewijs B"), ("per week", "in de week"), ("samen met", "met"),
    ("elke", "iedere"), ("vooral", "met name"), ("ook", "tevens"), ("mooi", "fraai"),
    ("vragen", "verwachten"), ("krijg je", "ontvang je"), ("werkplek", "plaats"),
    ("dagen", "werkdagen"), ("een beetje", "enigszins"), ("snel", "vlot"),
]  # fmt: skip
AGENCIES = {
    "bureau-noord": ("Flexpunt Noord Uitzendbureau", "Flexpunt Noord bemiddelt sinds jaar en dag. "
     "Wij bellen iedereen terug. Aanmelden doe je met een foto van je cv."),
    "bureau-zuid": ("Werving & Co Recruitment", "Werving & Co zoekt de beste match voor jou. "
     "Onze recruiters kennen de markt. Stuur een bericht en je hoort dezelfde dag van ons."),
}  # fmt: skip


class _Teller:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made: list[Made] = []
        self.jobs = 0
        self.keys = 0

    def add(self, job: int, source: str, advert: dict[str, Any]) -> Vacancy:
        self.keys += 1
        own = re.sub(r"\W", "", advert["employer"].lower())
        made = vacancy(
            **advert
            | {
                "source": source,
                "source_key": f"v{70_000 + self.keys}",
                "url": f"https://{own if source.startswith('site') else source}.example/{self.keys}",
                "first_seen": NOW - timedelta(hours=self.random.randrange(900)),
            }
        )
        self.made.append(Made(made, job))
        return made

    def new_job(self) -> int:
        self.jobs += 1
        return self.jobs

    # -- ways to copy a text

    def other_words(self, text: str) -> str:
        for word, other in OTHER_WORDS:
            if self.random.random() < 0.5:
                text = re.sub(
                    rf"\b{re.escape(word)}\b", other, text, flags=re.IGNORECASE
                )
        return text

    def polite(self, text: str) -> str:
        return re.sub(r"\b(je|jij|jou|jouw)\b", "u", text, flags=re.IGNORECASE)

    def thinned(self, text: str, least: float) -> str:
        lines = [line for line in text.split("\n") if line.strip()]
        share = self.random.uniform(least, 1.0)
        kept = [line for line in lines if self.random.random() < share]
        return "\n".join(kept or lines)

    def run_together(self, text: str) -> str:
        lines = [line.strip(" -*:") for line in text.split("\n") if line.strip()]
        return self.random.choice((", ", "; ", " • ", ". ")).join(lines)

    def cut_off(self, text: str) -> str:
        length = int(len(text) * self.random.uniform(0.4, 0.8))
        return text[:length].rsplit(" ", 1)[0] + " …"

    def teaser(self, text: str) -> str:
        return (
            " ".join(text.split())[: self.random.randint(180, 320)].rsplit(" ", 1)[0]
            + "…"
        )

    def headed(self, text: str, advert: dict[str, Any]) -> str:
        hours = (
            f"{advert['hours_min']:.0f} - {advert['hours_max']:.0f} uur"
            if advert["hours_min"]
            else "In overleg"
        )
        return (
            f"Functie: {advert['title']}\nStandplaats: {advert['place']}\nUren: {hours}\n"
            f"Dienstverband: in overleg\nFunctieomschrijving\n{text}\nDelen via WhatsApp"
        )

    def on_board(self, advert: dict[str, Any]) -> dict[str, Any]:
        text = self.random.choice((
            lambda t: t, self.run_together, self.cut_off, self.teaser,
            lambda t: self.headed(t, advert), lambda t: self.thinned(t, 0.6),
        ))(advert["text"])  # fmt: skip
        facts: dict[str, Any] = {"text": text}
        if self.random.random() < 0.4:
            facts |= {"hours_min": None, "hours_max": None}
        title = advert["title"]
        facts["title"] = self.random.choice((
            title, title, f"{title} | {advert['place']}", f"{title} - {advert['employer']}",
            f"Vacature {title.lower()}", f"{title} (v/m)",
        ))  # fmt: skip
        return advert | facts

    def by_agency(self, advert: dict[str, Any], source: str) -> dict[str, Any]:
        name, tail = AGENCIES[source]
        text = self.thinned(advert["text"], 0.5)
        if self.random.random() < 0.5:
            text = self.other_words(text)
        if self.random.random() < 0.1:
            text = self.polite(text)
        text = text.replace(advert["employer"], "onze opdrachtgever")
        hello = self.random.choice((
            f"Voor een opdrachtgever in {advert['place']} zoeken wij een kanjer.",
            f"Ben jij toe aan iets anders? In {advert['place']} is een plek vrij.",
            "Per direct beschikbaar. Lees snel verder en reageer.",
        ))  # fmt: skip
        shorter = " ".join(advert["title"].split()[:2])
        title = self.random.choice((advert["title"], advert["title"], shorter))
        return advert | {
            "text": f"{hello}\n\n{text}\n\n{tail}",
            "title": title,
            "employer": name,
            "employer_is_intermediary": True,
            "postcode": None,
        }

    def sister(
        self, advert: dict[str, Any], others: list[dict[str, Any]]
    ) -> dict[str, Any]:
        """Another job: up to half of its lines are those of the first."""
        own = [line for line in advert["text"].split("\n") if line.strip()]
        other = [
            line
            for line in self.random.choice(others)["text"].split("\n")
            if line.strip()
        ]
        kept = self.random.sample(own, int(len(own) * self.random.uniform(0.2, 0.5)))
        lines = kept + other
        self.random.shuffle(lines)
        return advert | {"text": "\n".join(lines)}


def _adverts() -> list[dict[str, Any]]:
    found = []
    for path in sorted(DEMO.glob("*.toml")):
        employer = tomllib.loads(path.read_text())
        if employer["intermediary"]:
            continue
        for advert in employer["advert"]:
            hours = [float(n) for n in re.findall(r"\d+", advert.get("hours", ""))[:2]]
            lat, lon = TOWNS.get(
                advert["place"], (52.0 + len(advert["place"]) / 30, 5.5)
            )
            found.append({
                "title": advert["title"],
                "employer": employer["name"],
                "place": advert["place"],
                "postcode": advert.get("postcode"),
                "lat": lat,
                "lon": lon,
                "hours_min": min(hours) if hours else None,
                "hours_max": max(hours) if hours else None,
                "text": f"{advert['text'].strip()}\n\n{employer['about']}",
            })  # fmt: skip
    return found


def told_market(seed: int) -> list[Made]:
    """Some 500 adverts, a third of them of a job that stands there already."""
    teller = _Teller(seed)
    adverts = _adverts()
    for advert in adverts:
        _tell(teller, advert, [a for a in adverts if a is not advert])
    teller.random.shuffle(teller.made)
    return teller.made


def _tell(
    teller: _Teller, advert: dict[str, Any], others: list[dict[str, Any]]
) -> None:
    pick = teller.random
    job = teller.new_job()
    site = "site-" + re.sub(r"\W+", "-", advert["employer"].lower())
    page = teller.add(job, site, advert)
    if pick.random() < 0.45:
        teller.add(job, pick.choice(("bord-een", "bord-twee")), teller.on_board(advert))
    if pick.random() < 0.35:
        source = pick.choice(sorted(AGENCIES))
        teller.add(job, source, teller.by_agency(advert, source))
    if pick.random() < 0.1:
        again = replace(page, text=page.text + "\nReageer uiterlijk 3 december 2026.")
        facts = {n: getattr(again, n) for n in advert}
        teller.add(job, site, facts)
    if pick.random() < 0.4:
        town = pick.choice([name for name in TOWNS if name != advert["place"]])
        moved = advert | {
            "place": town,
            "postcode": None,
            "lat": TOWNS[town][0],
            "lon": TOWNS[town][1],
        }
        teller.add(teller.new_job(), pick.choice((site, "bord-een")), moved)
    if pick.random() < 0.35:
        sister = teller.sister(advert, others)
        source = pick.choice((site, "bord-een", "bord-twee", "bureau-noord"))
        if source.startswith("bureau"):
            sister = teller.by_agency(sister, source)
        teller.add(teller.new_job(), source, sister)
