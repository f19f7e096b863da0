"""An invented crowd to measure the site with, made inside a database of its own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from schemas import sealed_findings
from schemas.database import Db
from schemas.tables.candidate_keys import key_to_seal
from schemas.vault import DataKey, Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdSize:
    """How many: candidates of each adviser, vacancies `kept` for each candidate."""

    advisers: int
    candidates: int
    vacancies: int
    kept: int


ADVISERS = """
insert into account (id, email, name, persona, password_hash, invented)
select md5('adviser ' || a)::uuid, 'adviser-' || a || '@crowd.example',
    'Adviseur ' || a, 'adviser', %(password_hash)s, true
from generate_series(1, %(advisers)s) a
"""
CANDIDATES = """
insert into candidate (id, name, phase, traject_start, planned_end, invented,
    former_jobs, search_directions, place, lat, lon, travel_modes, travel_minutes)
select md5('candidate ' || a || ' ' || c)::uuid, 'Kandidaat-' || a || '-' || c || '.',
    1 + c %% 3, current_date - 7 * c, current_date + 200, true,
    '{magazijnmedewerker}', '{administratie}', 'Utrecht', 52.09, 5.12, '{bike,ov}', 45
from generate_series(1, %(advisers)s) a, generate_series(1, %(candidates)s) c
"""
ASSIGNMENTS = """
insert into assignment (adviser_id, candidate_id, starts_on)
select md5('adviser ' || a)::uuid, md5('candidate ' || a || ' ' || c)::uuid,
    current_date - 7 * c
from generate_series(1, %(advisers)s) a, generate_series(1, %(candidates)s) c
"""
SOURCE = """
insert into source (name, platform, url, invented)
values ('crowd', 'jobposting', 'https://crowd.example/', true)
"""
VACANCIES = """
insert into vacancy (id, source, source_key, url, title, employer, place, lat, lon,
    hours_min, hours_max, date_posted, first_seen, last_seen, language, text)
select md5('vacancy ' || v)::uuid, 'crowd', v::text, 'https://crowd.example/' || v,
    'Medewerker administratie ' || v, 'Voorbeeld ' || v %% 500 || ' BV', 'Utrecht',
    52.09, 5.12, 16 + v %% 16, 24 + v %% 16, current_date - v %% 40,
    now() - v %% 40 * interval '1 day', now(), 'nl',
    repeat('Je verwerkt facturen, archiveert en staat klanten te woord. ', 20)
from generate_series(1, %(vacancies)s) v
"""
RUNS = """
insert into match_run (id, candidate_id, model, rules, made_at, considered, excluded)
select md5('run ' || id)::uuid, id, 'crowd', 'crowd', now(), %(vacancies)s,
    %(vacancies)s / 2
from candidate
"""
# Each candidate begins elsewhere in the market; a prime step meets no vacancy twice.
MATCHES = """
select md5('run ' || c.id)::uuid, c.id,
    md5('vacancy ' || 1 + (c.number * 613 + p * 7919) %% %(vacancies)s)::uuid,
    p, 1 - p / 2000.0,
    case when p > %(kept)s / 2 then 'past_niet' when p %% 3 = 0 then 'past'
        else 'uitzoeken' end
from (select id, row_number() over (order by id) as number from candidate) c,
    generate_series(1, %(kept)s) p
order by c.id, p
"""
KEEP = """
copy match (run_id, candidate_id, vacancy_id, position, score, verdict, findings)
from stdin
"""
FOUND = {
    "reasons": [
        {"kind": "reason", "field": "likeness", "text": "Lijkt op administratie."}
    ],
    "questions": [
        {"kind": "question", "field": "stand", "text": "Hoeveel moet iemand staan?"}
    ],
    "assumptions": [
        {"kind": "assumption", "field": "noise", "text": "Meestal weinig lawaai."}
    ],
}
AGAINST = {
    "kind": "objection",
    "field": "lift_kg",
    "text": "Tillen tot 25 kg; de grens is 5 kg.",
    "quote": "tillen tot 25 kg",
    "part": "text",
    "offset": 10,
    "limit": "tot 5 kg",
}
ATTEMPTS = """
insert into attempt (candidate_id, channel, employer, kind, outcome, happened_on,
    made_by)
select s.candidate_id, 'cold_acquisition', 'Voorbeeld ' || n || ' BV', 'phone',
    'spoken', current_date - n, s.adviser_id
from assignment s, generate_series(1, 10) n
"""
TASKS = """
insert into task (candidate_id, title, due_on, made_by)
select s.candidate_id, 'Bel voorbeeld ' || n, current_date + n - 3, s.adviser_id
from assignment s, generate_series(1, 5) n
"""
EVERYTHING = (
    ADVISERS, CANDIDATES, ASSIGNMENTS, SOURCE, VACANCIES, RUNS, ATTEMPTS, TASKS,
)  # fmt: skip


def add(db: Db, size: CrowdSize, *, password_hash: str, vault: Vault) -> None:
    """Fill an empty database with a crowd, as the administrator.

    Adviser 3's fifth candidate is called `Kandidaat-3-5.`.
    """
    values = {**asdict(size), "password_hash": password_hash}
    for statement in EVERYTHING:
        db.execute(statement, values)
    found = db.execute(MATCHES, values).fetchall()
    known = _keys(db, vault, {row[1] for row in found})
    with db.cursor() as cursor, cursor.copy(KEEP) as rows:
        for row in _sealed(found, known):
            rows.write_row(row)
    db.execute("analyze")


def _keys(db: Db, vault: Vault, candidates: Collection[UUID]) -> dict[UUID, DataKey]:
    """A key for each of these candidates, made now."""
    return {one: key_to_seal(db, vault, one) for one in candidates}


def _sealed(
    found: Sequence[tuple[Any, ...]], known: Mapping[UUID, DataKey]
) -> Iterator[tuple[Any, ...]]:
    fits = sealed_findings.as_text(FOUND)
    does_not = sealed_findings.as_text({**FOUND, "objections": [AGAINST]})
    for row in found:
        run_id, candidate_id, vacancy_id, *_, verdict = row
        cell = sealed_findings.cell(run_id, vacancy_id)
        text = does_not if verdict == "past_niet" else fits
        yield (*row, known[candidate_id].seal(cell, text))


UNGUARD = """
do $$
declare name text;
begin
    for name in select relname from pg_class where relrowsecurity loop
        execute format('alter table %I disable row level security', name);
    end loop;
end
$$
"""


def unguard(db: Db) -> None:
    """Without row-level security, to see what it costs; never where people work."""
    db.execute(UNGUARD)
