"""Whose hours they are: evenings, nights and weekends that are not yours to work."""

import re
from typing import Literal

from matching.demands.others_hours import (
    is_kept_by_others,
    is_left_to_others,
    is_told_of_the_day,
)
from matching.demands.people import many
from matching.demands.reading import Reading, Span, Wording
from matching.demands.scope import clause, comma_clause

Whose = Literal["yours", "theirs", "nobody's"]
_DUTY = re.compile(
    r"\b(?:werk|werkt|werken|gewerkt|draai|draait|draaien|beschikbaar|inzetbaar|bereid"
    r"|rooster|rijdt?|staa?t?|aanwezig|dienst(?:en)? (?:doen|doet))\b"
)
_FREE = re.compile(
    r"^(?:(?!, (?:\w+ )?\w+ vrij\b)"
    r"(?! (?:maar|dan|maandag|dinsdag|woensdag|donderdag|vrijdag|doordeweeks)\b)"
    r"[^.;:!?]){0,60}?\b(?:vrij|gesloten|dicht|thuis|voor (?:je|jou|u)zelf"
    r"|van (?:jou|u|jezelf|uzelf)|rustdag(?:en)?)\b(?! te\b)"
)
_IF_YOU_LIKE = re.compile(
    r"\b(?:als|mocht|indien) (?:je|jij|u) (?:dat |daar )?(?:zelf )?(?:wilt?|zin|prettig"
    r"|leuk)|\bwil (?:je|jij|u) (?:graag )?(?:extra|meer|bijverdienen|wat)\b"
    r"|\bvrijwillige?\b|\bzoeken (?:we|wij) vrijwilligers\b|\bop eigen verzoek"
    r"|\bmag,? maar (?:hoeft?|moet) niet"
    r"|\b(?:kunt|kan|mag) (?:je|jij|u) (?:zelf )?kiezen|\b(?:je|jij|u) (?:kunt|kan|mag)"
    r" (?:zelf )?kiezen\b|\b(?:jij|u|je) mag (?:het|dat) zeggen|\bhoeft? niet\b"
)
_MAY = re.compile(
    r"^(?: \w+){0,4}? (?:is|zijn|kan|kunnen|mag|mogen) (?:\w+ ){0,3}?"
    r"(?:mogelijk|bespreekbaar|een optie|toegestaan)\b"
)
# "De avondploeg ruimt de rest op", "de bakkers beginnen om twee uur".
_THEY = re.compile(
    r"\W*(?:en |want |maar )?(?:(?:de|onze|je|jouw|uw|hun|andere|alle) )"
    rf"(?:(?!eerste|laatste)\w+ )?(?:{many('colleagues', 'stand_ins')}|weekend\w+en"
    r"|(?:\w*ploeg|\w*team)(?= (?:ruimt|pakt|maakt|neemt|doet|zorgt|gaat|komt|lost))"
    r"|\w+(?:ers|eurs|isten|mannen|kundigen)"
    r"|bezoekers|klanten|gasten|trein\w*|bus(?:sen)?|fabriek|machines|lijnen|balie)\b"
    r"(?! (?:wisselt|waar|waarin|waarmee|van \w+ waarin))"
)
_THEIR_SHIFT = re.compile(
    r"\b(?:hebben|zijn er|werken) (?:we|wij)? ?(?:daarvoor |hiervoor )?"
    r"(?:een |onze |aparte |vaste )*(?:weekend|avond|nacht|zaterdag)\w*"
    r"(?:ploeg|team|hulp(?:en)?|kracht(?:en)?|dienst)\b"
    r"|\bword(?:t|en) (?:\w+ ){0,3}?(?:ingevuld|opgevangen|gedaan|gewerkt|gedraaid"
    r"|overgenomen|bemand|bezet) door\b"
)
# "De nachtdienst draagt de bewoners over", "onze buitendienst rijdt ook zaterdags".
_THEIR_SERVICE = re.compile(
    r"\W*(?:en |want |maar )?(?:(?:de|het|onze|ons) )?"
    r"(?:\w*(?:nacht|avond|weekend)(?:ploeg|dienst|team)|\w+dienst(?= rijdt| werkt))"
    r" (?!is\b|begint|start|loopt|duurt|telt|eindigt|valt|bestaat|kent|hoort|gaat|komt)"
    r"\w+t\b"
)
# Who plans, records or studies the hours of others need not keep them.
_PLANS = re.compile(
    r"(?<!bezoeken )(?<!afspraken )(?<!gesprekken )\b(?:(?:plant?|roostert"
    r"|regelt?|coordineert) (?:je |jij |u )?"
    r"|(?:maakt?|maken|verzorgt?|stelt?|beheert?|bewaakt?) (?:je |jij |u )?(?:de"
    r"|het|een)"
    r" \w*(?:rooster|planning|bezetting)\w* |vragen van )"
    r"[^,;]{0,60}(?:, ook (?:die|in|op) [^,;]{0,20})?$"
    r"|\bmaakt? (?:je |jij |u )?(?:de|het) $"
)
# "In de weekenden werken onze studenten", "springen oproepkrachten in".
_STAND_INS = re.compile(
    r"\b(?:onze|door|spring\w*|werken|draaien) (?:\w+ )?"
    rf"(?:{many('stand_ins')}|vrijwilligers|robots)\b"
)
_YOURSELF = re.compile(r"\bzelf\b")
_YOURS_TOO = re.compile(r"\b(?:je|jij|u|we|wij|jullie|zelf|zoeken|gezocht)\b")
_EXTRA_PAY = re.compile(
    r"\b\w*(?:toeslag|toeslagen|toelage|vergoeding)\b"
    r"|\bbeta(?:al|len) (?:we|wij) \d+ ?(?:%|procent)"
)
_YOU = re.compile(r"\b(?:je|jij|u|we|wij|jullie)\b")
_BUT_YOU = re.compile(
    r"\W*(?:maar )?(?:dan )?(?:"
    r"(?:jij|je|u) (?:werkt|start|begint|stopt|bent|draait|hoeft)"
    r"|(?:ben|werk|start|begin|stop|draai|hoef) (?:jij|je|u)"
    r"|(?:jouw|je|uw) (?:dienst|werkdag|dag|rooster)|kantoor werkt"
    r"|op (?:het )?kantoor (?:werk|ben|zijn|sta)\w*)\b"
)


