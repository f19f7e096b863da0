"""Mail addresses, telephone numbers and profiles: what leads straight to a person."""

import re
from collections.abc import Callable
from functools import partial

from crawlers.pages.signs import Sign, Signs, signs_in

CUT_MAIL = "[e-mailadres]"
CUT_PHONE = "[telefoonnummer]"
CUT_PROFILE = "[profiel]"

# The sign of an address, also as written to fool a robot. Without one there is none.
PLAIN_AT = re.compile(r"@(?<=[\w.+'\-;\s]@)")  # the rest of an address before it
AT = re.compile(r"[@&%\\](?:(?<=@)|#0*64;|#[xX]0*40;|commat;|(?<=%)40|u0040)")
AT_IN_WORDS = re.compile(r"[(\[{<]\s?(?:at|apenstaart(?:je)?)\s?[)\]}>]", re.IGNORECASE)
# Backwards from the sign: entities and letters, and `mailto:` before them.
BEFORE_AT = re.compile(
    r"(?:;[0-9a-f]{2,4}x?#&|[\w.+'-]){1,64}(?::otliam)?", re.IGNORECASE
)
MOST_SIGNS = 20_000  # in one page; what has more is no advert, and loses its signs
LONGEST_LOCAL, LONGEST_DOMAIN = 200, 400  # each letter may be written as an entity
DOT = r"(?:\.|&#0*46;|\s?[(\[{]\s?(?:dot|punt)\s?[)\]}]\s?|\s(?:dot|punt)\s)"
BEHIND_AT = re.compile(
    rf"(?:(?:&#x?[0-9a-f]{{2,4}};|[\w-]){{1,63}}{DOT}){{1,5}}"
    r"(?:&#x?[0-9a-f]{2,4};|[a-z]){2,18}(?![a-z])",
    re.IGNORECASE,
)
# So many write "at" with a space beside it; then only a usual ending counts.
USUAL_ENDING = re.compile(
    r"\.(?:nl|com|be|eu|org|net|nu|de|info|amsterdam)\Z", re.IGNORECASE
)
HIDDEN_MAIL = re.compile(  # how Cloudflare hides one: ignored, never decoded
    r"(?P<keep>data-cfemail=\\?[\"']?|/cdn-cgi/l/email-protection#)[0-9a-f]{8,600}"
    r"|\[email(?:\s|&#160;|&nbsp;){1,3}protected\]",
    re.IGNORECASE,
)
GAP = r"(?:[ .\u00a0\u2010-\u2015/-]|&nbsp;|&#160;){0,3}"  # between two digits
ABROAD = rf"{GAP}31\)?{GAP}(?:\(0\))?(?:{GAP}\d){{9,10}}"
ELSEWHERE = rf"[1-9]\d(?:[()]?{GAP}\d){{7,11}}"
BEHIND_PHONE = r"(?![.,:]?\d|-\d{1,2}-\d)"
# Ten digits, or what is dialled from abroad. One pattern for each first letter: what
# starts with a letter of its own is found several times as quickly.
PHONES = tuple(
    re.compile(rf"{first}(?<![\w/=.,€+-]{first})(?:{rest}){BEHIND_PHONE}")
    for first, rest in (
        (
            "0",
            r"(?![1-9]?[-/.][01]?\d[-/.](?:19|20)\d\d(?!\d))"  # 05-12-2026 is a day
            r"(?!\d[.:]\d\d(?![.\d]))"  # 08.00 is a time
            rf"(?:6(?:{GAP}\d){{7,9}}|[1-9](?:{GAP}\d){{8}}"
            rf"|0{GAP}{ABROAD}|0(?=32|49|44|33|48|352){ELSEWHERE})",
        ),
        (r"\+", f"{ABROAD}|{ELSEWHERE}"),
        (r"\(", rf"0[1-9]\d{{0,2}}\)(?:{GAP}\d){{6,8}}|(?:\+|00){ABROAD}"),
    )
)
LINKED_PHONE = re.compile(  # from the first letter of such a link on
    r"(?P<keep>wa\.me\\?/|phone(?:=|%3D|\\?[\"']\s{0,3}:\s{0,3}\\?[\"'])|whatsapp:|tel:)"
    r"(?:\+|%2B)?[\d\s()./-]{7,20}\d",
    re.IGNORECASE,
)
PROFILE = re.compile(
    r"(?:https?:\\?/\\?/)?(?:[a-z]{2,3}\.)?(?:linkedin\.com\\?/(?:in|pub)|calendly\.com)"
    r"\\?/[^\s\"'<>)\]\\]{2,200}",
    re.IGNORECASE,
)


