"""`spoorzoeker bench match | batch | embed | load`."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from schemas.terminal import FINDINGS, as_json, say

if TYPE_CHECKING:
    from schemas.database import Db

vacancies_wanted = click.option(
    "--vacancies", default=400_000, show_default=True, type=click.IntRange(100)
)
rounds_wanted = click.option(
    "--rounds", default=5, show_default=True, type=click.IntRange(1)
)


@click.command()
@vacancies_wanted
@rounds_wanted
@as_json
def match(vacancies: int, rounds: int, *, wants_json: bool) -> None:
    """One candidate over the market, beside pgvector and the memory's own speed."""
    from matching.benchmark.matching import bench_match

    with _scratch(migrated=False) as db:
        show(bench_match(db, vacancies=vacancies, rounds=rounds, say=_say), wants_json)


@click.command()
@click.option("--candidates", default=1_000, show_default=True, type=click.IntRange(1))
@vacancies_wanted
@rounds_wanted
@as_json
def batch(candidates: int, vacancies: int, rounds: int, *, wants_json: bool) -> None:
    """Many candidates over the market, beside a plain product and pgvector."""
    from matching.benchmark.batch import bench_batch

    with _scratch(migrated=False) as db:
        found = bench_batch(
            db, candidates=candidates, vacancies=vacancies, rounds=rounds, say=_say
        )
    show(found, wants_json)


@click.command()
@click.option("--vacancies", default=4_000, show_default=True, type=click.IntRange(1))
@rounds_wanted
@as_json
def embed(vacancies: int, rounds: int, *, wants_json: bool) -> None:
    """Vectors of vacancies a second, beside cutting the texts into tokens alone."""
    from matching.benchmark.embedding import bench_embed
    from matching.encoder import load_encoder, tokenizer_of

    encoder = load_encoder()
    found = bench_embed(
        encoder, tokenizer_of(encoder), vacancies=vacancies, rounds=rounds, say=_say
    )
    show(found, wants_json)


@click.command()
@vacancies_wanted
@rounds_wanted
@as_json
def load(vacancies: int, rounds: int, *, wants_json: bool) -> None:
    """The open market into memory, beside a binary COPY of the same rows."""
    from matching.benchmark.loading import bench_load

    with _scratch(migrated=True) as db:
        show(bench_load(db, vacancies=vacancies, rounds=rounds, say=_say), wants_json)


def show(found: dict[str, Any], wants_json: bool) -> None:  # noqa: FBT001 - as it came
    """The figures; exit code 1 when a goal is missed."""
    if wants_json:
        click.echo(json.dumps(found))
    else:
        for line in lines_of(found):
            click.echo(line)
    if not found["met"]:
        raise SystemExit(FINDINGS)


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """A line per figure and per goal."""
    for name, value in found.items():
        rows = value if name in {"goals", "shares"} else ()
        if not rows:
            yield f"{name}\t{value}"
        for row in rows:
            yield "\t".join(f"{key}: {each}" for key, each in row.items())


def _say(message: str) -> None:
    """In a pipe nobody looks on."""
    if sys.stderr.isatty():
        say(message)


@contextmanager
def _scratch(*, migrated: bool) -> "Iterator[Db]":
    """A database of its own on a server of its own, gone afterwards."""
    from schemas import embedded, migrations
    from schemas.database import connect
    from schemas.settings import read_settings

    with embedded.passing_home() as home:
        server = embedded.start(home)
        try:
            url = embedded.new_database(server, "bench")
            if migrated:
                migrations.migrate(read_settings({}), url)
            with connect(url) as db:
                db.autocommit = True
                yield db
        finally:
            server.cleanup()
