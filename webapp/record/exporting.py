"""Everything about a candidate in one zip: data for a computer, a page to read."""

import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from schemas.catalogue.columns import Column, exported
from schemas.database import Db
from schemas.opened_rows import opened_row
from schemas.tables import personal_rows
from schemas.tables.candidate_keys import key_of
from schemas.vault import Vault
from webapp.record.export_page import ON_THE_PAGE, Section, page
from webapp.record.export_values import Names, in_words

DATA, PAGE = "gegevens.json", "lees-mij.html"
Rows = Iterable[Mapping[str, Any]]
Words = Mapping[str, Mapping[str, str]]


def make(db: Db, candidate_id: UUID, *, now: datetime, vault: Vault) -> bytes:
    """The zip with all that the catalogue says is in an export; as maintenance.

    Rows are streamed, for a long traject has many rankings; the zip is in memory.
    """
    names = personal_rows.names_of(db, candidate_id)
    tables = _tables(db, candidate_id, vault)
    made = io.BytesIO()
    sections: list[Section] = []
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        with zipped.open(DATA, "w", force_zip64=True) as raw:
            file = io.TextIOWrapper(raw, encoding="utf-8")
            sections = list(_write_all(file, tables, names))
            file.flush()
        zipped.writestr(PAGE, page(sections, now))
    return made.getvalue()


def _tables(db: Db, candidate_id: UUID, vault: Vault) -> Iterator[tuple[str, Rows]]:
    key = key_of(db, vault, candidate_id)
    for table, group in groupby(_in_order(), key=lambda column: column.table):
        names = [column.name for column in group]
        rows = personal_rows.of_candidate(db, candidate_id, table, names)
        yield table, map(partial(opened_row, key, table), filter(_happened, rows))


def _in_order() -> list[Column]:
    """What is exported, in the order of the headings on the page."""
    place = {table: number for number, table in enumerate(words())}
    return sorted(exported(), key=lambda column: place[column.table])


def _happened(row: Mapping[str, Any]) -> bool:
    """Not a look that was refused: it showed nothing, and it was a stranger's."""
    return row.get("act") != "refused"


def _write_all(
    file: IO[str], tables: Iterable[tuple[str, Rows]], names: Names
) -> Iterator[Section]:
    """Write one JSON object of lists, and give each list as a section for the page."""
    file.write("{")
    for place, (table, rows) in enumerate(tables):
        file.write(f"{',' if place else ''}\n{json.dumps(table)}: [")
        yield _write(file, table, rows, names)
        file.write("]")
    file.write("\n}\n")


def _write(file: IO[str], table: str, rows: Rows, names: Names) -> Section:
    labels = {k: v for k, v in words().get(table, {}).items() if k != "_title"}
    shown: list[list[str]] = []
    count = 0
    for row in rows:
        file.write(f"{',' if count else ''}\n  ")
        json.dump(row, file, ensure_ascii=False, default=_as_json)
        count += 1
        if count <= ON_THE_PAGE:
            shown.append([in_words(table, one, row, names) for one in labels])
    title = words().get(table, {}).get("_title", table)
    head = list(labels.values())
    return Section(name=table, title=title, head=head, rows=shown, count=count)


def _as_json(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a {type(value).__name__} has no place in an export")


@cache
def words() -> Words:
    """The title and the labels of every table on the page."""
    path = Path(__file__).with_name("export_words.toml")
    with path.open("rb") as file:
        return tomllib.load(file)
