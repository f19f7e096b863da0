"""The coordinator gives trajects to advisers, and lets somebody stand in for a while."""

from datetime import timedelta

import psycopg
import pytest

from schemas.tables import sessions
from tests import builders
from tests.builders import by_now, real_today
from webapp.site.formats import day
from webapp.site.request import now

pytestmark = pytest.mark.asvs("8.2.2 8.3.1")


@pytest.fixture
def cora(browser_of):
    return browser_of("Cora")


@pytest.fixture
def traject(people):
    return f"/trajecten/{people.samira}"


@pytest.fixture
def stand_in(cora, people, traject):
    """A function: Cora lets Bram stand in for Samira, with these fields."""

    def send(**fields):
        usual = {
            "adviser_id": people.bram,
            "starts_on": real_today(),
            "ends_on": real_today(13),
            "reason": "leave",
        }
        return cora.post(f"{traject}/waarneming", **by_now({**usual, **fields}))

    return send


def words(element):
    return " ".join(element.text_content().split())


def test_a_stand_in_reaches_the_dossier_and_sees_until_when(
    stand_in, browser_of, people, cora, traject
):
    bram = browser_of("Bram")
    bram.get(f"/kandidaten/{people.samira}", status=404)
    assert stand_in().status_code == 303
    bram.get(f"/kandidaten/{people.samira}")
    marked = bram.get("/kandidaten").xpath("//th[a='Samira']/span[@class='tag']/text()")
    assert len(marked) == 1
    assert marked[0].startswith("Waarneming t/m")
    assert not bram.get("/kandidaten").xpath("//th[a='Tom']/span")
    assert "Vakantie of verlof" in words(cora.get(traject))


def test_the_candidate_reads_who_helps_and_until_when_and_not_why(stand_in, browser_of):
    stand_in()
    page = words(browser_of("Samira").get("/mijn"))
    assert "Uw adviseur is Anna." in page
    assert "helpt Bram u, in plaats van Anna." in page
    assert "verlof" not in page
    assert "helpt" not in words(browser_of("Tom").get("/mijn"))


def test_a_stand_in_ends_by_itself(stand_in, browser_of, people, database):
    stand_in()
    with database.connect() as db:
        db.execute(
            "update assignment set starts_on = current_date - 14, "
            "ends_on = current_date - 1 where stand_in"
        )
    browser_of("Bram").get(f"/kandidaten/{people.samira}", status=404)
    assert "helpt" not in words(browser_of("Samira").get("/mijn"))


def test_a_stand_in_that_comes_is_told_and_sees_nothing_yet(
    stand_in, browser_of, people
):
    stand_in(starts_on=real_today(5))
    assert "helpt Bram u" in words(browser_of("Samira").get("/mijn"))
    browser_of("Bram").get(f"/kandidaten/{people.samira}", status=404)


def test_a_stand_in_is_stopped_before_the_end(
    stand_in, browser_of, people, cora, traject
):
    stand_in()
    (stop,) = cora.get(traject).xpath("//form[contains(@action, '/stop')]/@action")
    assert cora.post(stop).status_code == 303
    browser_of("Bram").get(f"/kandidaten/{people.samira}", status=404)
    assert cora.post(stop).status_code == 404


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ends_on": lambda: real_today(30)}, "Hoogstens 30 dagen"),
        ({"ends_on": ""}, "Vul de laatste dag in."),
        ({"ends_on": lambda: real_today(-1)}, "De laatste dag ligt voor de eerste."),
        (
            {"starts_on": lambda: real_today(-1)},
            "Waarneming begint vandaag of later",
        ),
        ({"reason": ""}, "Kies waarom."),
        ({"reason": "griep"}, "Kies waarom."),
        ({"adviser_id": ""}, "Kies een adviseur."),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_appointed(
    stand_in, database, fields, said
):
    answer = stand_in(**fields)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    with database.connect() as db:
        assert db.execute("select count(*) from assignment").fetchone() == (2,)


