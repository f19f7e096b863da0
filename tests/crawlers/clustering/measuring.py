"""Putting made adverts in the database, and how well the clusters fit the truth."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from schemas.database import Db
from schemas.tables import vacancies
from schemas.vacancy import Vacancy

SOURCE = """
insert into source (name, platform, url, employer, intermediary)
values (%s, 'jobposting', %s, %s, %s) on conflict (name) do nothing
"""
COLUMNS = [name for name in Vacancy.__slots__ if name != "provenance"]
INSERT = (
    f"insert into vacancy ({', '.join(COLUMNS)}, content_hash) "
    f"values ({', '.join(f'%({name})s' for name in COLUMNS)}, %(content_hash)s) "
    "on conflict (id) do update set "
    + ", ".join(f"{name} = excluded.{name}" for name in [*COLUMNS, "content_hash"])
)


def add_source(
    db: Db, name: str, *, employer: str | None = None, intermediary: bool = False
) -> None:
    """A source; `employer` when it is one employer's own site."""
    db.execute(SOURCE, (name, f"https://{name}.example/", employer, intermediary))


def put(db: Db, adverts: Iterable[Vacancy]) -> None:
    """Store adverts as a crawl would, without one."""
    rows = []
    for advert in adverts:
        row = {name: getattr(advert, name) for name in COLUMNS}
        row |= {name: list(v) for name, v in row.items() if isinstance(v, tuple)}
        rows.append(row | {"content_hash": vacancies.content_hash(advert)})
    for source in sorted({row["source"] for row in rows}):
        add_source(db, source, intermediary=source.startswith("bureau"))
    with db.cursor() as cursor:
        cursor.executemany(INSERT, rows)


def shown(db: Db) -> dict[UUID, UUID]:
    """Per vacancy the one that is shown for it."""
    rows = db.execute("select id, coalesce(duplicate_of, id) from vacancy").fetchall()
    return dict(rows)


@dataclass(frozen=True)
class Score:
    """Of the pairs that were made one, how many are; of those that are, how many."""

    precision: float
    recall: float
    wrong: list[tuple[UUID, UUID]]
    missed: list[tuple[UUID, UUID]]


def score(truth: Mapping[UUID, Hashable], found: Mapping[UUID, Hashable]) -> Score:
    """Compare clusters, given as advert → any mark of its cluster, pair by pair."""
    real, made = _pairs(truth), _pairs({id_: found[id_] for id_ in truth})
    right = real & made
    return Score(
        precision=len(right) / len(made) if made else 1.0,
        recall=len(right) / len(real) if real else 1.0,
        wrong=sorted(made - real),
        missed=sorted(real - made),
    )


def _pairs(clusters: Mapping[UUID, Hashable]) -> set[tuple[UUID, UUID]]:
    members = defaultdict(list)
    for id_, mark in clusters.items():
        members[mark].append(id_)
    return {pair for ids in members.values() for pair in combinations(sorted(ids), 2)}
