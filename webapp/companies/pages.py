"""Pages: companies to call, whom to ask for, and what was agreed (koude acquisitie)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.dossier import Company
from schemas.tables import companies as table
from schemas.tables import company_contact, trajects
from webapp.attempts import shared as attempt_pages
from webapp.attempts.form import blank
from webapp.attempts.shared import AttemptPage, company_or_404
from webapp.companies import form as company_form
from webapp.record.declaring import logs, unlogged
from webapp.record.writing import nothing_happened
from webapp.site.access import allow
from webapp.site.request import database, now, vault
from webapp.writing.clashes import Clash

pages = Blueprint("companies", __name__)
SHOWN = 200
SUGGESTED = 20

Answer = Response | tuple[str, int]


@pages.get("/bedrijven")
@allow("adviser", data="companies")
@logs("viewed", "company")
def index() -> str:
    """The companies, those with a next action first, and who else seems to hire."""
    text = request.args.get("zoek", "").replace("\x00", "").strip()[:100]
    return render_template(
        "companies/index.html",
        companies=company_contact.search(database(), text, limit=SHOWN, vault=vault()),
        text=text,
        shown=SHOWN,
        hiring=() if text else table.hiring(database(), limit=SUGGESTED),
    )


@pages.get("/bedrijven/nieuw")
@allow("adviser", data="companies")
@unlogged
def new() -> str:
    """The form of a company that is not in the list yet."""
    return _company_page({"id": str(uuid4())}, {})


@pages.post("/bedrijven/nieuw")
@allow("adviser", data="companies")
@logs("changed", "company")
def add() -> Answer:
    """Add the company, or go to the one that is there already."""
    company, errors = company_form.read_company(request.form, now())
    if errors:
        return _company_page(request.form, errors), 422
    found, is_new = table.add(database(), company)
    if not is_new:
        nothing_happened()
    known = found != company.id
    flash("Dit bedrijf stond al in de lijst." if known else "Bedrijf toegevoegd.")
    return redirect(url_for("companies.one", company_id=found), 303)


@pages.get("/bedrijven/<uuid:company_id>")
@allow("adviser", data="companies")
@logs("viewed", "company")
def one(company_id: UUID) -> str:
    """All that is known of a company, as far as it is one's own or shared."""
    company = company_or_404(company_id)
    return render_template(
        "companies/one.html",
        company=company,
        line=company_contact.line(database(), company_id, vault=vault()),
        persons=table.persons(database(), company_id),
        calls=company_contact.at_company(database(), company_id, vault=vault()),
        colleague=attempt_pages.colleague_call(company_id),
    )


@pages.get("/bedrijven/<uuid:company_id>/wijzigen")
@allow("adviser", data="companies")
@logs("viewed", "company")
def edit(company_id: UUID) -> str:
    """The form of a known company."""
    company = company_or_404(company_id)
    return _company_page(company_form.as_form(company), {}, company)


@pages.post("/bedrijven/<uuid:company_id>/wijzigen")
@allow("adviser", data="companies")
@logs("changed", "company")
def change(company_id: UUID) -> Answer:
    """Change what is known of the company."""
    table.hold(database(), company_id)
    old = company_or_404(company_id)
    if clashes := company_form.GUARD.clashes(request.form, company_form.as_form(old)):
        return _company_page(request.form, {}, old, clashes), 409
    company, errors = company_form.read_company(request.form, now())
    changed = replace(company, id=old.id)
    if not errors and not table.change(database(), changed):
        errors["name"] = "Een ander bedrijf in deze plaats heet al zo."
    if errors:
        return _company_page(request.form, errors, old), 422
    if company_form.as_form(changed) == company_form.as_form(old):
        nothing_happened()
    flash("Gewijzigd.")
    return _to(company_id)


@pages.get("/bedrijven/<uuid:company_id>/personen/nieuw")
@allow("adviser", data="companies")
@logs("viewed", "company")
def new_person(company_id: UUID) -> str:
    """The form of somebody to ask for."""
    values = {"id": str(uuid4())}
    company = company_or_404(company_id)
    return _person_page(company, values, {})


@pages.post("/bedrijven/<uuid:company_id>/personen/nieuw")
@allow("adviser", data="companies")
@logs("changed", "company")
def add_person(company_id: UUID) -> Answer:
    """Add somebody to ask for."""
    company = company_or_404(company_id)
    person, errors = company_form.read_person(request.form, company_id)
    if errors:
        return _person_page(company, request.form, errors), 422
    if not table.add_person(database(), person):
        nothing_happened()
    flash(f"{person.name} toegevoegd.")
    return _to(company_id)


@pages.get("/bedrijven/<uuid:company_id>/gesprekken/nieuw")
@allow("adviser", data="companies")
@logs("viewed", "company")
def new_call(company_id: UUID) -> str:
    """The form of a call, for one of the own candidates or for nobody yet."""
    company = company_or_404(company_id)
    known = {"company_id": company.id, "employer": company.name}
    values = blank(uuid4(), now().date(), channel="cold_acquisition", **known)
    return attempt_pages.show_form(_call_page(company), values)


@pages.post("/bedrijven/<uuid:company_id>/gesprekken/nieuw")
@allow("adviser", data="companies")
@logs("changed", "attempt")
def record_call(company_id: UUID) -> Answer:
    """Record the call, or show what is still missing."""
    company = company_or_404(company_id)
    call, errors = attempt_pages.read_sent(default_follow_up=True)
    if errors := errors or attempt_pages.not_presented(call):
        page = _call_page(company)
        return attempt_pages.show_form(page, request.form, errors), 422
    attempt_pages.save(call)
    return _to(company_id)


def _call_page(company: Company) -> AttemptPage:
    return AttemptPage(
        heading=f"Gesprek met {company.name}",
        back=url_for("companies.one", company_id=company.id),
        company=company,
        people=[(one.id, one.name) for one in trajects.names(database())],
    )


def _company_page(
    values: object,
    errors: dict[str, str],
    company: Company | None = None,
    clashes: Sequence[Clash] = (),
) -> str:
    return render_template(
        "companies/form.html",
        values=values,
        errors=errors,
        company=company,
        clashes=clashes,
        stored=company and company_form.GUARD.version(company_form.as_form(company)),
    )


def _person_page(company: Company, values: object, errors: dict[str, str]) -> str:
    return render_template(
        "companies/person.html", company=company, values=values, errors=errors
    )


def _to(company_id: UUID) -> Response:
    return redirect(url_for("companies.one", company_id=company_id), 303)
