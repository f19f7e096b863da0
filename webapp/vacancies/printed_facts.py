"""The typed facts of a vacancy in words, each with where it was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.vacancy import Vacancy
from webapp.site.formats import day, hours, number, salary
from webapp.writing import words


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFact:
    """One fact; `origin` says which part of the page, `raw` what stood there."""

    label: str
    value: str
    origin: str | None
    raw: str | None


def printed_facts(vacancy: Vacancy) -> tuple[PrintedFact, ...]:
    """What the page says; a fact that it does not say is not there."""
    return tuple(
        PrintedFact(label=label, value=value, origin=_origin(vacancy, key), raw=raw)
        for label, key, value in _values(vacancy)
        if value
        for raw in [vacancy.provenance.get(key, {}).get("raw") or None]
    )


def _values(vacancy: Vacancy) -> Iterator[tuple[str, str, str | None]]:
    known = vacancy.hours_min is not None or vacancy.hours_max is not None
    talk = " (bespreekbaar)" if vacancy.hours_negotiable else ""
    yield "Uren", "hours", hours(vacancy) + talk if known or talk else None
    yield "Salaris", "salary", salary(vacancy)
    yield "Schaal", "salary_scale", _told(vacancy, "salary_scale")
    yield "Cao", "cao", _told(vacancy, "cao")
    yield "Contract", "contract", _contract(vacancy)
    yield "Opleiding", "education", _education(vacancy)
    yield "Rijbewijs", "licences", _papers(vacancy.licences, vacancy.licences_wish)
    certificates = _papers(vacancy.certificates, vacancy.certificates_wish)
    yield "Certificaten", "certificates", certificates
    yield "Nederlands", "dutch_level", vacancy.dutch_level
    yield "Werktijden", "shifts", ", ".join(words.SHIFTS[s] for s in vacancy.shifts)
    remote = words.REMOTE[vacancy.remote] if vacancy.remote else None
    yield "Thuiswerken", "remote", remote
    yield "Plaats", "place", " ".join(filter(None, (vacancy.postcode, vacancy.place)))
    yield "Begin", "start_date", _start(vacancy)
    yield "Geplaatst", "date_posted", _day(vacancy.date_posted)
    yield "Sluit", "valid_through", _day(vacancy.valid_through)


def _contract(vacancy: Vacancy) -> str | None:
    if vacancy.contract is None:
        return None
    months = vacancy.contract_months
    word = words.CONTRACTS[vacancy.contract]
    return f"{word}, {number(months)} maanden" if months else word


def _education(vacancy: Vacancy) -> str | None:
    if vacancy.education_min is None:
        return None
    word = words.EDUCATION[vacancy.education_min]
    return f"{word}, diploma vereist" if vacancy.education_strict else f"niveau {word}"


def _papers(required: Sequence[str], wished: Sequence[str]) -> str:
    parts = [", ".join(required)] if required else []
    if wished:
        parts.append(f"gewenst: {', '.join(wished)}")
    return "; ".join(parts)


def _start(vacancy: Vacancy) -> str | None:
    """A printed day, or words such as "per direct"."""
    printed = vacancy.provenance.get("start_date", {}).get("value")
    return day(date.fromisoformat(printed)) if printed else _told(vacancy, "start_date")


def _told(vacancy: Vacancy, key: str) -> str | None:
    """The words of a fact that has no column of its own."""
    return vacancy.provenance.get(key, {}).get("raw") or None


def _day(moment: date | None) -> str | None:
    return day(moment) if moment else None


def _origin(vacancy: Vacancy, key: str) -> str | None:
    part = vacancy.provenance.get(key, {}).get("part")
    return words.ORIGINS.get(part) if part else None
