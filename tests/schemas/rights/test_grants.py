"""The database grants what the table of rights says: column by column, both ways."""

import pytest

from schemas.account import PERSONAS
from schemas.catalogue.columns import catalogue
from schemas.rights import matrix

VERBS = {"select": "read", "insert": "add", "update": "change"}
COMMANDS = {"read": "r", "add": "a", "change": "w"}
GRANTED = """
select c.relname, a.attname, right_of.name
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
cross join (values ('select'), ('insert'), ('update'), ('references')) right_of (name)
where c.relkind in ('r', 'v', 'm', 'p', 'f')
  and c.relnamespace = 'public'::regnamespace
  and has_column_privilege(%s, c.oid, a.attnum, right_of.name)
"""
WHOLE = """
select c.relname, right_of.name from pg_class c
cross join (values ('delete'), ('truncate'), ('trigger'), ('maintain')) right_of (name)
where c.relkind in ('r', 'v', 'm', 'p', 'f')
  and c.relnamespace = 'public'::regnamespace
  and has_table_privilege(%s, c.oid, right_of.name)
"""
CALLABLE = """
select p.proname from pg_proc p join pg_roles o on o.oid = p.proowner
where p.pronamespace = 'public'::regnamespace and o.rolname = 'spoorzoeker_owner'
  and has_function_privilege(%s, p.oid, 'execute')
"""
POLICIES = """
select c.relname, p.polcmd from pg_policy p join pg_class c on c.oid = p.polrelid
where p.polpermissive and (p.polroles = '{0}' or %s::regrole = any (p.polroles))
"""
GUARDED = """
select relname from pg_class
where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity
  and relforcerowsecurity
"""
MEND = "mend schemas/rights/columns.toml, or the grant in the migration"

pytestmark = pytest.mark.asvs("8.1.2 8.2.1 8.2.3 13.2.2")


def granted(database, persona):
    with database.connect() as db:
        rows = db.execute(GRANTED, (f"web_{persona}",)).fetchall()
    return {(table, name, VERBS.get(verb, verb)) for table, name, verb in rows}


def said(persona):
    return {
        (table, name, verb)
        for (table, name), right in matrix.columns().items()
        for verb in right.verbs.get(persona, ())
    }


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_has_the_rights_of_the_table_and_no_other(database, persona):
    has, should = granted(database, persona), said(persona)
    assert {"too many": has - should, "missing": should - has} == {
        "too many": set(),
        "missing": set(),
    }, MEND


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_has_no_right_to_a_whole_table(database, persona):
    """Nothing is deleted from a page: what is taken back says so, and stays."""
    with database.connect() as db:
        assert db.execute(WHOLE, (f"web_{persona}",)).fetchall() == []


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_calls_the_functions_of_the_table_and_no_other(database, persona):
    with database.connect() as db:
        rows = db.execute(CALLABLE, (f"web_{persona}",)).fetchall()
    assert {name for (name,) in rows} == {
        name for name, right in matrix.functions().items() if persona in right.personas
    }


@pytest.mark.parametrize("persona", PERSONAS)
def test_each_granted_command_has_its_rule_on_the_rows_and_no_rule_is_idle(
    database, persona
):
    with database.connect() as db:
        guarded = {name for (name,) in db.execute(GUARDED).fetchall()}
        found = db.execute(POLICIES, (f"web_{persona}",)).fetchall()
    rules = {(table, command) for table, command in found}
    wanted = {
        (table, COMMANDS[verb]) for table, _, verb in said(persona) if table in guarded
    }
    without = {
        (table, command)
        for table, command in wanted
        if not rules & {(table, command), (table, "*")}
    }
    used = {(table, one) for table, command in wanted for one in (command, "*")}
    assert without == set()
    assert rules - used == set()


def test_every_table_about_somebody_is_guarded(database):
    about = {table for (table, _), one in catalogue().items() if one.kind != "none"}
    shared = {  # read by no persona at all
        *("procrastinate_jobs", "rank_weights", "rank_weights_choice"),
        *("log_seal", "log_retirement"),
    }
    with database.connect() as db:
        guarded = {name for (name,) in db.execute(GUARDED).fetchall()}
    assert about - guarded - shared == set()


@pytest.mark.parametrize(
    ("hole", "persona"),
    [
        ("grant select (note) on attempt to web_coordinator", "coordinator"),
        ("grant update (persona) on account to web_admin", "admin"),
        ("grant select on candidate to web_candidate", "candidate"),
        ("revoke select (name) on candidate from web_opdrachtgever", "opdrachtgever"),
        ("alter table attempt add column diagnosis text", "adviser"),
    ],
)
def test_a_right_too_many_or_too_few_is_seen(database, hole, persona):
    """Else the tests above would be content with anything."""
    with database.connect() as db:
        db.execute(hole)
    assert granted(database, persona) != said(persona)
