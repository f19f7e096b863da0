"""Companies in the table: one per name and place, with their people."""

from dataclasses import replace
from uuid import uuid4

from schemas.dossier import Company, CompanyPerson
from schemas.tables import companies
from tests import builders


def company(**facts):
    plain = Company(
        id=uuid4(),
        name="Zaagmeel BV",
        place="Assen",
        phone="0592-123456",
        note="Vraag naar de planning.",
        do_not_call=False,
        invented=True,
        made_at=builders.NOW,
    )
    return replace(plain, **facts)


def test_maintenance_adds_a_company_with_somebody_to_ask_for(database):
    made = company()
    person = CompanyPerson(
        id=uuid4(),
        company_id=made.id,
        name="Ans",
        role="planner",
        phone="",
        email="ans@example.nl",
    )
    with database.connect("maintenance") as db:
        assert companies.add(db, made) == (made.id, True)
        assert companies.add_person(db, person)
        assert not companies.add_person(db, person)
        assert companies.one(db, made.id) == made
        assert companies.persons(db, made.id) == [person]


def test_the_same_name_and_place_is_the_same_company(database):
    made = company()
    with database.connect("maintenance") as db:
        companies.add(db, made)
        again = company(name="ZAAGMEEL bv", place="assen")
        assert companies.add(db, again) == (made.id, False)
        assert companies.add(db, made) == (made.id, False)
        elsewhere = company(place="Venlo")
        assert companies.add(db, elsewhere) == (elsewhere.id, True)
        assert [one.place for one in companies.named(db, "zaagmeel BV")] == [
            "Assen",
            "Venlo",
        ]


def test_a_change_does_not_take_the_name_of_another(database):
    made, other = company(), company(name="Houtwol")
    with database.connect("maintenance") as db:
        companies.add(db, made)
        companies.add(db, other)
        assert not companies.change(db, replace(other, name="zaagmeel bv"))
        assert companies.change(db, replace(other, do_not_call=True))
        assert companies.one(db, other.id).do_not_call


def test_employers_are_counted_over_spellings_and_known_ones_left_out(database):
    with database.connect() as db:
        for name in ("Glas & Co", " glas & co ", "Zaagmeel BV"):
            builders.add_vacancy(db, builders.vacancy(employer=name))
        builders.add_vacancy(db, builders.vacancy(employer=None))
    with database.connect("maintenance") as db:
        companies.add(db, company())
        (found,) = companies.hiring(db, limit=10)
    assert (found.all_vacancies, found.open_vacancies) == (2, 2)
    assert found.name.strip().lower() == "glas & co"
