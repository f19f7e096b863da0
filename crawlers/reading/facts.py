"""Everything the readers take from an advert's plain title and text."""

from dataclasses import dataclass

from crawlers.reading.clauses import LONGEST_ADVERT
from crawlers.reading.closing import Closing, read_closing
from crawlers.reading.contract import ContractOffered, read_contract
from crawlers.reading.education import EducationAsked, read_education
from crawlers.reading.full_week import full_week
from crawlers.reading.hours import hours_negotiable, read_hours
from crawlers.reading.hours_in_clause import Hours
from crawlers.reading.language import read_dutch_level
from crawlers.reading.papers import Papers, read_certificates, read_licences
from crawlers.reading.remote import read_remote
from crawlers.reading.salary import read_salary
from crawlers.reading.scales import read_agreement, read_scale
from crawlers.reading.starting import Start, read_start
from crawlers.reading.wage_periods import Salary
from schemas.vacancy import Remote


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the text says, each with the words it was read from; None: nothing."""

    hours: Hours | None
    hours_negotiable: bool
    full_week: float | None  # hours
    salary: Salary | None
    scale: str | None
    agreement: str | None
    education: EducationAsked | None
    licences: Papers
    certificates: Papers
    dutch_level: tuple[str, str] | None
    contract: ContractOffered | None
    remote: tuple[Remote, str] | None
    closing: Closing | None
    start: Start | None


def facts_of(title: str, text: str) -> Facts:
    """Read all facts; the text is plain, with line breaks."""
    text = text[:LONGEST_ADVERT]
    return Facts(
        hours=read_hours(text) or read_hours(title),
        hours_negotiable=hours_negotiable(text) or hours_negotiable(title),
        full_week=full_week(text),
        salary=read_salary(text, title) or read_salary(title),
        scale=read_scale(text),
        agreement=read_agreement(text),
        education=read_education(title, text),
        licences=read_licences(title, text),
        certificates=read_certificates(text),
        dutch_level=read_dutch_level(text),
        contract=read_contract(title, text),
        remote=read_remote(text),
        closing=read_closing(text),
        start=read_start(text),
    )
