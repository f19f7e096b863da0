"""The page in a candidate's own file: to find one's way in, and read from the top."""

import io
import zipfile
from uuid import uuid4

import pytest
from lxml import html

from schemas.tables.reactions import text_cell
from tests import builders
from tests.sealing import VAULT
from webapp.record import export_page, exporting


@pytest.fixture
def own_page(database, people):
    """A function: the page in the file that Samira takes along."""

    def read():
        with database.connect("maintenance") as db:
            made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
        return html.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(exporting.PAGE))

    return read


def said(part):
    return " ".join(part.text_content().split())


def section(page, title):
    """What stands under a heading."""
    [found] = page.xpath("//section[h2=$title]", title=title)
    return found


def test_it_begins_with_what_is_in_it_and_how_often(own_page, ids):
    assert ids
    page = own_page()
    links = page.xpath("//nav//a")
    for link in links[:-2]:
        [there] = page.xpath("//section[@id=$id]", id=link.get("href")[1:])
        count = len(there.xpath(".//dl"))
        assert said(link.getparent()) == f"{said(there.xpath('./h2')[0])} ({count})"
    assert [one.get("href") for one in links[-2:]] == ["#niets", "#niet-erin"]
    assert len(links) - 2 == len(page.xpath("//section[.//dl]")) > 5


def test_what_is_not_known_is_named_once_and_fills_no_page(own_page):
    page = own_page()
    assert "Het einde van uw zoektocht" in said(
        section(page, "Hierover staat er niets")
    )
    assert not page.xpath("//h2[.='Het einde van uw zoektocht']")


def test_of_a_long_list_ten_are_in_sight_and_the_others_open_below(
    database, own_page, people
):
    with database.connect() as db:
        for number in range(12):
            db.execute(
                "insert into task (candidate_id, title, due_on, made_by) "
                "values (%s, %s, '2026-12-01', %s)",
                (people.samira, f"Taak {number}", people.anna),
            )
    tasks = section(own_page(), "Uw taken")
    assert len(tasks.xpath("./dl")) == export_page.IN_SIGHT
    [rest] = tasks.xpath("./details")
    assert said(rest.xpath("./summary")[0]) == "Toon de andere 2"
    assert len(rest.xpath("./dl")) == 2


def test_vacancies_stand_by_the_newest_list_and_their_place_in_it(
    database, own_page, people
):
    with database.connect() as db:
        builders.add_source(db)
        first, second = (
            builders.add_vacancy(db, builders.vacancy(title=title))
            for title in ("Bakker", "Tuinman")
        )
        old = builders.add_match(db, people.samira, (second, "past", 0.5))
        db.execute(
            "update match_run set made_at = '2026-10-05 10:00+02' where id = %s", (old,)
        )
        builders.add_match(
            db, people.samira, (first, "past", 0.9), (second, "past_niet", 0.2)
        )
    rows = section(own_page(), "Vacatures naast wat u kunt").xpath(".//dl")
    titles = [said(row.xpath("./dd")[0]) for row in rows]
    assert [one.split(",")[0] for one in titles] == ["Bakker", "Tuinman", "Tuinman"]
    assert "Lijst van05-10-2026 10:00" in said(rows[2])


def test_what_somebody_wrote_says_beside_what(database, own_page, people, ids):
    with database.connect() as db:
        (judgement,) = db.execute(
            "select id from judgement where candidate_id = %s", (people.samira,)
        ).fetchone()
        for column, record in (
            ("attempt_id", ids["Samira"]["attempt_id"]),
            ("judgement_id", judgement),
        ):
            reaction = uuid4()
            text = builders.sealed(db, people.samira, text_cell(reaction), "Goed zo.")
            db.execute(
                f"insert into reaction (id, candidate_id, {column}, text_sealed) "
                "values (%s, %s, %s, %s)",
                (reaction, people.samira, record, text),
            )
    rows = section(own_page(), "Wat u ergens bij schreef").xpath("./dl")
    assert {said(row.xpath("./dt")[0]) for row in rows} == {
        "Bij de taak",
        "Bij de poging",
        "Bij de vacature",
    }
    assert all(row.xpath("./dd/text()")[0] for row in rows)


def test_that_something_is_not_so_is_not_said_at_every_row(own_page, ids):
    """Who is no stand-in, what is no invented example, what nobody overruled."""
    assert ids
    labels = {
        "Als waarnemer",
        "Verzonnen voorbeeld",
        "Adviseur besliste anders",
        "Wij kenden de vacature al",
    }
    page = own_page()
    pairs = zip(page.xpath("//dt/text()"), page.xpath("//dd/text()"), strict=True)
    assert {value for label, value in pairs if label in labels} <= {"ja"}
