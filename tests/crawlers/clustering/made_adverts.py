"""The adverts of a made market: of one job what three sources would make of it."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from schemas.vacancy import Vacancy
from tests.builders import NOW, vacancy
from tests.crawlers.clustering.made_jobs import EMPLOYERS, PLACES, Job, Jobs
from tests.crawlers.clustering.made_wording import POOL

ENGLISH = [
    ("Every day", "customers"), ("On Mondays", "planning"), ("Together", "building"),
    ("At noon", "reports"), ("With care", "clients"), ("In shifts", "machines"),
    ("By phone", "questions"), ("On site", "garden"),
]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """An advert and the number of the job it is for."""

    vacancy: Vacancy
    job: int


class Market(Jobs):
    """Makes adverts of jobs and collects them; the same seed makes the same market."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.made: list[Made] = []
        self.keys = 0
        self.boilerplate = {name: self._house(name) for name in EMPLOYERS}

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

    def _other_title(self, job: Job) -> str:
        if self.random.random() < 0.3:
            return self.random.choice(POOL["job"][job.profession]["title"])
        return job.title


def _facts(made: Vacancy) -> dict[str, Any]:
    return {n: getattr(made, n) for n in Vacancy.__slots__ if n != "id"}
