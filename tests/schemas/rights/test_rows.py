"""The rules on rows: planned once per statement, and nothing that goes around them."""

from datetime import timedelta

import pytest

from schemas.account import PERSONAS
from schemas.rights import matrix
from schemas.settings import ROLES
from schemas.tables import sessions
from tests import builders
from webapp.site.request import now

IDENTITY = ("current_account()", "my_candidates()")
EXPRESSIONS = """
select c.relname, p.polname, coalesce(pg_get_expr(p.polqual, p.polrelid), '')
    || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
from pg_policy p join pg_class c on c.oid = p.polrelid
"""
GUARDED = """
select relname from pg_class where relkind = 'r' and relrowsecurity
  and relnamespace = 'public'::regnamespace
"""

pytestmark = pytest.mark.asvs("8.2.2 8.4.1 13.2.2")


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def as_persona(database, people):
    """A function: the connection of somebody of this persona."""
    who = {
        "adviser": people.anna,
        "candidate": people.samira_account,
        "opdrachtgever": people.contact,
        "coordinator": people.cora,
        "admin": people.arie,
    }

    def connect(persona):
        token = f"een teken van een {persona}"
        with database.connect("web_auth") as db:
            expires = now() + timedelta(hours=1)
            sessions.open_session(db, who[persona], token, expires)
        db = database.connect(f"web_{persona}")
        sessions.identify(db, token)
        return db

    return connect


def asks_per_row(expression):
    """Whether who asks is found out anew for each row."""
    return any(
        expression.count(one) != expression.count(f"SELECT {one}") for one in IDENTITY
    )


def test_every_rule_finds_out_once_who_asks(database):
    with database.connect() as db:
        rules = db.execute(EXPRESSIONS).fetchall()
        db.execute(
            "create policy slow on task to web_adviser "
            "using (candidate_id in (select my_candidates()) "
            "or made_by = current_account())"
        )
        slow = [r for r in db.execute(EXPRESSIONS).fetchall() if r[1] == "slow"]
    assert len(rules) > 60
    assert [rule for rule in rules if asks_per_row(rule[2])] == []
    assert asks_per_row(slow[0][2])


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_read_of_a_guarded_table_is_planned_around_it(
    database, as_persona, persona
):
    with database.connect() as db:
        guarded = {name for (name,) in db.execute(GUARDED).fetchall()}
    readable = {}
    for (table, column), right in matrix.columns().items():
        if table in guarded and "read" in right.verbs.get(persona, ()):
            readable.setdefault(table, []).append(f'"{column}"')
    with as_persona(persona) as db:
        for table, names in readable.items():
            query = f"explain (verbose) select {', '.join(names)} from {table}"
            plan = "\n".join(line for (line,) in db.execute(query).fetchall())
            assert "InitPlan" in plan, (table, plan)
            filters = [x for x in plan.splitlines() if "Filter:" in x or "Cond:" in x]
            assert not any(one in x for one in IDENTITY for x in filters), plan
    assert readable


def test_no_view_and_no_copy_goes_around_the_rules(database):
    with database.connect() as db:
        rows = db.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace "
            "and (relkind in ('m', 'f') or (relkind = 'v' and not "
            "coalesce(reloptions, '{}') @> '{security_invoker=true}'))"
        ).fetchall()
    assert rows == []


def test_no_role_of_ours_stands_above_the_rules(database):
    with database.connect() as db:
        above = db.execute(
            "select rolname from pg_roles where rolname = any (%s) and (rolsuper "
            "or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)",
            (list(ROLES),),
        ).fetchall()
        owning = db.execute(
            "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner "
            "where r.rolname = any (%s)",
            (list(ROLES),),
        ).fetchall()
        members = db.execute(
            "select r.rolname from pg_auth_members m "
            "join pg_roles r on r.oid = m.member where r.rolname = any (%s)",
            (list(ROLES),),
        ).fetchall()
    assert above == owning == members == []


@pytest.mark.parametrize("persona", PERSONAS)
def test_without_a_session_no_guarded_row_is_there(database, people, persona):
    assert people
    with database.connect() as db:
        guarded = {name for (name,) in db.execute(GUARDED).fetchall()}
    with database.connect(f"web_{persona}") as db:
        for (table, column), right in matrix.columns().items():
            if table in guarded and "read" in right.verbs.get(persona, ()):
                query = f'select count("{column}") from {table}'
                assert db.execute(query).fetchone() == (0,), table
