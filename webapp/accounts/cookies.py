"""The three cookies of signing in: the session, the way to it, the trusted device."""

from datetime import timedelta
from typing import Any

from flask import current_app, request
from werkzeug.wrappers import Response

from schemas.account import Persona
from webapp.site.request import cookie_name, host_cookie


def set_session(response: Response, persona: Persona, token: str) -> None:
    """Sign this browser in; the persona only says which pool to ask."""
    response.set_cookie(cookie_name(), f"{persona}:{token}", **_attributes())


def set_halfway(response: Response, token: str) -> None:
    """Remember that the password was right."""
    response.set_cookie(_name("inloggen"), token, **_attributes())


def set_device(response: Response, token: str, lasts: timedelta) -> None:
    """Remember this device."""
    response.set_cookie(_name("apparaat"), token, max_age=lasts, **_attributes())


def halfway() -> str | None:
    """The token of a sign-in halfway."""
    return request.cookies.get(_name("inloggen")) or None


def device() -> str | None:
    """The token of a trusted device."""
    return request.cookies.get(_name("apparaat")) or None


def drop_session(response: Response) -> None:
    """Sign this browser out."""
    response.delete_cookie(cookie_name(), **_attributes())


def drop_halfway(response: Response) -> None:
    """The way there is behind us."""
    response.delete_cookie(_name("inloggen"), **_attributes())


def _name(name: str) -> str:
    return host_cookie(name, production=current_app.config["PRODUCTION"])


def _attributes() -> dict[str, Any]:
    # without the same attributes a browser keeps a `__Host-` cookie
    return {
        "path": "/",
        "httponly": True,
        "samesite": "Lax",
        "secure": current_app.config["PRODUCTION"],
    }
