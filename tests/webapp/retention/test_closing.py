"""A traject gets a real end, which is taken back as easily; from it the terms run."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from schemas.tables import profiles, sessions
from tests.builders import by_now, real_today
from webapp.site.request import now


@pytest.fixture
def path(people):
    return f"/bewaren/{people.samira}"


@pytest.fixture
def close(anna, path):
    """A function: Anna closes the traject of Samira, with these fields."""

    def send(by=anna, **fields):
        usual = {"id": str(uuid4()), "ended_on": real_today(), "reason": "placed"}
        return by.post(f"{path}/einde", **by_now({**usual, **fields}))

    return send


def text(page):
    return " ".join(" ".join(page.itertext()).split())


def ends(database):
    with database.connect() as db:
        return db.execute(
            "select ended_on, reason, note, made_by, undone_by, undone_at is null "
            "from traject_end order by made_at"
        ).fetchall()


def test_a_traject_is_closed_by_its_adviser_and_opened_again(
    anna, close, path, people, database
):
    assert "Dit traject loopt." in text(anna.get(path))
    assert close().status_code == 303
    page = text(anna.get(path))
    assert "Afgesloten op" in page
    assert "plaatsing" in page
    assert "door Anna" in page
    assert "afgesloten op" in text(anna.get("/kandidaten"))
    assert "afgesloten op" in text(anna.get(f"/kandidaten/{people.samira}"))
    assert anna.post(f"{path}/heropen").status_code == 303
    assert anna.post(f"{path}/heropen").status_code == 404
    page = text(anna.get(path))
    assert "Dit traject loopt." in page
    assert "Eerder afgesloten" in page
    assert ends(database) == [
        (real_today(), "placed", "", people.anna, people.anna, False)
    ]


def test_a_coordinator_closes_and_opens_any_traject(close, browser_of, path, people):
    cora = browser_of("Cora")
    assert close(by=cora).status_code == 303
    assert "door Cora" in text(cora.get(path))
    assert "afgesloten op" in text(cora.get("/trajecten"))
    assert "afgesloten op" in text(cora.get(f"/trajecten/{people.samira}"))
    assert cora.post(f"{path}/heropen").status_code == 303


def test_closing_twice_closes_once(close, database):
    close()
    close(reason="stopped")
    assert [row[1] for row in ends(database)] == ["placed"]


def changes(database):
    with database.connect() as db:
        found = db.execute("select count(*) from log_entry where act = 'changed'")
        return found.fetchone()[0]


def test_closing_what_is_closed_already_is_no_change_in_the_log(
    close, database, browser_of
):
    close()
    before = changes(database)
    close(by=browser_of("Cora"), reason="stopped")
    assert changes(database) == before


def test_a_form_that_was_sent_before_closes_what_was_opened_in_between(
    anna, close, path, database
):
    """Else the page says "was al afgesloten" of a traject that runs."""
    sent = {"id": str(uuid4())}
    close(**sent)
    anna.post(f"{path}/heropen")
    close(**sent)
    assert [row[5] for row in ends(database)] == [False, True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ended_on": lambda: real_today(1)}, "Deze dag komt nog."),
        ({"ended_on": "2026-08-31"}, "Het traject begon later, op"),
        ({"ended_on": ""}, "Vul de laatste dag in."),
        ({"reason": ""}, "Kies waarom."),
        ({"reason": "dood"}, "Kies waarom."),
        ({"reason": "other"}, "Schrijf kort waarom."),
        ({"note": "Hij heeft een depressie."}, "een diagnose"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_closed(close, database, fields, said):
    answer = close(**fields)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert ends(database) == []


def test_somebody_elses_traject_is_not_there(browser_of, close, path, database):
    bram = browser_of("Bram")
    for page in ("", "/einde", "/uitstel"):
        bram.get(f"{path}{page}", status=404)
    assert close(by=bram).status_code == 404
    assert ends(database) == []


def test_an_opdrachtgever_sees_the_end_and_not_why(close, browser_of):
    close(reason="stopped")
    page = text(browser_of("Olga").get("/mijn-trajecten"))
    assert "afgesloten op" in page
    assert "Gestopt" not in page


def test_access_of_an_opdrachtgever_ends_thirty_days_after_the_real_end(
    database, people, browser_of
):
    with database.connect() as db:
        db.execute("update account set made_at = now() - interval '1 year'")
        db.execute("update candidate set planned_end = current_date + 300")
    olga = browser_of("Olga")
    olga.get("/mijn-trajecten")
    with database.connect() as db:
        db.execute(
            "insert into traject_end (id, candidate_id, ended_on, reason) "
            "values (gen_random_uuid(), %s, current_date - 31, 'placed')",
            (people.samira,),
        )
    assert olga.client.get("/mijn-trajecten").status_code == 302
    with database.connect() as db:
        db.execute("update traject_end set undone_at = now()")
        db.execute("update candidate set planned_end = current_date - 31")
        db.execute(
            "insert into traject_end (id, candidate_id, ended_on, reason) "
            "values (gen_random_uuid(), %s, current_date - 30, 'placed')",
            (people.samira,),
        )
    olga.get("/mijn-trajecten")  # ended later than was planned


def test_no_new_ranking_is_made_for_who_is_done(close, database, people):
    with database.connect("matcher") as db:
        assert set(profiles.all_ids(db)) == {people.samira, people.tom}
        close()
        assert profiles.all_ids(db) == [people.tom]
        assert profiles.is_there(db, people.samira)


def test_it_is_in_the_log(close, anna, path, database, people):
    close()
    anna.post(f"{path}/heropen")
    with database.connect() as db:
        rows = db.execute(
            "select act, thing, candidate_id, account_id from log_entry "
            "where act = 'changed'"
        ).fetchall()
    assert rows == [("changed", "traject", people.samira, people.anna)] * 2


@pytest.fixture
def as_anna(database, people):
    """A function: a statement straight in the database, as Anna."""
    token = "een teken van Anna"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, token, now() + timedelta(hours=1))

    def ask(query, *values):
        with database.connect("web_adviser") as db:
            sessions.identify(db, token)
            return db.execute(query, values).rowcount

    return ask


CLOSE = (
    "insert into traject_end (id, candidate_id, ended_on, reason, made_by) "
    "values (gen_random_uuid(), %s, current_date + %s::integer, 'placed', %s)"
)


@pytest.mark.asvs("8.2.2 8.3.1")
def test_the_database_keeps_the_rules_of_closing_by_itself(as_anna, people):
    assert as_anna(CLOSE, people.samira, 0, people.anna) == 1
    for bad in (
        (people.tom, 0, people.anna),  # not hers
        (people.samira, 0, people.bram),  # another's name
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_anna(CLOSE, *bad)
    with pytest.raises(psycopg.errors.CheckViolation):
        as_anna(CLOSE, people.samira, 1, people.anna)  # still to come
    undo = "update traject_end set undone_at = now(), undone_by = %s"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_anna(undo, people.bram)
    assert as_anna(undo, people.anna) == 1
    assert as_anna(undo, people.anna) == 0  # once is for good


@pytest.mark.asvs("8.3.1")
@pytest.mark.parametrize(
    "change",
    [
        "update traject_end set ended_on = ended_on",
        "update traject_end set made_at = now()",
        "update postponement set until = until",
        "delete from traject_end",
        "delete from postponement",
        "insert into traject_end (made_at) values (now())",
        "select 1 from erasure_request",
        "select request_erasure(gen_random_uuid())",
        "select 1 from purged",
    ],
)
def test_what_is_not_an_advisers_is_refused(as_anna, change):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_anna(change)
