"""Rows as they are for whoever has the key: what is sealed in them, opened."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from schemas import sealed_findings
from schemas.tables.attempts import next_step_cell, note_cell
from schemas.tables.capacities import content, withdrawal
from schemas.tables.overrules import motivation_cell
from schemas.tables.reactions import text_cell
from schemas.tables.responses import why_cell
from schemas.tables.tasks import answer_cell, reason_cell
from schemas.vault import Cell, DataKey

Row = Mapping[str, Any]


def _finding_cell(row: Row) -> Cell:
    return sealed_findings.cell(row["run_id"], row["vacancy_id"])


# Of each sealed column where a row has it sealed; what holds lists is JSON.
CELLS: Mapping[tuple[str, str], Callable[[Row], Cell]] = {
    ("attempt", "next_step_sealed"): lambda row: next_step_cell(row["id"]),
    ("attempt", "note_sealed"): lambda row: note_cell(row["id"]),
    ("capacity_document", "sealed"): lambda row: content(row["id"]),
    ("capacity_document", "withdrawn_sealed"): lambda row: withdrawal(row["id"]),
    ("match", "findings"): _finding_cell,
    ("reaction", "text_sealed"): lambda row: text_cell(row["id"]),
    ("response", "why_sealed"): lambda row: why_cell(row["vacancy_id"]),
    ("task", "answer_sealed"): lambda row: answer_cell(row["id"]),
    ("task", "cannot_reason_sealed"): lambda row: reason_cell(row["id"]),
    ("verdict_overrule", "motivation_sealed"): lambda row: motivation_cell(row["id"]),
}
LISTS = {("capacity_document", "sealed"), ("match", "findings")}


def opened_row(key: DataKey | None, table: str, row: Row) -> dict[str, Any]:
    """A row with its sealed columns opened; what holds lists as what they hold."""
    plain = dict(row)
    for (of_table, column), cell in CELLS.items():
        if of_table == table and key and plain.get(column) is not None:
            text = key.open(cell(row), plain[column])
            plain[column] = json.loads(text) if (table, column) in LISTS else text
    return plain