def test_only_an_adviser_who_may_sign_in_is_appointed(stand_in, people, database):
    with database.connect() as db:
        db.execute("update account set active = false where id = %s", (people.bram,))
    for account in (people.bram, people.cora, people.contact, people.samira_account):
        assert stand_in(adviser_id=account).status_code == 422


def test_a_whole_caseload_is_stood_in_for_at_once(
    stand_in, database, people, browser_of
):
    with database.connect() as db:
        other = builders.add_candidate(db, "Mo", adviser=people.anna)
        apart = builders.add_candidate(db, "Lia")
    stand_in(whole_caseload="1")
    bram = browser_of("Bram")
    for candidate in (people.samira, other):
        bram.get(f"/kandidaten/{candidate}")
    bram.get(f"/kandidaten/{apart}", status=404)


def test_a_traject_of_the_caseload_that_is_closed_stays_closed_to_a_stand_in(
    stand_in, database, people, browser_of
):
    with database.connect() as db:
        other = builders.add_candidate(db, "Mo", adviser=people.anna)
        db.execute(
            "insert into traject_end (id, candidate_id, ended_on, reason) "
            "values (gen_random_uuid(), %s, current_date - 5, 'placed')",
            (other,),
        )
    stand_in(whole_caseload="1")
    bram = browser_of("Bram")
    bram.get(f"/kandidaten/{people.samira}")
    bram.get(f"/kandidaten/{other}", status=404)


def test_sending_twice_appoints_once(stand_in, database):
    stand_in()
    stand_in()
    with database.connect() as db:
        rows = db.execute("select count(*) from assignment where stand_in").fetchone()
    assert rows == (1,)


def test_who_takes_over_stands_in_no_longer(
    cora, traject, people, stand_in, browser_of
):
    stand_in(starts_on=real_today(0), ends_on=real_today(9))
    cora.post(f"{traject}/adviseur", adviser_id=people.bram)
    told = browser_of("Samira").get("/mijn").text_content()
    assert "Uw adviseur is Bram" in told
    assert "in plaats van" not in told


def test_a_traject_goes_to_other_hands(cora, traject, people, browser_of, anna):
    answer = cora.post(f"{traject}/adviseur", adviser_id=people.bram)
    assert answer.status_code == 303
    browser_of("Bram").get(f"/kandidaten/{people.samira}")
    anna.get(f"/kandidaten/{people.samira}", status=404)
    assert not browser_of("Bram").get("/kandidaten").xpath("//th[a='Samira']/span")
    assert words(cora.get(traject).xpath("//h1")[0]) == "Samira"


def test_an_unknown_traject_or_appointment_is_not_there(cora, people, traject):
    for path in ("", "/adviseur", "/waarneming"):
        cora.get(f"/trajecten/{people.anna}{path}", status=404)
    assert cora.post(f"{traject}/waarneming/{people.anna}/stop").status_code == 404


@pytest.fixture
def as_cora(database, people):
    """A function: a statement straight in the database, as the coordinator."""
    token = "een teken van Cora"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.cora, token, now() + timedelta(hours=1))

    def ask(query, *values):
        with database.connect("web_coordinator") as db:
            sessions.identify(db, token)
            return db.execute(query, values).rowcount

    return ask


APPOINT = (
    "insert into assignment (candidate_id, adviser_id, starts_on, ends_on, reason, "
    "stand_in, appointed_by) values (%s, %s, current_date, current_date + %s::integer, %s, "
    "true, %s)"
)


