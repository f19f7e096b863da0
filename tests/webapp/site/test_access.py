"""Nobody reaches a traject of somebody else: by no address, form, id or statement."""

import contextlib
from datetime import timedelta
from uuid import UUID

import pytest

from schemas.tables import sessions
from tests import builders
from tests.webapp import trespass
from webapp.site import access
from webapp.site.request import now


@pytest.fixture
def annas_token(database, people):
    token = "een teken van Anna dat niemand raadt"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, token, now() + timedelta(hours=1))
    return token


def reach(database, token, people, tables=trespass.PERSONAL):
    """What Anna's token can do to Tom's rows."""
    return trespass.reach(
        database, token, people.tom, people.samira, people.anna, tables
    )


@pytest.mark.asvs("8.2.1 8.2.2 8.4.1")
def test_every_door_is_closed_to_everybody_else(trespasser, database):
    assert trespasser.forms  # their pages were looked at, which may ask for work
    before = trespass.dump(database)
    assert trespasser.openings() == []
    assert trespass.dump(database) == before


def test_the_owner_does_get_in(trespasser):
    """Else the test above would be content with a site that refuses everybody."""
    for rule in trespasser.rules():
        owner = trespasser.visitor(trespass.owner_of(rule))
        if "GET" in rule.methods:
            path = trespasser.path(rule, {n: owner.own[n] for n in rule.arguments})
            assert owner.browser.client.get(path).status_code == 200, path


def test_most_forms_are_sent_as_their_owner_would_send_them(trespasser):
    """Else every form would be refused for its mistakes, before its rights."""
    posts = [r for r in trespasser.rules() if "POST" in r.methods]
    known = [
        rule
        for rule in posts
        if trespasser.path(rule, {n: trespasser.victim[n] for n in rule.arguments})
        in trespasser.forms
    ]
    assert len(known) >= len(posts) * 0.7, {r.endpoint for r in posts} - {
        r.endpoint for r in known
    }


@pytest.mark.asvs("8.2.2")
def test_no_id_in_a_form_reaches_somebody_elses_traject(trespasser, database, ids):
    before = trespass.dump(database)
    bram = trespasser.visitor("Bram")
    tried = 0
    for path, form in trespasser.forms_of(bram).items():
        for stolen in ids["Samira"].values():
            for name in {"candidate_id", *id_fields(form)}:
                answer = bram.browser.post(path, **{**form, name: str(stolen)})
                assert answer.status_code < 500, (path, name)
                onwards = answer.headers.get("Location", "").partition("?")[0]
                assert onwards != "/inloggen", path
                tried += 1
    assert tried > 50
    assert rows_of(ids["Samira"], trespass.dump(database)) == rows_of(
        ids["Samira"], before
    )


def id_fields(form):
    found = []
    for name, value in form.items():
        with contextlib.suppress(ValueError):
            UUID(value)
            found.append(name)
    return found


def rows_of(own, dumped):
    """The rows of one traject."""
    candidate = own["candidate_id"]
    return {
        table: [
            row
            for row in rows
            if f"'{'id' if table == 'candidate' else 'candidate_id'}': '{candidate}'"
            in row
        ]
        for table, rows in dumped.items()
    }


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("Bram", "Samira"),
        ("Tom", "Samira"),
        ("Olga", "Tom"),
        ("Olga", "Geheim"),
        ("Cora", "Geheim"),
        ("Arie", "Samira"),
        ("Arie", "Geheim"),
    ],
)
def test_lists_show_nothing_of_somebody_else(trespasser, name, hidden):
    visitor = trespasser.visitor(name)
    for rule in trespasser.rules():
        if not rule.arguments and "GET" in rule.methods:
            answer = visitor.browser.client.get(trespasser.path(rule, {}))
            assert answer.status_code in (200, 404)
            assert hidden not in answer.get_data(as_text=True), rule


def test_a_shared_company_shows_only_the_own_talks(trespasser):
    bram = trespasser.visitor("Bram")
    page = bram.browser.get(f"/bedrijven/{bram.own['company_id']}").text_content()
    assert "Geheim van Tom" in page
    assert "Samira" not in page


@pytest.mark.asvs("8.2.1 8.3.1")
def test_a_view_without_declaration_stops_the_program(app):
    view = app.view_functions["attempts.index"]
    declared = getattr(view, access.MARK)
    delattr(view, access.MARK)
    try:
        with pytest.raises(access.UndeclaredViewError):
            access.check_all_declared(app)
    finally:
        setattr(view, access.MARK, declared)


def test_without_the_rule_on_candidates_the_doors_are_seen_open(trespasser, database):
    with database.connect() as db:
        db.execute("alter table candidate disable row level security")
    assert any(found.startswith("Bram") for found in trespasser.openings())


@pytest.mark.asvs("8.3.1 8.4.1")
def test_the_database_refuses_by_itself(database, people, ids, annas_token):
    """All she reads of Tom is that she herself will stand in, later."""
    assert ids
    assert reach(database, annas_token, people) == ["assignment: select"]


@pytest.mark.parametrize("table", trespass.PERSONAL)
def test_without_its_rule_no_table_goes_unnoticed(
    database, people, ids, annas_token, table
):
    assert ids
    with database.connect() as db:
        db.execute(
            f"create policy hole on {table} to web_adviser using (true) with check (true)"
        )
        db.execute(f"grant select on {table} to web_adviser")
    found = reach(database, annas_token, people, (table,))
    assert any(one.startswith(f"{table}:") for one in found)


@pytest.fixture
def as_persona(database):
    """A function: count the rows a statement touches, as somebody's own role."""

    def count(persona, account, query, *values):
        token = f"een teken van {account}"
        with database.connect("web_auth") as db:
            db.execute("delete from session")
            sessions.open_session(db, account, token, now() + timedelta(hours=1))
        with database.connect(f"web_{persona}") as db:
            sessions.identify(db, token)
            return db.execute(query, values).rowcount

    return count


@pytest.mark.parametrize("persona", ["candidate", "opdrachtgever"])
@pytest.mark.parametrize(
    ("change", "rows"),
    [
        ("update judgement set decision = 'saved'", 1),
        ("update judgement set decision = 'rejected', reason = 'too_heavy'", 0),
        ("update judgement set undone_at = now()", 0),
    ],
)
def test_what_was_rejected_is_not_there_for(
    database, people, ids, as_persona, persona, change, rows
):
    assert ids
    with database.connect() as db:
        db.execute(change)
    who = {"candidate": people.samira_account, "opdrachtgever": people.contact}
    query = "select decision from judgement"
    assert as_persona(persona, who[persona], query) == rows


def test_a_stand_in_reads_an_attempt_and_leaves_it_as_it_is(
    database, people, ids, as_persona
):
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    attempt = ids["Samira"]["attempt_id"]
    read = "select 1 from attempt where id = %s"
    change = "update attempt set note = '' where id = %s"
    assert as_persona("adviser", people.bram, read, attempt) == 1
    assert as_persona("adviser", people.bram, change, attempt) == 0
    assert as_persona("adviser", people.anna, change, attempt) == 1
