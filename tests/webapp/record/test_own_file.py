"""The candidate's own file: what the forms promise of it, and every value in Dutch."""

import io
import re
import zipfile
from datetime import date
from typing import get_args
from uuid import uuid4

import pytest
from lxml import html
from psycopg.types.json import Jsonb

from schemas.candidate import SearchWidth, TravelMode
from schemas.capacity import Capacity, CapacityItem, HoursStep
from schemas.tables import capacities
from schemas.tables.tasks import reason_cell
from schemas.vacancy import Shift
from tests import builders
from tests.sealing import VAULT
from webapp.portal.words import CANNOT_REASONS
from webapp.record import exporting
from webapp.record.export_values import in_words


@pytest.fixture
def own_file(database, people):
    """A function: the page in the file that Samira takes along."""

    def read():
        with database.connect("maintenance") as db:
            made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
        return html.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(exporting.PAGE))

    return read


def said(page):
    return " ".join(page.text_content().split())


def hint(page, name):
    [found] = page.xpath("//*[@id=$id]", id=f"{name}-hint")
    return said(found)


def test_who_writes_a_note_reads_that_the_candidate_may_ask_for_it(
    anna, ids, people, own_file
):
    dossier = f"/kandidaten/{people.samira}"
    attempt = anna.get(f"{dossier}/pogingen/nieuw")
    verdict = anna.get(f"{dossier}/vacatures/{ids['Samira']['vacancy_id']}")
    for told in (hint(attempt, "note"), hint(verdict, "motivation")):
        assert "De opdrachtgever niet." in told
        assert "kandidaat en de opdrachtgever" not in told
        assert "wel in het bestand als die om de eigen gegevens vraagt" in told
    assert "Geheim van Samira" in said(own_file())  # the note and the motivation


def test_a_call_for_nobody_yet_says_the_same_of_whom_it_may_be_for(anna, ids):
    told = hint(
        anna.get(f"/bedrijven/{ids['Samira']['company_id']}/gesprekken/nieuw"), "note"
    )
    assert "wel in het bestand als die om de eigen gegevens vraagt" in told


def test_why_an_adviser_is_away_is_not_the_candidates(
    browser_of, ids, people, own_file
):
    cora = browser_of("Cora")
    assert ids
    page = said(cora.get(f"/trajecten/{people.samira}/waarneming"))
    assert "De kandidaat ziet wie helpt en tot wanneer, niet waarom." in page
    assert "Vakantie" not in said(own_file())
    assert "leave" not in said(own_file())


def test_who_was_refused_did_not_look_and_is_not_called_the_own_adviser(
    browser_of, people, own_file
):
    """The page "Wie keek" leaves it out as well: it showed nothing."""
    browser_of("Bram").get(f"/kandidaten/{people.samira}", status=404)
    assert "mocht niet bij" not in said(own_file())
    browser_of("Anna").get(f"/kandidaten/{people.samira}")
    assert "Uw adviseur" in said(own_file())


# Codes that are Dutch words themselves, or names that everybody knows.
DUTCH = {
    "account",
    "past",
    "uitzoeken",
    "open",
    "hbo",
    "vmbo",
    "wo",
    "weekend",
    "dossier",
}
# What a list or a sealed text may hold is not in the checks of the database.
NOT_CHECKED = {
    ("candidate", "travel_modes"): get_args(TravelMode),
    ("candidate", "excluded_shifts"): get_args(Shift),
    ("candidate", "search_width"): get_args(SearchWidth),
    ("task", "cannot_reason_sealed"): tuple(CANNOT_REASONS),
}


def checked(database):
    """Per (table, column) the words that a check of the database lets in."""
    with database.connect() as db:
        rows = db.execute(
            "select c.conrelid::regclass::text, a.attname, pg_get_constraintdef(c.oid) "
            "from pg_constraint c join pg_attribute a "
            "on a.attrelid = c.conrelid and a.attnum = any (c.conkey) "
            "where c.contype = 'c' and cardinality(c.conkey) = 1"
        ).fetchall()
    found = {
        (table, column): re.findall(r"'(\w+)'::text", d) for table, column, d in rows
    }
    return {key: some for key, some in found.items() if some}


def test_every_code_of_a_column_in_the_file_has_a_dutch_word(database):
    labels = exporting.words()
    codes = {**checked(database), **NOT_CHECKED}
    shown = [(t, c) for t, names in labels.items() for c in names if (t, c) in codes]
    assert len(shown) > 20
    assert {key for key in NOT_CHECKED if key not in shown} == set()
    raw = [
        (table, column, code)
        for table, column in shown
        for code in codes[table, column]
        if in_words(table, column, {column: code}, {}).lower() == str(code).lower()
        and code not in DUTCH
    ]
    assert raw == []