def test_the_database_keeps_the_rules_of_standing_in_by_itself(as_cora, people):
    good = (people.samira, people.bram, 29, "leave", people.cora)
    assert as_cora(APPOINT, *good) == 1
    for bad in (
        (people.samira, people.bram, 30, "leave", people.cora),
        (people.samira, people.bram, None, "leave", people.cora),
        (people.samira, people.bram, 9, "griep", people.cora),
    ):
        with pytest.raises(psycopg.errors.CheckViolation):
            as_cora(APPOINT, *bad)
    for bad in (
        (people.samira, people.bram, 9, "leave", people.anna),  # another's name
        (people.samira, people.cora, 9, "leave", people.cora),  # no adviser
        (people.samira, people.samira_account, 9, "leave", people.cora),
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_cora(APPOINT, *bad)


@pytest.mark.parametrize(
    "change",
    [
        "update assignment set candidate_id = candidate_id",
        "update assignment set adviser_id = adviser_id",
        "update assignment set starts_on = starts_on",
        "update assignment set ends_on = null",
        "delete from assignment",
        "select former_jobs from candidate",
        "select 1 from capacity_document",
        "select note from attempt",
        "select employer from attempt",
        "select email from account",
        "update candidate set phase = 3",
    ],
)
def test_what_is_not_the_coordinators_is_refused(as_cora, change):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_cora(change)


def test_another_persona_in_the_coordinators_pool_is_nobody(database, people):
    token = "een teken van Anna"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, token, now() + timedelta(hours=1))
    with database.connect("web_coordinator") as db:
        assert sessions.identify(db, token) is None
        for table in ("candidate", "assignment", "account", "attempt", "task"):
            rows = db.execute(f"select count(*) from (select id from {table}) t"
                              if table in {"candidate", "assignment", "account"}
                              else f"select count(candidate_id) from {table}")  # fmt: skip
            assert rows.fetchone() == (0,), table


LOOKS = "/mijn/gegevens/wie-keek"
CHANGED = "select thing, candidate_id from log_entry where act = 'changed'"


@pytest.fixture
def changed(database):
    """A function: what the log says was changed, and of whom."""

    def read():
        with database.connect() as db:
            return db.execute(CHANGED).fetchall()

    return read


def test_the_log_says_that_somebody_else_guides(cora, people, traject, browser_of):
    answer = cora.post(f"{traject}/adviseur", adviser_id=people.bram)
    assert answer.status_code == 303
    seen = words(browser_of("Samira").get(LOOKS))
    assert "Een coördinator veranderde wie uw adviseur is." in seen
    assert "fase" not in seen


def test_who_guides_already_gets_no_traject_again(cora, people, traject, changed):
    answer = cora.post(f"{traject}/adviseur", adviser_id=people.anna)
    assert answer.status_code == 422
    told = "Deze adviseur begeleidt dit traject al."
    assert told in answer.get_data(as_text=True)
    assert changed() == []


def test_a_stand_in_that_changes_nothing_is_said_and_not_logged(
    stand_in, changed, people
):
    assert stand_in().status_code == 303
    again = stand_in()
    assert again.status_code == 422
    assert "begeleidt dit traject al op al die dagen" in again.get_data(as_text=True)
    assert stand_in(reason="griep").status_code == 422
    assert changed() == [("stand_in", people.samira)]


def test_a_traject_that_is_closed_is_not_a_phase_that_changed(cora, people, browser_of):
    end = {"ended_on": real_today(), "reason": "placed"}
    assert cora.post(f"/bewaren/{people.samira}/einde", **end).status_code == 303
    seen = words(browser_of("Samira").get(LOOKS))
    assert "Een coördinator veranderde de gegevens van uw zoektocht." in seen


def stood_in(database):
    """How many appointments to stand in there are."""
    with database.connect() as db:
        row = db.execute("select count(*) from assignment where stand_in").fetchone()
    return row[0]


def test_days_that_overlap_those_of_the_same_adviser_are_refused(stand_in, database):
    assert stand_in(ends_on=real_today(7)).status_code == 303
    answer = stand_in(starts_on=real_today(2), ends_on=real_today(12))
    assert answer.status_code == 422
    assert "neemt hier al waar van" in answer.get_data(as_text=True)
    assert day(real_today(7)) in answer.get_data(as_text=True)
    assert stood_in(database) == 1


