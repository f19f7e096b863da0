"""The eight invented people of the acceptance cases, and adverts held against them."""

from dataclasses import dataclass
from functools import cache

from matching.case import Case
from matching.demands import demands_of, shifts_of
from matching.judging import judge
from matching.priors import expectation
from schemas.candidate import SearchProfile
from schemas.capacity import Capacity, CapacityItem
from schemas.match import Match
from schemas.vacancy import Demand, Vacancy
from tests.builders import vacancy
from tests.matching.people import TODAY, capacity, item, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a search profile and the limits of one document."""

    profile: SearchProfile
    items: tuple[CapacityItem, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """An invented advert; `isco` is the group it is linked to, `facts` what was read."""

    title: str
    isco: str | None
    text: str
    facts: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.title


def job(title: str, isco: str | None, text: str, **facts: object) -> Job:
    """An advert with facts such as `hours_min`; without any it is for 16 to 20 hours."""
    return Job(title, isco, text, tuple(facts.items()))


def advert(one: Job, near: SearchProfile) -> Vacancy:
    """The vacancy of a job, around the corner from somebody."""
    facts = {"hours_min": 16, "hours_max": 20, "shifts": shifts_of(asked_by(one))}
    facts |= {"lat": near.lat, "lon": near.lon} | dict(one.facts)
    return vacancy(**{"text": one.text, "title": one.title, "isco": one.isco} | facts)


@cache
def asked_by(one: Job) -> tuple[Demand, ...]:
    """What the advert of a job asks, read once."""
    return demands_of(one.title, one.text)


def held_against(person: Person, one: Job, document: Capacity | None = None) -> Match:
    """The match of a job for somebody, as the program makes it."""
    found, asked = advert(one, person.profile), asked_by(one)
    situation = Case(
        profile=person.profile,
        capacity=document or capacity(*person.items),
        vacancy=found,
        demands=asked,
        expected=expectation(found, asked),
        today=TODAY,
    )
    return judge(situation, score=0.5)


def fields_of(match: Match) -> set[str]:
    """The fields of what was objected to and of what must be asked."""
    return {one.field for one in (*match.objections, *match.questions)}


def is_proved(match: Match) -> bool:
    """Whether every objection has the words of the advert, the limit and its document."""
    return bool(match.objections) and all(
        one.quote and one.limit for one in match.objections
    )


K1 = Person(
    profile=profile(
        former_jobs=("magazijnmedewerker",),
        education="mbo2",
        education_text="mbo-2 logistiek",
        place="Tilburg",
        lat=51.56,
        lon=5.06,
        travel_modes=("bike", "ov"),
        travel_minutes=45,
        licences=(),
        certificates=("heftruck", "reachtruck"),
    ),
    items=(
        item("lift_kg", 1, 10, unit="kg"),
        item("lift_per_hour", 1, 10, unit="n/h"),
        item("push_pull_kgf", 1, 15, unit="kgf"),
        item("bend_per_hour", 2, 150, unit="n/h"),
        item("stand_minutes", 1, 30, unit="min"),
        item("sit_minutes", 1, 60, unit="min"),
        item("walk_hours_day", 1, 4, unit="h"),
        item("needs_posture_change"),
        item("hours_week", 2, 32, unit="h"),
        item("hours_day", 1, 8, unit="h"),
    ),
)
K2 = Person(
    profile=profile(
        former_jobs=("verzorgende IG",),
        education="mbo4",
        education_text="mbo-3 zorg, mbo-4 doktersassistent",
        place="Zwolle",
        lat=52.51,
        lon=6.09,
        travel_minutes=40,
        excluded_shifts=("night",),
    ),
    items=(
        item("conflict", 1),
        item("others_emotions", 3),
        item("needs_little_patient_contact"),
        item("needs_few_interruptions"),
        item("needs_no_deadlines_peaks"),
        item("no_night"),
        item("hours_day", 3, 4, unit="h", is_max=True),
        item("hours_week", 3, 20, unit="h", is_max=True),
    ),
)
K3 = Person(
    profile=profile(
        former_jobs=("vrachtwagenchauffeur",),
        education="vmbo",
        education_text="vmbo-tl",
        place="Rotterdam",
        lat=51.89,
        lon=4.5,
        travel_modes=("ov",),
        licences=("B", "C", "CE"),
        excluded_shifts=("night",),
    ),
    items=(
        item("professional_driving"),
        item("commute_independent"),
        item("needs_no_personal_risk"),
        item("needs_backup_colleague"),
        item("no_night"),
    ),
)
K4 = Person(
    profile=profile(
        former_jobs=("kapper",),
        education="mbo3",
        education_text="mbo-3 kapper",
        place="Amersfoort",
        lat=52.16,
        lon=5.39,
        travel_modes=("bike", "ov"),
        travel_minutes=45,
    ),
    items=(
        item("skin_contact_limited", sentence="Geen nat werk, cosmetica of latex."),
        item("airborne_limited"),
        item(
            "ppe_limited",
            sentence="Geen handschoenen langer dan 30 minuten en geen mondmasker.",
        ),
        item("hours_week", 1, 36, unit="h"),
    ),
)
K5 = Person(
    profile=profile(
        former_jobs=("financial controller",),
        education="hbo",
        education_text="hbo bedrijfseconomie",
        travel_minutes=30,
    ),
    items=(
        item("divided_attention", 1),
        item("needs_no_deadlines_peaks"),
        item("needs_low_distraction"),
        item("keyboard_hours_day", 1, 4, unit="h"),
        item("hours_day", 3, 4, unit="h"),
        item("hours_week", 3, 20, unit="h"),
    ),
)
K6 = Person(
    profile=profile(
        former_jobs=("productiemedewerker",),
        education="none",
        education_text="basisonderwijs en cursussen",
        place="Eindhoven",
        lat=51.45,
        lon=5.48,
        travel_minutes=45,
        dutch_level="A2",
    ),
    items=(
        item("reach_cm", 1, 60, unit="cm"),
        item("reach_per_hour", 2, 300, unit="n/h"),
        item("overhead_minutes", 2),
        item("hand_use", 1, choices=("repetitive",)),
        item("keyboard_hours_day", 2, 1, unit="h"),
        item("lift_kg", 2, 5, unit="kg"),
    ),
)
K7 = Person(
    profile=profile(
        former_jobs=("leerkracht basisonderwijs",),
        education="hbo",
        education_text="hbo pabo",
        place="Groningen",
        lat=53.22,
        lon=6.57,
        travel_modes=("ov", "bike"),
        excluded_shifts=("night",),
    ),
    items=(
        item("conflict", 2),
        item("hearing"),
        item("noise_limited"),
        item("needs_low_distraction"),
        item("needs_no_leadership"),
        item("no_night"),
        item("hours_week", 3, 24, unit="h"),
    ),
)
K8 = Person(
    profile=profile(
        former_jobs=("timmerman",),
        education="mbo3",
        education_text="mbo-3 timmeren",
        place="Almere",
        lat=52.37,
        lon=5.21,
        licences=("B", "BE"),
        certificates=("VCA-VOL",),
    ),
    items=(
        item("kneel_per_hour", 3, 0, unit="n/h"),
        item("climb", 2),
        item("stair_steps", 1, 30, unit="steps"),
        item("walk_minutes", 1, 30, unit="min"),
        item("walk_hours_day", 2, 1, unit="h"),
        item("stand_minutes", 2, 15, unit="min"),
        item("stand_hours_day", 2, 1, unit="h"),
        item("lift_kg", 1, 10, unit="kg"),
        item("hours_week", 1, 38, unit="h"),
    ),
)
EIGHT = {"k1": K1, "k2": K2, "k3": K3, "k4": K4, "k5": K5, "k6": K6, "k7": K7, "k8": K8}
