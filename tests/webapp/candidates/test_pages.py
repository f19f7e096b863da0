"""The adviser's list of candidates, and the dossier."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from schemas.tables.responses import why_cell
from tests import builders
from webapp.site.request import now


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_an_adviser_sees_only_the_own_candidates(anna):
    page = anna.get("/kandidaten")
    assert page.xpath("//tbody//th/a/text()") == ["Samira"]


def test_the_list_counts_what_nobody_judged_yet(anna, database, people):
    with database.connect() as db:
        kept, asked, out, gone = (
            builders.add_vacancy(db, builders.vacancy(**facts))
            for facts in ({}, {}, {}, {"status": "gone"})
        )
        builders.add_match(
            db,
            people.samira,
            (kept, "past", 0.9),
            (asked, "uitzoeken", 0.8),
            (out, "past_niet", 0.7),
            (gone, "past", 0.6),
        )
    line = words(anna.get("/kandidaten").xpath("//tbody/tr")[0])
    assert "1 past" in line
    assert "1 uitzoeken" in line
    anna.post(f"/kandidaten/{people.samira}/vacatures/{kept}/bewaren")
    line = words(anna.get("/kandidaten").xpath("//tbody/tr")[0])
    assert "0 past" in line


def test_late_tasks_stand_out(anna, database, people):
    with database.connect() as db:
        db.execute(
            "insert into task (candidate_id, title, due_on, made_by) "
            "values (%s, 'Bel', %s, %s)",
            (people.samira, now().date() - timedelta(days=3), people.anna),
        )
    assert words(anna.get("/kandidaten").xpath("//*[@class='late']")[0]) == "1 te laat"


def test_a_task_that_was_answered_waits_for_the_adviser(anna, database, people):
    """Done, or said to be impossible; nothing on the list told of it."""
    with database.connect() as db:
        for status in ("open", "done", "cannot", "approved", "withdrawn"):
            db.execute(
                "insert into task (candidate_id, title, due_on, made_by, status) "
                "values (%s, 'Bel', current_date, %s, %s)",
                (people.samira, people.anna, status),
            )
    [tasks] = anna.get("/kandidaten").xpath("//td[@data-label='Taken'][a]")
    assert words(tasks) == "1 open 2 wachten op jou"
    assert tasks.xpath("a/@href") == [f"/kandidaten/{people.samira}/taken"]


def test_invented_people_are_marked(anna, database, people):
    with database.connect() as db:
        db.execute(
            "update candidate set invented = true where id = %s", [people.samira]
        )
    assert anna.get("/kandidaten").xpath("//tbody//*[@class='tag']/text()") == [
        "Voorbeeld"
    ]
    assert "verzonnen" in words(anna.get(f"/kandidaten/{people.samira}"))


def test_without_candidates_the_list_says_what_to_do(anna, database):
    with database.connect() as db:
        db.execute("delete from assignment")
    assert "Voeg een kandidaat toe" in words(anna.get("/kandidaten"))


def test_an_ended_assignment_closes_the_dossier(anna, database, people):
    with database.connect() as db:
        db.execute("update assignment set ends_on = current_date - 1")
    anna.get(f"/kandidaten/{people.samira}", status=404)


def test_a_dossier_that_was_closed_says_so_first_and_offers_no_new_tasks(anna, people):
    dossier = f"/kandidaten/{people.samira}"
    assert anna.get(dossier).xpath("//a[.='Taak geven']")
    end = {"ended_on": str(builders.real_today()), "reason": "placed"}
    anna.post(f"/bewaren/{people.samira}/einde", **end)
    page = anna.get(dossier)
    assert "Dit traject is afgesloten op" in words(page.xpath("//main/*[@role]")[0])
    assert page.xpath("//a[.='Heropen het traject']/@href") == [
        f"/bewaren/{people.samira}"
    ]
    for where in (page, anna.get(f"{dossier}/taken")):
        assert not where.xpath("//main//a[contains(@href, '/taken/nieuw')]")
    assert "Geef de kandidaat iets te doen" not in words(page)
    assert page.xpath("//a[.='Poging vastleggen']")  # who calls back, is written down


def test_the_dossier_says_what_somebody_can_in_plain_words(anna, database, people):
    with database.connect() as db:
        builders.add_capacity(
            db,
            people.samira,
            ("lift_kg", 1, 8.0),
            ("hours_week", 3, 20.0),
            ("needs_no_deadlines_peaks", 1, None),
            ("memory", 0, None),
        )
    page = anna.get(f"/kandidaten/{people.samira}")
    limits = [words(dt) for dt in page.xpath("//dl[@class='limits']/dt")]
    assert limits == [
        "Geen veelvuldige deadlines of pieken",
        "Tillen: ongeveer 8 kg",
        "Uren per week: ongeveer 20 uur per week",
    ]
    card = words(page.xpath("//section[h2='Wat kan']")[0])
    assert "bedrijfsarts" in card
    assert "Geen bijzonderheden bij: concentratie" in card


def test_an_old_document_asks_whether_it_still_holds(anna, database, people):
    with database.connect() as db:
        builders.add_capacity(db, people.samira)
        db.execute("update capacity_document set assessed_on = '2020-01-01'")
    page = anna.get(f"/kandidaten/{people.samira}")
    assert "Ouder dan een half jaar" in words(page)
    with database.connect() as db:
        db.execute("update capacity_document set valid_until = '2021-01-01'")
    assert "verlopen" in words(anna.get(f"/kandidaten/{people.samira}"))


def test_the_dossier_shows_what_the_candidate_answered(anna, database, people):
    with database.connect() as db:
        liked = builders.add_vacancy(db, builders.vacancy(title="Baliemedewerker"))
    anna.post(f"/kandidaten/{people.samira}/vacatures/{liked}/bewaren")
    page = anna.get(f"/kandidaten/{people.samira}")
    assert "nog geen antwoord" in words(page)
    with database.connect() as db:
        db.execute(
            "insert into response (candidate_id, vacancy_id, interested, why_sealed) "
            "values (%s, %s, false, %s)",
            (
                *(people.samira, liked),
                builders.sealed(db, people.samira, why_cell(liked), "Te druk"),
            ),
        )
    page = words(anna.get(f"/kandidaten/{people.samira}"))
    assert "niet voor mij" in page
    assert "Te druk" in page


def test_an_empty_dossier_names_next_steps(anna, people):
    page = words(anna.get(f"/kandidaten/{people.samira}"))
    assert "Voer de belastbaarheid in" in page
    assert "Bekijk de vacatures" in page


def without_token(answer) -> str:
    """The page; the token of its forms is another each second."""
    page = answer.get_data(as_text=True)
    return re.sub(r'(name="csrf_token" value=)"[^"]*"', r"\1", page)


@pytest.mark.parametrize(
    "path",
    ["", "/zoekprofiel", "/belastbaarheid", "/vacatures", "/vacatures/{vacancy}"],
)
def test_a_foreign_candidate_is_as_unknown_as_nobody(anna, database, people, path):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
    path = path.format(vacancy=vacancy)
    foreign = anna.client.get(f"/kandidaten/{people.tom}{path}")
    unknown = anna.client.get(f"/kandidaten/{uuid4()}{path}")
    assert foreign.status_code == unknown.status_code == 404
    assert without_token(foreign) == without_token(unknown)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/zoekprofiel", {"search_directions": "kapper"}),
        ("/belastbaarheid", {"kind": "fml", "author_role": "bedrijfsarts", "assessed_on": "2026-01-01"}),
        ("/vacatures/vergelijken", {}),
        ("/vacatures/{vacancy}/bewaren", {}),
        ("/vacatures/{vacancy}/afwijzen", {"reason": "too_far"}),
        ("/vacatures/{vacancy}/ongedaan", {}),
    ],
)  # fmt: skip
def test_nothing_of_a_foreign_candidate_can_be_changed(
    anna, database, people, path, fields
):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        before = everything(db)
    answer = anna.post(
        f"/kandidaten/{people.tom}{path.format(vacancy=vacancy)}", **fields
    )
    assert answer.status_code == 404
    with database.connect() as db:
        assert everything(db) == before


def everything(db):
    tables = ("candidate", "capacity_document", "judgement", "procrastinate_jobs")
    return [db.execute(f"select * from {t} order by 1").fetchall() for t in tables]
