"""One transaction per request, as the role of whoever is asking."""

from contextlib import AbstractContextManager
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, g, request

from schemas.account import PERSONAS, Persona
from schemas.database import Db
from schemas.pools import Pools
from schemas.tables import sessions
from schemas.vault import Vault

# A page that asks by itself whether something is ready keeps no session alive.
BACKGROUND = "X-Poll"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def database() -> Db:
    """The connection of this request; the row-level security of its persona applies."""
    if "db" not in g:
        raise RuntimeError("nobody is signed in, so there is no database to read")
    db: Db = g.db
    return db


def auth_database() -> AbstractContextManager[Db]:
    """A connection that may look up accounts; only for signing in and out."""
    return pools().lend("web_auth")


def pools() -> Pools:
    """The pools of this process, one per role."""
    found: Pools = current_app.extensions["pools"]
    return found


def vault() -> Vault:
    """What seals and opens, by the key of this installation."""
    found: Vault = current_app.extensions["vault"]()
    return found


def now() -> datetime:
    """The moment of this request, in the Netherlands."""
    return datetime.now(AMSTERDAM)


def cookie_name() -> str:
    """The cookie that holds the token."""
    return host_cookie("sessie", production=current_app.config["PRODUCTION"])


def host_cookie(name: str, *, production: bool) -> str:
    """`__Host-` ties a cookie to https and to this host; a demo has no https."""
    return f"__Host-{name}" if production else name


def read_cookie() -> tuple[Persona, str] | None:
    """The persona (a hint, not trusted) and the token of the cookie.

    A token of ours is printable; PostgreSQL would choke on a NUL.
    """
    hint, _, token = request.cookies.get(cookie_name(), "").partition(":")
    for persona in PERSONAS:
        if hint == persona and token and token.isprintable():
            return persona, token
    return None


def begin() -> None:
    """Borrow a connection of the cookie's persona and find out whose session it is.

    A wrong hint gives the pool of another role, where the token is nobody's.
    """
    g.me = None
    cookie = read_cookie()
    if cookie is None or request.endpoint == "static":
        return
    persona, token = cookie
    g.lent = pools().lend(f"web_{persona}")
    g.db = g.lent.__enter__()
    found = sessions.arrive(g.db, token, awake=BACKGROUND not in request.headers)
    g.me = found
    if found is not None and found.touched:
        g.db.commit()
        g.me = sessions.identify(g.db, token)


def settle(response: Response) -> Response:
    """Commit a good answer, roll back any other: an aborted view leaves nothing."""
    if "db" in g:
        if response.status_code < 400:
            g.db.commit()
        elif not g.db.closed:
            g.db.rollback()
    return response


def finish(_error: BaseException | None) -> None:
    """Give the connection back, also a broken one: the pool replaces it."""
    lent = g.pop("lent", None)
    if lent is not None:
        g.pop("db", None)
        lent.__exit__(None, None, None)


def init(app: Flask) -> None:
    """Hang the transaction around every request."""
    app.before_request(begin)
    app.after_request(settle)
    app.teardown_request(finish)
