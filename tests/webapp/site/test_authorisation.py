"""The authorisation document and the list of routes are what the site does."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from webapp.accounts.cli import users
from webapp.site import access, authorisation

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = ROOT / "docs" / "authorisation.md"
ROUTES = ROOT / "tests" / "webapp" / "routes.tsv"
MOST_PUBLIC = 12

pytestmark = pytest.mark.asvs("8.1.1 8.2.1")


def test_the_document_is_up_to_date(app):
    assert DOCUMENT.read_text() == authorisation.page(app), (
        "run `spoorzoeker users matrix docs/authorisation.md`"
    )


def test_every_route_is_in_the_committed_list(app):
    """So that a new door, or another key to an old one, is seen in the change itself."""
    assert ROUTES.read_text() == authorisation.as_lines(app), (
        "run `spoorzoeker users routes tests/webapp/routes.tsv`"
    )


def test_every_door_is_declared_and_few_are_open_to_everybody(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    marks = {
        rule.endpoint: getattr(app.view_functions[rule.endpoint], access.MARK, None)
        for rule in rules
    }
    assert None not in marks.values()
    assert sum(mark == access.PUBLIC for mark in marks.values()) <= MOST_PUBLIC


def test_every_id_in_an_address_is_a_uuid(app):
    """Or the token of a mailed link, which is 256 random bits."""
    loose = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        and rule.rule.replace("<string:token>", "").count("<")
        != rule.rule.count("<uuid:")
    ]
    assert loose == []


@pytest.mark.parametrize(
    ("endpoint", "personas", "data"),
    [
        ("attempts.index", {"adviser"}, "atempts"),
        ("attempts.index", {"admin"}, "attempts"),
        ("managing.disable", {"coordinator"}, "accounts"),
    ],
)
def test_a_view_beyond_the_table_stops_the_program(app, endpoint, personas, data):
    view = app.view_functions[endpoint]
    declared = getattr(view, access.MARK), getattr(view, access.DATA)
    try:
        setattr(view, access.MARK, frozenset(personas))
        setattr(view, access.DATA, data)
        with pytest.raises((access.UndeclaredViewError, ValueError)):
            access.check_all_declared(app)
    finally:
        setattr(view, access.MARK, declared[0])
        setattr(view, access.DATA, declared[1])


def test_the_command_prints_the_document_and_its_data(app, tmp_path):
    runner = CliRunner()
    assert runner.invoke(users, ["matrix"]).output == authorisation.page(app)
    printed = json.loads(runner.invoke(users, ["matrix", "--json"]).output)
    assert printed == authorisation.as_data(app)
    assert printed["data"]["talks"]["coordinator"] == "-"
    file = tmp_path / "routes.tsv"
    assert runner.invoke(users, ["routes", str(file)]).exit_code == 0
    assert file.read_text() == authorisation.as_lines(app)
