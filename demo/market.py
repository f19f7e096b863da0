"""The invented labour market: employers and their adverts, read from demo/market."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from demo.reading import BadDataError, Table, read_toml, refuse_twice
from schemas.source import Platform, Source

FOLDER = Path(__file__).parent / "market"

Shape = Literal["jobposting", "graph", "recruitee", "teamtailor"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
SalaryUnit = Literal["HOUR", "MONTH", "YEAR"]
SALARY_UNITS: tuple[SalaryUnit, ...] = get_args(SalaryUnit)
Employment = Literal[
    "FULL_TIME", "PART_TIME", "TEMPORARY", "CONTRACTOR", "INTERN", "OTHER"
]
EMPLOYMENTS: tuple[Employment, ...] = get_args(Employment)
Sector = Literal[
    "zorg",
    "welzijn",
    "overheid",
    "onderwijs",
    "kinderopvang",
    "cultuur",
    "logistiek",
    "transport",
    "bouw",
    "installatie",
    "industrie",
    "voeding",
    "laboratorium",
    "detailhandel",
    "klantenservice",
    "ict",
    "energie",
    "financieel",
    "administratie",
    "horeca",
    "schoonmaak",
    "groen",
    "agrarisch",
    "beveiliging",
    "facilitair",
    "techniek",
]
SECTORS: tuple[Sector, ...] = get_args(Sector)
PLATFORMS: Mapping[Shape, Platform] = {
    "jobposting": "jobposting",
    "graph": "jobposting",
    "recruitee": "recruitee",
    "teamtailor": "teamtailor",
}

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
DIGITS = re.compile(r"[1-9]\d*")
POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """One invented advert. `key` is unique inside its employer; dates are relative."""

    key: str
    title: str
    sector: Sector
    place: str
    postcode: str | None
    hours: str | None
    employment: Employment | None
    salary_min: float | None
    salary_max: float | None
    salary_unit: SalaryUnit | None
    education: str | None
    posted_days_ago: int
    closes_in_days: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """One invented employer, or agency, with its own career site of one shape."""

    slug: str
    name: str
    shape: Shape
    intermediary: bool
    place: str
    about: str
    adverts: tuple[Advert, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """All employers, in the order of their slugs."""

    employers: tuple[Employer, ...]

    @property
    def adverts(self) -> tuple[Advert, ...]:
        return tuple(a for employer in self.employers for a in employer.adverts)


def load_market(folder: Path = FOLDER) -> Market:
    """Read every employer of the folder; raise BadDataError on the first fault."""
    employers = tuple(_employer(path) for path in sorted(folder.glob("*.toml")))
    if not employers:
        raise BadDataError(f"{folder.name}: no employers here")
    refuse_twice(folder.name, [employer.slug for employer in employers])
    return Market(employers=employers)


def sources(market: Market, addresses: Mapping[str, str]) -> list[Source]:
    """The sources to crawl; `addresses` maps an employer's slug to its site."""
    return [
        Source(
            name=employer.slug,
            platform=PLATFORMS[employer.shape],
            url=addresses[employer.slug],
            employer=employer.name,
            intermediary=employer.intermediary,
            terms="permission",
            enabled=True,
            delay=0.0,
            invented=True,
        )
        for employer in market.employers
    ]


def _employer(path: Path) -> Employer:
    table = read_toml(path)
    table.only(["advert", *(Employer.__dataclass_fields__.keys() - {"adverts"})])
    slug = table.text("slug")
    if not SLUG.fullmatch(slug):
        raise table.bad(f"slug {slug!r} is not lower case letters, digits and hyphens")
    adverts = tuple(_advert(row) for row in table.tables("advert", "key"))
    refuse_twice(f"{path.name}, advert", [advert.key for advert in adverts])
    return Employer(
        slug=slug,
        name=table.text("name"),
        shape=table.choice("shape", SHAPES),
        intermediary=table.get("intermediary", bool),
        place=table.text("place"),
        about=table.text("about"),
        adverts=adverts,
    )


def _advert(table: Table) -> Advert:
    table.only(Advert.__dataclass_fields__)
    advert = Advert(
        key=table.text("key"),
        title=table.text("title"),
        sector=table.choice("sector", SECTORS),
        place=table.text("place"),
        postcode=table.text_or("postcode") or None,
        hours=table.text_or("hours") or None,
        employment=table.choice_or_none("employment", EMPLOYMENTS),
        salary_min=table.number("salary_min"),
        salary_max=table.number("salary_max"),
        salary_unit=table.choice_or_none("salary_unit", SALARY_UNITS),
        education=table.text_or("education") or None,
        posted_days_ago=table.count("posted_days_ago"),
        closes_in_days=table.maybe("closes_in_days", int),
        text=table.text("text"),
    )
    if problem := _problem(advert):
        raise table.bad(problem)
    return advert


def _problem(advert: Advert) -> str | None:
    if not DIGITS.fullmatch(advert.key):
        return f"key {advert.key!r} must be digits only"
    if advert.postcode and not POSTCODE.fullmatch(advert.postcode):
        return f"postcode {advert.postcode!r} is not like 1234 AB"
    if (advert.salary_min is None) != (advert.salary_unit is None):
        return "salary_min and salary_unit go together"
    if advert.salary_max is None:
        return None
    if advert.salary_min is None or advert.salary_max < advert.salary_min:
        return "salary_max needs a salary_min that is not higher"
    return None
