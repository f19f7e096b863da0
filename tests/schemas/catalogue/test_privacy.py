"""docs/privacy.md is what the catalogue says."""

from pathlib import Path

from click.testing import CliRunner

from schemas.catalogue import privacy
from schemas.catalogue.columns import catalogue
from schemas.cli import db

DOCS = Path(__file__).resolve().parents[3] / "docs" / "privacy.md"


def test_the_page_in_docs_is_up_to_date():
    assert DOCS.read_text() == privacy.page(), (
        "run `spoorzoeker db privacy docs/privacy.md`"
    )


def test_the_command_writes_the_page(tmp_path):
    file = tmp_path / "privacy.md"
    assert CliRunner().invoke(db, ["privacy", str(file)]).exit_code == 0
    assert file.read_text() == privacy.page()


def test_every_column_about_somebody_is_on_the_page():
    text = privacy.page()
    for column in catalogue().values():
        rows = [
            row for row in text.splitlines() if row.startswith(f"| {column.table} ")
        ]
        assert rows, column
        if column.kind != "none":
            assert any(f" {column.name}" in row for row in rows), column