@pytest.fixture
def furnished(database, people, ids):
    """Samira's dossier with what has a code or a number in every table."""
    whose, mine = people.samira, ids["Samira"]
    with database.connect() as db:
        db.execute(
            "update candidate set search_width = 2, travel_modes = '{bike,ov}', "
            "licences = '{B}', excluded_shifts = '{night,standby}', lat = 51.5, "
            "lon = 5.1, education = 'mbo2', dutch_level = 'B1' where id = %s",
            (whose,),
        )
        capacities.add(db, document(whose), vault=VAULT)
        db.execute(
            "update match_run set suggestions = %s, search_width = 1",
            (Jsonb([{"direction": "Receptie", "isco": "4226", "reason": "Zelfde."}]),),
        )
        db.execute("update match set held_back = 'employer'")
        builders.set_findings(
            db,
            objections=[{"text": "Vraagt te veel uren."}],
            contributions=[
                {"aspect": "words", "points": 9, "text": "Receptie."},
                {"aspect": "skills", "points": 2, "text": "Gedeelde woorden: balie."},
            ],
        )
        db.execute("update judgement set undone_at = now()")
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, reason, "
            "judged_by, known_verdict, known_overruled, known_document, "
            "known_assessed_on, known_rules, known_model) values (%s, %s, 'rejected', "
            "'candidate_declines', %s, 'past_niet', false, 'ad_report', '2026-03-12', "
            "'rules_9', 'small_model')",
            (whose, mine["vacancy_id"], people.anna),
        )
        sealed = builders.sealed(db, whose, reason_cell(mine["task_id"]), "need_help")
        db.execute(
            "update task set status = 'cannot', cannot_reason_sealed = %s "
            "where id = %s",
            (sealed, mine["task_id"]),
        )
        db.execute("set session_replication_role = replica")
        db.execute(
            "insert into log_entry (at, stands_in, cluster, xact, act, thing, persona, "
            "account_id, candidate_id) values (now(), false, 1, 1, 'changed', 'export', 'candidate', %s, %s)",
            (people.samira_account, whose),
        )


def document(whose):
    return Capacity(
        id=uuid4(),
        candidate_id=whose,
        kind="ad_report",
        author_role="arbeidsdeskundige",
        assessed_on=date(2026, 5, 1),
        valid_until=date(2027, 5, 1),
        version="old",
        items=[
            CapacityItem(field="goal_directed", level=1, choices=("order",)),
            CapacityItem(field="lift_kg", level=2, value=7.5, unit="kg"),
            CapacityItem(field="push_pull_kgf", level=1, value=15, unit="kgf"),
            CapacityItem(field="memory", level=0),
        ],
        ramp=[HoursStep(starts_on=date(2027, 2, 1), hours_week=24)],
    )


@pytest.mark.usefixtures("furnished", "around")
def test_every_value_in_the_file_is_dutch(database, own_file):
    page = own_file()
    known = (*checked(database).values(), *NOT_CHECKED.values())
    codes = {str(code) for some in known for code in some if str(code).islower()}
    wrong = [
        (label, value)
        for label, value in pairs(page)
        if "@" not in value and "://" not in value and raw_in(value, codes - DUTCH)
    ]
    assert wrong == []


def pairs(page):
    labels, values = page.xpath("//dt/text()"), page.xpath("//dd")
    return zip(labels, map(said, values), strict=True)


def raw_in(value, codes):
    """What is no Dutch in a value: a code, snake_case, a date or number of a machine."""
    found = {one for one in re.findall(r"\w+", value) if one in codes}
    machine = r"\w+_\w+|\d{4}-\d{2}-\d{2}|\d\.\d|\b(?:None|True|False|isco)\b|[{}]"
    return found | set(re.findall(machine, value))


@pytest.mark.usefixtures("furnished")
def test_what_somebody_reads_of_oneself_is_told_whole(own_file):
    told = {f"{label}: {value}" for label, value in pairs(own_file())}
    assert {
        "Naam: Anna",
        "Waarom: U wilt dit niet",
        "Waarom het niet lukte: Ik heb hulp nodig",
        "Langs welke weg: door een vacature",
        "Hoe breed wij zochten: Breder",
        "Ander werk dat wij noemden: Receptie: Zelfde.",
        "Waarom het past of niet: past niet omdat: Vraagt te veel uren. zo is de plaats "
        "berekend: Zelfde woorden: Receptie. Gedeelde woorden: balie.",
        "Wie: U",
        "Wat: vroeg om",
        "Plek op de kaart (noord): 51,5",
        "Wat u kunt en wat niet, en hoeveel uur: vanaf 1 feb 2027: ongeveer 24 uur per "
        "week Doelmatig handelen: werkt in een verkeerde volgorde. Tillen: ongeveer 7,5 "
        "kg. Herinneren: niet beperkt. Duwen en trekken: ongeveer 15 kilo kracht.",
    } <= told
