"""The questions about one advert: what to ask first, what besides, what is answered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matching.rules.questions import question_about
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding, Match
from schemas.tables.answers import KnownAnswer
from schemas.vacancy import Vacancy
from webapp.answers.asking import Asking, asking, field_label
from webapp.vacancies.quotes import jump_to
from webapp.writing.words import BLOCKS

UNASKED = "Nog niet gevraagd: "
NEARLY = 2  # so few objections may be talked over
AGREEMENTS = "Uren, papieren en werktijden"
OTHER = "Overig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One point to ask about: the sentence to say, and how it is answered.

    `asking` is None where the answer is no fact that we keep. `theme` is its group on
    the list of the belastbaarheid; `quote` are the advert's own words, `jump` the mark
    on them.
    """

    label: str
    asking: Asking | None
    sentence: str
    theme: str
    quote: str | None
    jump: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions of one urgency; `folded`: shown on demand."""

    title: str
    hint: str
    questions: Sequence[Question]
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What is known of one point, and how it would be answered again."""

    label: str
    answer: KnownAnswer
    asking: Asking | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All questions and answers about one advert; `earlier` was taken back."""

    groups: Sequence[Group]
    answered: Sequence[Answered]
    earlier: Sequence[Answered]

    @property
    def first(self) -> int:
        """How many questions are to be asked first."""
        return sum(len(one.questions) for one in self.groups if not one.folded)

    @property
    def fields(self) -> set[str]:
        """The points that are open or answered."""
        asked = (one.asking for group in self.groups for one in group.questions)
        return {one.field for one in asked if one} | {
            one.answer.field for one in self.answered
        }


def sheet(
    vacancy: Vacancy, match: Match | None, answers: Sequence[KnownAnswer]
) -> Sheet:
    """What is open and what is known; each point once, at its most urgent."""
    known = standing(answers)
    taken = {one.field for one in known}
    return Sheet(
        groups=tuple(_groups(vacancy, match, taken)) if match else (),
        answered=tuple(_answered(one) for one in known),
        earlier=tuple(_answered(one) for one in answers if one.undone_at),
    )


def standing(answers: Iterable[KnownAnswer]) -> list[KnownAnswer]:
    """The answers that hold: the last of each field, the newest first."""
    latest: dict[str, KnownAnswer] = {}
    for one in answers:
        if one.undone_at is None:
            latest.setdefault(one.field, one)
    return list(latest.values())


def _groups(vacancy: Vacancy, match: Match, taken: set[str]) -> Iterator[Group]:
    asked = [one for one in match.questions if one.part != "answer"]
    unasked = [one for one in match.assumptions if one.text.startswith(UNASKED)]
    assumed = [one for one in match.assumptions if one not in unasked]
    far = len(match.objections) > NEARLY
    for title, hint, folded, found in (
        ("Wat nu tegenhoudt", "Klopt dit, en kan het anders?", far, match.objections),
        ("Vraag dit eerst", "Hiervan hangt het af.", False, asked),
        ("Vraag ook", "Nog niet gevraagd.", True, unasked),
        ("Aannames", "Dit namen wij aan omdat de vacature zwijgt.", True, assumed),
    ):
        made = tuple(_questions(vacancy, found, taken))
        if made:
            yield Group(title=title, hint=hint, questions=made, folded=folded)


def _questions(
    vacancy: Vacancy, found: Iterable[Finding], taken: set[str]
) -> Iterator[Question]:
    """By theme; `taken` are the points that have been dealt with."""
    made = []
    for one in found:
        how = asking(one.field)
        point = how.field if how else one.text
        if point not in taken and (how or one.kind == "question"):
            taken.add(point)
            made.append(_question(vacancy, one, how))
    order = {theme: place for place, theme in enumerate(BLOCKS.values())}
    yield from sorted(made, key=lambda one: order.get(one.theme, len(order)))


def _question(vacancy: Vacancy, found: Finding, how: Asking | None) -> Question:
    said = found.kind == "question"
    return Question(
        label=field_label(found.field),
        asking=how,
        sentence=found.text if said else question_about(_asked_as(found.field)),
        theme=_theme(found.field),
        quote=found.quote,
        jump=jump_to(vacancy, found.part, found.offset, found.quote),
    )


def _asked_as(field: str) -> str:
    """The hours a week have their question under the name of the limit."""
    return "hours_week" if field == "hours_min" else field


def _theme(field: str) -> str:
    known = capacity_fields().get(field)
    if known is None or known.block == "werktijden":
        return AGREEMENTS
    return BLOCKS.get(known.block or "", OTHER)


def _answered(answer: KnownAnswer) -> Answered:
    how = asking(answer.field)
    return Answered(label=field_label(answer.field), answer=answer, asking=how)
