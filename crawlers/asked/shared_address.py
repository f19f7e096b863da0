"""The address of a vacancy as everybody may see it: nobody in it, nothing inner."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from crawlers.fetching.addresses import is_allowed_ip, why_not_web
from crawlers.pages.contact import without_addresses
from crawlers.pages.page import without_tracking

# Parameters that are of one person: who was invited, who is signed in, who writes.
OF_ONE_PERSON = re.compile(
    r"(?:\w+[_-])?(?:e-?mail(?:_?ad+res+)?|tele(?:f|ph)o+ne?(?:n?umber|nummer)?|tel|phone"
    r"|mobiel|mobile|bsn|(?:voor|achter|first_?|last_?|user_?|full_?)na+me?|birth_?date"
    r"|geboortedatum|(?:candidate|applicant|user|subscriber|recipient|member|contact)"
    r"(?:_?id)?|kandidaat|sollicitant|invite|invitation|uitnodiging|otp"
    r"|(?:access|auth|csrf|id|invite|session)?_?token|auth|session(?:_?id)?|sess"
    r"|sig|signature|password|passwd|pwd|wachtwoord)",
    re.IGNORECASE,
)
SIGNED_NOTE = re.compile(r"eyJ[\w-]{8,}\.")  # a JWT says who it is about
NUMBER = re.compile(r"\d+")  # the number of a job may look like a telephone's
INNER_ENDINGS = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".home")
LAST_PART = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+")


def as_shared(url: str) -> str:
    """The address without campaigns, and without what in its query is of one person."""
    bare = without_tracking(url)
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not _is_personal(name, value)]
    if len(kept) == len(asked):
        return bare
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _is_personal(name: str, value: str) -> bool:
    if OF_ONE_PERSON.fullmatch(name) or SIGNED_NOTE.search(value):
        return True
    return any(_is_reach(one) for one in (name, value) if not NUMBER.fullmatch(one))


def _is_reach(words: str) -> bool:
    return without_addresses(words) != words


def names_somebody(url: str) -> bool:
    """Whether a mail address stands in the path, which cannot do without it."""
    path = unquote(urlsplit(url).path)
    return any("@" in part and _is_reach(part) for part in path.split("/"))


def is_of_the_web(url: str, *, allow_loopback: bool) -> bool:
    """Whether an address can be one of the public internet, as far as it shows.

    What a name stands for is looked at when it is connected to.
    """
    if why_not_web(url, allow_loopback=allow_loopback):
        return False
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        return is_allowed_ip(host, allow_loopback=allow_loopback)
    except ValueError:
        name, dot, last = host.rpartition(".")
        is_inner = host.endswith(INNER_ENDINGS) or not (name and dot)
        return not is_inner and LAST_PART.fullmatch(last) is not None
