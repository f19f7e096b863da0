"""The forms of the site that make something: who sends what where."""

from dataclasses import dataclass
from typing import Any

from tests.builders import real_today


@dataclass(frozen=True, kw_only=True)
class Form:
    """Who sends what where, what is written otherwise, and where it is kept."""

    who: str
    path: str
    said: dict[str, Any]
    anew: dict[str, Any]
    table: str


CALL = {
    "employer": "Beuk", "happened_on": real_today, "channel": "public",
    "kind": "phone", "outcome": "spoken",
}  # fmt: skip
DOCUMENT = {
    "kind": "fml", "author_role": "arbeidsdeskundige", "assessed_on": "2026-10-01",
    "version": "new", "lift_kg-level": "1", "lift_kg-sentence": "Niet zwaar tillen.",
}  # fmt: skip
FORMS = {
    "attempt": Form(
        who="Anna", path="/kandidaten/{samira}/pogingen/nieuw",
        said=CALL, anew={"note": "Zij belden terug."}, table="attempt",
    ),
    "call": Form(
        who="Anna", path="/bedrijven/{company}/gesprekken/nieuw",
        said=CALL, anew={"employer": "Eik"}, table="attempt",
    ),
    "task": Form(
        who="Anna", path="/kandidaten/{samira}/taken/nieuw",
        said={"title": "Bel", "due_on": lambda: real_today(5)},
        anew={"title": "Schrijf"}, table="task",
    ),
    "candidate": Form(
        who="Anna", path="/kandidaten/nieuw",
        said={"name": "Wim", "phase": "1", "traject_start": real_today, "paying": ""},
        anew={"name": "Els"}, table="candidate",
    ),
    "company": Form(
        who="Anna", path="/bedrijven/nieuw",
        said={"name": "Beuk"}, anew={"name": "Eik"}, table="company",
    ),
    "person": Form(
        who="Anna", path="/bedrijven/{company}/personen/nieuw",
        said={"name": "Ria Wal"}, anew={"name": "Jan Wal"}, table="company_person",
    ),
    "capacity": Form(
        who="Anna", path="/kandidaten/{samira}/belastbaarheid",
        said=DOCUMENT, anew={"lift_kg-sentence": "Niets tillen."},
        table="capacity_document",
    ),
    "vacancy": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/toevoegen",
        said={"url": "https://beuk.example/1"}, anew={"url": "https://beuk.example/2"},
        table="added_vacancy",
    ),
    "postponement": Form(
        who="Anna", path="/bewaren/{samira}/uitstel",
        said={"until": lambda: real_today(20), "reason": "objection"},
        anew={"until": lambda: real_today(40)}, table="postponement",
    ),
    "invitation": Form(
        who="Arie", path="/uitnodigingen",
        said={"persona": "adviser", "email": "een@bureau.nl", "name": "Een"},
        anew={"email": "twee@bureau.nl"}, table="invitation",
    ),
    "consent": Form(
        who="Samira", path="/mijn/gegevens/toestemming",
        said={"item": "present_cv", "company": "Beuk"}, anew={"company": "Eik"},
        table="consent",
    ),
    "asked vacancy": Form(
        who="Samira", path="/mijn/gevraagd",
        said={"link": "https://beuk.example/1"}, anew={"link": "https://beuk.example/2"},
        table="asked_vacancy",
    ),
    "reaction": Form(
        who="Samira", path="/mijn/reacties/{task}",
        said={"text": "Ik belde."}, anew={"text": "En ik mailde."}, table="reaction",
    ),
}  # fmt: skip
TOLD = {  # that another came first: in these an old form with other words comes back
    "overrule": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/{vacancy}/oordeel",
        said={
            "machine": "uitzoeken", "seen": "", "verdict": "past",
            "motivation": "Er staat een tilhulp klaar.",
        },
        anew={}, table="verdict_overrule",
    ),
    "answer": Form(
        who="Anna", path="/kandidaten/{samira}/vacatures/{vacancy}/antwoorden",
        said={
            "field": "lift_kg", "polarity": "demanded", "value": "8", "seen": "",
            "said_by": "employer_phone", "said_on": real_today, "note": "",
        },
        anew={}, table="vacancy_answer",
    ),
}  # fmt: skip
