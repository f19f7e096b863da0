"""Builders: rows with only the facts that matter to a test."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from schemas import sealed_findings
from schemas.capacity import Capacity, CapacityItem
from schemas.database import Db
from schemas.tables import capacities, under_way
from schemas.tables.candidate_keys import key_to_seal
from schemas.tables.under_way import UnderWay
from schemas.vacancy import Demand, Vacancy, vacancy_id
from schemas.vault import Cell
from tests.sealing import VAULT
from webapp.accounts.passwords import hash_password

PASSWORD = "een lang wachtwoord"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# One hash for all: argon2 is slow on purpose.
HASH = hash_password(PASSWORD)


def real_today(days: int = 0) -> date:
    """The real day in the Netherlands, so many days on; ask for it when it is used.

    A day that a module keeps is yesterday once a suite goes on over midnight.
    """
    return datetime.now(AMSTERDAM).date() + timedelta(days=days)


def by_now(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a parametrized test: what is a function is asked now."""
    return {name: one() if callable(one) else one for name, one in fields.items()}


def days_ago(days: int) -> datetime:
    """Noon of a day before the real today, whatever the hour and the season are now."""
    return datetime.combine(real_today(-days), time(12), AMSTERDAM)


def vacancy(**facts: Any) -> Vacancy:
    """An open vacancy; name only what the test is about."""
    key = str(facts.pop("source_key", uuid4()))
    source = facts.pop("source", "werkenbij")
    plain = Vacancy(
        id=vacancy_id(source, key),
        source=source,
        source_key=key,
        url=f"https://werkenbij.example/{key}",
        status="open",
        title="Medewerker administratie",
        employer="Voorbeeld BV",
        employer_is_intermediary=False,
        place="Utrecht",
        postcode=None,
        lat=52.09,
        lon=5.12,
        remote=None,
        hours_min=24.0,
        hours_max=32.0,
        hours_negotiable=False,
        salary_min=None,
        salary_max=None,
        salary_period=None,
        education_min=None,
        education_strict=False,
        licences=(),
        licences_wish=(),
        certificates=(),
        certificates_wish=(),
        dutch_level=None,
        contract=None,
        contract_months=None,
        shifts=(),
        date_posted=date(2026, 11, 10),
        valid_through=None,
        first_seen=NOW,
        last_seen=NOW,
        language="nl",
        text="Je verwerkt facturen en houdt het archief bij.",
        isco=None,
        provenance={},
    )
    return replace(plain, **facts)


def demand(text: str, quote: str, field: str, **facts: Any) -> Demand:
    """A demand whose quote really stands in `text`."""
    plain = Demand(
        field=field,
        polarity="demanded",
        strength=3,
        quote=quote,
        offset=text.index(quote),
    )
    return replace(plain, **facts)


def add_source(db: Db, name: str = "werkenbij") -> None:
    db.execute(
        "insert into source (name, platform, url) values (%s, 'jobposting', %s) "
        "on conflict (name) do nothing",
        (name, f"https://{name}.example/"),
    )


def add_vacancy(db: Db, made: Vacancy, demands: tuple[Demand, ...] = ()) -> UUID:
    """Store a vacancy as the administrator, without the crawler."""
    add_source(db, made.source)
    columns = {f: getattr(made, f) for f in Vacancy.__slots__}
    columns["provenance"] = json.dumps(columns["provenance"])
    for name, value in columns.items():
        if isinstance(value, tuple):
            columns[name] = list(value)
    names = ", ".join(columns)
    holes = ", ".join(f"%({name})s" for name in columns)
    db.execute(f"insert into vacancy ({names}) values ({holes})", columns)
    for one in demands:
        db.execute(
            "insert into vacancy_demand (vacancy_id, field, polarity, strength, quote, "
            '"offset", part, value, unit) values (%s,%s,%s,%s,%s,%s,%s,%s,%s)',
            (
                made.id,
                one.field,
                one.polarity,
                one.strength,
                one.quote,
                one.offset,
                one.part,
                one.value,
                one.unit,
            ),
        )
    return made.id