def without_addresses(text: str, signs: Signs | None = None) -> str:
    """Cut mail addresses, telephone numbers and links to a person's profile.

    Safe on raw HTML and JSON as well; costs next to nothing where there are none.
    `signs` are those in the text, where they are known already.
    """
    signs = signs_in(text) if signs is None else signs
    for sign, cut in CUTS:
        if sign in signs:
            text = cut(text)
    return _without_phones(text)


def _without_phones(text: str) -> str:
    """From left to right, as one pattern for all of them would cut them."""
    parts: list[str] = []
    position = 0
    coming = {pattern: pattern.search(text) for pattern in PHONES}
    while found := min(filter(None, coming.values()), key=_start, default=None):
        parts += [text[position : found.start()], CUT_PHONE]
        position = found.end()
        for pattern, match in coming.items():
            if match and match.start() < position:
                coming[pattern] = pattern.search(text, position)
    return "".join([*parts, text[position:]])


def _start(found: re.Match[str]) -> int:
    return found.start()


def _without_mail(text: str, at: re.Pattern[str]) -> str:
    parts: list[str] = []
    position = 0
    for number, sign in enumerate(at.finditer(text)):
        if sign.start() < position:
            continue
        if number > MOST_SIGNS:
            return "".join([*parts, at.sub(" ", text[position:])])
        before = text[max(position, sign.start() - LONGEST_LOCAL) : sign.start()]
        behind = text[sign.end() : sign.end() + LONGEST_DOMAIN]
        local = BEFORE_AT.match(before.rstrip()[::-1])
        domain = BEHIND_AT.match(behind.lstrip())
        if not local or not domain:
            continue
        spaces = len(before) - len(before.rstrip()), len(behind) - len(behind.lstrip())
        in_words = at is AT_IN_WORDS
        if max(spaces) > 1 or (any(spaces) and not in_words and not _is_usual(domain)):
            continue
        start = sign.start() - spaces[0] - local.end()
        parts += [text[position:start], CUT_MAIL]
        position = sign.end() + spaces[1] + domain.end()
    return "".join([*parts, text[position:]])


def _is_usual(domain: re.Match[str]) -> bool:
    return bool(USUAL_ENDING.search(domain.group()))


def _without_linked(text: str, sign: str) -> str:
    """Without the number behind each `tel:` or `wa.me/`."""
    parts: list[str] = []
    position = 0
    lowered = _in_small(text)
    place = lowered.find(sign)
    while place >= 0:
        if found := LINKED_PHONE.match(text, place):
            parts += [text[position : found.end("keep")], CUT_PHONE]
            position = found.end()
        place = lowered.find(sign, max(position, place + len(sign)))
    return "".join([*parts, text[position:]])


def _in_small(text: str) -> str:
    """Of the same length, for only the letters A to Z are made small."""
    small = text.encode(errors="surrogatepass").lower()
    return small.decode(errors="surrogatepass")


def _without_hidden(text: str) -> str:
    return HIDDEN_MAIL.sub(lambda found: found.group("keep") or CUT_MAIL, text)


def _without_profiles(text: str) -> str:
    return PROFILE.sub(CUT_PROFILE, text)


# The sign without which there is nothing of a kind; and how it is cut.
CUTS: tuple[tuple[Sign, Callable[[str], str]], ...] = (
    ("profile", _without_profiles),
    ("hidden mail", _without_hidden),
    ("coded at", partial(_without_mail, at=AT)),
    ("at", partial(_without_mail, at=PLAIN_AT)),
    ("at in words", partial(_without_mail, at=AT_IN_WORDS)),
    ("wa.me", partial(_without_linked, sign="wa.me")),
    ("phone", partial(_without_linked, sign="phone")),
    ("whatsapp:", partial(_without_linked, sign="whatsapp:")),
    ("tel:", partial(_without_linked, sign="tel:")),
)
