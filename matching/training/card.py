"""The model card: what the weights were made of, how, and what they reach."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from matching.evaluation.by_occupation import MOST_TOGETHER, TOGETHER
from matching.training.esco import Esco
from matching.training.lesson import Recipes

PACKAGES = ("numpy", "scikit-learn", "sentence-transformers", "tokenizers", "torch")
ATTRIBUTION = "This model was trained on the ESCO classification of the European Union."
WHOSE = {"esco": "names of ESCO", "own": "names that we wrote"}
ORDER_KEYS = ("mrr", "success_at_1", "success_at_10", "map")

TEXT = """\
---
language: nl
library_name: sentence-transformers
pipeline_tag: sentence-similarity
---

# A Dutch embedding of work

{attribution}
The weights are ours; no text of ESCO is part of them or of this folder.
MELO's queries, annotations and crosswalks were not used.

Made on {made_on} by `python -m matching.train ESCO_DIR`: a `StaticEmbedding` of
{vocabulary} sub-words and {dimensions} dimensions. Texts that belong together (names
of one occupation, its description, its English names, skills, names and titles
that we wrote) are drawn together, all others in the batch pushed apart. `letters.npz`
is its sister for names of work: rows for groups of three to five letters.

## What each ingredient gains

{questions} names were kept apart, one of an occupation and unlike its other names; the
figures are of a rehearsal without them. From the fourth row on, each row adds something
to the row above it. MRR / share within the first / within the first ten, among
{ranked} occupations and unit groups.

| ingredient | {whose} |
|---|{lines}|
{ingredients}

The weights that ship saw all names. What is kept apart is spelt unlike the rest and
written by the same hands, which favours a model that knows ESCO: expect less on titles
of others.

## The order of names

Where every name of an occupation is listed (`spoorzoeker evaluate linking`), names of
the best occupation stand together, {most} of them at most, when its chance is
{together} or more; all other places among the first ten go to one name of each
occupation. On the same names kept apart, over names:

| order | MRR | within 1 | within 10 | MAP |
|---|---|---|---|---|
{orders}

## From title to unit group

Titles of job boards are held against all others; names kept apart as above.

| names | 4 digits | 3 digits | 2 digits | calibration error |
|---|---|---|---|---|
{linking}

`occupations.npz` holds vectors of occupations and their names per ISCO-08 unit group.
Everything that made this folder stands in `model_card.json`.
"""


def write_card(
    folder: Path,
    esco: Esco,
    recipes: Recipes,
    *,
    figures: Mapping[str, Any],
    made_on: date,
) -> None:
    """Write `README.md` and `model_card.json` beside the weights."""
    facts = {
        "made_on": made_on.isoformat(),
        "attribution": ATTRIBUTION,
        "recipes": asdict(recipes),
        "versions": {name: version(name) for name in PACKAGES},
        "data_sha256": dict(esco.hashes),
        "concepts": {
            "occupations": len(esco.occupations),
            "unit_groups": len(esco.groups),
            "skills": len(esco.skills),
        },
        "held_out": figures,
        "bytes": sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()),
    }
    text = json.dumps(facts, indent=2, ensure_ascii=False)
    (folder / "model_card.json").write_text(text + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_readme(facts, recipes), encoding="utf-8")


def _readme(facts: Mapping[str, Any], recipes: Recipes) -> str:
    told = facts["held_out"]
    whose = list(told["names"])
    ingredients = {
        name: [told["names"][one][name] for one in whose]
        for name in told["names"][whose[0]]
    }
    concepts = facts["concepts"]
    return TEXT.format(
        **asdict(recipes.words),
        attribution=ATTRIBUTION,
        made_on=facts["made_on"],
        questions=told["questions"],
        ranked=concepts["occupations"] + concepts["unit_groups"],
        whose=" | ".join(WHOSE[one] for one in whose),
        lines="|".join("---" for _ in whose),
        ingredients="\n".join(
            _row(name, [_three(cell) for cell in cells])
            for name, cells in ingredients.items()
        ),
        together=TOGETHER,
        most=MOST_TOGETHER,
        orders="\n".join(
            _row(name, [row[key] for key in ORDER_KEYS])
            for name, row in told["orders"].items()
        ),
        linking="\n".join(
            _row(name.replace("_", " "), list(row.values()))
            for name, row in told["linking"].items()
        ),
    )


def _three(found: Mapping[str, float]) -> str:
    return " / ".join(f"{value:.3f}" for value in found.values())


def _row(name: str, cells: Sequence[object]) -> str:
    return f"| {name} | {' | '.join(str(cell) for cell in cells)} |"
