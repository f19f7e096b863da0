"""What the next sentence says of this one: "Nachtdiensten? Die zijn er niet."."""

import re

_LONGEST_QUESTION, LONGEST_ANSWER = 60, 80
_NO = re.compile(
    r"\W*(?:nee|neen|nooit|geen|niet|niks|niets|hoeft|doen we niet|dan\b"
    r"|alleen als (?:je|jij|u) (?:dat )?(?:zelf )?wilt?\b"
    r"|[^.!?]{0,50}\b(?:niet|geen|nooit|niets|niks|nergens)\b)"
)
_BUT = re.compile(r"\W*(?:niet|geen) (?:alleen|bang|vies|probleem|punt|vaak)\b")
# "In het weekend is de winkel open; daar heb je geen omkijken naar".
_NOT_YOURS = re.compile(
    r"\W*(?:daar\w*|die|dat) (?:\w+ )?(?:heb|hebt|heeft|hoef|hoeft|krijg|krijgt|draai"
    r"|draait|doe|doet) (?:je|jij|u)\b[^.!?;]{0,30}\b(?:geen|niet|niets|niks)\b"
)


def is_answered_no(said: str, answer: str) -> bool:
    """Whether what comes next takes back a short question, or a statement."""
    said = said.rstrip()
    answer = answer[:LONGEST_ANSWER]
    if said.endswith(";"):
        return _NOT_YOURS.match(answer) is not None
    if not said.endswith("?") or len(said) > _LONGEST_QUESTION:
        return False
    return bool(_NO.match(answer)) and not _BUT.match(answer)
