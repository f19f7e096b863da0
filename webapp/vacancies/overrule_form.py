"""From a sent form to an overruled verdict; decides, and touches nothing."""

import re
from collections.abc import Mapping
from typing import cast

from schemas.match import Verdict
from schemas.tables.overrules import NewOverrule
from webapp.writing.diagnoses import CAUSE_MESSAGE, named_cause
from webapp.writing.fields import Fields
from webapp.writing.shared_words import why_not_shared
from webapp.writing.somebody import NAMED

VERDICTS: Mapping[Verdict, str] = {
    "past": "Past",
    "uitzoeken": "Uitzoeken",
    "past_niet": "Past niet",
}
LONGEST = 1000
CHOOSE = "Kies wat jij vindt."
SAME = "Dit is al wat het programma zegt. Kies iets anders, of neem je oordeel terug."
WHY = "Schrijf waarom jij dit anders ziet."
SENTENCE = "Schrijf het in een hele zin, zodat een ander later begrijpt waarom."
FEWEST_WORDS = 3
WORD = re.compile(r"[^\W\d_]{2,}")
NO_NAME = "Laat de naam weg. Schrijf over het werk en over wat past."


def read_overrule(
    form: Mapping[str, str], candidate: str, known: NewOverrule
) -> tuple[NewOverrule, dict[str, str]]:
    """The verdict a form gives, and what is wrong; `known` is what was known before."""
    fields = Fields(form)
    verdict = fields.one_of("verdict", VERDICTS, CHOOSE)
    if verdict == known.machine:
        fields.errors["verdict"] = SAME
    motivation = fields.prose("motivation", on_illness=None, longest=LONGEST)
    if why := _why_not(motivation, candidate):
        fields.errors["motivation"] = why
    elif not _is_a_sentence(motivation):
        fields.errors.setdefault("motivation", SENTENCE)
    overrule = NewOverrule(
        id=fields.new_identity(),
        candidate_id=known.candidate_id,
        vacancy_id=known.vacancy_id,
        verdict=cast(Verdict, verdict),
        machine=known.machine,
        motivation=motivation,
        capacity_id=known.capacity_id,
        made_by=known.made_by,
        seen=fields.identity("seen"),
    )
    return overrule, fields.errors


def _is_a_sentence(motivation: str) -> bool:
    return len(set(WORD.findall(motivation.casefold()))) >= FEWEST_WORDS


def _why_not(motivation: str, candidate: str) -> str | None:
    if not motivation:
        return WHY
    if named_cause(motivation):
        return CAUSE_MESSAGE
    why = why_not_shared(motivation, candidate)
    return NO_NAME if why == NAMED else why
