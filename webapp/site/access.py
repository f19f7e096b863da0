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

from schemas.account import Persona
from schemas.tables.sessions import Me
from webapp.site.request import read_cookie

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"
MARK = "_allowed"


class UndeclaredViewError(RuntimeError):
    """A view that does not say who may use it."""


def allow(*personas: Persona) -> Callable[[View], View]:
    """Let only these personas in; the database then decides what they see."""

    def mark(view: View) -> View:
        setattr(view, MARK, frozenset(personas))
        return view

    return mark


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
    if allowed == PUBLIC:
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
    """Refuse to start with a view nobody declared."""
    for endpoint, view in app.view_functions.items():
        if endpoint != "static" and getattr(view, MARK, None) is None:
            raise UndeclaredViewError(endpoint)