def own(wording: Wording, said: Reading) -> Reading | None:
    """What is read, unless others keep these hours; free absent, optional weak."""
    if not said.asks[0].startswith("shift_"):
        return said
    easy, sentence = wording.easy, wording.span
    if said.polarity != "demanded":
        return None if is_told_of_the_day(easy, said.span, sentence) else said
    whose = _whose(easy, said, sentence)
    if whose != "yours":
        return said._replace(polarity="absent") if whose == "nobody's" else None
    rest = easy[said.span[1] : sentence[1]]
    if _is_optional(easy, sentence, rest) or _is_pay(easy, said, sentence):
        return said._replace(strength=1)
    return said


def _whose(easy: str, said: Reading, sentence: Span) -> Whose:
    """Whose hours are named; "nobody's" are those that you have off."""
    start, end = clause(easy, said.span, sentence)
    before, rest = easy[start : said.span[0]], easy[said.span[1] : sentence[1]]
    watch = said.asks[0] == "shift_standby"  # kept at home
    if not watch and _FREE.match(rest) and not _DUTY.search(easy, start, said.span[1]):
        return "nobody's"
    if _is_their_subject(easy, (start, end), before):
        return "theirs"
    if is_left_to_others(easy, said.span, sentence):
        return "nobody's"
    theirs = (
        _is_theirs(easy, (start, end), before)
        or is_kept_by_others(easy, said.span, sentence)
        or _is_contrasted(easy, (start, end), sentence)
    )
    return "theirs" if theirs else "yours"


def _is_their_subject(easy: str, inside: Span, before: str) -> bool:
    if _THEIR_SERVICE.match(easy, *inside):
        return True
    return _THEY.match(easy, *inside) is not None and not _YOU.search(before)


def _is_theirs(easy: str, inside: Span, before: str) -> bool:
    if _THEIR_SHIFT.search(easy, *inside):
        return True
    if _PLANS.search(before) and not _YOURSELF.search(easy, *inside):
        return True
    stand_ins = _STAND_INS.search(easy, *inside)
    return stand_ins is not None and not _YOURS_TOO.search(easy, *inside)


def _is_contrasted(easy: str, inside: Span, sentence: Span) -> bool:
    """Whether others keep these hours, and "jij" keeps other ones."""
    if _YOU.search(easy, *inside):
        return False
    return _BUT_YOU.match(easy, inside[1], sentence[1]) is not None


def _is_optional(easy: str, sentence: Span, rest: str) -> bool:
    return bool(_IF_YOU_LIKE.search(easy, *sentence) or _MAY.match(rest))


def _is_pay(easy: str, said: Reading, sentence: Span) -> bool:
    first = said.span[0]
    start, end = comma_clause(easy, (first, first + 1), sentence)
    if not _EXTRA_PAY.search(easy, start, end):
        return False
    return not re.search(r"\b(?:je|jij|u) (?:werkt|draait|staat)\b", easy[start:end])
