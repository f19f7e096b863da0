"""Writes one row per view and per change, in the transaction of the request itself."""

from collections.abc import Iterable
from http import HTTPStatus
from uuid import UUID, uuid4

from flask import Flask, Response, current_app, g, request

from schemas.log_entry import Act, Thing
from schemas.pools import MAY_NOT
from schemas.tables import candidates, log_entries, sessions
from schemas.tables.log_entries import Note
from webapp.record.declaring import MARK, Logged
from webapp.site.failures import gone_page
from webapp.site.request import database, read_cookie
from webapp.writing.fields import identity_of_new

REFUSED = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
# the form comes back, with the data in it
COMES_BACK = (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT)


def about(*candidates: UUID | None) -> None:
    """Whose data this request shows or changes, when its address does not say."""
    g.log_about = tuple(one for one in candidates if one is not None)


def nothing_happened() -> None:
    """What was sent is asked for again, or was so already: not kept, not refused."""
    g.log_nothing = True


def about_thing(made: UUID) -> UUID:
    """What this request makes, when that is not the id which its form gives."""
    g.log_thing = made
    return made


def write(response: Response) -> Response:
    """After each request of somebody signed in, before its transaction is settled.

    A row that cannot be written is an error: then nothing is shown or changed either.
    That it is about somebody who was erased meanwhile is told as that.
    """
    try:
        return _written(response)
    except MAY_NOT:
        database().rollback()
        if _are_seen():
            raise
        return current_app.make_response(gone_page())


def _are_seen() -> bool:
    """Whether the session, and everybody whom this request is about, is still there."""
    db, cookie = database(), read_cookie()
    about = [one for one in _candidates() if one is not None]
    return bool(cookie and sessions.identify(db, cookie[1])) and all(
        candidates.is_seen(db, one) for one in about
    )


def _written(response: Response) -> Response:
    declared = _declared()
    if declared is None or g.get("me") is None or "db" not in g or "log_nothing" in g:
        return response
    if response.status_code in REFUSED:
        _write_apart("refused", declared.thing or "dossier", [_named()])
    elif declared.act is None or declared.thing is None or _is_only_waiting(declared):
        return response
    elif response.status_code in COMES_BACK:
        _write_apart("viewed", declared.thing, _candidates())
    elif _happened(declared.act, response.status_code):
        _write_all(declared.act, declared.thing, _candidates())
    return response


def _declared() -> Logged | None:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, MARK, None)


def _happened(act: Act, status: int) -> bool:
    shown = status < HTTPStatus.MULTIPLE_CHOICES
    return status < HTTPStatus.BAD_REQUEST if act == "changed" else shown


def _candidates() -> tuple[UUID | None, ...]:
    """Whom it is about; None: nobody, or for a candidate: oneself."""
    told: tuple[UUID, ...] = g.get("log_about", ())
    return told or (_named(),)


def _named() -> UUID | None:
    found: UUID | None = (request.view_args or {}).get("candidate_id")
    return found


def _thing_id() -> UUID | None:
    """The id in the address, else of what is new: as told, or as the form gives it."""
    named = {**(request.view_args or {})}
    named.pop("candidate_id", None)
    ids = [value for value in named.values() if isinstance(value, UUID)]
    return ids[-1] if ids else g.get("log_thing") or identity_of_new(request.form)


def _is_only_waiting(declared: Logged) -> bool:
    """A page that asks for itself until something is ready; once looked, no new look.

    The browser says so, and the log itself has to agree.
    """
    candidate = _named()
    return (
        "X-Poll" in request.headers
        and candidate is not None
        and declared.act == "viewed"
        and declared.thing is not None
        and log_entries.just_viewed(database(), candidate, declared.thing, _thing_id())
    )


def _write_apart(act: Act, thing: Thing, candidates: Iterable[UUID | None]) -> None:
    """In a transaction of its own: that of the request leaves nothing behind."""
    db, cookie = database(), read_cookie()
    db.rollback()
    if cookie and sessions.identify(db, cookie[1]):
        _write_all(act, thing, candidates)
        db.commit()


def _write_all(act: Act, thing: Thing, candidates: Iterable[UUID | None]) -> None:
    for candidate in candidates:
        note = Note(
            act=act,
            thing=thing,
            candidate_id=candidate,
            thing_id=_thing_id(),
            request_id=_request_id(),
        )
        log_entries.write(database(), note)


def _request_id() -> UUID:
    """The same for all rows of one request."""
    if "request_id" not in g:
        g.request_id = uuid4()
    found: UUID = g.request_id
    return found


def init(app: Flask) -> None:
    """Hang the log around every request; after `request.init`, to run before it."""
    app.after_request(write)
