"""The texts we embed: what a vacancy is about, and what a candidate looks for.

Never contact data, never capacity or health: whatever somebody wrote about their body
or mind in a free field is left out before it reaches a model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from matching.demands.phrasing import plain
from matching.demands.sections import sentences
from matching.likeness.titles import clean_title
from schemas.candidate import SearchProfile
from schemas.vacancy import Vacancy

QueryKind = Literal["direction", "job", "wish", "experience", "education"]

SECOND = 0.8  # what a direction counts that is possible too, beside one that is sought
MOST_SENTENCES = 6  # the first sentences about the work; then come the trimmings
LONGEST_TASKS = 900  # characters
CONTACT = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|(?:\+31|0031|\b0)[\s\-()]*\d(?:[\s\-()]*\d){7,9}\b",
    re.IGNORECASE,
)
HEALTH = re.compile(
    r"klacht|\bpijn|ziek|arts\b|medic|therap|behandel|operati|herstel|revalid|psych|"
    r"depress|angst|burn.?out|overspann|stress|beperk|belast|energie|vermoeid|moeheid|"
    r"\bmoe\b|concentrat|prikkel|rustig|\brug|nek|schouder|knie|heup|\bpols|\barm(?:en)?\b|"
    r"\bbe(?:en|nen)\b|\bhart|\blong|epilep|diabet|migraine|autis|adhd|trauma|verslav|"
    r"zwanger|\btillen|\bsjouw|zware? |zwaar\b|\bstaan|\bzitten|\blopen\b|\bbukken|"
    r"\bknielen|houding|werkdruk|\btempo|nachtdienst|\buren per|\bspreekuur|gezond|"
    r"\bfml\b|\bwia\b|\buwv\b|handicap|invalid|blessure|ongeval",
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyText:
    """What a vacancy is about: the work by name, and its first tasks."""

    title: str
    tasks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One thing a candidate did, can or looks for; `text` is fit to be shown.

    `weight` says how much it counts beside others of its kind.
    """

    kind: QueryKind
    text: str
    weight: float = 1.0


def vacancy_text(vacancy: Vacancy) -> VacancyText:
    """The cleaned title and the first sentences about tasks."""
    title = clean_title(vacancy.title, place=vacancy.place)
    return VacancyText(title=title, tasks=tasks_of(vacancy.text))


def queries_of(profile: SearchProfile) -> tuple[Query, ...]:
    """Several queries, for somebody may look in several directions."""
    listed = [
        *(Query(kind="direction", text=text) for text in profile.search_directions),
        *(
            Query(kind="direction", text=text, weight=SECOND)
            for text in profile.second_directions
        ),
        *(Query(kind="job", text=text) for text in profile.former_jobs),
        Query(kind="wish", text=without_health(profile.wishes)),
        Query(kind="experience", text=without_health(profile.experience)),
        Query(kind="education", text=without_health(profile.education_text)),
    ]
    return tuple(query for query in listed if query.text.strip())


def without_health(text: str) -> str:
    """Drop sentences that touch on body or mind, and every way to reach somebody.

    Rather a sentence too many than one too few: the ranking can do without.
    """
    kept = [s for s in SENTENCE_END.split(text) if not HEALTH.search(plain(s))]
    return CONTACT.sub(" ", " ".join(kept)).strip()


def tasks_of(text: str) -> str:
    """The first sentences of an advert about the work, without contact data."""
    chosen = list(_first(text, ("taken",))) or list(_first(text, ("taken", "eisen")))
    return CONTACT.sub(" ", " ".join(chosen))[:LONGEST_TASKS]


def _first(text: str, sections: Sequence[str]) -> Iterator[str]:
    told = 0
    for sentence in sentences(text):
        if sentence.section in sections and told < MOST_SENTENCES:
            told += 1
            yield " ".join(text[sentence.start : sentence.end].split())
