"""What in an address names the job: a key, not the language, the slug or a campaign."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(
    r"utm_.*|gclid|gbraid|wbraid|dclid|fbclid|msclkid|ttclid|mc_[ce]id|_ga|_gl|gh_src"
    r"|lever-(?:source|origin).*|ref|referrer|source|src|trid|jobcode_tracking"
    r"|jsessionid|phpsessid",
    re.IGNORECASE,
)
SESSION = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)
OF_LANGUAGE = {"lang", "language", "locale", "hl", "l", "taal"}
# How platforms write a job's number; the first that fits counts. Facts: guide 2.4.
KEYS_IN_QUERY = (
    "gh_jid", "jobid", "job_id", "vacatureid", "vacature_id", "vacancyid", "vacancy_id",
    "jid", "reqid", "req_id", "job", "vacature", "vacancy", "id",
)  # fmt: skip
KEYS_IN_PATH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"/jobs?/(?:view/)?(\d{3,})(?=[-_/.]|$)",  # Teamtailor, Greenhouse, Phenom
        r"[/_-](JR[_-]?\d+)(?![0-9])",  # Workday and what was built on it
        r"_(R-?\d{4,})(?:-\d+)?/?$",  # Workday
        r"-(v-\d+)(?![0-9])",  # Hamilton
        r"/j/([0-9A-F]{8,12})(?=/|$)",  # Workable
        r"/vacatures?/(\d{2,})(?=/|$)",  # Getnoticed
        r"/careers/(\d+)(?=/|$)",  # BambooHR
        r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=/|$)",  # Lever, Ashby
        r"/(\d{9,})(?:-[^/]*)?/?$",  # SmartRecruiters, SuccessFactors
        r"[-_/](?!20\d\d(?!\d))(\d{3,})(?:\.html?)?/?$",
    )
)
LOCALE = re.compile(
    r"/(nl|en|de|fr|es|pl|be|us|uk|gb|eu|int|intl|global)(?:[-_][a-z]{2})?(?=/|$)",
    re.IGNORECASE,
)
COUNTRIES = {"be", "us", "uk", "gb", "eu", "int", "intl", "global"}
LIST_WORDS = {
    "", "home", "index", "jobs", "job", "vacatures", "vacature", "vacancies", "careers",
    "career", "banen", "functies", "opdrachten", "werkenbij", "werken-bij", "zoeken",
    "search", "overzicht", "vacatureoverzicht", "alle-vacatures", "openings",
    "positions", "opportunities",
}  # fmt: skip
MOST_LOCALES = 2  # Phenom writes /nl/nl/, the country and the language
LONGEST_ADDRESS = 2_000
# Letters that may stand in a path or query as they are; others are written as %xx.
ORDINARY = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:/[\w./%~+-]*)?", re.ASCII)
HOST = re.compile(r"[\w.-]+(?::\d{1,5})?|\[[\da-fA-F:.]+\](?::\d{1,5})?")
PRINTABLE = "%/:=&?~+!$,;@()*-._"


def split(url: str) -> tuple[str, str, str]:
    """Host (with its port) without `www.`, path and query; empty for no address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", ""
    return parts.netloc.lower().removeprefix("www."), parts.path, parts.query


def without_tracking(url: str) -> str:
    """The address without campaign parameters, session and fragment, safe to print.

    Without a name or password in it too; empty when it has no sound host.
    """
    if ORDINARY.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    if not HOST.fullmatch(host):
        return ""
    query = parts.query
    if query:
        kept = [
            (name, value)
            for name, value in parse_qsl(query, keep_blank_values=True)
            if not TRACKING.fullmatch(name)
        ]
        query = urlencode(kept)
    path = SESSION.sub("", quote(parts.path, safe=PRINTABLE))
    return urlunsplit((parts.scheme, host, path, query, ""))


def key_in_address(url: str) -> str | None:
    """The job's number as its platform writes it, or None when there is none."""
    _, path, query = split(url)
    for pattern in KEYS_IN_PATH:
        if found := pattern.search(path):
            return found.group(1)
    if not query:
        return None
    asked = {name.lower(): value for name, value in parse_qsl(query)}
    return next((asked[name][:200] for name in KEYS_IN_QUERY if asked.get(name)), None)


def bare_path(url: str) -> str:
    """Path and query without the locale: one for a page and its translation."""
    _, path, query = split(url)
    rest = sorted(
        (name, value)
        for name, value in parse_qsl(query)
        if name.lower() not in OF_LANGUAGE and not TRACKING.fullmatch(name)
    )
    path = _without_locale(path).rstrip("/") or "/"
    return f"{path}?{urlencode(rest)}" if rest else path


def locale_of(url: str) -> str:
    """The language an address names, such as `nl` or `en`; empty when it names none."""
    _, path, query = split(url)
    for name, value in parse_qsl(query):
        if name.lower() in OF_LANGUAGE:
            return value[:2].lower()
    named: list[str] = []
    for _ in range(MOST_LOCALES):
        if found := LOCALE.match(path):
            named.append(found.group(1).lower())
            path = path[found.end() :]
    languages = [one for one in named if one not in COUNTRIES] or named
    # Of `/nl/en` and `/en/nl` both, one half is the country, and that is not English.
    return next((one for one in languages if one != "nl"), "nl" if languages else "")


def is_same_job(printed: str, real: str) -> bool:
    """Whether a canonical address can be that of the page which prints it.

    Not on another site, not a list, and not with the number of another job.
    """
    if printed == real:
        return True
    (host, path, _), (own_host, own_path, _) = split(printed), split(real)
    web = printed.startswith(("http://", "https://"))
    if not web or host != own_host or _is_list(path, own_path):
        return False
    key, own_key = key_in_address(printed), key_in_address(real)
    if own_key:
        return key == own_key or (key is None and _last(path) in _last(own_path))
    own_bare = bare_path(real)
    return bool(key) or "?" not in own_bare or bare_path(printed) == own_bare


def without_twins(addresses: Iterable[str]) -> list[str]:
    """Of a page and its translations one address, the Dutch one if there is one."""
    places: dict[tuple[str, str], int] = {}
    kept: list[str] = []
    for url in dict.fromkeys(addresses):
        mark = (split(url)[0], key_in_address(url) or bare_path(url))
        place = places.setdefault(mark, len(kept))
        if place == len(kept) or locale_of(kept[place]) == locale_of(url):
            kept.append(url)
        elif _rank(url) < _rank(kept[place]):
            kept[place] = url
    return kept


def _rank(url: str) -> int:
    return {"nl": 0, "": 1}.get(locale_of(url), 2)


def _without_locale(path: str) -> str:
    for _ in range(MOST_LOCALES):
        if found := LOCALE.match(path):
            path = path[found.end() :]
    return path


def _is_list(path: str, own: str) -> bool:
    bare, mine = _without_locale(path).rstrip("/"), _without_locale(own).rstrip("/")
    if bare == mine:
        return False
    above = mine.startswith(f"{bare}/")
    fewer = bare.count("/") < mine.count("/") and _last(bare) != _last(mine)
    return above or fewer or _last(bare).lower() in LIST_WORDS


def _last(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]
