"""The model card: what the weights were made of, how, and what they reach."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from matching.training.esco import Esco
from matching.training.learning import Recipe

PACKAGES = ("numpy", "scikit-learn", "sentence-transformers", "tokenizers", "torch")
ATTRIBUTION = "This model was trained on the ESCO classification of the European Union."

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
of one occupation, its description, its English names, skills, job-board titles that
we wrote) are drawn together, all others in the batch pushed apart.

| on {questions} names kept apart | MRR | within 1 | within 10 |
|---|---|---|---|
| this model | {ours} |
| character TF-IDF (1–3) | {char_tfidf} |

The figures are of a rehearsal without those names; the weights here saw all of them.
Those names are ESCO's own and spelt unlike their sisters, which favours a model that
knows ESCO: expect less on real adverts.

`occupations.npz` holds vectors of occupation names per ISCO-08 unit group, for linking
titles. Everything that made this folder stands in `model_card.json`.
"""


def write_card(
    folder: Path,
    esco: Esco,
    recipe: Recipe,
    *,
    figures: Mapping[str, Any],
    made_on: date,
) -> None:
    """Write `README.md` and `model_card.json` beside the weights."""
    facts = {
        "made_on": made_on.isoformat(),
        "attribution": ATTRIBUTION,
        "recipe": asdict(recipe),
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
    readme = TEXT.format(
        **asdict(recipe),
        questions=figures["questions"],
        ours=" | ".join(str(v) for v in figures["ours"].values()),
        char_tfidf=" | ".join(str(v) for v in figures["char_tfidf"].values()),
        attribution=ATTRIBUTION,
        made_on=made_on,
    )
    (folder / "README.md").write_text(readme, encoding="utf-8")
