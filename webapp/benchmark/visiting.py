"""Advisers who click: what each asks for, and what came back."""

import re
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from random import Random
from urllib.parse import urlencode

from schemas.tables.crowd import CrowdSize
from webapp.benchmark.crowd import candidate_of, email_of, token_of

Address = tuple[str, int]
NAMED = re.compile(r"Kandidaat-(\d+)-\d+\.")
PATIENCE = 30  # seconds
OK, FOUND, NOT_FOUND = 200, 302, 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request: which page, how long in seconds, and what came.

    `foreign`: how many times it named somebody else's candidate. `status` is 0 when
    no answer came.
    """

    page: str
    seconds: float
    status: int
    foreign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """An adviser (from 1) at a site; 0 is somebody who did not sign in."""

    adviser: int
    connection: HTTPConnection

    def get(self, page: str, path: str) -> Visit:
        """Ask for a path; a failed connection is a visit too."""
        headers = {}
        if self.adviser:
            headers["Cookie"] = f"sessie=adviser:{token_of(self.adviser)}"
        began = time.perf_counter()
        try:
            body, status = self._asked(path, headers)
        except (OSError, HTTPException):
            self.connection.close()
            body, status = "", 0
        seconds = time.perf_counter() - began
        foreign = sum(int(one) != self.adviser for one in NAMED.findall(body))
        return Visit(page=page, seconds=seconds, status=status, foreign=foreign)

    def _asked(self, path: str, headers: Mapping[str, str]) -> tuple[str, int]:
        """As a browser does: ask again where the server hung up between two clicks."""
        try:
            return self._once(path, headers)
        except ConnectionError:
            self.connection.close()
            return self._once(path, headers)

    def _once(self, path: str, headers: Mapping[str, str]) -> tuple[str, int]:
        self.connection.request("GET", path, headers=dict(headers))
        answer = self.connection.getresponse()
        return answer.read().decode(), answer.status


def working_day(
    address: Address, size: CrowdSize, *, seconds: float, think: float
) -> list[Visit]:
    """All advisers at once: the list of candidates, then a ranked list, and again.

    `think`: mean seconds between an answer and the next click.
    """
    with ThreadPoolExecutor(size.advisers) as many:
        days = many.map(
            lambda adviser: _day(address, size, adviser, seconds, think),
            range(1, size.advisers + 1),
        )
        return [visit for day in days for visit in day]


def _day(
    address: Address, size: CrowdSize, adviser: int, seconds: float, think: float
) -> list[Visit]:
    dice = Random(adviser)  # noqa: S311 - which candidate comes next is no secret
    visits: list[Visit] = []
    with closing(HTTPConnection(*address, timeout=PATIENCE)) as connection:
        visitor = Visitor(adviser=adviser, connection=connection)
        visitor.get("warming up", "/kandidaten")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            visits.append(visitor.get("list", "/kandidaten"))
            time.sleep(dice.uniform(0, 2 * think))
            chosen = candidate_of(adviser, dice.randint(1, size.candidates))
            visits.append(visitor.get("ranked", f"/kandidaten/{chosen}/vacatures"))
            time.sleep(dice.uniform(0, 2 * think))
    return visits


def mixed_up(address: Address, *, requests: int, threads: int) -> list[Visit]:
    """People who share few connections, each asking for the own and for another's."""
    with ThreadPoolExecutor(threads) as many:
        parts = many.map(
            lambda part: list(_mix(address, part, requests // threads)),
            range(threads),
        )
        return [visit for part in parts for visit in part]


def _mix(address: Address, part: int, requests: int) -> Iterator[Visit]:
    dice = Random(part)  # noqa: S311
    with closing(HTTPConnection(*address, timeout=PATIENCE)) as connection:
        for _ in range(requests):
            adviser = dice.randint(0, 2)
            visitor = Visitor(adviser=adviser, connection=connection)
            if dice.random() < 0.5:
                yield visitor.get("own", "/kandidaten")
            else:
                other = candidate_of(adviser % 2 + 1 if adviser else 1, 1)
                path = f"/kandidaten/{other}/vacatures"
                yield visitor.get("foreign" if adviser else "own", path)


def wrongly_let_in(visits: list[Visit]) -> int:
    """Visits that ended otherwise than they should."""
    right = {"own": {OK, FOUND}, "foreign": {NOT_FOUND}}
    return sum(visit.status not in right[visit.page] for visit in visits)


def side_by_side(
    guarded: Address, unguarded: Address, *, rounds: int
) -> tuple[list[Visit], list[Visit]]:
    """The same ranked page at both sites, in turn."""
    with (
        closing(HTTPConnection(*guarded, timeout=PATIENCE)) as one,
        closing(HTTPConnection(*unguarded, timeout=PATIENCE)) as other,
    ):
        path = f"/kandidaten/{candidate_of(1, 1)}/vacatures"
        pairs = [
            (
                Visitor(adviser=1, connection=one).get("guarded", path),
                Visitor(adviser=1, connection=other).get("unguarded", path),
            )
            for _ in range(rounds)
        ]
    warm = pairs[rounds // 10 :]
    return [pair[0] for pair in warm], [pair[1] for pair in warm]


def wrong_passwords(address: Address, *, tries: int) -> tuple[list[Visit], list[Visit]]:
    """Sign in with a wrong password: to accounts that are there, and that are not."""
    known, unknown = [], []
    with closing(HTTPConnection(*address, timeout=PATIENCE)) as connection:
        cookie, token = _form(connection)
        for number in range(1, tries + 1):
            known.append(_try(connection, cookie, token, email_of(number)))
            unknown.append(
                _try(connection, cookie, token, f"nobody-{number}@crowd.example")
            )
    return known, unknown


def _form(connection: HTTPConnection) -> tuple[str, str]:
    connection.request("GET", "/inloggen")
    answer = connection.getresponse()
    page = answer.read().decode()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    return cookie, found.group(1) if found else ""


def _try(connection: HTTPConnection, cookie: str, token: str, email: str) -> Visit:
    form = {"csrf_token": token, "email": email, "password": "niet het goede"}
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    began = time.perf_counter()
    connection.request("POST", "/inloggen", body=urlencode(form), headers=headers)
    answer = connection.getresponse()
    answer.read()
    seconds = time.perf_counter() - began
    return Visit(page="sign in", seconds=seconds, status=answer.status)
