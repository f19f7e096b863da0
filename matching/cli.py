"""`spoorzoeker match`, `evaluate` and `bench understand`.

Reading facts belongs to the crawlers, who are strangers here: the front door gives
`evaluate_with` and `bench_understand` a way to get at it, used when a verb is run.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from matching.learning.cli import learn, use, weights
from schemas.gazetteer import Gazetteer
from schemas.terminal import FINDINGS, as_json, database, say, show

if TYPE_CHECKING:
    from matching.benchmark.understanding import Reader
    from matching.evaluation.evaluating import Understand

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class _RankUnlessTold(click.Group):
    """A group that ranks: `match`, `match ID …` and `match --json` name no verb."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        verbs = {*self.commands, *self.get_help_option_names(ctx)}
        if not args or args[0] not in verbs:
            args = ["rank", *args]
        return super().parse_args(ctx, args)


@click.command()
@click.argument("candidates", nargs=-1, type=click.UUID)
@as_json
def rank(candidates: tuple[UUID, ...], *, wants_json: bool) -> None:
    """Rank the open vacancies: for all candidates, or for those named by id."""
    from matching import command

    with database() as opened:
        results = command.match(opened, candidates)
    if wants_json:
        one = len(candidates) == 1
        click.echo(json.dumps(results[0] if one else {"candidates": results}))
    else:
        show([command.summary(one) for one in results], "candidates", wants_json=False)


match = _RankUnlessTold(
    "match",
    commands={"rank": rank, "weights": weights, "learn": learn, "use": use},
    help="Rank the open vacancies, and learn from what was saved and rejected.\n\n"
    "Without a verb it ranks: `match [--json]` for all candidates, "
    "`match ID … [--json]` for those named.",
)


def evaluate_with(understanding: "Callable[[Gazetteer], Understand]") -> click.Group:
    """`evaluate`, with what turns an advert into a vacancy."""

    @click.command()
    @click.argument("directory", type=FOLDER)
    @click.option("--misses", is_flag=True, help="List every wrong answer too.")
    @as_json
    def gold(directory: Path, *, misses: bool, wants_json: bool) -> None:
        """Measure reading, verdicts and ranking on the gold set in DIRECTORY."""
        from matching.evaluation.command import evaluate_gold
        from matching.evaluation.report import lines, missed

        found = evaluate_gold(directory, understanding)
        wrong = {"misses": list(found.misses)} if misses else {}
        if wants_json:
            click.echo(json.dumps({**found.figures, **wrong}))
        else:
            for line in lines(found.figures):
                click.echo(line)
            for miss in wrong.get("misses", ()):
                click.echo(json.dumps(miss, ensure_ascii=False))
        under = missed(found.figures)
        for bar in under:
            say(f"missed: {bar}")
        if under:
            raise SystemExit(FINDINGS)

    return click.Group(
        "evaluate",
        commands={"gold": gold, "linking": linking},
        help="Measure how well we read, judge and rank.",
    )


@click.command()
@click.argument("directory", type=FOLDER)
@as_json
def linking(directory: Path, *, wants_json: bool) -> None:
    """Measure how titles find their occupation, on a MELO folder in DIRECTORY."""
    from matching.evaluation.command import evaluate_linking

    figures = evaluate_linking(directory)
    if wants_json:
        click.echo(json.dumps(figures))
    else:
        for name, value in figures.items():
            click.echo(f"{name}\t{value}")


def bench_understand(reader: "Callable[[], Reader]") -> click.Command:
    """`bench understand`, with what reads the facts of a title and a text."""

    @click.command("understand")
    @click.option("--adverts", default=20_000, show_default=True, help="How many.")
    @as_json
    def understand(adverts: int, *, wants_json: bool) -> None:
        """Measure adverts understood per second and core: demands and facts."""
        from matching.benchmark.understanding import GOAL, measure, report

        figures = report(measure(reader(), count=adverts))
        if wants_json:
            click.echo(json.dumps(figures))
        else:
            for name, value in figures.items():
                click.echo(f"{name}\t{value}")
        if figures["ours"] < GOAL:
            raise SystemExit(FINDINGS)

    return understand
