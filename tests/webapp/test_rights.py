"""What the database lets each role of the web read and change, and nothing besides."""

import pytest

from schemas import migrations
from schemas.account import PERSONAS
from schemas.settings import ROLES
from tests.rights import ALL, allowed
from tests.webapp import trespass


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


def test_signing_in_reads_accounts_and_sessions_and_nothing_else(database):
    tables = (
        *("account", "session", "login_attempt", "recovery_code", "sign_in", "device"),
        *("account_link", "invitation"),
    )
    assert allowed(database, "web_auth", "select") == dict.fromkeys(tables, ALL)


@pytest.mark.asvs("2.2.2")
@pytest.mark.parametrize(
    ("table", "moment"),
    [
        ("judgement", "judged_at"),
        ("judgement", "undone_at"),
        ("capacity_document", "made_at"),
        ("vacancy_answer", "made_at"),
        ("vacancy_answer", "undone_at"),
        ("verdict_overrule", "made_at"),
        ("verdict_overrule", "undone_at"),
    ],
)
def test_no_adviser_chooses_what_the_database_records(database, table, moment):
    with database.connect() as db:
        (may,) = db.execute(
            "select has_column_privilege('web_adviser', %s, %s, 'insert')",
            (table, moment),
        ).fetchone()
    assert not may


def test_no_function_is_for_everybody(database):
    """But those of pgvector, which only reckon."""
    with database.connect() as db:
        rows = db.execute(
            "select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner "
            "where p.pronamespace = 'public'::regnamespace "
            "and r.rolname = 'spoorzoeker_owner' "
            "and has_function_privilege('mailer', p.oid, 'execute')"
        ).fetchall()
    assert rows == []


@pytest.mark.asvs("13.2.2")
def test_every_function_with_the_owners_rights_pins_its_search_path(database):
    with database.connect() as db:
        rows = db.execute(
            "select proname from pg_proc where prosecdef "
            "and not coalesce(proconfig, '{}') @> '{\"search_path=public, pg_temp\"}'"
        ).fetchall()
    assert rows == []


@pytest.mark.asvs("13.2.1 13.2.2")
def test_only_our_roles_come_in_and_none_makes_tables(database):
    migrations.migrate(database.settings, database.url)
    with database.connect() as db:
        db.execute("create role passerby")
        for role in (*ROLES, "passerby"):
            for what in ("temporary", "create"):
                (may,) = db.execute(
                    "select has_database_privilege(%s, current_database(), %s)",
                    (role, what),
                ).fetchone()
                assert not may, (role, what)
            (may,) = db.execute(
                "select has_schema_privilege(%s, 'public', 'create')", (role,)
            ).fetchone()
            assert not may, role
            (may,) = db.execute(
                "select has_database_privilege(%s, current_database(), 'connect')",
                (role,),
            ).fetchone()
            assert may == (role != "passerby"), role
        db.rollback()


@pytest.mark.asvs("13.2.2 8.3.1")
def test_nobody_on_the_web_can_delete_or_become_another_role(database):
    with database.connect() as db:
        for persona in PERSONAS:
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
