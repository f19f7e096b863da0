"""Runs the whole product on the invented market: what `make demo` does."""

import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from types import FrameType

from demo import loading
from demo.market import Market, load_market
from demo.market import sources as sources_of
from demo.people import PASSWORD
from demo.people_reading import load_people
from demo.shapes.site import AMSTERDAM
from demo.sites import RunningSites, serve
from schemas.database import connect
from schemas.errors import NotThereError
from schemas.keys import vault_of
from schemas.opening import OpenDatabase
from schemas.settings import child_environment, crawl_environment
from schemas.tables import invented
from schemas.terminal import say
from webapp.mail.sending import mail_folder

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 100
SECONDS_TO_ANSWER = 30.0
SECONDS_TO_STOP = 10.0
OK, WITH_FINDINGS = 0, 1
COLLEAGUES = {"coordinator": "coördinator", "admin": "beheerder"}


def run(opened: OpenDatabase, *, port: int | None, browser: bool) -> None:
    """Bring everything up, say where it is, and stop it all on Ctrl-C or SIGTERM."""
    began = time.monotonic()
    chosen = port or free_port()
    settings = replace(opened.settings, address=_address(chosen))
    opened = replace(opened, settings=settings)
    with ExitStack() as running, suppress(KeyboardInterrupt):
        # A shell that starts us in the background has SIGINT ignored; we never do.
        signal.signal(signal.SIGINT, _as_ctrl_c)
        signal.signal(signal.SIGTERM, _as_ctrl_c)
        running.enter_context(_only_demo(opened))
        market = load_market()
        sites = running.enter_context(serve(market, today=_now().date()))
        _fill(opened, market, sites)
        running.enter_context(_program(opened, "worker"))
        site = running.enter_context(
            _program(opened, "web", "--host", HOST, "--port", str(chosen))
        )
        _wait_until_it_answers(site, chosen)
        _welcome(opened, chosen, time.monotonic() - began)
        if browser:
            webbrowser.open(_address(chosen))
        site.wait()
        raise NotThereError("the site stopped by itself")
    say("Gestopt. Alles is bewaard; `make demo` gaat verder waar je was.")


@contextmanager
def _only_demo(opened: OpenDatabase) -> Iterator[None]:
    with connect(opened.role("maintenance")) as db:
        if not invented.claim(db):
            raise NotThereError("the demo runs already on this data")
        db.commit()
        yield


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from `first` on that nobody uses."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
    raise NotThereError(f"no free port between {first} and {first + PORTS_TRIED}")


def _fill(opened: OpenDatabase, market: Market, sites: RunningSites) -> None:
    """Register, crawl, load and match; what an earlier start did is not done again."""
    maintenance = opened.role("maintenance")
    with connect(maintenance) as db:
        moved = [
            source
            for source in sources_of(market, sites.addresses)
            if invented.add_source(db, source)
        ]
        vacancies, _, _ = invented.standing(db)
    if moved or vacancies < len(market.adverts):
        _crawl(opened, market)
    new_people = loading.load(maintenance, now=_now(), vault=vault_of(opened.settings))
    with connect(maintenance) as db:
        _, candidates, ranked = invented.standing(db)
    if moved or new_people or ranked < candidates:
        whole = child_environment(opened.settings, opened.url)
        _step("Vacatures lezen en vergelijken", "match", env=whole)


def _crawl(opened: OpenDatabase, market: Market) -> None:
    names = [employer.slug for employer in market.employers]
    _step(
        f"{len(market.adverts)} vacatures ophalen bij {len(names)} werkgevers",
        *("crawl", "--allow-loopback", *names),
        env=crawl_environment(opened.settings, opened.role("crawler")),
    )


def _step(text: str, *verb: str, env: Mapping[str, str]) -> None:
    """One verb to its end, with its own progress on this terminal."""
    say(f"{text} …")
    done = subprocess.run(  # noqa: S603 - our own program
        _command(*verb),
        env=env,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode not in {OK, WITH_FINDINGS}:
        raise NotThereError(f"`spoorzoeker {verb[0]}` ended with {done.returncode}")


@contextmanager
def _program(opened: OpenDatabase, *verb: str) -> Iterator[subprocess.Popen[bytes]]:
    """A verb that runs beside us until the end of the context.

    It has a session of its own: Ctrl-C reaches only us, who then stop it in order.
    """
    process = subprocess.Popen(  # noqa: S603 - our own program
        _command(*verb),
        env=child_environment(opened.settings, opened.url),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_STOP)
        if process.poll() is None:
            process.kill()
            process.wait()


def _command(*verb: str) -> Sequence[str]:
    return (sys.executable, "-m", "spoorzoeker", *verb)


def _wait_until_it_answers(site: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline and site.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise NotThereError(f"the site does not answer on port {port}")


def _welcome(opened: OpenDatabase, port: int, seconds: float) -> None:
    people = load_people()
    logins = (
        ("adviseur", people.advisers[0].email),
        ("kandidaat", people.candidates[0].email),
        ("opdrachtgever", people.opdrachtgevers[0].contact_email),
        *((COLLEAGUES[one.persona], one.email) for one in people.colleagues),
    )
    say(f"\nSpoorzoeker draait na {seconds:.0f} s op {_address(port)}\n")
    for persona, email in logins:
        say(f"  {persona:<14} {email:<34} wachtwoord: {PASSWORD}")
    say("\nVerzonnen mensen loggen in zonder tweede stap; een app instellen kan wel.")
    if opened.settings.smtp is None:
        say(f"Mail gaat nergens heen en ligt in {mail_folder(opened.settings)}")
    say(
        "\nAlle werkgevers, vacatures en mensen zijn verzonnen. Weghalen: "
        "spoorzoeker demo --remove\nStoppen: Ctrl-C\n"
    )


def _address(port: int) -> str:
    return f"http://{HOST}:{port}/"


def _now() -> datetime:
    return datetime.now(AMSTERDAM)


def _as_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
