"""No form is taken that is not ours, and none sets what it does not show."""

import time

import pytest

from tests.webapp import trespass
from tests.webapp.hardening.payloads import IN_EACH_FIELD, IN_EVERY_FIELD

# Pages that ask for work when they are opened: a fresh look, a new ranking.
ASKED_BY_LOOKING = {"procrastinate_jobs"}
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
NAMES = (
    "bedrijf",
    "lijst",
    "met",
    "net",
    "pagina",
    "terug",
    "vacature",
    "vorige",
    "zoek",
)
SLOWEST = 1.0  # seconds of work


def changed(database, before):
    """The tables in which something changed, but for work that looking asks for."""
    after = trespass.dump(database)
    return {
        table for table in after if after[table] != before[table]
    } - ASKED_BY_LOOKING


def personas(database):
    """How many accounts of each kind there are."""
    with database.connect() as db:
        return db.execute(
            "select persona, invented, count(*) from account group by 1, 2 order by 1, 2"
        ).fetchall()


def owner_forms(trespasser):
    """Each form once, as one person of a persona: the browser, the address, the fields.

    Those without a field come last: they switch off, end or withdraw what others need.
    """
    first = {one.persona: one for one in reversed(trespasser.everybody) if one.persona}
    found = {}
    for visitor in first.values():
        token = visitor.browser.token()
        for path, form in trespasser.forms_of(visitor).items():
            found[path] = (visitor.browser.client, {**form, "csrf_token": token})
    for path, (client, form) in sorted(
        found.items(), key=lambda one: len(one[1][1]) < 2
    ):
        yield client, path, form


@pytest.mark.asvs("3.5.1 3.5.3")
def test_no_form_is_taken_without_its_token_or_from_another_site(trespasser, database):
    before, tried = trespass.dump(database), 0
    for client, path, form in owner_forms(trespasser):
        wrong = client.post(path, data={**form, "csrf_token": "x" * 40})
        elsewhere = client.post(
            path, data=form, headers={"Sec-Fetch-Site": "cross-site"}
        )
        form.pop("csrf_token")
        bare = client.post(path, data=form)
        found = [bare.status_code, wrong.status_code, elsewhere.status_code]
        assert found == [400, 400, 403], path
        tried += 1
    assert tried > 25
    assert changed(database, before) == set()


@pytest.mark.asvs("3.5.3")
def test_looking_at_every_page_changes_nothing(trespasser, database):
    before = trespass.dump(database)
    for rule in trespasser.rules():
        for visitor in trespasser.everybody:
            known = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: known[n] for n in rule.arguments})
            visitor.browser.client.get(path)
    assert changed(database, before) <= {"changes_seen"}


@pytest.mark.asvs("15.3.3")
def test_a_form_sets_only_what_it_shows(trespasser, database, people):
    """A stranger's name, a moment long ago or another persona goes nowhere."""
    before, kinds = trespass.dump(database), personas(database)
    for client, path, form in owner_forms(trespasser):
        hidden = {n: v for n, v in FORBIDDEN.items() if n not in form}
        makers = {n: str(people.bram) for n in MAKERS if n not in form}
        client.post(path, data={**form, **hidden, **makers})
    after = trespass.dump(database)
    samiras = str(people.samira)
    rows = [row for table in after for row in {*after[table]} - {*before[table]}]
    assert not [row for row in rows if "1999-01-01" in row]
    his = str(trespasser.victim["appointment_id"])  # to stand in, ended by a form
    new = [row for row in rows if his not in row]
    assert not [r for r in new if samiras in r and str(people.bram) in r]
    assert personas(database) == kinds


@pytest.mark.asvs("1.2.4 1.3.10 1.3.12 2.2.1 15.3.5 16.5.1")
def test_nothing_that_is_typed_breaks_a_page_or_keeps_it_busy(trespasser):
    tried = 0
    for client, path, form in owner_forms(trespasser):
        fields = [name for name in form if name != "csrf_token"]
        some = fields[:: 1 + len(fields) // 30]
        texts = [name for name in fields if not name.endswith("id")]
        for payload in IN_EVERY_FIELD if texts else ():
            sent(client, path, form | dict.fromkeys(texts, payload))
        for name in some:
            for payload in IN_EACH_FIELD:
                sent(client, path, form | {name: payload})
                tried += 1
    assert tried > 200


@pytest.mark.asvs("1.2.4 2.2.1")
def test_nothing_behind_a_question_mark_breaks_a_page(trespasser):
    for rule in trespasser.rules():
        if "GET" not in rule.methods:
            continue
        for visitor in trespasser.everybody:
            known = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: known[n] for n in rule.arguments})
            for payload in IN_EACH_FIELD:
                asked = dict.fromkeys(NAMES, payload)
                answer = visitor.browser.client.get(path, query_string=asked)
                assert answer.status_code < 500, (path, payload)


def sent(client, path, form):
    began = time.process_time()
    answer = client.post(path, data=form)
    assert answer.status_code < 500, (path, form)
    assert "/inloggen" not in answer.headers.get("Location", ""), path
    assert time.process_time() - began < SLOWEST, (path, form)
