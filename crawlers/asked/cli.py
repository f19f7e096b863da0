"""`spoorzoeker vacancies check` and `vacancies add`: one vacancy at a time."""

import json
import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID

import click

from schemas.cli import vacancies as vacancies
from schemas.database import is_local
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.terminal import FINDINGS, as_json, database, show

if TYPE_CHECKING:
    from crawlers.asked.checking import Checked
    from crawlers.run import CrawlOptions
    from schemas.tables.vacancies_to_add import Answer

WITH_TEXT = ("title", "employer", "place", "hours")
allow_loopback = click.option(
    "--allow-loopback",
    is_flag=True,
    help="Tests and demo only; refused when the database is not local.",
)


@vacancies.command("check")
@click.argument("vacancy_id", metavar="[ID]", type=click.UUID, required=False)
@click.option("--added", is_flag=True, help="All that were added by hand and are due.")
@allow_loopback
@as_json
def vacancies_check(
    vacancy_id: UUID | None, *, added: bool, allow_loopback: bool, wants_json: bool
) -> None:
    """Look whether a vacancy is still open; exit code 1 when it is not, or unknown."""
    from crawlers.asked import checking

    if (vacancy_id is None) == (not added):
        raise BadInputError("give the id of one vacancy, or --added")
    with database() as opened:
        url, options = opened.role("crawler"), _options(opened, allow_loopback)
        if vacancy_id is None:
            looked = checking.check_due(url, options)
            show([_checked(one) for one in looked], "checks", wants_json=wants_json)
        else:
            looked = checking.check(url, [vacancy_id], options)
            _tell(_checked(looked[0]), wants_json=wants_json)
    if any(one.outcome.result != "open" for one in looked):
        sys.exit(FINDINGS)


@vacancies.command("add")
@click.option("--url", default="", help="The address of the vacancy's own page.")
@click.option(
    "--text",
    "file",
    type=click.File("r", encoding="utf-8"),
    help="A file with the text of the vacancy; - for stdin.",
)
@click.option("--title", default="", help="Needed with --text.")
@click.option("--employer", default="", help="With --text.")
@click.option("--place", default="", help="With --text.")
@click.option("--hours", default="", help="With --text, for instance 24-32.")
@click.option("--request", "added_id", type=click.UUID, hidden=True)
@allow_loopback
@as_json
def vacancies_add(
    *,
    file: IO[str] | None,
    added_id: UUID | None,
    allow_loopback: bool,
    wants_json: bool,
    **given: str,
) -> None:
    """Add one vacancy by hand, by its address or by its text; exit code 1: refused."""
    from crawlers.asked import adding
    from schemas.tables.vacancies_to_add import VacancyToAdd

    text = _read(file) if file else ""
    if added_id is None:
        _check_given(text, given, has_file=file is not None)
    with database() as opened:
        url, options = opened.role("crawler"), _options(opened, allow_loopback)
        if added_id:
            answer = adding.answer_request(url, added_id, options)
        else:
            answer = adding.add(url, VacancyToAdd(text=text, **given), options)
    _tell(_added(answer), wants_json=wants_json)
    if answer and answer.error:
        sys.exit(FINDINGS)


def _read(file: IO[str]) -> str:
    try:
        return file.read()
    except UnicodeDecodeError as odd:
        raise BadInputError("the text is not in UTF-8") from odd


def _check_given(text: str, given: Mapping[str, str], *, has_file: bool) -> None:
    from crawlers.reading.hours import read_hours_field

    if not has_file and not given["url"]:
        raise BadInputError("give --url, or --text with --title")
    if not has_file and any(given[name] for name in WITH_TEXT):
        raise BadInputError("--title, --employer, --place and --hours go with --text")
    if has_file and not text.strip():
        raise BadInputError("the text is empty")
    if has_file and not given["title"].strip():
        raise BadInputError("--text needs --title")
    if given["hours"].strip() and read_hours_field(given["hours"]) is None:
        raise BadInputError("--hours: write them in figures, such as 16 or 16-24")


def _options(opened: OpenDatabase, loopback: bool) -> "CrawlOptions":  # noqa: FBT001
    from crawlers.run import CrawlOptions

    if loopback and not is_local(opened.url):
        raise BadInputError("--allow-loopback is refused: the database is not local")
    return CrawlOptions(user_agent=opened.settings.user_agent, allow_loopback=loopback)


def _checked(one: "Checked") -> dict[str, Any]:
    return {
        "vacancy": str(one.subject.id),
        "title": one.subject.title,
        "result": one.outcome.result,
        "status_reason": one.outcome.status_reason,
        "reason": one.outcome.reason,
        "checked_at": one.at.isoformat(),
    }


def _added(answer: "Answer | None") -> dict[str, Any]:
    if answer is None:
        return {"state": "settled before"}
    return {
        "state": "refused" if answer.error else "known" if answer.known else "added",
        "vacancy": str(answer.vacancy_id) if answer.vacancy_id else None,
        "error": answer.error,
    }


def _tell(facts: Mapping[str, Any], *, wants_json: bool) -> None:
    if wants_json:
        click.echo(json.dumps(facts))
        return
    for name, value in facts.items():
        if value is not None:
            click.echo(f"{name.replace('_', ' ')}: {value}")
