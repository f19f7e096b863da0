"""The log says what broke and where, and repeats nothing of anybody."""

import logging
import sys

import pytest

from webapp.site.logs import Discreet
from webapp.site.request import database

SECRET = "Samira heeft een geheim"


@pytest.fixture
def app(own_app):
    """Views of it are replaced here."""
    return own_app


@pytest.fixture
def broken(app, browser_of):
    """Anna's browser; the view of her candidates fails as it is told to."""
    anna = browser_of("Anna")

    def fail_with(action):
        failing = action
        failing._allowed = frozenset({"adviser"})
        app.view_functions["candidates.index"] = failing
        return anna

    return fail_with


@pytest.mark.asvs("16.2.5 16.3.4 16.5.1")
def test_a_failure_is_logged_by_kind_and_place_alone(broken, capsys):
    def fails():
        try:
            {}[SECRET]
        except KeyError as cause:
            raise ValueError(f"{SECRET}!") from cause

    page = broken(fails).get("/kandidaten", status=500)
    said = capsys.readouterr().err
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "in fails" in said
    assert "/kandidaten [GET]" in said
    assert SECRET not in said
    assert SECRET not in page.text_content()


@pytest.mark.asvs("16.2.5")
def test_what_the_database_says_about_a_row_is_not_logged(broken, capsys):
    def fails():
        database().execute("select %s::integer", (SECRET,))

    broken(fails).get("/kandidaten", status=500)
    said = capsys.readouterr().err
    assert "InvalidTextRepresentation 22P02" in said
    assert SECRET not in said


GIVES_UP = (
    "set local statement_timeout = '10ms'; select pg_sleep(5)",
    "do $$ begin raise exception using errcode = 'deadlock_detected'; end $$",
    "do $$ begin raise exception using errcode = 'lock_not_available'; end $$",
)


@pytest.mark.asvs("16.5.2")
@pytest.mark.parametrize("statements", GIVES_UP)
def test_what_the_database_gave_up_may_be_tried_again_and_is_logged(
    broken, capsys, statements
):
    def fails():
        database().execute(statements)

    page = broken(fails).get("/kandidaten", status=503)
    assert "Het is even druk" in page.text_content()
    said = capsys.readouterr().err
    assert "psycopg.errors." in said
    assert "/kandidaten [GET]" in said


def test_what_another_handler_wrote_down_is_not_repeated():
    try:
        {}[SECRET]
    except KeyError:
        record = logging.LogRecord("x", 40, "", 1, "Mis", None, sys.exc_info())
    logging.Formatter().format(record)
    assert SECRET not in Discreet().format(record)


@pytest.mark.asvs("16.5.2")
def test_a_broken_connection_is_replaced_and_never_kept(app, broken, capsys):
    view = app.view_functions["candidates.index"]

    def fails():
        database().execute("select pg_terminate_backend(pg_backend_pid())")

    anna = broken(fails)
    for _ in range(4):  # the pool holds two
        anna.get("/kandidaten", status=500)
    assert "finalizing failed" not in capsys.readouterr().err
    app.view_functions["candidates.index"] = view
    anna.get("/kandidaten")


def test_the_token_of_a_mailed_link_is_not_logged(app, capsys):
    def fails(token):
        raise ValueError(token)

    fails._allowed = "public"
    app.view_functions["joining.form"] = fails
    assert app.test_client().get(f"/uitnodiging/{SECRET}").status_code == 500
    said = capsys.readouterr().err
    assert "/uitnodiging/<string:token> [GET]" in said
    assert SECRET not in said
