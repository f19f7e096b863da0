"""Keys look past the rules on rows; so no key may point at a row of somebody else."""

import json
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg.rows import dict_row

from schemas.rights import matrix
from schemas.tables import sessions
from webapp.site.request import now

KEYS = """
select t.relname as "table", f.relname as target,
    array(select attname::text from unnest(k.conkey) with ordinality n (num, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num
          order by n.place) as columns,
    array(select attname::text from unnest(k.confkey) with ordinality n (num, place)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num
          order by n.place) as names
from pg_constraint k
join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid
where k.contype = 'f' and f.relrowsecurity and f.relnamespace = 'public'::regnamespace
order by 1, 3
"""
# Of everybody who is signed in as an adviser: nobody's own.
SHARED = {"company", "vacancy_answer"}
# A coordinator appoints any adviser to any traject.
APPOINTED = {("assignment", "candidate_id"), ("assignment", "adviser_id")}
# What a coordinator records of any traject; an adviser only of the own.
OVERSEEN = {("traject_end", "candidate_id"), ("postponement", "candidate_id")}
# Whatever is sent, a trigger writes here what was known: see the last test.
OVERWRITTEN = {("attempt", "known_run")}

pytestmark = pytest.mark.asvs("8.2.2 8.4.1")


@pytest.fixture
def tokens(database, people):
    accounts = {
        "adviser": people.anna,
        "candidate": people.samira_account,
        "opdrachtgever": people.contact,
        "coordinator": people.cora,
        "admin": people.arie,
    }
    with database.connect("web_auth") as db:
        for persona, account in accounts.items():
            expires = now() + timedelta(hours=1)
            sessions.open_session(db, account, f"teken van {persona}", expires)
    return {persona: f"teken van {persona}" for persona in accounts}


@pytest.fixture
def keys(database):
    with database.connect() as db:
        return db.cursor(row_factory=dict_row).execute(KEYS).fetchall()


WORKED_OUT = ("attempt", "unreached")  # by the database; nobody gives it a value


def writers(key, verb):
    """Who may write this key in this way, by the table of rights."""
    names = [(key["table"], column) for column in key["columns"]]
    return {
        persona
        for name in names
        if name in matrix.columns()
        for persona, verbs in matrix.columns()[name].verbs.items()
        if verb in verbs
    }


def writable(table, persona, verb):
    return [
        column
        for (name, column), right in matrix.columns().items()
        if name == table
        and verb in right.verbs.get(persona, ())
        and (name, column) != WORKED_OUT
    ]


def rows_of(db, table, candidate):
    """The rows of one candidate, or all of a table that names no candidate."""
    query = f"select to_jsonb(t) as row from {table} t"
    found = [
        row["row"] for row in db.cursor(row_factory=dict_row).execute(query).fetchall()
    ]
    key = "id" if table == "candidate" else "candidate_id"
    return [row for row in found if row.get(key, str(candidate)) == str(candidate)]


def foreign_of(db, key, people):
    """The keys of rows that are not one's own."""
    if key["target"] == "account":
        return [{key["names"][0]: str(people.bram)}]
    return [
        {name: row[name] for name in key["names"]}
        for row in rows_of(db, key["target"], people.tom)
    ]


def pointing(database, people, key, verb):
    """(persona, the row to write) for every row of one's own and every foreign one."""
    with database.connect() as db:
        own = rows_of(db, key["table"], people.samira)
        others = foreign_of(db, key, people)
    assert others, key
    for persona in sorted(writers(key, verb)):
        for row in own[:2]:
            for other in others[:2]:
                aimed = dict(
                    zip(key["columns"], (other[n] for n in key["names"]), strict=True)
                )
                yield persona, row, aimed


def lands(database, token, persona, statement, values):
    """Whether a row was written; not `returning`, for that is refused by itself.

    A unique key or a check comes after the rules on rows: those had let it through.
    """
    refusals = (
        psycopg.errors.InsufficientPrivilege,
        psycopg.errors.ForeignKeyViolation,
    )
    with database.connect(f"web_{persona}") as db:
        sessions.identify(db, token)
        try:
            return db.execute(statement, values).rowcount > 0
        except refusals:
            return False
        except psycopg.errors.IntegrityError:
            return True
        finally:
            db.rollback()


def inserted(database, tokens, key, persona, row, aimed):
    names = writable(key["table"], persona, "add")
    fresh = {"id": str(uuid4())} if "id" in row else {}
    columns = ", ".join(f'"{name}"' for name in names)
    statement = (
        f"insert into {key['table']} ({columns}) select {columns} from "
        f"jsonb_populate_record(null::{key['table']}, %s)"
    )
    values = (json.dumps({**row, **fresh, **aimed}),)
    return lands(database, tokens[persona], persona, statement, values)


def test_no_key_is_added_that_points_at_somebody_else(
    database, people, ids, tokens, keys
):
    assert ids
    landed, tried = [], 0
    for key in keys:
        first = key["table"], key["columns"][0]
        if key["target"] in SHARED or first in APPOINTED | OVERWRITTEN:
            continue
        for persona, row, aimed in pointing(database, people, key, "add"):
            if persona == "coordinator" and first in OVERSEEN:
                continue
            tried += 1
            if inserted(database, tokens, key, persona, row, aimed):
                landed.append((persona, key["table"], key["columns"]))
    assert landed == []
    assert tried >= 20


def test_no_key_is_moved_to_somebody_else(database, people, ids, tokens, keys):
    assert ids
    moved = []
    for key in keys:
        if key["target"] in SHARED:
            continue
        for persona, _, aimed in pointing(database, people, key, "change"):
            names = set(aimed) & set(writable(key["table"], persona, "change"))
            changes = ", ".join(f"{name} = %s" for name in names)
            statement = f"update {key['table']} set {changes}"
            values = tuple(aimed[name] for name in names)
            if lands(database, tokens[persona], persona, statement, values):
                moved.append((persona, key["table"], key["columns"]))
    assert moved == []


@pytest.mark.parametrize(
    ("hole", "table"),
    [
        ("drop policy author on judgement", "judgement"),
        (
            "create policy hole on task for insert to web_adviser with check (true)",
            "task",
        ),
    ],
)
def test_a_key_that_may_point_anywhere_is_seen(
    database, people, ids, tokens, keys, hole, table
):
    """Else the tests above would be content with anything."""
    assert ids
    with database.connect() as db:
        db.execute("delete from judgement where undone_at is null")
        db.execute(hole)
        vacancy = ids["Samira"]["vacancy_id"]
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, judged_by, "
            "undone_at) values (%s, %s, 'saved', %s, now())",
            (people.samira, vacancy, people.anna),
        )
    assert any(
        inserted(database, tokens, key, persona, row, aimed)
        for key in keys
        if key["table"] == table
        for persona, row, aimed in pointing(database, people, key, "add")
    )


def test_whoever_records_does_not_choose_what_was_known(database, people, ids, tokens):
    assert ids
    with database.connect() as db:
        (foreign,) = db.execute(
            "select id from match_run where candidate_id = %s limit 1", (people.tom,)
        ).fetchone()
    with database.connect("web_adviser") as db:
        sessions.identify(db, tokens["adviser"])
        (kept,) = db.execute(
            "insert into attempt (candidate_id, channel, employer, kind, outcome, "
            "made_by, known_run) values (%s, 'public', 'X', 'mail', 'sent', %s, %s) "
            "returning known_run",
            (people.samira, people.anna, foreign),
        ).fetchone()
    assert kept is None
