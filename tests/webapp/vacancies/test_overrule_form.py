"""What an overruled verdict must hold, and what its motivation may not."""

from uuid import UUID, uuid4

import pytest

from schemas.tables.overrules import NewOverrule
from webapp.vacancies import overrule_form
from webapp.vacancies.overrule_form import read_overrule

WHY = "De dozen staan op een kar; dat is ter plekke bekeken."
KNOWN = NewOverrule(
    id=UUID(int=1),
    candidate_id=UUID(int=2),
    vacancy_id=UUID(int=3),
    verdict="past_niet",
    machine="past_niet",
    motivation="",
    capacity_id=UUID(int=4),
    made_by=UUID(int=5),
)


def read(**fields):
    plain = {"id": str(uuid4()), "verdict": "past", "motivation": WHY, "seen": ""}
    return read_overrule(plain | fields, "Samira", KNOWN)


def test_a_form_says_what_and_why_and_nothing_else():
    stolen = str(uuid4())
    read_, errors = read(candidate_id=stolen, made_by=stolen, capacity_id=stolen)
    assert errors == {}
    assert (read_.verdict, read_.machine, read_.motivation) == (
        "past",
        "past_niet",
        WHY,
    )
    assert (read_.candidate_id, read_.made_by) == (KNOWN.candidate_id, KNOWN.made_by)
    assert read_.capacity_id == KNOWN.capacity_id


WRONG = [
    ({"verdict": ""}, overrule_form.CHOOSE),
    ({"verdict": "misschien"}, overrule_form.CHOOSE),
    ({"verdict": "past_niet"}, overrule_form.SAME),
    ({"motivation": "  "}, overrule_form.WHY),
    ({"motivation": "ok"}, overrule_form.SENTENCE),
    ({"motivation": "ok ok OK, 3 x ok!"}, overrule_form.SENTENCE),
    ({"motivation": "Kan het, ondanks de artrose."}, overrule_form.CAUSE_MESSAGE),
    ({"motivation": "Dat kan na de operatie weer."}, overrule_form.CAUSE_MESSAGE),
    ({"motivation": "Fijn voor Samira."}, overrule_form.NO_NAME),
    ({"motivation": "Overlegd met mevrouw Jansen."}, "Hier staat een naam."),
    ({"motivation": "Zie a@wilg.example"}, "Hier staat een mailadres."),
    ({"motivation": "x" * 1001}, "Maak dit korter"),
]


@pytest.mark.parametrize(("fields", "why"), WRONG)
def test_what_is_wrong_is_told(fields, why):
    (name,) = fields
    assert read(**fields)[1][name].startswith(why)
