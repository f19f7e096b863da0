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
# "Die sjouwen werkbladen drie trappen op. Jij niet.": said of others before.
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|jullie)\b")
_BUT_NOT_YOU = re.compile(
    r"\W*(?:maar |dus )?(?:jij|u|jou|bij jou|voor jou)(?: \w+)? (?:niet|nooit)\b"
    r"|\W*(?:die|dat) \w+ (?:je|jij|u)(?: \w+)? (?:niet|nooit)\W*(?:$|[.!])"
    r"|\W*(?:wie|jij|je)[^.!?]{0,20} verplicht is dat\b[^.!?]{0,30}\bniet\b"
    r"|\W*(?:dat|die|dit) (?:is|zijn) (?:niet (?:verplicht|jouw|aan jou|voor jou)"
    r"|vrijwillig)"
)


def is_answered_no(said: str, answer: str) -> bool:
    """Whether what comes next takes back a short question, or a statement."""
    said = said.rstrip()
    answer = answer[:LONGEST_ANSWER]
    if said.endswith((";", ".")):
        if _NOT_YOURS.match(answer) and said.endswith(";"):
            return True
        if _YOU.search(said):
            return False
        return bool(_NOT_YOURS.match(answer) or _BUT_NOT_YOU.match(answer))
    if not said.endswith("?") or len(said) > _LONGEST_QUESTION:
        return False
    return bool(_NO.match(answer)) and not _BUT.match(answer)
