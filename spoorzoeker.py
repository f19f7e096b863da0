"""The one command: `spoorzoeker crawl | match | web | worker | db | users | demo | …`.

The only module that may know all programs. Each verb lives in the `cli.py` of its
package and is imported when it is chosen, so that `--help` answers at once and
`spoorzoeker web` never loads a model.
"""

import html
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from schemas.errors import BadInputError, NotThereError
from schemas.terminal import BAD_INPUT, NOT_THERE, database, fail

if TYPE_CHECKING:
    from matching.benchmark.understanding import Reader
    from matching.evaluation.evaluating import Understand
    from matching.evaluation.gold import Advert
    from schemas.gazetteer import Gazetteer
    from schemas.vacancy import Vacancy

Verbs = Mapping[str, tuple[str, str]]  # a verb: its module, and one line on it

VERBS: Verbs = {
    "bench": ("spoorzoeker", "Measure how well the parts do their work."),
    "crawl": ("crawlers.cli", "Collect vacancies."),
    "db": ("schemas.cli", "The database."),
    "demo": ("demo.cli", "Try the whole product on an invented market."),
    "evaluate": ("spoorzoeker", "Measure how well we read, judge and rank."),
    "log": ("webapp.record.cli", "Who looked at what, and that nobody changed it."),
    "match": ("matching.cli", "Rank the open vacancies for candidates."),
    "sources": ("crawlers.cli", "Where vacancies come from."),
    "users": ("webapp.accounts.cli", "The accounts."),
    "vacancies": ("crawlers.asked.cli", "The vacancies we have."),
    "web": ("webapp.cli", "Serve the site."),
    "worker": ("spoorzoeker", "Do the work that waits in the queue."),
}
BENCHES: Verbs = {
    "batch": ("matching.benchmark.cli", "Many candidates over a whole market."),
    "crawl": ("crawlers.benchmark.cli", "Pages a second, beside Scrapy alone."),
    "embed": ("matching.benchmark.cli", "Vectors a second, beside tokenising."),
    "load": ("matching.benchmark.cli", "A market into memory, beside COPY."),
    "log": ("webapp.benchmark.cli", "Rows in the log of who looked, many at once."),
    "match": ("matching.benchmark.cli", "One candidate over a market, and pgvector."),
    "understand": ("spoorzoeker", "Adverts read a second: demands and facts."),
    "web": ("webapp.benchmark.cli", "Pages under load, and who sees what."),
}
JOBS = {
    "crawl": "crawlers.jobs",
    "mail": "webapp.mail.jobs",
    "match": "matching.jobs",
}
HOUSEKEEPING = ["webapp.record.jobs", "webapp.retention.jobs"]


class Lazy(click.Group):
    """Finds each verb in its own package, at the moment that it is chosen."""

    verbs: Verbs = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every verb."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, imported now; this very module need not be."""
        if cmd_name not in self.verbs:
            return super().get_command(ctx, cmd_name)
        module = self.verbs[cmd_name][0]
        found = globals() if module == "spoorzoeker" else vars(import_module(module))
        command: click.Command | Callable[[], click.Command] = found[cmd_name]
        return command if isinstance(command, click.Command) else command()

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's own signature
        formatter: click.HelpFormatter,
    ) -> None:
        """List the verbs without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, text) for verb, (_, text) in self.verbs.items()])


class FrontDoor(Lazy):
    """Turns failures into one line and a code."""

    verbs = VERBS

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the verb; a failure somebody can act on is one line."""
        try:
            return super().invoke(ctx)
        except BadInputError as bad:
            fail(str(bad), BAD_INPUT)
        except NotThereError as missing:
            fail(str(missing), NOT_THERE)


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="spoorzoeker")
def main() -> None:
    """Find fitting work in a second-track re-integration, and prove the search."""


class Benches(Lazy):
    """What can be measured."""

    verbs = BENCHES


@click.group(cls=Benches)
def bench() -> None:
    """Measure how well the parts do their work, on this machine."""


@click.command()
@click.option(
    "--queue",
    "queues",
    multiple=True,
    type=click.Choice(list(JOBS)),
    help="Only work from this queue (may be given twice).",
)
def worker(queues: tuple[str, ...]) -> None:
    """Do the work that waits in the queue until Ctrl-C; run as many as you like.

    One with `--queue crawl` alone needs no key, and does nothing that needs one.
    """
    from schemas import queue
    from schemas.database import connect
    from schemas.settings import forget_environment

    chosen = tuple(dict.fromkeys(queues)) or queue.QUEUES
    keeps_house = chosen != (queue.CRAWL,)
    modules = [JOBS[name] for name in chosen]
    if keeps_house:
        modules += HOUSEKEEPING
    with database() as opened:
        forget_environment()  # before it starts what reads the pages of strangers
        url = opened.role("worker")
        connect(url).close()  # else it would be tried again and again, in silence
        queue.work(
            url,
            [import_module(module).register(opened) for module in modules],
            queues=chosen,
            housekeeping=keeps_house,
        )


def evaluate() -> click.Command:
    """`evaluate`: matching measures, on what the crawlers read."""
    from matching.cli import evaluate_with

    return evaluate_with(_advert_reader)


def understand() -> click.Command:
    """`bench understand`: the crawlers' facts and matching's demands."""
    from matching.cli import bench_understand

    def facts() -> "Reader":
        from crawlers.reading.facts import facts_of

        return facts_of

    return bench_understand(facts)


def _advert_reader(gazetteer: "Gazetteer") -> "Understand":
    """Understand an advert of a test set as if it had been crawled."""
    from crawlers.normalise import normalise
    from matching.evaluation.evaluating import READ_AT
    from schemas.vacancy import Posting, PostingPlace

    def understand(advert: "Advert") -> "Vacancy":
        place = PostingPlace(locality=advert.place, postcode=advert.postcode4)
        posting = Posting(
            source="advert",
            source_key=advert.id,
            url="",
            title=advert.title,
            description=html.escape(advert.text).replace("\n", "<br>"),
            employer=advert.employer,
            places=(place,),
        )
        return normalise(posting, gazetteer=gazetteer, fetched_at=READ_AT)

    return understand


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
