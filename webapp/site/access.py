"""Deny by default: every view says who may use it, and this module sees to it."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import (
    Flask,
    abort,
    current_app,
    g,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from schemas.account import PERSONAS, Persona
from schemas.rights.matrix import may
from schemas.tables.sessions import Me
from webapp.site.request import read_cookie

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC, HALFWAY = "public", "halfway"
MARK, DATA = "_allowed", "_data"
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class UndeclaredViewError(RuntimeError):
    """A view that does not say who may use it, or says what the rights do not give."""


def allow(*personas: Persona, data: str) -> Callable[[View], View]:
    """Let only these personas in; the database then decides what they see.

    `data` is the kind in schemas/rights that the view shows, or changes when it is
    sent a form: the site does not start with a persona who has no right to that.
    """

    def mark(view: View) -> View:
        setattr(view, MARK, frozenset(personas))
        setattr(view, DATA, data)
        return view

    return mark


def signed_in(view: View) -> View:
    """Let everybody in who is signed in: what is of oneself, whoever one is."""
    return allow(*PERSONAS, data="signing_in")(view)


def halfway(view: View) -> View:
    """Let in whoever gave a right password just now: the view itself sees to that."""
    setattr(view, MARK, HALFWAY)
    return view


def public(view: View) -> View:
    """Let everybody in."""
    setattr(view, MARK, PUBLIC)
    return view


def me() -> Me:
    """Who is asking; only inside a view that is not public."""
    signed_in: Me = g.me
    return signed_in


def guard() -> Response | tuple[str, int] | None:
    """Before each request: see that the view is declared for whoever is asking.

    Runs after the check of the form's token, so that only our own forms come back.
    """
    if request.endpoint is None or request.endpoint == "static":
        return None
    allowed = getattr(current_app.view_functions[request.endpoint], MARK, None)
    if allowed is None:
        raise UndeclaredViewError(request.endpoint)
    if allowed in (PUBLIC, HALFWAY):
        return None
    if g.me is None:
        return _sign_in_first()
    if g.me.persona not in allowed:
        abort(404)  # the page of another persona is not there
    return None


def _sign_in_first() -> Response | tuple[str, int]:
    """To the form, and back; a form sent too late is kept to be sent again."""
    if request.method == "POST" and read_cookie():
        return render_template("login/again.html", typed=request.form), 401
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("login.form", terug=back))


def check_all_declared(app: Flask) -> None:
    """Refuse to start with a view nobody declared, or beyond the table of rights."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            view = app.view_functions[rule.endpoint]
            writing = bool(WRITING & (rule.methods or set()))
            _check_right(rule.endpoint, view, writing=writing)


def _check_right(endpoint: str, view: Callable[..., Any], *, writing: bool) -> None:
    personas = getattr(view, MARK, None)
    if personas is None:
        raise UndeclaredViewError(endpoint)
    for persona in () if personas in (PUBLIC, HALFWAY) else personas:
        if not may(persona, getattr(view, DATA), writing=writing):
            does = "changes" if writing else "shows"
            raise UndeclaredViewError(
                f"{endpoint} {does} {getattr(view, DATA)}, to which schemas/rights "
                f"gives {persona} no such right"
            )
