"""From a sent form to a company or to somebody to ask for there."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from schemas.dossier import Company, CompanyPerson
from webapp.writing.clashes import guarded
from webapp.writing.fields import Fields

GUARD = guarded(
    {
        "name": "Naam",
        "place": "Plaats",
        "phone": "Telefoon",
        "note": "Notitie",
        "do_not_call": "Niet bellen",
    },
    do_not_call={"1": "ja"},
)


def read_company(
    form: Mapping[str, str], now: datetime
) -> tuple[Company, dict[str, str]]:
    """The company a form describes, and what is wrong with it."""
    fields = Fields(form)
    company = Company(
        id=fields.new_identity(),
        name=fields.line("name", missing="Vul in hoe het bedrijf heet."),
        place=fields.line("place"),
        phone=fields.line("phone"),
        note=fields.prose("note"),
        do_not_call=fields.ticked("do_not_call"),
        invented=False,
        made_at=now,
    )
    return company, fields.errors


def read_person(
    form: Mapping[str, str], company_id: UUID
) -> tuple[CompanyPerson, dict[str, str]]:
    """The person a form describes, and what is wrong with it."""
    fields = Fields(form)
    person = CompanyPerson(
        id=fields.new_identity(),
        company_id=company_id,
        name=fields.line("name", missing="Vul in hoe deze persoon heet."),
        role=fields.line("role"),
        phone=fields.line("phone"),
        email=fields.line("email"),
    )
    if person.email and "@" not in person.email:
        fields.errors["email"] = "Een mailadres heeft een @. Kijk het nog eens na."
    return person, fields.errors


def as_form(company: Company) -> dict[str, str]:
    """A known company as the form that changes it shows it."""
    return {
        "name": company.name,
        "place": company.place,
        "phone": company.phone,
        "note": company.note,
        "do_not_call": "1" if company.do_not_call else "",
    }
