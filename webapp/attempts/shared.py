"""What the pages that record an attempt share: references, company, warning, form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from flask import abort, flash, render_template, request

from schemas.candidate import Candidate
from schemas.dossier import Attempt, Company
from schemas.tables import attempts as table
from schemas.tables import companies, consents, vacancies
from schemas.tables.companies import ColleagueCall
from schemas.vacancy import Vacancy
from webapp.attempts.form import GUARD, as_form, read_attempt, too_early
from webapp.attempts.words import CHANNELS, KINDS, OUTCOMES
from webapp.record.writing import about, nothing_happened
from webapp.site.access import me
from webapp.site.formats import day, relative_day
from webapp.site.request import database, now, vault
from webapp.site.visible import candidate_or_404
from webapp.writing.clashes import Clash
from webapp.writing.fields import read_identity

WARN_DAYS = 30
NO_CONSENT = (
    "Let op: de kandidaat gaf geen toestemming om het cv aan {} te geven. "
    "Vraag dat eerst; de kandidaat kan het zelf aangeven bij Mijn gegevens."
)
NOT_WITHOUT_CONSENT = (
    "De kandidaat vindt niet goed dat {} het cv krijgt, of heeft dat nog niet gezegd. "
    "Vraag het eerst; de kandidaat geeft het aan bij Mijn gegevens."
)
ABOUT_NOBODY = "Een voordracht is van een kandidaat. Kies voor wie dit was."
TWO_NAMESAKES = (
    "Er zijn meer bedrijven met deze naam. "
    "Open het bedrijf in de lijst en leg het gesprek daar vast."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPage:
    """What a form about an attempt stands on.

    `people` may be chosen from, if any; `old` is the attempt to be corrected.
    """

    heading: str
    back: str
    candidate: Candidate | None = None
    company: Company | None = None
    vacancy: Vacancy | None = None
    people: Sequence[tuple[UUID, str]] = ()
    old: Attempt | None = None


def company_or_404(company_id: UUID) -> Company:
    """The company with this id."""
    return companies.one(database(), company_id) or abort(404)


def vacancy_or_404(vacancy_id: UUID) -> Vacancy:
    """The vacancy with this id."""
    return vacancies.one(database(), vacancy_id) or abort(404)


def vacancy_of(attempt: Attempt) -> Vacancy | None:
    """The vacancy an attempt is about, if it is about one."""
    return vacancy_or_404(attempt.vacancy_id) if attempt.vacancy_id else None


def sent_vacancy() -> Vacancy | None:
    """The vacancy that a sent form is about, if it is about one."""
    named = read_identity(request.form.get("vacancy_id", ""))
    return vacancy_or_404(named) if named else None


def asked_vacancy() -> Vacancy | None:
    """The vacancy that `?vacature=` names."""
    if not (named := request.args.get("vacature")):
        return None
    return vacancy_or_404(read_identity(named) or abort(404))


def asked_company() -> Company | None:
    """The company that `?bedrijf=` names."""
    if not (named := request.args.get("bedrijf")):
        return None
    return company_or_404(read_identity(named) or abort(404))


def show_form(
    page: AttemptPage,
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
    *,
    clashes: Sequence[Clash] = (),
) -> str:
    """The form with these values, and a warning if a colleague called lately."""
    company, _ = _company_of(values.get("employer", ""), page.company)
    return render_template(
        "attempts/form.html",
        page=page,
        values=values,
        errors=errors or {},
        clashes=clashes,
        stored=page.old and GUARD.version(as_form(page.old)),
        known=company,
        colleague=colleague_call(company.id) if company else None,
        companies=companies.choices(database()),
        channels=CHANNELS,
        kinds=KINDS,
        outcomes=OUTCOMES,
    )


def colleague_call(company_id: UUID) -> ColleagueCall | None:
    """A colleague's call to this company in the last thirty days."""
    today = now().date()
    return companies.colleague_call(database(), company_id, today=today, days=WARN_DAYS)


def read_sent(
    whose: Candidate | None = None, *, default_follow_up: bool
) -> tuple[Attempt, dict[str, str]]:
    """The sent attempt, linked to its company; 404 for an id that is not there.

    It is for `whose`, else for the candidate that the form chose.
    """
    attempt, errors = read_attempt(
        request.form, made_by=me().id, now=now(), default_follow_up=default_follow_up
    )
    if whose is None and attempt.candidate_id:
        whose = candidate_or_404(attempt.candidate_id)
    early = whose and too_early(attempt.happened_on, whose.traject_start)
    if early:
        errors.setdefault("happened_on", early)
    vacancy_of(attempt)
    hint = company_or_404(attempt.company_id) if attempt.company_id else None
    company, namesakes = _company_of(attempt.employer, hint)
    if namesakes:
        errors.setdefault("employer", TWO_NAMESAKES)
    return replace(attempt, company_id=company.id if company else None), errors


def save(attempt: Attempt) -> None:
    """Record an attempt once; a cold call to an unknown company makes it known."""
    about(attempt.candidate_id)
    company_id = attempt.company_id
    if company_id is None and attempt.channel == "cold_acquisition":
        company_id, _ = companies.add(database(), _new_company(attempt))
    elif company_id is not None:
        _warn(company_id)
    known = replace(attempt, company_id=company_id)
    if not table.add(database(), known, vault=vault()):
        nothing_happened()
    flash("Vastgelegd.")
    _warn_without_consent(attempt)


def not_presented(attempt: Attempt, old: Attempt | None = None) -> dict[str, str]:
    """What is wrong with a cv that was given without the candidate's consent.

    The database refuses it too. What was recorded with consent may be mended later.
    """
    if attempt.kind != "presented" or (
        old is not None
        and old.kind == "presented"
        and old.employer.casefold() == attempt.employer.casefold()
    ):
        return {}
    if attempt.candidate_id is None:
        return {"kind": ABOUT_NOBODY}
    if consents.may_show_cv(database(), attempt.candidate_id, attempt.employer):
        return {}
    return {"kind": NOT_WITHOUT_CONSENT.format(attempt.employer)}


def _warn_without_consent(attempt: Attempt) -> None:
    """An application, or something sent, may show the company who the candidate is."""
    shows_cv = attempt.kind == "application" or attempt.outcome == "sent"
    if attempt.candidate_id is None or not shows_cv or attempt.kind == "presented":
        return
    if not consents.may_show_cv(database(), attempt.candidate_id, attempt.employer):
        flash(NO_CONSENT.format(attempt.employer), "warning")


def _warn(company_id: UUID) -> None:
    if call := colleague_call(company_id):
        flash(
            f"Let op: {call.adviser} had {relative_day(call.happened_on)} "
            f"({day(call.happened_on)}) ook contact met dit bedrijf.",
            "warning",
        )


def _company_of(employer: str, hint: Company | None) -> tuple[Company | None, bool]:
    """The known company of this name, and whether several share it."""
    if hint and hint.name.casefold() == employer.casefold():
        return hint, False
    found = companies.named(database(), employer)
    return (found[0] if len(found) == 1 else None), len(found) > 1


def _new_company(attempt: Attempt) -> Company:
    return Company(
        id=attempt.id,
        name=attempt.employer,
        place="",
        phone="",
        note="",
        do_not_call=False,
        invented=False,
        made_at=attempt.made_at,
    )