def add_account(db: Db, persona: str, name: str) -> UUID:
    """An account that signs in as `name`@example.nl with PASSWORD, and no second step.

    Outside production an invented account needs none.
    """
    row = db.execute(
        "insert into account (email, name, persona, password_hash, invented) "
        "values (%s, %s, %s, %s, true) returning id",
        (f"{name.lower()}@example.nl", name, persona, HASH),
    ).fetchone()
    assert row
    return row[0]


def add_candidate(db: Db, name: str, **facts: Any) -> UUID:
    """A candidate, assigned to `adviser` (an account id) when given."""
    adviser = facts.pop("adviser", None)
    columns = {
        "name": name,
        "traject_start": date(2026, 9, 1),
        "phase": 2,
        "place": "Utrecht",
        "lat": 52.09,
        "lon": 5.12,
        "former_jobs": ["magazijnmedewerker"],
        "search_directions": ["administratie"],
        "travel_modes": ["bike", "ov"],
        "travel_minutes": 45,
        **facts,
    }
    names = ", ".join(columns)
    holes = ", ".join(f"%({n})s" for n in columns)
    row = db.execute(
        f"insert into candidate ({names}) values ({holes}) returning id", columns
    ).fetchone()
    assert row
    if adviser:
        db.execute(
            "insert into assignment (adviser_id, candidate_id, starts_on) "
            "values (%s, %s, '2026-09-01')",
            (adviser, row[0]),
        )
    return row[0]


def add_stand_in(
    db: Db,
    candidate: UUID,
    adviser: UUID,
    first: date | None = None,
    last: date | None = None,
) -> UUID:
    """Somebody else guides too, from today for three days more when no days are given."""
    row = db.execute(
        "insert into assignment (candidate_id, adviser_id, starts_on, ends_on, reason, "
        "stand_in) values (%s, %s, %s, %s, 'leave', true) returning id",
        (candidate, adviser, first or real_today(), last or real_today(3)),
    ).fetchone()
    assert row
    return row[0]


@dataclass(frozen=True)
class People:
    """Two advisers with a candidate each, who also sign in, and who is around them."""

    anna: UUID  # adviser
    bram: UUID  # another adviser
    samira: UUID  # Anna's candidate
    tom: UUID  # Bram's candidate
    samira_account: UUID
    tom_account: UUID
    opdrachtgever: UUID  # pays for Samira
    contact: UUID  # its contact's account
    cora: UUID  # coordinator
    arie: UUID  # admin


def add_people(db: Db) -> People:
    """The smallest organisation in which somebody could see too much."""
    anna, bram = (add_account(db, "adviser", n) for n in ("Anna", "Bram"))
    samira_account, tom_account = (
        add_account(db, "candidate", n) for n in ("Samira", "Tom")
    )
    contact = add_account(db, "opdrachtgever", "Olga")
    row = db.execute(
        "insert into opdrachtgever (name) values ('Bakkerij Voorbeeld') returning id"
    ).fetchone()
    assert row
    db.execute("insert into opdrachtgever_contact values (%s, %s)", (row[0], contact))
    return People(
        anna=anna,
        bram=bram,
        samira=add_candidate(
            db,
            "Samira",
            adviser=anna,
            account_id=samira_account,
            opdrachtgever_id=row[0],
        ),
        tom=add_candidate(db, "Tom", adviser=bram, account_id=tom_account),
        samira_account=samira_account,
        tom_account=tom_account,
        opdrachtgever=row[0],
        contact=contact,
        cora=add_account(db, "coordinator", "Cora"),
        arie=add_account(db, "admin", "Arie"),
    )


