"""What the database lets each role of the web read and change, and nothing besides."""

import pytest

from schemas import migrations
from schemas.account import PERSONAS
from schemas.settings import ROLES
from tests.rights import ALL, allowed
from tests.webapp import trespass

READS = {
    "web_opdrachtgever": {
        "candidate": {"id", "name", "phase", "traject_start", "planned_end"},
        "attempt": {"candidate_id", "channel", "happened_on"},
        "task": {"candidate_id", "status"},
        "judgement": {"candidate_id", "decision", "undone_at"},
    },
    "web_candidate": {
        "attempt": {"id", "candidate_id", "channel", "employer", "kind", "happened_on"},
        "judgement": {
            *("id", "candidate_id", "vacancy_id", "decision", "judged_at", "undone_at")
        },
        "match_run": {"id", "candidate_id", "made_at", "capacity_id"},
        "match": {
            *("run_id", "candidate_id", "vacancy_id", "verdict"),
            *("reasons", "objections", "questions"),
        },
        "asked_vacancy": ALL,
        "capacity_document": ALL,
        "capacity_item": ALL,
        "capacity_hours_step": ALL,
        "verdict_overrule": {
            *("candidate_id", "vacancy_id", "verdict", "capacity_id", "undone_at")
        },
        "task": ALL,
        "response": ALL,
        "vacancy": ALL,
    },
    "web_adviser": dict.fromkeys(
        (
            *("candidate", "capacity_document", "capacity_item", "match_run", "match"),
            *("judgement", "response", "attempt", "task", "company", "company_person"),
            *("vacancy", "vacancy_demand", "place", "postcode", "added_vacancy"),
            *("vacancy_event", "source", "crawl_run", "host", "host_signal"),
            *("capacity_hours_step", "changes_seen", "asked_vacancy"),
            *("vacancy_answer", "verdict_overrule"),
        ),
        ALL,
    ),
    "web_coordinator": {
        "candidate": {
            *("id", "name", "phase", "traject_start", "planned_end", "invented")
        },
        "account": {"id", "name", "persona", "active"},
        "assignment": {"id", "adviser_id", "candidate_id", "starts_on", "ends_on"},
        "attempt": {"candidate_id", "happened_on"},
        "task": {"candidate_id", "status", "due_on"},
        "judgement": {"candidate_id", "decision", "undone_at"},
    },
    "web_admin": {"account": {"id", "persona", "active", "invented", "made_at"}},
    "web_auth": dict.fromkeys(("account", "session", "login_attempt"), ALL),
}
CHANGES = {
    "web_opdrachtgever": {},
    "web_coordinator": {},
    "web_admin": {"account": {"active"}},
    "web_candidate": {
        "asked_vacancy": {"undone_at"},
        "response": {"interested", "why", "given_at"},
        "task": {"status", "cannot_reason", "answer", "answered_at"},
    },
    "web_adviser": {
        "candidate": {
            *("phase", "planned_end", "former_jobs", "education", "education_text"),
            *("experience", "wishes", "search_directions", "place", "postcode4"),
            *("lat", "lon", "travel_modes", "travel_minutes", "licences"),
            *("certificates", "dutch_level", "excluded_shifts"),
            *("second_directions", "search_width"),
        },
        "capacity_document": {"withdrawn_at", "withdrawn_reason"},
        "changes_seen": {"run_made_at"},
        "judgement": {"undone_at"},
        "attempt": {
            *("company_id", "channel", "employer", "person", "kind", "outcome", "note"),
            *("next_step", "next_on", "happened_on"),
        },
        "company": {"name", "place", "phone", "note", "do_not_call"},
        "task": {"status", "cannot_reason", "answered_at"},
        "vacancy_answer": {"undone_by", "undone_at"},
        "verdict_overrule": {"undone_by", "undone_at"},
    },
}


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


@pytest.mark.parametrize("role", READS)
def test_a_role_reads_these_columns_and_no_other(database, role):
    assert allowed(database, role, "select") == READS[role]


@pytest.mark.parametrize("role", CHANGES)
def test_a_role_changes_these_columns_and_no_other(database, role):
    assert allowed(database, role, "update") == CHANGES[role]


@pytest.mark.parametrize(
    ("table", "moment"),
    [
        ("judgement", "judged_at"),
        ("judgement", "undone_at"),
        ("judgement", "note"),
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
            "and has_function_privilege('web_auth', p.oid, 'execute')"
        ).fetchall()
    assert rows == []


def test_every_function_with_the_owners_rights_pins_its_search_path(database):
    with database.connect() as db:
        rows = db.execute(
            "select proname from pg_proc where prosecdef "
            "and not coalesce(proconfig, '{}') @> '{\"search_path=public, pg_temp\"}'"
        ).fetchall()
    assert rows == []


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
