"""Tables of the benches of matching, in a database made for that and thrown away."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import sql

from schemas.database import Db

SIGNATURE = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
END = b"\xff\xff"

TABLE = """
create extension if not exists vector;
create table bench_vacancy (
    id integer not null, lat float8 not null, lon float8 not null, remote bool not null,
    hours_min float8 not null, negotiable bool not null, education integer not null,
    strict bool not null, licences integer not null, shifts integer not null,
    lift_kg float8 not null, demands integer not null, embedding vector not null
)
"""
FILL = "copy bench_vacancy from stdin (format binary)"
SETTLE = """
alter table bench_vacancy alter embedding type vector({width});
alter table bench_vacancy add primary key (id);
alter table bench_vacancy add title text not null default '';
"""
TITLES = """
update bench_vacancy set title = (%(names)s::text[])[1 + id %% %(count)s]
"""
WORDS = """
alter table bench_vacancy
    add words tsvector generated always as (to_tsvector('dutch', title)) stored;
create index on bench_vacancy using gin (words);
analyze bench_vacancy
"""
GRAPH = """
set maintenance_work_mem = '2GB';
create index bench_graph on bench_vacancy using hnsw (embedding vector_ip_ops)
"""
# The same limits as `matching.market.limits` for the made-up market.
LIMITS = """
(negotiable or hours_min <= %(hours)s)
and (not strict or education = 0 or education <= %(education)s)
and licences & ~ %(licences)s = 0 and shifts & %(shifts)s = 0
and demands & %(demands)s = 0
and (lift_kg = 'NaN' or lift_kg <= %(lift_kg)s)
and (remote or lat = 'NaN' or 2 * 6371.0088 * asin(sqrt(
    power(sin(radians(lat - %(lat)s) / 2), 2) + cos(radians(%(lat)s))
    * cos(radians(lat)) * power(sin(radians(lon - %(lon)s) / 2), 2))) <= %(far)s)
"""
NEAREST = f"""
select id from bench_vacancy where {LIMITS}
order by embedding <#> %(query)s::vector limit %(count)s
"""  # noqa: S608 - our own constant
KEYWORDS = """
select id from bench_vacancy where words @@ plainto_tsquery('dutch', %(words)s)
order by ts_rank(words, plainto_tsquery('dutch', %(words)s)) desc limit %(count)s
"""
LEFT = f"select count(*) from bench_vacancy where {LIMITS}"  # noqa: S608


def fill(db: Db, rows: Iterator[bytes], *, width: int) -> None:
    """Make the table of rows in the binary form of `copy`, and settle it."""
    db.execute(TABLE)
    with db.cursor() as cursor, cursor.copy(FILL) as copy:
        copy.write(SIGNATURE)
        for portion in rows:
            copy.write(portion)
        copy.write(END)
    db.execute(sql.SQL(SETTLE).format(width=sql.Literal(width)))


def name_them(db: Db, names: Sequence[str]) -> None:
    """Give the rows titles, and index their words."""
    db.execute(TITLES, {"names": list(names), "count": len(names)})
    db.execute(WORDS)


def build_graph(db: Db) -> None:
    """Index the vectors as a graph; minutes for hundreds of thousands."""
    db.execute(GRAPH)


@contextmanager
def by_graph(db: Db, *, tuples: int) -> Iterator[None]:
    """Search by the graph, going on in relaxed order up to so many tuples."""
    with db.transaction():
        db.execute("set local hnsw.iterative_scan = relaxed_order")
        db.execute("set local enable_seqscan = off")
        db.execute(
            "select set_config('hnsw.max_scan_tuples', %s, true)", (str(tuples),)
        )
        yield


@contextmanager
def by_reading_all(db: Db) -> Iterator[None]:
    """Search exactly, whatever index there is."""
    with db.transaction():
        db.execute("set local enable_indexscan = off")
        yield


def nearest(db: Db, named: Mapping[str, Any]) -> list[int]:
    """The ids that the database finds nearest within the limits."""
    return [row[0] for row in db.execute(NEAREST, named)]


def keywords(db: Db, words: str, count: int) -> list[int]:
    """What somebody finds who searches by words, without any limit."""
    return [row[0] for row in db.execute(KEYWORDS, {"words": words, "count": count})]


def left(db: Db, named: Mapping[str, Any]) -> int:
    """How many rows are within the limits."""
    row = db.execute(LEFT, named).fetchone()
    return int(row[0]) if row else 0


MARKET = """
insert into source (name, platform, url) values ('bench', 'jobposting', 'https://bench.example/');
insert into vacancy (id, source, source_key, url, title, place, lat, lon, hours_min,
    hours_max, education_min, licences, first_seen, last_seen, text, isco)
select md5(n::text)::uuid, 'bench', n::text, 'https://bench.example/' || n,
    'Medewerker ' || n %% 997, 'Plaats', 50.8 + n %% 500 / 200.0,
    3.6 + n %% 499 / 150.0, 8 + n %% 5 * 8, 16 + n %% 4 * 8,
    case n %% 3 when 0 then 'mbo2' when 1 then 'hbo' end,
    case when n %% 4 = 0 then array['B'] else '{}' end, now(), now(), 'Tekst ' || n,
    '41' || 10 + n %% 20
from generate_series(1, %(count)s) n
"""
UNDERSTOOD = """
insert into vacancy_understanding (vacancy_id, rules, title, tasks, signs)
select md5(n::text)::uuid, 'bench', 'medewerker ' || n %% 997,
    repeat('je verwerkt post en facturen ' || n %% 991 || '. ', 12),
    concat_ws(E'\\n', E'lift_kg\\tdemanded\\t3\\t' || n %% 30 || E'.0\\tkg\\t',
        case when n %% 3 = 0 then E'climb\\tdemanded\\t2\\t\\t\\t' end,
        E'cooperation\\tdemanded\\t1\\t\\t\\t',
        E'focus_minutes\\tdemanded\\t2\\t\\t\\t')
from generate_series(1, %(count)s) n
"""
VECTORS = (
    "copy vacancy_vector (vacancy_id, model, embedding) from stdin (format binary)"
)


def fill_market(db: Db, count: int, vectors: Iterator[bytes]) -> None:
    """So many vacancies that have been read; vectors as rows of `copy` in binary."""
    for statement in MARKET.split(";"):
        db.execute(statement, {"count": count})
    db.execute(UNDERSTOOD, {"count": count})
    with db.cursor() as cursor, cursor.copy(VECTORS) as copy:
        copy.write(SIGNATURE)
        for portion in vectors:
            copy.write(portion)
        copy.write(END)
    db.execute("analyze vacancy, vacancy_understanding, vacancy_vector")
