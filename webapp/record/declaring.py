"""What every view is in the log, said beside who may use it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask

from schemas.log_entry import Act, Thing
from webapp.site.access import MARK as ALLOWED
from webapp.site.access import PUBLIC

View = TypeVar("View", bound=Callable[..., Any])
MARK = "_logged"


class UndeclaredLogError(RuntimeError):
    """A view that does not say what it is in the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What a view does, and with what; `act` None: with nobody's data."""

    act: Act | None
    thing: Thing | None


def logs(act: Act, thing: Thing) -> Callable[[View], View]:
    """Write one row for every request that this view answers well.

    What is `viewed` counts when a page is shown, what is `changed` also when the answer
    leads on to another page.
    """

    def mark(view: View) -> View:
        setattr(view, MARK, Logged(act=act, thing=thing))
        return view

    return mark


def unlogged(view: View) -> View:
    """Write nothing: the view shows and changes nobody's data."""
    setattr(view, MARK, Logged(act=None, thing=None))
    return view


def check_all_declared(app: Flask) -> None:
    """Refuse to start with a view behind the door that says nothing for the log."""
    for endpoint, view in app.view_functions.items():
        if getattr(view, ALLOWED, PUBLIC) != PUBLIC and not hasattr(view, MARK):
            raise UndeclaredLogError(
                f"{endpoint}: say @logs(act, thing), or @unlogged if about nobody"
            )
