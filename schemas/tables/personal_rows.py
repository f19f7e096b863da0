"""Every row about one candidate, by the catalogue of columns; as role maintenance."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from psycopg import sql
from psycopg.rows import dict_row

from schemas.database import Db

BATCH = 500
OWN_TABLE = "candidate"
ROWS = sql.SQL("select {columns} from {table} where {key} = %s order by {order}")


def of_candidate(
    db: Db, candidate_id: UUID, table: str, columns: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """The rows of one table, newest first where the table says when; streamed."""
    dated = next((one for one in columns if one in MOMENTS), columns[0])
    query = ROWS.format(
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        table=sql.Identifier(table),
        key=sql.Identifier("id" if table == OWN_TABLE else "candidate_id"),
        order=sql.SQL("{} desc").format(sql.Identifier(dated)),
    )
    with db.cursor(name="personal", row_factory=dict_row) as cursor:
        cursor.itersize = BATCH
        yield from cursor.execute(query, (candidate_id,))


MOMENTS = ("made_at", "judged_at", "given_at", "asked_at", "at", "starts_on")
ACCOUNT = """
select a.email, a.name, a.made_at from account a join candidate c on c.account_id = a.id
where c.id = %(candidate_id)s
"""
NAMES = """
select v.id, v.title || coalesce(', ' || v.employer, '') from vacancy v
where v.id in (
    select vacancy_id from match where candidate_id = %(candidate_id)s
    union select vacancy_id from judgement where candidate_id = %(candidate_id)s
    union select vacancy_id from task where candidate_id = %(candidate_id)s
    union select vacancy_id from attempt where candidate_id = %(candidate_id)s
    union select vacancy_id from response where candidate_id = %(candidate_id)s
    union select vacancy_id from verdict_overrule
        where candidate_id = %(candidate_id)s)
union all
select a.id, a.name from account a where a.id in (
    select adviser_id from assignment where candidate_id = %(candidate_id)s)
"""


def account_of(db: Db, candidate_id: UUID) -> dict[str, Any] | None:
    """What the candidate signs in with; None without an account."""
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(ACCOUNT, {"candidate_id": candidate_id}).fetchone()


def names_of(db: Db, candidate_id: UUID) -> Mapping[UUID, str]:
    """What the vacancies and the advisers are called that the rows are about."""
    return dict(db.execute(NAMES, {"candidate_id": candidate_id}).fetchall())
