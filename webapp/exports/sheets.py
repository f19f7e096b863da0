"""A list as CSV or as XLSX; what somebody typed stays text in either."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import xlsxwriter

Kind = Literal["csv", "xlsx"]
Cell = str | int | date | None

MIMETYPES: dict[Kind, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A spreadsheet takes a text that begins so for a formula (OWASP, CSV injection).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it Excel reads é as two other letters
WIDEST = 50  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list with a heading per column; every row has as many cells."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def written(sheet: Sheet, kind: Kind) -> bytes:
    """The file."""
    return _csv(sheet) if kind == "csv" else _xlsx(sheet)


def harmless(cell: Cell) -> Cell:
    """Text that begins like a formula gets an apostrophe before it."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(DANGEROUS):
        return f"'{cell}"
    return cell


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO()
    # Dutch spreadsheets part columns by semicolons, for a comma is in their numbers
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(sheet.headings)
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return (BOM + out.getvalue()).encode()


def _xlsx(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    page = book.add_worksheet(sheet.name)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    page.write_row(0, 0, sheet.headings, book.add_format({"bold": True}))
    page.freeze_panes(1, 0)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(number, column, cell, day)
            elif isinstance(cell, int):
                page.write_number(number, column, cell)
            else:
                page.write_string(number, column, cell or "")
    page.autofit(WIDEST * 7)  # pixels
    book.close()
    return out.getvalue()
