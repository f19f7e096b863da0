"""Adverts, employers and people with only the facts that a test is about."""

from datetime import date
from typing import Any

from demo.market import Advert, Employer, Market, Shape

TODAY = date(2026, 11, 21)


def advert(key: str = "101", **facts: Any) -> Advert:
    plain: dict[str, Any] = {
        "key": key,
        "title": "Medewerker archief (m/v/x)",
        "sector": "overheid",
        "place": "Assen",
        "postcode": "9401 AA",
        "hours": "16 - 24 uur",
        "employment": "PART_TIME",
        "salary_min": 2500.0,
        "salary_max": 3200.0,
        "salary_unit": "MONTH",
        "education": "mbo-4",
        "posted_days_ago": 3,
        "closes_in_days": 10,
        "text": "Je scant & ordent dossiers.\n\nWat vragen wij:\n- rust\n- netheid",
    }
    return Advert(**plain | facts)


def employer(shape: Shape, *adverts: Advert, slug: str = "proefhuis") -> Employer:
    return Employer(
        slug=slug,
        name="Proefhuis & Zonen",
        shape=shape,
        intermediary=False,
        place="Assen",
        about="Proefhuis bestaat niet.",
        adverts=adverts or (advert(),),
    )


def market(*employers: Employer) -> Market:
    return Market(employers=employers)