def add_capacity(
    db: Db, candidate: UUID, *items: tuple[str, int, float | None]
) -> UUID:
    """A capacity document of 12 March 2026 with (field, level, value) items."""
    document = Capacity(
        id=uuid4(),
        candidate_id=candidate,
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=[
            CapacityItem(
                field=field, level=level, value=value, sentence="Volgens het verslag."
            )
            for field, level, value in items
        ],
    )
    assert capacities.add(db, document, vault=VAULT)
    return document.id


def sealed(db: Db, candidate: UUID, cell: Cell, text: str) -> bytes:
    """A text about a candidate, as the programs keep it in this cell."""
    return key_to_seal(db, VAULT, candidate).seal(cell, text)


def set_findings(db: Db, **lists: Any) -> None:
    """Give every match these lists of findings, in place of those of the same name."""
    rows = db.execute("select run_id, candidate_id, vacancy_id, findings from match")
    for run, candidate, vacancy_, found in rows.fetchall():
        key, cell = (
            key_to_seal(db, VAULT, candidate),
            sealed_findings.cell(run, vacancy_),
        )
        new = {
            name: [one if isinstance(one, dict) else asdict(one) for one in found]
            for name, found in lists.items()
        }
        text = sealed_findings.as_text(
            sealed_findings.stored(key.open(cell, found)) | new
        )
        db.execute(
            "update match set findings = %s where run_id = %s and vacancy_id = %s",
            (key.seal(cell, text), run, vacancy_),
        )


def explain(db: Db, run: UUID, vacancy_id: UUID, *parts: tuple[str, int, str]) -> None:
    """Give a match its score in (aspect, points, text); the score is their sum."""
    told = [
        {"aspect": aspect, "points": points, "value": 1.0, "text": text}
        for aspect, points, text in parts
    ]
    score = sum(part[1] for part in parts) / 100
    row = db.execute(
        "update match set score = %s where run_id = %s and vacancy_id = %s "
        "returning candidate_id, findings",
        (score, run, vacancy_id),
    ).fetchone()
    assert row
    key, cell = key_to_seal(db, VAULT, row[0]), sealed_findings.cell(run, vacancy_id)
    found = sealed_findings.stored(key.open(cell, row[1])) | {"contributions": told}
    db.execute(
        "update match set findings = %s where run_id = %s and vacancy_id = %s",
        (key.seal(cell, sealed_findings.as_text(found)), run, vacancy_id),
    )


def add_match(db: Db, candidate: UUID, *rows: tuple[UUID, str, float]) -> UUID:
    """A match run of (vacancy, verdict, score), in this order, each with one finding."""
    kinds = {"past": "reasons", "uitzoeken": "questions", "past_niet": "objections"}
    run = db.execute(
        "insert into match_run (candidate_id, model, rules, considered, excluded) "
        "values (%s, 'test', 'test', %s, %s) returning id",
        (candidate, len(rows), sum(r[1] == "past_niet" for r in rows)),
    ).fetchone()
    assert run
    key = key_to_seal(db, VAULT, candidate)
    for position, (vacancy_, verdict, score) in enumerate(rows, start=1):
        findings: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("reasons", "objections", "questions", "assumptions")
        }
        name = kinds[verdict]
        findings[name].append(
            {
                "kind": name[:-1],
                "field": "hours_min",
                "text": f"Zin over {verdict}.",
                "quote": None,
                "part": None,
                "offset": None,
                "limit": None,
            }
        )
        cell = sealed_findings.cell(run[0], vacancy_)
        db.execute(
            "insert into match (run_id, candidate_id, vacancy_id, position, score, verdict, "
            "findings) values (%s, %s, %s, %s, %s, %s, %s)",
            (
                *(run[0], candidate, vacancy_, position, score, verdict),
                key.seal(cell, sealed_findings.as_text(findings)),
            ),
        )
    return run[0]


def under_way_for(db: Db, candidate: UUID) -> UnderWay:
    """What is under way for a candidate: open tasks, and every attempt."""
    return under_way.of_candidate(
        db, candidate, states=["open"], attempts=100, vault=VAULT
    )
