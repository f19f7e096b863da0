"""Makes priors.tsv: what O*NET found per occupation, averaged per ISCO-08 unit group.

`python -m matching.priors.make ESCO_DIR`. Run it again when ESCO or O*NET changes.
"""

import csv
import hashlib
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from matching.case import Load
from matching.priors.naming import NamedJob, named_jobs

SOURCE = "esco_work_prior_weighted.csv"
BY_OCCUPATION = "onet_work_context_by_soc.csv"
OUT = Path(__file__).parent / "priors.tsv"
CHECKED = "checked"  # a column of rows that somebody matched by hand
WIDEST_MATCH = 0.8  # beyond it the crosswalk joins unlike jobs (guide section 5)
LOW, HIGH = 2.5, 3.5  # nearest to "less than half" or "more than half the time"
# What takes a moment rather than hours is light only when it is close to never.
LOW_OF: Mapping[str, float] = {
    "climb": 1.5,
    "kneel": 1.75,
    "bend": 2.0,
    "repeat": 2.0,
    "risk": 1.75,
    "driving": 1.75,
    "temperature": 2.0,
    "vibration": 1.5,
    "contaminants": 2.0,
    "protection": 2.0,
    "infection": 2.0,
}
SHARE = 0.2  # a load holds when at most this share of the occupations says otherwise

# Our measure -> O*NET work context items; of several the heaviest counts.
MEASURES: Mapping[str, Sequence[str]] = {
    "sit": ["Spend Time Sitting"],
    "stand": ["Spend Time Standing"],
    "walk": ["Spend Time Walking and Running"],
    "climb": ["Spend Time Climbing Ladders, Scaffolds, or Poles"],
    "kneel": ["Spend Time Kneeling, Crouching, Stooping, or Crawling"],
    "bend": ["Spend Time Bending or Twisting the Body"],
    "repeat": ["Spend Time Making Repetitive Motions"],
    "deadlines": ["Time Pressure"],
    "pace": ["Time Pressure", "Pace Determined by Speed of Equipment"],
    "conflict": [
        "Frequency of Conflict Situations",
        "Deal With Unpleasant or Angry People",
        "Deal With Physically Aggressive People",
    ],
    "customers": ["Deal With External Customers"],
    "leading": ["Coordinate or Lead Others"],
    "cooperation": ["Work With Work Group or Team"],
    "exactness": ["Importance of Being Exact or Accurate"],
    "risk": [
        "Exposed to High Places",
        "Exposed to Hazardous Conditions",
        "Exposed to Hazardous Equipment",
    ],
    "driving": [
        "In an Open Vehicle or Equipment",
        "In an Enclosed Vehicle or Equipment",
    ],
    "temperature": ["Very Hot or Cold Temperatures"],
    "noise": ["Sounds, Noise Levels Are Distracting or Uncomfortable"],
    "vibration": ["Exposed to Whole Body Vibration"],
    "contaminants": ["Exposed to Contaminants"],
    "protection": [
        "Wear Common Protective or Safety Equipment such as Safety Shoes, "
        "Glasses, Gloves",
        "Wear Specialized Protective or Safety Equipment such as Breathing "
        "Apparatus, Saf",
    ],
    "infection": ["Exposed to Disease or Infections"],
}

NOTES = """\
# Usual load of work per ISCO-08 unit group: average on O*NET's scale from 1 to 5, and
# low, medium or high. Made by `python -m matching.priors.make`; do not edit by hand.
# This includes information from the O*NET Database by the U.S. Department of Labor,
# Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license.
# We modified it: averaged over occupations that the ESCO-O*NET crosswalk (September
# 2022) ties together, then over the occupations of an ISCO-08 unit group; USDOL/ETA has
# not approved or tested these modifications. Uses the ESCO classification of the
# European Union.
# An occupation counts only where its O*NET matches lie within {widest} of each other,
# or somebody checked them (named_jobs.tsv): then only those count in their group.
# low: at least {sure} of the occupations lie at {low} or below (lower for what takes a
# moment rather than hours: LOW_OF in make.py); high: at {high} or above;
# empty: no trustworthy figure, or the occupations of the group contradict each other.
# United States averages: they may raise a question, and never exclude.
# {source} sha256 {sha256}
"""

