"""One employer's career site on one day: its jobs, addresses and answers."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from demo.market import Advert, Employer

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GENDERS = re.compile(r"(?i)\((?:[mvxfd]/)+[mvxfd]\)|\s(?:[mvxfd]/)+[mvxfd]\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends back."""

    body: bytes
    kind: str
    status: int = 200

    @property
    def etag(self) -> str:
        return f'"{sha256(self.body).hexdigest()[:20]}"'


Query = Mapping[str, str]
Pages = Mapping[str, Answer | Callable[[Query], Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One advert as it stands on a site: with its dates and its address."""

    advert: Advert
    posted: date
    closes: date | None
    path: str
    url: str

    @property
    def posted_at(self) -> datetime:
        """People publish at half past nine."""
        return datetime.combine(self.posted, time(9, 30), AMSTERDAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A career site at `address` (no slash at the end), as it is `today`."""

    employer: Employer
    address: str
    today: date

    def jobs(self, path: Callable[[Advert], str]) -> tuple[Job, ...]:
        """All jobs, newest first; `path` says where this shape puts one."""
        newest = sorted(self.employer.adverts, key=lambda a: a.posted_days_ago)
        return tuple(self._job(advert, path(advert)) for advert in newest)

    def _job(self, advert: Advert, path: str) -> Job:
        closes = advert.closes_in_days
        return Job(
            advert=advert,
            posted=self.today - timedelta(days=advert.posted_days_ago),
            closes=None if closes is None else self.today + timedelta(days=closes),
            path=path,
            url=self.address + path,
        )


def slug_of(title: str) -> str:
    """`Medewerker zorgadministratie (m/v/x)` as `medewerker-zorgadministratie`."""
    plain = unicodedata.normalize("NFKD", GENDERS.sub(" ", title))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only)) or "vacature"


def end_of_day(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), AMSTERDAM)


def text_answer(text: str, *, kind: str = "text/plain; charset=utf-8") -> Answer:
    return Answer(text.encode(), kind)


def html_answer(html: str, *, status: int = 200) -> Answer:
    return Answer(html.encode(), "text/html; charset=utf-8", status)


def json_answer(value: object, *, kind: str = "application/json") -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), kind)


def xml_answer(root: ElementTree.Element, *, kind: str = "application/xml") -> Answer:
    return Answer(
        ElementTree.tostring(root, encoding="utf-8", xml_declaration=True),
        f"{kind}; charset=utf-8",
    )
