"""What the work asks on paper: a posting's own fields first, and else its text."""

from dataclasses import replace

from crawlers.reading.education import read_education_field
from crawlers.reading.facts import Facts
from crawlers.reading.traces import Understood, from_text, origin_of
from schemas.vacancy import Posting


def education_asked(posting: Posting, facts: Facts) -> Understood:
    """The lowest education; whether a diploma is asked only the text can say."""
    told = facts.education
    found = read_education_field(posting.education) if posting.education else None
    if found:
        trace = origin_of(posting, "education", found.raw)
        if told and told.lowest == found.lowest:
            found = replace(found, strict=told.strict)
    else:
        found = told
        trace = from_text("education", found.raw) if found else {}
    columns = {
        "education_min": found.lowest if found else None,
        "education_strict": bool(found and found.strict),
    }
    return Understood(columns, {"education": trace} if trace else {})


def papers_asked(facts: Facts) -> Understood:
    """Licences, certificates and the Dutch that is asked."""
    columns = {
        "licences": facts.licences.required,
        "licences_wish": facts.licences.wished,
        "certificates": facts.certificates.required,
        "certificates_wish": facts.certificates.wished,
        "dutch_level": facts.dutch_level[0] if facts.dutch_level else None,
    }
    named = (("licences", facts.licences), ("certificates", facts.certificates))
    traces = {name: from_text(name, papers.raw) for name, papers in named if papers.raw}
    if facts.dutch_level:
        traces["dutch_level"] = from_text("dutch_level", facts.dutch_level[1])
    return Understood(columns, traces)
