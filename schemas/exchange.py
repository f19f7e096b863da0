"""The export: one vacancy a line, in the keys that stay stable."""

import json
from dataclasses import asdict
from datetime import date
from typing import IO, Any
from uuid import UUID

from schemas.database import connect
from schemas.tables import demands, vacancies
from schemas.vacancy import Demand, Vacancy

BATCH = 500
# Not line ends to JSON, but to many a reader of lines.
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def export(url: str, file: IO[str]) -> int:
    """Write every vacancy we have to `file`; returns how many."""
    written = 0
    with connect(url) as db:
        everything = list(vacancies.all_for_export(db))
        for start in range(0, len(everything), BATCH):
            batch = everything[start : start + BATCH]
            found = demands.of_vacancies(db, [vacancy.id for vacancy in batch])
            for vacancy in batch:
                line = export_line(vacancy, found.get(vacancy.id, []))
                file.write(_one_line(line) + "\n")
                written += 1
    return written


def export_line(vacancy: Vacancy, asked: list[Demand]) -> dict[str, Any]:
    """One vacancy with its demands, fit for JSON."""
    facts = {name: _plain(value) for name, value in asdict(vacancy).items()}
    return {**facts, "demands": [asdict(demand) for demand in asked]}


def _one_line(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False).translate(LINE_ENDS)


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return value