def test_what_follows_without_a_gap_is_thirty_days_at_most(stand_in, database):
    assert stand_in(ends_on=real_today(7)).status_code == 303
    assert stand_in(starts_on=real_today(8), ends_on=real_today(12)).location
    answer = stand_in(starts_on=real_today(13), ends_on=real_today(30))
    assert answer.status_code == 422
    latest = f"tot en met {day(real_today(29))}"
    assert latest in answer.get_data(as_text=True)
    assert stood_in(database) == 2
    assert stand_in(starts_on=real_today(13), ends_on=real_today(29)).location
    answer = stand_in(starts_on=real_today(30), ends_on=real_today(30))
    assert "Kies iemand anders" in answer.get_data(as_text=True)


def test_days_between_two_that_are_known_join_them(stand_in):
    assert stand_in(ends_on=real_today(9)).location
    assert stand_in(starts_on=real_today(20), ends_on=real_today(35)).location
    answer = stand_in(starts_on=real_today(10), ends_on=real_today(19))
    assert answer.status_code == 422
    assert "langer dan 30 dagen" in answer.get_data(as_text=True)


def test_after_a_gap_and_for_another_adviser_the_days_count_anew(
    stand_in, database, people
):
    with database.connect() as db:
        carl = builders.add_account(db, "adviser", "Carl")
    assert stand_in(ends_on=real_today(29)).location
    assert stand_in(starts_on=real_today(31), ends_on=real_today(45)).location
    assert stand_in(adviser_id=carl, ends_on=real_today(20)).location
    assert stood_in(database) == 3
    assert people.bram != carl


def test_what_was_stopped_before_it_began_is_not_in_the_way(
    stand_in, cora, traject, database
):
    stand_in(starts_on=real_today(3), ends_on=real_today(20))
    (stop,) = cora.get(traject).xpath("//form[contains(@action, '/stop')]/@action")
    cora.post(stop)
    assert stand_in(ends_on=real_today(29)).status_code == 303
    assert stood_in(database) == 2


def test_for_a_whole_caseload_only_the_trajects_where_it_may_be_are_taken(
    stand_in, database, people, cora
):
    with database.connect() as db:
        other = builders.add_candidate(db, "Mo", adviser=people.anna)
    cora.post(
        f"/trajecten/{other}/waarneming",
        adviser_id=people.bram,
        starts_on=real_today(5),
        ends_on=real_today(9),
        reason="leave",
    )
    answer = stand_in(whole_caseload="1")
    assert stood_in(database) == 2
    assert "niet voor Mo" in words(cora.get(answer.location))


def test_the_own_adviser_is_not_offered_to_stand_in(cora, traject, stand_in, people):
    offered = cora.get(f"{traject}/waarneming").xpath("//select//option/@value")
    assert str(people.bram) in offered
    assert str(people.anna) not in offered
    assert stand_in(adviser_id=people.anna).status_code == 422


def test_the_last_day_of_what_joins_up_is_told_once(stand_in, browser_of):
    stand_in(ends_on=real_today(7))
    stand_in(starts_on=real_today(8), ends_on=real_today(12))
    stand_in(starts_on=real_today(20), ends_on=real_today(22))
    (until,) = (
        browser_of("Bram")
        .get("/kandidaten")
        .xpath("//th[a='Samira']/span[@class='tag']/text()")
    )
    assert until == f"Waarneming t/m {day(real_today(12))}"
    told = browser_of("Samira").get("/mijn").xpath("//p[contains(., 'helpt Bram u')]")
    assert [words(one).split(" helpt")[0] for one in told] == [
        f"Van {day(real_today())} tot en met {day(real_today(12))}",
        f"Van {day(real_today(20))} tot en met {day(real_today(22))}",
    ]
