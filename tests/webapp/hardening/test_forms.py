"""No form is taken that is not ours, and none sets what it does not show."""

import pytest

from tests.webapp import trespass
from tests.webapp.hardening.payloads import IN_EVERY_FIELD, IN_EACH_FIELD

# Pages that ask for work when they are opened: a fresh look, a new ranking.
ASKED_BY_LOOKING = "procrastinate_jobs"
FORBIDDEN = {
    "persona": "admin",
    "active": "false",
    "invented": "true",
    "made_at": "1999-01-01",
    "judged_at": "1999-01-01",
    "given_at": "1999-01-01",
    "password_hash": "1999-01-01",
    "known_rules": "1999-01-01",
    "machine": "1999-01-01",
    "rules": "1999-01-01",
}
MAKERS = ("made_by", "judged_by", "account_id", "adviser_id", "asked_by", "said_by_id")
SLOWEST = 1.0  # seconds


def owner_forms(trespasser):
    """Every form of everybody, with its browser."""
    for visitor in trespasser.everybody:
        if visitor.persona:
            for path, form in trespasser.forms_of(visitor).items():
                yield visitor, path, form


@pytest.mark.asvs("3.5.1 3.5.3")
def test_no_form_is_taken_without_its_token_or_from_another_site(trespasser, database):
    before, tried = trespass.dump(database), 0
    for visitor, path, form in owner_forms(trespasser):
        client = visitor.browser.client
        bare = client.post(path, data=form)
        wrong = client.post(path, data={**form, "csrf_token": "x" * 40})
        elsewhere = client.post(
            path,
            data={**form, "csrf_token": visitor.browser.token()},
            headers={"Sec-Fetch-Site": "cross-site"},
        )
        found = [bare.status_code, wrong.status_code, elsewhere.status_code]
        assert found == [400, 400, 403], path
        tried += 1
    assert tried > 30
    assert trespass.dump(database) == before


@pytest.mark.asvs("3.5.3")
def test_looking_at_every_page_changes_nothing(trespasser, database):
    before = trespass.dump(database)
    for rule in trespasser.rules():
        for visitor in trespasser.everybody:
            known = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: known[n] for n in rule.arguments})
            visitor.browser.client.get(path)
    after = trespass.dump(database)
    changed = {table for table, rows in after.items() if rows != before[table]}
    assert changed <= {ASKED_BY_LOOKING, "changes_seen"}


@pytest.mark.asvs("15.3.3")
def test_a_form_sets_only_what_it_shows(trespasser, database, people):
    """A stranger's name, a moment long ago or another persona goes nowhere."""
    for visitor, path, form in owner_forms(trespasser):
        hidden = {n: v for n, v in FORBIDDEN.items() if n not in form}
        makers = {n: str(people.bram) for n in MAKERS if n not in form}
        visitor.browser.post(path, **form, **hidden, **makers)
    after = trespass.dump(database)
    samiras = str(people.samira)
    rows = [row for some in after.values() for row in some]
    assert not [row for row in rows if "1999-01-01" in row]
    assert not [r for r in rows if samiras in r and str(people.bram) in r]
    with database.connect() as db:
        assert db.execute(
            "select count(*) from account where persona = 'admin' or not active "
            "or invented"
        ).fetchone() == (0,)


@pytest.mark.asvs("1.2.4 2.2.1 15.3.5 16.5.1")
def test_nothing_that_is_typed_breaks_a_page_or_keeps_it_busy(trespasser):
    tried = 0
    for visitor, path, form in owner_forms(trespasser):
        texts = [n for n in form if not n.endswith("id")]
        for payload in IN_EVERY_FIELD:
            _sent(visitor, path, form | dict.fromkeys(texts, payload))
        for name in form:
            for payload in IN_EACH_FIELD:
                _sent(visitor, path, form | {name: payload})
                tried += 1
    assert tried > 300


@pytest.mark.asvs("1.2.4 2.2.1")
def test_nothing_behind_a_question_mark_breaks_a_page(trespasser):
    names = ("zoek", "lijst", "pagina", "vacature", "bedrijf", "terug", "soort", "van")
    for rule in trespasser.rules():
        if "GET" not in rule.methods:
            continue
        for visitor in trespasser.everybody:
            known = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: known[n] for n in rule.arguments})
            for payload in IN_EACH_FIELD:
                answer = visitor.browser.client.get(
                    path, query_string=dict.fromkeys(names, payload)
                )
                assert answer.status_code < 500, (path, payload)


def _sent(visitor, path, form):
    answer = visitor.browser.post(path, **form)
    assert answer.status_code < 500, (path, form)
