"""Nobody reaches a traject of somebody else: by no address, form, id or statement."""

import contextlib
from datetime import timedelta
from uuid import UUID

import pytest

from schemas.tables import sessions
from tests.webapp import trespass
from webapp import access
from webapp.request import now


@pytest.fixture
def ids(database, people):
    return trespass.furnish(database, people)


@pytest.fixture
def trespasser(app, database, people, ids):
    everybody = trespass.visitors(app, database, people, ids)
    return trespass.Trespasser(app, everybody, ids["Samira"])


@pytest.fixture
def annas_token(database, people):
    token = "een teken van Anna dat niemand raadt"
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, token, now() + timedelta(hours=1))
    return token


def reach(database, token, people):
    """What Anna's token can do to Tom's rows."""
    return trespass.reach(database, token, people.tom, people.samira, people.anna)


def test_every_door_is_closed_to_everybody_else(trespasser, database):
    before = trespass.dump(database)
    assert trespasser.openings() == []
    assert trespass.dump(database) == before


def test_the_owner_does_get_in(trespasser):
    """Else the test above would be content with a site that refuses everybody."""
    owners = {"portal": "Samira", "insight": "Olga"}
    for rule in trespasser.rules():
        owner = trespasser.visitor(owners.get(rule.endpoint.split(".")[0], "Anna"))
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


def test_no_id_in_a_form_reaches_somebody_elses_traject(trespasser, database, ids):
    before = trespass.dump(database)
    bram = trespasser.visitor("Bram")
    tried = 0
    for path, form in trespasser.forms_of(bram).items():
        for stolen in ids["Samira"].values():
            for name in {"candidate_id", *id_fields(form)}:
                answer = bram.browser.post(path, **{**form, name: str(stolen)})
                assert answer.status_code < 500, (path, name)
                assert "/inloggen" not in answer.headers.get("Location", "")
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
    [("Bram", "Samira"), ("Tom", "Samira"), ("Olga", "Tom"), ("Olga", "Geheim")],
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


def test_without_its_declaration_no_view_goes_unnoticed(trespasser, app):
    everybody = frozenset({"adviser", "candidate", "opdrachtgever"})
    unnoticed = []
    for endpoint in sorted({rule.endpoint for rule in trespasser.rules()}):
        view = app.view_functions[endpoint]
        declared = getattr(view, access.MARK)
        setattr(view, access.MARK, everybody)
        if not trespasser.openings(endpoint):
            unnoticed.append(endpoint)
        setattr(view, access.MARK, declared)
    assert unnoticed == []


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


def test_the_database_refuses_by_itself(database, people, ids, annas_token):
    assert ids
    assert reach(database, annas_token, people) == []


@pytest.mark.parametrize("table", trespass.PERSONAL)
def test_without_its_rule_no_table_goes_unnoticed(
    database, people, ids, annas_token, table
):
    assert ids
    with database.connect() as db:
        db.execute(
            f"create policy hole on {table} to web_adviser using (true) with check (true)"
        )
    found = reach(database, annas_token, people)
    assert any(one.startswith(f"{table}:") for one in found)


def test_every_table_with_a_candidate_is_guarded(database):
    with database.connect() as db:
        rows = db.execute(
            "select c.relname, c.relrowsecurity and c.relforcerowsecurity "
            "from pg_class c join pg_attribute a on a.attrelid = c.oid "
            "where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace "
            "and (a.attname = 'candidate_id' or (c.relname, a.attname) = ('candidate', 'id'))"
        ).fetchall()
    assert {name for name, _ in rows} == set(trespass.PERSONAL)
    assert all(guarded for _, guarded in rows)


OPDRACHTGEVER_READS = {
    "candidate": {
        "id",
        "name",
        "phase",
        "traject_start",
        "planned_end",
        "opdrachtgever_id",
    },
    "attempt": {"id", "candidate_id", "channel", "kind", "happened_on"},
    "task": {"id", "candidate_id", "status", "due_on"},
    "judgement": {"id", "candidate_id", "decision", "judged_at", "undone_at"},
    "opdrachtgever": {"id", "name", "place", "invented"},
}
CANDIDATE_NEVER_READS = {
    "attempt": {"note", "outcome", "person", "next_step", "next_on"},
    "judgement": {"note", "reason"},
    "match": {"objections", "questions", "assumptions", "score", "verdict", "position"},
    "assignment": {"adviser_id", "reason"},
    "company": {"name", "note"},
    "account": {"email", "password_hash"},
}


def readable(database, role):
    """Per table the columns that a role may read."""
    with database.connect() as db:
        rows = db.execute(
            "select c.relname, a.attname from pg_class c "
            "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 "
            "where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace "
            "and not a.attisdropped "
            "and has_column_privilege(%s, c.oid, a.attnum, 'select')",
            (role,),
        ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return found


def test_an_opdrachtgever_reads_these_columns_and_no_other(database):
    assert readable(database, "web_opdrachtgever") == OPDRACHTGEVER_READS


def test_a_candidate_cannot_read_what_advisers_keep_to_themselves(database):
    found = readable(database, "web_candidate")
    for table, columns in CANDIDATE_NEVER_READS.items():
        assert not columns & found.get(table, set()), table


def test_nobody_on_the_web_can_delete_or_become_another_role(database):
    with database.connect() as db:
        for persona in ("adviser", "candidate", "opdrachtgever"):
            role = f"web_{persona}"
            for table in trespass.PERSONAL:
                (may,) = db.execute(
                    "select has_table_privilege(%s, %s, 'delete, truncate')",
                    (role, table),
                ).fetchone()
                assert not may, (role, table)
            (member,) = db.execute(
                "select count(*) from pg_auth_members where member = %s::regrole",
                (role,),
            ).fetchone()
            assert member == 0
