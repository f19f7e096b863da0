"""Vacancies that are out on one or two points: what to ask, on their page and shelf."""

from collections.abc import Mapping
from uuid import UUID

from flask import g

from matching.near_misses import Blocked, NearMiss, near_miss, points_of
from schemas.tables import vacancies
from schemas.vacancy import Vacancy
from webapp.site.request import database, now
from webapp.vacancies.advert import Advert
from webapp.vacancies.shelf import ShelfPage
from webapp.writing import words


def near_miss_of(vacancy: Vacancy, advert: Advert) -> NearMiss | None:
    """What to ask for, where the verdict that counts is that it does not fit."""
    ranked, match = advert.ranked, advert.match
    if ranked is None or match is None or ranked.verdict != "past_niet":
        return None
    blocked = Blocked(
        vacancy=vacancy, objections=match.objections, capacity=advert.capacity
    )
    return near_miss(blocked, me=g.me.name, today=now().date())


def near_misses_on(page: ShelfPage) -> Mapping[UUID, int]:
    """How many points there are to ask for, by vacancy on the shelf of what is out."""
    shelf, _ = words.SHELVES[page.asked.word]
    if shelf != "past_niet" or page.search.run is None:
        return {}
    objections = {
        one.vacancy_id: one.match.objections for one in page.rows if one.match
    }
    counted = {
        vacancy.id: len(
            points_of(
                Blocked(
                    vacancy=vacancy,
                    objections=objections[vacancy.id],
                    capacity=page.search.capacity,
                ),
                now().date(),
            )
        )
        for vacancy in vacancies.several(database(), list(objections))
    }
    return {about: points for about, points in counted.items() if points}
