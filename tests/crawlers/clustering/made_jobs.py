"""Jobs for a made market, and others that are hard to tell from them."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from tests.builders import NOW
from tests.crawlers.clustering.made_wording import POOL, Wording

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


class Jobs(Wording):
    """Makes jobs and counts them."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.jobs = 0

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
