"""Every row about one candidate, by the catalogue of columns; as role maintenance."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from psycopg import sql
from psycopg.rows import dict_row

from schemas.database import Db

BATCH = 500
ROWS = sql.SQL("select {columns} from {table} where {whose} order by {order}")


def of_candidate(
    db: Db, candidate_id: UUID, table: str, columns: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """The rows of one table, newest first where the table says when; streamed."""
    dated = next((one for one in columns if one in MOMENTS), columns[0])
    newest = sql.SQL("{} desc").format(sql.Identifier(dated))
    query = ROWS.format(
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        table=sql.Identifier(table),
        whose=WHOSE.get(table, OF_DOSSIER),
        order=ORDERS.get(table, newest),
    )
    with db.cursor(name="personal", row_factory=dict_row) as cursor:
        cursor.itersize = BATCH
        yield from cursor.execute(query, {"candidate_id": candidate_id})


OF_DOSSIER = sql.SQL("candidate_id = %(candidate_id)s")
OF_ACCOUNT = sql.SQL(
    "account_id = (select account_id from candidate where id = %(candidate_id)s)"
)
# Not one that went elsewhere and was never accepted: a slip may name somebody else.
INVITED = sql.SQL("""
    candidate_id = %(candidate_id)s and persona = 'candidate' and (
        accepted_at is not null or lower(email) = (
            select lower(a.email) from account a join candidate c on c.account_id = a.id
            where c.id = %(candidate_id)s))
""")
MAILED = sql.SQL("{} or invitation_id in (select id from invitation where {})").format(
    OF_ACCOUNT, INVITED
)
WHOSE: Mapping[str, sql.Composable] = {
    "candidate": sql.SQL("id = %(candidate_id)s"),
    "account": sql.SQL(
        "id = (select account_id from candidate where id = %(candidate_id)s)"
    ),
    "opdrachtgever": sql.SQL(
        "id = (select opdrachtgever_id from candidate where id = %(candidate_id)s)"
    ),
    **dict.fromkeys(
        ("session", "device", "recovery_code", "factor_reset", "account_link"),
        OF_ACCOUNT,
    ),
    "invitation": INVITED,
    "outbox": MAILED,
}
ORDERS: Mapping[str, sql.SQL] = {
    "match": sql.SQL("""
        (select made_at from match_run where id = match.run_id) desc, run_id, position
    """),
}
MOMENTS = ("made_at", "judged_at", "given_at", "asked_at", "at", "starts_on")
NAMES = """
select v.id, v.title || coalesce(', ' || v.employer, '') from vacancy v
where v.id in (
    select vacancy_id from match where candidate_id = %(candidate_id)s
    union select vacancy_id from judgement where candidate_id = %(candidate_id)s
    union select vacancy_id from task where candidate_id = %(candidate_id)s
    union select vacancy_id from attempt where candidate_id = %(candidate_id)s
    union select vacancy_id from added_vacancy where candidate_id = %(candidate_id)s
    union select vacancy_id from response where candidate_id = %(candidate_id)s
    union select vacancy_id from verdict_overrule
        where candidate_id = %(candidate_id)s)
union all
select a.id, a.name from account a where a.id in (
    select adviser_id from assignment where candidate_id = %(candidate_id)s)
union all
select id, to_char(made_at at time zone 'Europe/Amsterdam', 'DD-MM-YYYY HH24:MI')
from match_run where candidate_id = %(candidate_id)s
union all
select id, title from task where candidate_id = %(candidate_id)s
union all
select id, employer || ', ' || to_char(happened_on, 'DD-MM-YYYY')
from attempt where candidate_id = %(candidate_id)s
union all
select j.id, v.title || coalesce(', ' || v.employer, '')
from judgement j join vacancy v on v.id = j.vacancy_id
where j.candidate_id = %(candidate_id)s
"""


def names_of(db: Db, candidate_id: UUID) -> Mapping[UUID, str]:
    """What other rows are called that the rows are about: vacancies, lists, tasks."""
    return dict(db.execute(NAMES, {"candidate_id": candidate_id}).fetchall())