Row = Mapping[str, str]
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument(
    "esco_dir", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--out", default=OUT, show_default=False, type=click.Path(path_type=Path))
def main(esco_dir: Path, out: Path) -> None:
    """Make the table of usual loads (default: beside this module) from ESCO_DIR."""
    for name in (SOURCE, BY_OCCUPATION):
        if not (esco_dir / name).is_file():
            raise click.UsageError(f"{name} is not in {esco_dir}")
    confirmed = checked_by_hand(named_jobs(), _read(esco_dir / BY_OCCUPATION))
    groups = table([*_read(esco_dir / SOURCE), *confirmed])
    sha256 = hashlib.sha256((esco_dir / SOURCE).read_bytes()).hexdigest()
    notes = NOTES.format(
        widest=WIDEST_MATCH,
        sure=1 - SHARE,
        low=LOW,
        high=HIGH,
        source=SOURCE,
        sha256=sha256,
    )
    body = ["\t".join(["isco", *MEASURES])]
    body += ["\t".join([isco, *cells]) for isco, cells in sorted(groups.items())]
    out.write_text(notes + "\n".join(body) + "\n", encoding="utf-8")
    click.echo(f"{len(groups)} unit groups in {out}", err=True)


def checked_by_hand(
    jobs: Sequence[NamedJob], occupations: Iterable[Row]
) -> Iterator[Row]:
    """A row for each O*NET occupation that somebody tied to a unit group."""
    found = {row[""]: row for row in occupations}
    for job in jobs:
        for code in job.onet:
            if code not in found:
                raise click.UsageError(f"{BY_OCCUPATION} has no {code} ({job.job})")
            yield {**found[code], "isco": job.isco, CHECKED: code}


def table(rows: Iterable[Row]) -> dict[str, list[str]]:
    """The cells of every unit group, in the order of `MEASURES`.

    Where somebody checked the matches of a group, only those count.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["isco"], []).append(row)
    for isco, members in groups.items():
        groups[isco] = [row for row in members if CHECKED in row] or members
    return {
        isco: [
            cell(members, items, low=LOW_OF.get(measure, LOW))
            for measure, items in MEASURES.items()
        ]
        for isco, members in groups.items()
    }


def cell(members: Sequence[Row], items: Sequence[str], *, low: float = LOW) -> str:
    """`4.1 high`, or nothing where the figures cannot be trusted."""
    figures = [f for row in members if (f := _figure(row, items)) is not None]
    if not figures or (load := _load(figures, low)) == "unknown":
        return ""
    return f"{statistics.mean(figures):.1f} {load}"


def _figure(row: Row, items: Sequence[str]) -> float | None:
    """The heaviest of `items`, or None where one of them joins unlike jobs."""
    for item in items:
        if not row[item] or _width(row, item) > WIDEST_MATCH:
            return None
    return max(float(row[item]) for item in items)


def _width(row: Row, item: str) -> float:
    """How far the O*NET occupations behind a row lie apart."""
    if CHECKED in row:
        return 0.0
    return float(row[f"{item}|hi"] or 5) - float(row[f"{item}|lo"] or 1)


def _load(figures: Sequence[float], low: float) -> Load:
    above_low = sum(figure > low for figure in figures) / len(figures)
    below_high = sum(figure < HIGH for figure in figures) / len(figures)
    if above_low <= SHARE:
        return "low"
    if below_high <= SHARE:
        return "high"
    contradict = above_low < 1 - SHARE and below_high < 1 - SHARE
    return "unknown" if contradict else "medium"


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    main()
