"""Whether a paper is demanded, only wished, still to be got, or not needed."""

import re

# What makes any paper a wish.
WISHED = (
    r"\bpr[eé]\b|pluspunt|meegenomen|voorkeur|liefst|\bhandig\b|voordeel|gewenst|welkom"
    r"|geen (?:\w+ )?(?:must|eis|vereiste|voorwaarde)|hoeft niet|aanbeveling|optioneel"
    r"|niet (?:per se |direct |strikt )?(?:verplicht|nodig|vereist|noodzakelijk)"
    r"|\bplus\b|nice to have|preferred|eventueel|wenselijk|\bfijn\b"
    r"|\bleuk\b|prettig|nuttig"
    r"|van pas|zien (?:we|wij) graag|waarderen (?:we|wij)|(?<!/)\bmag\b|streepje voor"
    r"|\bideaal\b"
)
# A paper that one may get on the job is a wish too.
TO_BE_GOT = (
    r"of (?:gaat|bent|ben|haalt?|behaalt?|wilt?)\b[^.;]{0,40}|bereid\w*"
    r"|(?:haal|behaal|volg)(?:t|en)? (?:je|u|die|dit|deze|hem)? ?(?:bij|via)"
    r"|(?:bij|via) ons (?:te )?(?:halen|behalen|volgen)|te (?:halen|behalen|volgen)"
    r"|^-? ?(?:cursus|training|opleiding)|kun(?:t)? je (?:\w+ ){0,3}?(?:bij|via|halen"
    r"|behalen|volgen|later|nog|hier)|(?:wij|we) (?:betalen|regelen|vergoeden) "
    r"(?:je|jouw|de|deze) (?:opleiding|cursus|certificaat|lessen)"
    r"|dan (?:regel|haal|betaal|volg)|leer je (?:bij ons|hier)"
    r"|anders (?:regel|beta|vergoed|verzorg)|of (?:we|wij) (?:leren|regelen|betalen)"
    r"|(?:gaat?|kunt?) (?:je|u) (?:\w+ ){0,4}(?:be)?halen|^ (?:regelen"
    r"|verzorgen) (?:wij|we)"
    r"|als (?:je|u) (?:die|dat|deze|het) (?:al |toevallig )?(?:hebt|heeft)"
    r"|binnen (?:\w+ ){1,2}(?:maanden?|weken|jaar) (?:te )?(?:be)?halen"
    r"|(?:of|anders) (?:de )?(?:zin|wil)\b[^.;]{0,30}halen"
)
WISH = re.compile(f"{WISHED}|{TO_BE_GOT}")
WISH_ONLY = re.compile(WISHED)
WISH_BEFORE = re.compile(
    r"voorkeur|liefst|eventueel|graag|pr[eé]\b|idealiter|optioneel|nog geen\W*$"
    r"|\bbereid\w*(?!.*\ben\b)|\b(?:be)?halen\b|\b(?:be)?haalt?\b"
    r"|(?:wij|we) (?:betalen|vergoeden|bekostigen)\b"
)
# What follows a comma or bracket and still belongs to what stands before it.
GOES_ON = re.compile(
    r"\s*(?:maar )?(?:(?:hoeft|geen|niet|of|dan|pr[eé]|is|een pr[eé]|bereid"
    r"|(?:te )?(?:be)?halen|anders|gaat? (?:je|u))\b|kun|haal|behaal|(?:wij"
    r"|we) (?:betalen|vergoeden)"
    r"|(?:gewenst|liefst|bij voorkeur|eventueel)\W*$)"
)
NEXT_PAPER = re.compile(
    r"\ben (?:bij voorkeur|liefst|eventueel|graag|idealiter"
    r"|(?:je bent |de )?bereid(?:heid)?\b(?! (?:om )?(?:dit|deze|die|dat|het|hem) te))"
)
ASIDE = re.compile(r"[,;(]")
DENIED = re.compile(r"(?:geen|niet)(?: \w+){0,3}\W*$|hoef\w* (?:geen|niet)[^,;]*$")
NOT_YET = re.compile(r"nog geen\W*$")
NOT_NEEDED = re.compile(
    r"\W*(?:is |zijn )?(?:niet (?:nodig|vereist)|hoeft? (?:je |u |jij |hier )?niet)"
)
NOT_OURS = re.compile(r"bezoekers|paspoorten|verhuizingen|collega's")
THE_FIRM = re.compile(r"\b(?:wij|we|ons|onze|bedrijf|organisatie)\b")
BEFORE, BEHIND = 60, 90  # characters around a paper in which a wish shows
DENIAL_BEFORE, FIRM_BEFORE = 40, 160


def is_wish(low: str, start: int, end: int, *, obtainable: bool = True) -> bool:
    """Whether the paper at `start` is only wished; `end` is where its list ends.

    What is not `obtainable`, such as a VOG, is never got on the job.
    """
    before = ASIDE.split(low[max(0, start - BEFORE) : start])[-1]
    behind = _belonging(low[end : end + BEHIND])
    if not obtainable:
        return bool(WISH_ONLY.search(behind))
    return bool(WISH.search(behind) or WISH_BEFORE.search(before))


def _belonging(behind: str) -> str:
    """The words that still belong to what stands before them."""
    first, *rest = ASIDE.split(NEXT_PAPER.split(behind)[0])
    if rest and GOES_ON.match(rest[0]):
        return f"{first},{rest[0]}"
    return first


def is_denied(low: str, start: int, end: int) -> bool:
    """Whether the paper at `start` is not asked, or asked of somebody else."""
    before = low[max(0, start - FIRM_BEFORE) : start]
    if DENIED.search(before[-DENIAL_BEFORE:]) and not NOT_YET.search(before):
        return True
    if NOT_NEEDED.match(low, end) or NOT_OURS.search(before):
        return True
    return low.startswith("-gecertif", end) and bool(THE_FIRM.search(before))
