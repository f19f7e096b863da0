"""From a right password to a session: what is asked in between, and the cookies."""

from typing import cast
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from flask import current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.account import Persona
from schemas.database import Db
from schemas.log_entry import Act
from schemas.seeds import Sealer
from schemas.tables import log_entries, sessions, sign_ins
from schemas.tables.accounts import Credentials
from schemas.tables.log_entries import Note
from webapp.accounts import agents, codes, cookies, second_factor, throttle
from webapp.accounts.limits import HALFWAY, HOME, LONGEST
from webapp.accounts.recognising import Step, Visit, next_step
from webapp.site.request import now, read_cookie


def visit() -> Visit:
    """Where this request comes from."""
    return Visit(
        network=throttle.network_of(request.remote_addr),
        device=cookies.device(),
        production=current_app.config["PRODUCTION"],
    )


def sealer() -> Sealer:
    """What closes the secrets of apps."""
    return cast("Sealer", current_app.extensions["sealer"])


def after_password(db: Db, account: Credentials, back: str | None) -> Response:
    """In at once, or on to the second step."""
    step = next_step(db, account, visit())
    if step == "none":
        return signed_in(db, account.id, account.persona, back)
    return halfway(db, account.id, account.email, step, back)


def halfway(
    db: Db, account_id: UUID, email: str, step: Step, back: str | None
) -> Response:
    """To the page that asks for a code, or that sets up an app."""
    token = codes.new_token()
    sign_ins.start(db, account_id, codes.hash_of(token), now() + HALFWAY)
    if step == "mail":
        second_factor.send_code(db, token, email, now())
    if step == "set_up_app":
        second_factor.begin_app(db, token, account_id, sealer())
    page = "set_up" if step == "set_up_app" else "form"
    response = redirect(url_for(f"second_factor.{page}", terug=back), 303)
    cookies.set_halfway(response, token)
    return response


def signed_in(db: Db, account_id: UUID, persona: Persona, back: str | None) -> Response:
    """A session of its own, and on to where one was going."""
    token = open_session(db, account_id, persona)
    response = redirect(back or url_for(HOME[persona]))
    return let_in(response, persona, token)


def open_session(db: Db, account_id: UUID, persona: Persona) -> str:
    """A new session with a new token; the one of before in this browser ends."""
    end_session(db)
    token = codes.new_token()
    agent = agents.described(request.headers.get("User-Agent", ""))
    sessions.open_session(db, account_id, token, now() + LONGEST[persona], agent)
    throttle.whole(db, str(account_id))
    note_at_door(db, "signed_in", account_id, persona)
    return token


def note_at_door(
    db: Db, act: Act, account_id: UUID | None = None, persona: Persona | None = None
) -> None:
    """Write in the log who came in or went out, or that somebody was refused."""
    note = Note(act=act, thing="session", request_id=uuid4())
    log_entries.write_sign_in(db, note, account_id, persona)


def let_in(response: Response, persona: Persona, token: str) -> Response:
    """Give the browser its cookie; the way there is behind it."""
    cookies.set_session(response, persona, token)
    if cookies.halfway():
        cookies.drop_halfway(response)
    return response


def end_session(db: Db) -> None:
    """End the session of this browser, if it has one."""
    if cookie := read_cookie():
        sessions.close_session(db, cookie[1])


def safe(address: str | None) -> str | None:
    """Only a path on this site may be gone back to."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    parts = urlsplit(address)
    return address if not parts.scheme and not parts.netloc else None


def own_account() -> UUID:
    """The account of whoever is signed in."""
    found: UUID = g.me.id
    return found
