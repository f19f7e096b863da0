"""Every view of a dossier and every change is one row in the log: no more, no less."""

from uuid import uuid4

import pytest

from schemas.log_entry import Act, Thing
from tests.webapp import trespass
from webapp.record import declaring
from webapp.site import access

LOGGED = (
    "select act, thing, candidate_id, thing_id, persona, account_id, request_id "
    "from log_entry order by id"
)


@pytest.fixture
def log(database):
    """A function: the rows since it was last asked."""

    def rows():
        with database.connect() as db:
            found = db.execute(LOGGED).fetchall()
            db.execute("delete from log_entry")
            return found

    return rows


@pytest.fixture
def samira(people):
    return f"/kandidaten/{people.samira}"


def test_every_page_of_its_owner_is_one_row(trespasser, app, log):
    for rule in trespasser.rules():
        declared = getattr(app.view_functions[rule.endpoint], declaring.MARK)
        owner = trespasser.visitor(trespass.owner_of(rule))
        path = trespasser.path(rule, {n: owner.own[n] for n in rule.arguments})
        if "GET" not in rule.methods:
            continue
        log()
        answer = owner.browser.client.get(path)
        rows = log()
        expected = 1 if declared.act and answer.status_code == 200 else 0
        assert len(rows) == expected, path
        if rows and "candidate_id" in rule.arguments:
            assert rows[0][:3] == (
                declared.act,
                declared.thing,
                owner.own["candidate_id"],
            )


# What these forms say was so already: saved as it was, and taken back before.
AS_IT_WAS = {"trajects.change", "answers.take_back"}


def test_every_form_that_is_kept_is_one_row_and_every_other_is_a_view(
    trespasser, app, log
):
    kept = set()
    for rule in trespasser.rules():
        if "POST" not in rule.methods:
            continue
        declared = getattr(app.view_functions[rule.endpoint], declaring.MARK)
        owner = trespasser.visitor(trespass.owner_of(rule))
        path = trespasser.path(rule, {n: owner.own[n] for n in rule.arguments})
        form = trespasser.forms.get(path, {})
        log()
        answer = owner.browser.post(path, **form)
        told = [row[0] for row in log() if row[1] == declared.thing]
        if answer.status_code in (409, 422):
            assert told == ["viewed"], path
        elif answer.status_code in (403, 404):
            assert told == ["refused"], path
        elif answer.status_code < 400:
            is_new = rule.endpoint not in AS_IT_WAS
            assert told == [declared.act] * is_new, path
            kept.add(rule.endpoint)
        else:
            assert told == [], (path, answer.status_code)
    assert len(kept) > 20


@pytest.mark.asvs("16.2.1")
def test_a_row_says_who_in_which_function_what_and_whose(anna, samira, log, people):
    log()
    anna.get(samira)
    [(act, thing, candidate, thing_id, persona, account, request)] = log()
    assert (act, thing, candidate, thing_id) == (
        "viewed",
        "dossier",
        people.samira,
        None,
    )
    assert (persona, account) == ("adviser", people.anna)
    assert request is not None


def test_a_foreign_dossier_is_refused_in_the_log_though_nothing_else_is_kept(
    anna, people, log
):
    log()
    anna.get(f"/kandidaten/{people.tom}", status=404)
    [(act, thing, candidate, _, _, account, _)] = log()
    assert (act, thing, candidate, account) == (
        *("refused", "dossier", people.tom, people.anna),
    )


def test_the_page_of_another_persona_is_refused_in_the_log(anna, log):
    log()
    anna.get("/mijn", status=404)
    assert [row[0] for row in log()] == ["refused"]


def test_an_address_that_leads_nowhere_is_no_refusal(anna, log):
    log()
    anna.get("/zoiets-is-er-niet", status=404)
    assert log() == []


def test_what_is_not_kept_is_no_change(anna, samira, log):
    log()
    answer = anna.post(f"{samira}/taken/nieuw", title="")
    assert answer.status_code == 422
    assert [row[:2] for row in log()] == [("viewed", "task")]


def test_a_new_thing_is_named_by_its_own_id(anna, samira, log, people, database):
    log()
    new = {"id": str(uuid4()), "title": "Bel de bakker", "due_on": "2099-01-01"}
    assert anna.post(f"{samira}/taken/nieuw", **new).status_code == 303
    with database.connect() as db:
        (made,) = db.execute("select id from task").fetchone()
    assert [row[:4] for row in log()] == [("changed", "task", people.samira, made)]


def test_who_is_asked_for_a_password_first_was_refused_nothing(
    browser_of, database, log
):
    samira = browser_of("Samira")
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    log()
    assert samira.post("/mijn/gegevens/bestand").status_code == 403
    assert log() == []


def test_an_employer_looks_at_each_traject_on_the_page(browser_of, log, people):
    olga = browser_of("Olga")
    log()
    olga.get("/mijn-trajecten")
    assert [row[:3] for row in log()] == [("viewed", "progress", people.samira)]


def test_a_candidates_own_page_is_about_the_candidate(browser_of, log, people):
    samira = browser_of("Samira")
    log()
    samira.get("/mijn")
    assert [row[2] for row in log()] == [people.samira]


def test_a_page_that_waits_is_looked_at_once(anna, samira, log):
    waits = {"X-Poll": "1"}
    log()
    path = f"{samira}/vacatures"
    assert anna.client.get(path, headers=waits).status_code == 200
    assert anna.client.get(path, headers=waits).status_code == 200
    anna.get(path)
    assert len(log()) == 2  # the first look, and the one that was no waiting


def test_nobody_looks_unseen_by_pretending_to_wait(anna, samira, log):
    log()
    for page in ("", "/taken", "/pogingen"):
        anna.client.get(f"{samira}{page}", headers={"X-Poll": "1"})
    assert len(log()) == 3


def test_a_log_that_cannot_be_written_shows_nothing(anna, samira, database):
    with database.connect() as db:
        db.execute("revoke insert on log_entry from web_adviser")
    anna.get(samira, status=500)


def test_a_view_that_says_nothing_for_the_log_stops_the_program(app):
    view = app.view_functions["attempts.index"]
    declared = getattr(view, declaring.MARK)
    delattr(view, declaring.MARK)
    try:
        with pytest.raises(declaring.UndeclaredLogError):
            declaring.check_all_declared(app)
    finally:
        setattr(view, declaring.MARK, declared)


def test_only_what_is_about_nobody_or_oneself_goes_unlogged(app):
    unlogged = {
        endpoint
        for endpoint, view in app.view_functions.items()
        if getattr(view, access.MARK, access.PUBLIC) != access.PUBLIC
        and getattr(view, declaring.MARK).act is None
    }
    of_oneself = {
        *("account.factor", "account.index", "account.password_form", "account.prove"),
        *("account.prove_form", "account_links.email_form"),
        *("account_links.new_email_form", "account_name.form"),
        "second_factor.another",
        *("second_factor.check", "second_factor.form", "second_factor.set_up"),
        "second_factor.take",
    }
    of_nobody = {"sources.index", "trajects.new", "companies.new", "tidying.index"}
    assert unlogged == of_nobody | of_oneself


def test_the_database_knows_the_same_acts_and_things(database):
    with database.connect() as db:
        rules = " ".join(
            row[0]
            for row in db.execute(
                "select pg_get_constraintdef(oid) from pg_constraint "
                "where conrelid = 'log_entry'::regclass and contype = 'c'"
            )
        )
    for word in (*Act.__args__, *Thing.__args__):
        assert f"'{word}'" in rules
    assert rules.count("'::text") == len(Act.__args__) + len(Thing.__args__) + 6
