"""`bench embed`: vectors a second, beside only cutting the texts into tokens."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from matching.benchmark.adverts import adverts
from matching.benchmark.figures import Goal, processor_seconds, report, seconds
from matching.encoder import Encoder
from matching.likeness.comparing import vacancy_vectors
from matching.likeness.documents import VacancyText

if TYPE_CHECKING:
    from tokenizers import Tokenizer

COUNT, SEED, GOAL = 4_000, 7, 2.0
WORDS = 46  # of the tasks of one vacancy, as in the guide's measurements

Told = Callable[[str], None]


def bench_embed(
    encoder: Encoder, tokenizer: "Tokenizer", *, vacancies: int, rounds: int, say: Told
) -> dict[str, Any]:
    """Titles and tasks of made-up adverts, embedded and only cut."""
    say(f"making {vacancies} texts")
    texts = made_texts(vacancies)
    both = [text.title for text in texts] + [text.tasks for text in texts]

    def tokens() -> object:
        return tokenizer.encode_batch(both, add_special_tokens=False)

    def embed() -> object:
        return vacancy_vectors(texts, encoder)

    say("measuring")
    ours = seconds(embed, rounds=rounds)
    alone = seconds(tokens, rounds=rounds)
    figures = {
        "vacancies": vacancies,
        "model": encoder.name,
        "ours_per_second": round(vacancies / ours),
        "tokens_only_per_second": round(vacancies / alone),
        "ratio": round(ours / alone, 4),
        "processor_ratio": round(
            processor_seconds(embed) / processor_seconds(tokens), 4
        ),
    }
    goals = [Goal(name="times tokenising alone", value=ours / alone, most=GOAL)]
    return report(figures, goals, rounds=rounds)


def made_texts(count: int) -> Sequence[VacancyText]:
    """Titles with some tasks, as many words as an advert tells of the work."""
    return [
        VacancyText(title=title, tasks=" ".join(text.split()[:WORDS]))
        for title, text in adverts(SEED, count)
    ]
