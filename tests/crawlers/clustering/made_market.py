"""A made market: 2,000 adverts on three sources, 300 of them of a job that stands there already.

`eigen` carries the employers' own pages, `bureau` is an agency, `bord` a board. The jobs
are hard to tell apart on purpose: employers write their own boilerplate under each, and
there are real pairs of other jobs with one title, one place, one number or one text.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from schemas.vacancy import Vacancy
from tests.builders import NOW, vacancy

POOL = tomllib.loads((Path(__file__).parent / "wording_pool.toml").read_text())
# Invented employers; (first words, last words) make sixty.
EMPLOYERS = [
    f"{first} {last}"
    for first in ("Zorggroep", "Stichting", "Bouwbedrijf", "Koninklijke", "Handelshuis")
    for last in ("Wilgenrade", "Oeverlanden", "De Klaver", "Zonneveld", "Hoogeind",
                 "Molenwiek", "Ravenhof", "Lindeboom", "Vennepoort", "Kromhout",
                 "Sterrenberg", "Duinrust")
]  # fmt: skip
# Place, middle, and postcodes with their own middles: (digits, lat, lon).
PLACES: dict[str, tuple[float, float, tuple[str, ...]]] = {
    "Zwolle": (52.5168, 6.0830, ("8011 AB", "8025 KL", "8041 DE")),
    "Tilburg": (51.5555, 5.0913, ("5011 CB", "5037 GH", "5048 AN")),
    "Utrecht": (52.0907, 5.1214, ("3511 ED", "3526 KS", "3584 CT")),
    "Arnhem": (51.9851, 5.8987, ("6811 BV", "6827 AV", "6843 NL")),
    "Groningen": (53.2194, 6.5665, ("9711 KP", "9723 TB", "9747 AC")),
    "Eindhoven": (51.4416, 5.4697, ("5611 EM", "5621 JE", "5653 LN")),
    "Breda": (51.5719, 4.7683, ("4811 XC", "4817 PA", "4825 BD")),
    "Almere": (52.3508, 5.2647, ("1315 JA", "1332 AP", "1362 AA")),
    "Leiden": (52.1601, 4.4970, ("2311 VX", "2321 CM", "2333 AA")),
    "Assen": (52.9925, 6.5649, ("9401 HB", "9403 AW", "9405 BT")),
}
HOURS = [(16.0, 24.0), (24.0, 32.0), (32.0, 40.0), (36.0, 36.0), (8.0, 16.0), (20.0, 28.0)]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """An advert and the number of the job it is for."""

    vacancy: Vacancy
    job: int


@dataclass(frozen=True)
class Job:
    """A job as its employer would tell it, in parts that a copy may change."""

    number: int
    profession: int
    title: str
    employer: str
    place: str
    postcode: str
    hours: tuple[float, float]
    intro: tuple[str, ...]
    tasks: tuple[str, ...]
    wants: tuple[str, ...]
    offer: tuple[str, ...]
    posted: date
    facts: dict[str, Any] = field(default_factory=dict)


class Market:
    """Makes jobs and copies of them; the same seed makes the same market."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made: list[Made] = []
        self.jobs = 0
        self.keys = 0
        self.boilerplate = {name: self._house(name) for name in EMPLOYERS}

    # -- jobs

    def job(self, **fixed: Any) -> Job:
        """A new job; what is `fixed` it has in common with another."""
        pick, number = self.random, self.jobs
        self.jobs += 1
        profession = fixed.get("profession", pick.randrange(len(POOL["job"])))
        words = POOL["job"][profession]
        place = fixed.get("place", pick.choice(sorted(PLACES)))
        made = Job(
            number=number,
            profession=profession,
            title=pick.choice(words["title"]),
            employer=pick.choice(EMPLOYERS),
            place=place,
            postcode=pick.choice(PLACES[place][2]),
            hours=pick.choice(HOURS),
            intro=(*self._some("intro", 2, 3), *self._some("team", 1, 2)),
            tasks=self._write(pick.sample(words["tasks"], pick.randint(5, 8))),
            wants=self._some("wants", 3, 5),
            offer=self._some("offer", 3, 5),
            posted=NOW.date() - timedelta(days=pick.randrange(60)),
        )
        facts = {k: v for k, v in fixed.items() if k != "profession"}
        return self._named(replace(made, **facts))

    def other_team(self, job: Job) -> Job:
        """Another job of the same employer: title and place the same, much of the text."""
        fresh = self.job(profession=job.profession, title=job.title, place=job.place,
                         employer=job.employer, postcode=job.postcode)  # fmt: skip
        kept = self.random.randint(2, 4)
        return replace(
            fresh,
            tasks=(*job.tasks[:kept], *fresh.tasks[kept:]),
            wants=(*job.wants[:2], *fresh.wants[2:]),
            offer=job.offer,
        )

    def elsewhere(self, job: Job) -> Job:
        """The same text in another town: another job."""
        place = self.random.choice(
            [name for name in sorted(PLACES) if name != job.place]
        )
        moved = self._renumbered(job, place=place)
        return replace(
            moved,
            postcode=self.random.choice(PLACES[place][2]),
            intro=tuple(s.replace(job.place, place) for s in job.intro),
            wants=tuple(s.replace(job.place, place) for s in job.wants),
        )

    def across_town(self, job: Job) -> Job:
        """The same text at another address in the same town: another job."""
        others = [code for code in PLACES[job.place][2] if code != job.postcode]
        return self._renumbered(job, postcode=self.random.choice(others))

    def other_hours(self, job: Job) -> Job:
        """The same text for another number of hours: another job."""
        low = job.hours[0]
        return self._renumbered(job, hours=(32.0, 40.0) if low < 24 else (8.0, 16.0))

    def _renumbered(self, job: Job, **facts: Any) -> Job:
        self.jobs += 1
        return replace(job, number=self.jobs - 1, **facts)

    # -- adverts

    def own_page(self, job: Job, **facts: Any) -> Vacancy:
        """The employer's own page, with its boilerplate and its way of ordering."""
        words = self.boilerplate[job.employer]
        parts = [
            "\n".join(job.intro),
            "Wat ga je doen?\n" + "\n".join(job.tasks),
            "Wat breng je mee?\n" + "\n".join(job.wants),
            "Wat krijg je van ons?\n" + "\n".join(job.offer),
            "Over ons\n" + " ".join(words),
        ]
        return self._advert("eigen", job, "\n\n".join(parts), **facts)

    def of_agency(self, job: Job, **facts: Any) -> Vacancy:
        """An agency's version: another intro, some lines left out, its own tail."""
        pick = self.random
        parts = [
            "\n".join(self._fill(job, self._some("agency_intro", 3, 5))),
            "Jouw taken:\n" + "\n".join(self._most(job.tasks)),
            "Dit vragen we:\n" + "\n".join(self._most(job.wants)),
        ]
        if pick.random() < 0.7:
            parts.append("Dit krijg je:\n" + "\n".join(self._most(job.offer)))
        parts.append(" ".join(POOL["agency_outro"]))
        changed: dict[str, Any] = {
            "employer": "Uitzendbureau Doorstap",
            "employer_is_intermediary": True,
            "title": self._noisy(self._other_title(job)),
        }
        text = "\n\n".join(parts).replace(job.employer, "onze opdrachtgever")
        return self._advert("bureau", job, text, **(changed | facts))

    def on_board(self, advert: Vacancy, job: Job, **facts: Any) -> Vacancy:
        """A board's copy: lines dropped and moved, its own tail, another order of parts."""
        parts = advert.text.split("\n\n")
        if len(parts) > 3 and self.random.random() < 0.5:
            del parts[self.random.randrange(1, len(parts))]
        if self.random.random() < 0.3:
            parts[1:] = self.random.sample(parts[1:], len(parts) - 1)
        text = "\n\n".join([*parts, " ".join(POOL["board_tail"])])
        changed = {
            "employer": advert.employer,
            "employer_is_intermediary": advert.employer_is_intermediary,
            "title": self._noisy(job.title),
        }
        return self._advert("bord", job, text, **(changed | facts))

    def teaser(self, job: Job) -> Vacancy:
        """A board with only the first sentences."""
        said = [*job.intro, *job.tasks][: self.random.randint(4, 6)]
        return self._advert("bord", job, " ".join(said), title=self._noisy(job.title))

    def put_up_again(self, advert: Vacancy, job: Job) -> Vacancy:
        """The same source, another key, another date."""
        dated = re.sub(
            r"Reageer voor .*\.", f"Reageer voor {self._day()}.", advert.text
        )
        return self._advert(
            advert.source,
            job,
            dated,
            **{
                name: getattr(advert, name)
                for name in ("title", "employer", "employer_is_intermediary", "place",
                             "postcode", "lat", "lon", "hours_min", "hours_max")
            },
            date_posted=NOW.date(),
        )  # fmt: skip

    def in_english(self, advert: Vacancy, job: Job) -> Vacancy:
        """The English page of the same number on the same site."""
        text = " ".join(
            f"{word} {self.random.randrange(90)} of our people work with you and with the"
            f" team in {job.place} for the {noun}."
            for word, noun in self.random.sample(ENGLISH, 6)
        )
        english = POOL["job"][job.profession]["english"]
        number = advert.source_key.removesuffix("-nl")
        twin = replace(advert, title=english, text=text, language="en")
        return vacancy(**_facts(twin) | {"source_key": f"{number}-en"})

    def add(self, job: Job, *adverts: Vacancy) -> None:
        """Put adverts of a job on the market."""
        self.made += [Made(advert, job.number) for advert in adverts]

    # -- wording

    def _advert(self, source: str, job: Job, text: str, **facts: Any) -> Vacancy:
        self.keys += 1
        last = f"\n\nReageer voor {self._day()}."
        lat, lon, _ = PLACES[job.place]
        plain: dict[str, Any] = {
            "source": source,
            "source_key": f"{100_000 + self.keys}-nl",
            "url": f"https://{self._host(source, job)}/{self.keys}",
            "title": job.title,
            "employer": job.employer,
            "place": job.place,
            "postcode": job.postcode if source == "eigen" else None,
            "lat": lat,
            "lon": lon,
            "hours_min": job.hours[0],
            "hours_max": job.hours[1],
            "text": text if "Reageer voor" in text else text + last,
            "date_posted": job.posted,
            "first_seen": NOW - timedelta(days=self.random.randrange(40)),
        }
        return vacancy(**(plain | job.facts | facts))

    def _host(self, source: str, job: Job) -> str:
        own = "werkenbij" + job.employer.split()[-1].lower() + ".example"
        return {"eigen": own, "bureau": "doorstap.example", "bord": "bord.example"}[
            source
        ]

    def _house(self, employer: str) -> tuple[str, ...]:
        chosen = self.random.sample(POOL["house"], self.random.randint(3, 6))
        return tuple(self._choose(s).replace("<werkgever>", employer) for s in chosen)

    def _named(self, job: Job) -> Job:
        return replace(job, **{
            part: self._fill(job, getattr(job, part))
            for part in ("intro", "tasks", "wants", "offer")
        })  # fmt: skip

    def _fill(self, job: Job, sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            s.replace("<plaats>", job.place)
            .replace("<werkgever>", job.employer)
            .replace("<functie>", job.title.lower())
            for s in sentences
        )

    def _some(self, pool: str, least: int, most: int) -> tuple[str, ...]:
        chosen = self.random.sample(POOL[pool], self.random.randint(least, most))
        return self._write(chosen)

    def _write(self, sentences: list[str]) -> tuple[str, ...]:
        return tuple(self._choose(self._longer(sentence)) for sentence in sentences)

    def _longer(self, sentence: str) -> str:
        """More often than not with a subordinate clause that any job could have."""
        if not sentence.endswith(".") or self.random.random() > 0.6:
            return sentence
        return f"{sentence[:-1]}, {self.random.choice(POOL['clause'])}."

    def _choose(self, sentence: str) -> str:
        pick = self.random
        chosen = re.sub(
            r"\{([^}]*)\}", lambda m: pick.choice(m[1].split("|")), sentence
        )
        numbers = {"<getal>": (5, 60), "<klein>": (2, 9), "<niveau>": (2, 4), "<jaar>": (2015, 2025), "<d>": (0, 9)}  # fmt: skip
        for hole, (low, high) in numbers.items():
            while hole in chosen:
                chosen = chosen.replace(hole, str(pick.randint(low, high)), 1)
        return chosen

    def _most(self, lines: tuple[str, ...]) -> list[str]:
        """Most of the lines; now and then one in other words."""
        kept = [line for line in lines if self.random.random() < 0.9] or list(lines)
        return [
            self._reworded(line) if self.random.random() < 0.15 else line
            for line in kept
        ]

    def _reworded(self, line: str) -> str:
        return re.sub(
            r"^Je ", self.random.choice(("Jij ", "Ook ga je ", "Verder: je ")), line
        )

    def _other_title(self, job: Job) -> str:
        if self.random.random() < 0.3:
            return self.random.choice(POOL["job"][job.profession]["title"])
        return job.title

    def _noisy(self, title: str) -> str:
        tail = self.random.choice(
            ("", "", " (m/v/x)", " m/v", " per direct", " - fulltime")
        )
        return title + tail

    def _day(self) -> str:
        return f"{self.random.randint(1, 28)} {self.random.choice(MONTHS)}"


