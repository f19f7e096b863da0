"""What each program may read and change: the crawler nothing about people, above all."""

import psycopg
import pytest

from schemas.settings import ROLES
from tests import builders
from tests.rights import ALL, allowed

COMPARED = ("vacancy_fingerprint", "vacancy_sketch", "boilerplate", "same_job")
ASKED = {
    "id",
    "url",
    "text",
    "title",
    "employer",
    "place",
    "hours",
    "asked_at",
    "state",
}
CRAWLED = ("source", "crawl_run", "page", "vacancy", "host", "host_signal", *COMPARED)
CRAWLER = {
    "select": dict.fromkeys(
        (*CRAWLED, "place", "postcode", "vacancy_demand", "vacancy_event"), ALL
    )
    | {"added_vacancy": ASKED, "migration": ALL},
    "insert": dict.fromkeys(CRAWLED, ALL),
    "update": dict.fromkeys(CRAWLED, ALL)
    | {
        "added_vacancy": {
            *("text", "state", "vacancy_id", "known", "error", "settled_at")
        }
    },
    "delete": dict.fromkeys(COMPARED, ALL),
}
QUEUE = {
    *("procrastinate_workers", "procrastinate_jobs", "procrastinate_events"),
    "procrastinate_periodic_defers",
}
OF_PEOPLE = {
    *("account", "session", "login_attempt", "opdrachtgever", "opdrachtgever_contact"),
    *("candidate", "assignment", "capacity_document", "candidate_key", "match_run"),
    *("match", "judgement", "response", "attempt", "task", "company"),
    *("company_person", "looks_asked", "procrastinate_jobs"),
    *("changes_seen", "asked_vacancy", "recovery_code", "sign_in", "device"),
    *("account_link", "invitation", "outbox"),
    *("log_entry", "log_seal", "log_retirement"),
    *("reaction", "consent", "dossier_export"),
    *("vacancy_answer", "verdict_overrule"),
    *("traject_end", "postponement", "erasure_request", "purged", "backlog"),
}


@pytest.mark.parametrize("right", CRAWLER)
def test_the_crawler_has_these_rights_and_no_other(database, right):
    assert allowed(database, "crawler", right) == CRAWLER[right]


def test_the_crawler_reads_no_table_about_people(database):
    assert not OF_PEOPLE & set(allowed(database, "crawler", "select"))
    with database.connect() as db:
        builders.add_people(db)
    for table in OF_PEOPLE:
        with (
            database.connect("crawler") as db,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            db.execute(f"select 1 from {table}")


@pytest.mark.parametrize("role", ["crawler", "matcher"])
def test_no_program_that_reads_runs_a_function_with_the_owners_rights(database, role):
    with database.connect() as db:
        rows = db.execute(
            "select proname from pg_proc where prosecdef "
            "and pronamespace = 'public'::regnamespace "
            "and has_function_privilege(%s, oid, 'execute')",
            (role,),
        ).fetchall()
    assert rows == []


def test_the_worker_sees_the_queue_and_nothing_else(database):
    for right in ("select", "insert", "update", "delete"):
        assert set(allowed(database, "worker", right)) == QUEUE


def test_the_crawler_cannot_put_work_in_the_queue(database):
    for attempt in (
        "insert into procrastinate_jobs (queue_name, task_name) values ('crawl', 'x')",
        "select procrastinate_defer_jobs_v1(null)",
        "select request_match(gen_random_uuid())",
        "select request_check(gen_random_uuid())",
    ):
        with (
            database.connect("crawler") as db,
            pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedFunction)),
        ):  # fmt: skip
            db.execute(attempt)


def test_a_right_too_many_is_seen(database):
    """Else the tests above would be content with anything."""
    with database.connect() as db:
        db.execute("grant select (candidate_id) on added_vacancy to crawler")
    assert allowed(database, "crawler", "select") != CRAWLER["select"]


def test_no_role_of_a_program_passes_by_the_rules_of_rows(database):
    with database.connect() as db:
        rows = db.execute(
            "select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole "
            "or rolcreatedb or rolreplication) and rolname = "
            "any(%s)",
            (list(ROLES),),
        ).fetchall()
        owned = db.execute(
            "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner "
            "where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' "
            "and r.rolname <> 'spoorzoeker_owner' and c.relname <> 'migration'"
        ).fetchall()
    assert rows == owned == []
