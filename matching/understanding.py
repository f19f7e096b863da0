"""Reads what is new or changed: demands, shifts, occupation and vector of a vacancy."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

from matching.demands import RULES_VERSION, asked_of
from matching.encoder import Encoder
from matching.likeness.comparing import vacancy_vectors
from matching.likeness.documents import VacancyText, vacancy_text
from matching.linking import Link, LinkTitles, load_linker
from matching.market.columns import diplomas_of
from matching.market.signs import APART, in_reading_order, signs_of
from schemas.database import Db
from schemas.tables import demands, vacancies, vectors
from schemas.tables.demands import Understanding
from schemas.vacancy import Vacancy

BATCH = 200  # a second or so of work: that much is lost when it is stopped

Progress = Callable[[int, int], None]


def understand_new(
    db: Db,
    encoder: Encoder,
    *,
    today: date,
    progress: Progress | None = None,
    link: LinkTitles | None = None,
) -> int:
    """Read what these rules or this model have not read yet; returns how many.

    Each batch is a transaction of its own (unless the caller has one open), so it can
    be stopped at any moment and goes on where it was. `progress` hears (done, total);
    `link` is the bundled linker unless another is given.
    """
    with db.transaction():
        waiting = demands.not_read(
            db, rules=RULES_VERSION, model=encoder.name, today=today
        )
    if not waiting:
        return 0
    link = link or load_linker().link
    done = 0
    for ids in _batches(waiting):
        with db.transaction():
            _understand(db, vacancies.several(db, ids), encoder, link)
        done += len(ids)
        if progress:
            progress(done, len(waiting))
    with db.transaction():
        vectors.forget_other_models(db, model=encoder.name)
    return done


def _understand(
    db: Db, batch: Sequence[Vacancy], encoder: Encoder, link: LinkTitles
) -> None:
    texts = [vacancy_text(vacancy) for vacancy in batch]
    links = link([vacancy.title for vacancy in batch], [text.tasks for text in texts])
    understood = [
        understanding(vacancy, linked, text)
        for vacancy, linked, text in zip(batch, links, texts, strict=True)
    ]
    rows = vacancy_vectors(texts, encoder)
    demands.store(db, understood, rules=RULES_VERSION)
    by_id = {v.id: row.tolist() for v, row in zip(batch, rows, strict=True)}
    vectors.store(db, by_id, model=encoder.name)


def understanding(
    vacancy: Vacancy, link: Link | None, text: VacancyText
) -> Understanding:
    """What the rules read in one vacancy, with what the market holds of it."""
    found = asked_of(vacancy.title, vacancy.text)
    return Understanding(
        vacancy_id=vacancy.id,
        demands=found.demands,
        shifts=found.shifts,
        isco=link.isco if link else None,
        title=text.title,
        tasks=text.tasks,
        signs=APART.join(signs_of(in_reading_order(found.demands))),
        diplomas=diplomas_of(vacancy.text) if vacancy.education_strict else "",
    )


def _batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