MONTHS = ("november", "december", "januari 2027")
ENGLISH = [
    ("Every day", "customers"), ("On Mondays", "planning"), ("Together", "building"),
    ("At noon", "reports"), ("With care", "clients"), ("In shifts", "machines"),
    ("By phone", "questions"), ("On site", "garden"),
]  # fmt: skip


def _facts(made: Vacancy) -> dict[str, Any]:
    return {n: getattr(made, n) for n in Vacancy.__slots__ if n != "id"}


def made_market(seed: int) -> list[Made]:
    """2,000 adverts, 1,700 jobs, in no order."""
    market = Market(seed)
    for make, times in COPIED:
        for _ in range(times):
            make(market)
    for make, times in OTHER_JOBS:
        for _ in range(times):
            make(market)
    places = iter(_alone(market, 2_000 - len(market.made)))
    for job, advert in places:
        market.add(job, advert)
    market.random.shuffle(market.made)
    return market.made


def _alone(market: Market, count: int) -> Iterator[tuple[Job, Vacancy]]:
    for _ in range(count):
        job = market.job()
        write = market.random.choice(
            (market.own_page, market.of_agency, market.own_page)
        )
        yield job, write(job)


def _by_agency(market: Market) -> None:
    job = market.job()
    market.add(job, market.own_page(job), market.of_agency(job))


