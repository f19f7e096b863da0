"""The page of one vacancy for one candidate, also when a form on it goes wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from flask import abort, render_template

from schemas.answer import SAID_BY
from schemas.tables import known_vacancies
from webapp.answers.asking import Asking, asking
from webapp.answers.questions import Sheet
from webapp.site.request import database, vault
from webapp.vacancies.advert import read_advert
from webapp.vacancies.checks import freshness
from webapp.vacancies.near_misses import near_miss_of
from webapp.vacancies.overrule_form import VERDICTS
from webapp.vacancies.shelf import search_or_404
from webapp.writing import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A form that was not kept: which one, what was typed, what is wrong with it.

    `place` is the field of an answer, or VERDICT; `told` what a colleague did since.
    """

    place: str
    values: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    told: str | None = None


VERDICT = "verdict"


def show(candidate_id: UUID, vacancy_id: UUID, trouble: Trouble | None = None) -> str:
    """The advert with its quotes marked, what is asked and can, the questions."""
    search = search_or_404(candidate_id)
    known = known_vacancies.one(database(), vacancy_id) or abort(404)
    advert = read_advert(database(), search, known, vault=vault())
    return render_template(
        "vacancies/one.html",
        candidate=search.candidate,
        vacancy=known.vacancy,
        advert=advert,
        near=near_miss_of(known.vacancy, advert),
        freshness=freshness(vacancy_id),
        pending=search.pending,
        trouble=trouble,
        stray=_stray(trouble, advert.sheet),
        new_id=uuid4,
        said_by=SAID_BY,
        verdicts=VERDICTS,
        words=words,
    )


def _stray(trouble: Trouble | None, known: Sheet) -> Asking | None:
    """The point of a form that has no place of its own any more."""
    if trouble is None or trouble.place in known.fields:
        return None
    return asking(trouble.place)
