"""What each ingredient of title linking gains, on names kept apart."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from matching.evaluation.by_occupation import ByOccupation
from matching.evaluation.linking import measure as measure_order
from matching.evaluation.melo import Melo
from matching.occupations import WEIGHTS, Eyes, Vectors, Weights, scores
from matching.training.esco import Concept
from matching.training.held_out import Question
from matching.training.knowing import parts_of, weighed
from matching.training.scoring import best_names, by_characters, by_embedding, found

Figures = dict[str, dict[str, float]]

NOTHING = Weights(**dict.fromkeys(asdict(WEIGHTS), 0.0))
# In this order: each row of the table has one more than the row above it.
INGREDIENTS = {
    "the most alike of all names": ("name",),
    "the middle of the names": ("names",),
    "descriptions": ("description",),
    "English names": ("english",),
    "middle and description by words": ("names_by_words", "description_by_words"),
    "equal names": ("equal_label", "equal_own"),
}


def gains(
    kept: Sequence[Concept],
    groups: Sequence[Concept],
    questions: Sequence[Question],
    eyes: Eyes,
) -> dict[str, Figures]:
    """Per ingredient how well questions find their occupation, by whose name it was."""
    asked = [question.label for question in questions]
    whose = {
        "esco": [at for at, one in enumerate(questions) if not one.own],
        "own": [at for at, one in enumerate(questions) if one.own],
    }
    told: dict[str, Figures] = {key: {} for key, rows in whose.items() if rows}
    for name, table in _tables([*kept, *groups], asked, eyes):
        for key in told:
            rows = whose[key]
            meant = [questions[at].concept for at in rows]
            told[key][name] = asdict(found(table[rows], meant))
    return told


def _tables(
    known: Sequence[Concept], asked: Sequence[str], eyes: Eyes
) -> Iterator[tuple[str, Vectors]]:
    """Per way of scoring a table: one row per question, one column per concept."""
    official = [replace(one, own=()) for one in known]
    yield (
        "character TF-IDF (1-3), ESCO's names",
        best_names(by_characters, official, asked),
    )
    for name, encoder in (("words", eyes.words), ("letters", eyes.letters)):
        by_vectors = by_embedding(encoder.encode_query)
        yield f"{name}, ESCO's names", best_names(by_vectors, official, asked)
    seen, places, parts = eyes.see(asked), _places(known), parts_of(known, eyes)
    mix = NOTHING
    for name, fields in INGREDIENTS.items():
        mix = replace(mix, **{field: getattr(WEIGHTS, field) for field in fields})
        yield name, scores(seen, weighed(parts, mix), name=mix.name)[:, places]


def _places(known: Sequence[Concept]) -> list[int]:
    """Where each concept stands among occupations in the order of unit groups."""
    ordered = sorted(known, key=lambda one: (one.isco or "", one.uri))
    place_of = {one.uri: place for place, one in enumerate(ordered)}
    return [place_of[one.uri] for one in known]


def orders(
    kept: Sequence[Concept], questions: Sequence[Question], ranker: ByOccupation
) -> Figures:
    """What putting an occupation's names together gains and costs, by how often."""
    melo = _as_melo(kept, questions)
    ways = {
        "always together": 0.0,
        "together when sure": ranker.together,
        "one name of each first": 2.0,
    }
    return {
        name: measure_order(melo, replace(ranker, together=together))
        for name, together in ways.items()
    }


def _as_melo(kept: Sequence[Concept], questions: Sequence[Question]) -> Melo:
    names = {
        f"{owner}_{at}": label
        for owner, one in enumerate(kept)
        for at, label in enumerate(one.labels)
    }
    return Melo(
        queries={str(at): one.label for at, one in enumerate(questions)},
        names=names,
        right={
            str(at): {
                f"{one.concept}_{n}" for n in range(len(kept[one.concept].labels))
            }
            for at, one in enumerate(questions)
        },
        concepts={key: key.partition("_")[0] for key in names},
    )