def _by_board(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    low, high = job.hours
    slip = market.random.choice(
        ((low, high), (low, high), (None, None), (low + 4, high + 4))
    )
    hours = {"hours_min": slip[0], "hours_max": slip[1]}
    if slip == (low + 4, high + 4) and high - low < 8:
        hours = {"hours_min": low, "hours_max": high + 2}
    market.add(job, page, market.on_board(page, job, **hours))


def _by_teaser(market: Market) -> None:
    job = market.job()
    market.add(job, market.own_page(job), market.teaser(job))


def _by_both(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    market.add(job, page, market.of_agency(job), market.on_board(page, job))


def _agency_on_board(market: Market) -> None:
    job = market.job()
    advert = market.of_agency(job)
    market.add(job, advert, market.on_board(advert, job))


def _again(market: Market) -> None:
    job = market.job()
    page = market.random.choice((market.own_page, market.of_agency))(job)
    market.add(job, page, market.put_up_again(page, job))


def _in_two_languages(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    market.add(job, page, market.in_english(page, job))


def _without_place(market: Market) -> None:
    job = market.job()
    page = market.own_page(job)
    nowhere = {"place": None, "postcode": None, "lat": None, "lon": None}
    market.add(job, page, market.on_board(page, job, **nowhere))


def _two_teams(market: Market) -> None:
    job = market.job()
    other = market.other_team(job)
    market.add(job, market.own_page(job))
    market.add(other, market.own_page(other))


def _two_teams_and_copies(market: Market) -> None:
    """Each has a copy on the board: they must find the right one."""
    job = market.job()
    other = market.other_team(job)
    for each in (job, other):
        page = market.own_page(each)
        market.add(each, page, market.on_board(page, each))


def _other_town(market: Market) -> None:
    job = market.job()
    other = market.elsewhere(job)
    source = market.random.choice((market.own_page, market.of_agency))
    market.add(job, market.own_page(job))
    market.add(other, source(other))


def _other_address(market: Market) -> None:
    job = market.job()
    other = market.across_town(job)
    page = market.own_page(other)
    again = market.on_board(page, other, postcode=other.postcode)
    market.add(job, market.own_page(job))
    market.add(other, market.random.choice((page, again)))


def _other_hours(market: Market) -> None:
    job = market.job()
    other = market.other_hours(job)
    market.add(job, market.own_page(job))
    market.add(other, market.random.choice((market.own_page, market.of_agency))(other))


def _one_number(market: Market) -> None:
    """One reference for two jobs, on two sources."""
    job = market.job()
    other = market.job(
        employer=job.employer, place=job.place, profession=job.profession
    )
    page = market.own_page(job)
    copy = market.on_board(market.own_page(other), other, source_key=page.source_key)
    market.add(job, page)
    market.add(other, copy)


def _other_client(market: Market) -> None:
    """An agency with the same work in one town for two clients."""
    job = market.job()
    other = market.other_team(job)
    other = replace(other, employer=market.random.choice(EMPLOYERS))
    market.add(job, market.of_agency(job, title=job.title))
    market.add(other, market.of_agency(other, title=job.title))


# Each makes one advert too many, `_by_both` and `_two_teams_and_copies` two: 300.
COPIED = [
    (_by_agency, 60), (_by_board, 55), (_by_teaser, 35), (_by_both, 25),
    (_agency_on_board, 25), (_again, 30), (_in_two_languages, 15), (_without_place, 10),
    (_two_teams_and_copies, 10),
]  # fmt: skip
OTHER_JOBS = [
    (_two_teams, 70), (_other_town, 80), (_other_address, 40), (_other_hours, 50),
    (_one_number, 30), (_other_client, 40),
]  # fmt: skip
