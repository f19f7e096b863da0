"""What the log keeps of a failure: its kind and its place, never a value."""

import logging
import traceback
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from flask import Flask, request
from flask.logging import default_handler

Caught = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class Discreet(logging.Formatter):
    """Leaves out what an exception says: it may quote a form or a row.

    PostgreSQL for one repeats in its message the whole row that broke a rule.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record; what another handler made of the exception is not reused."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Caught) -> str:  # noqa: N802 - logging's own name
        """Kinds and places, the exception itself first and then what caused it."""
        return "\n".join(_lines(ei[1]))


def _lines(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind, state = type(error), getattr(error, "sqlstate", None) or ""
        yield f"{kind.__module__}.{kind.__qualname__} {state}".rstrip()
        for frame in traceback.extract_tb(error.__traceback__, limit=-12):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        error = error.__cause__ or error.__context__


def init(app: Flask) -> None:
    """Let the site log like this."""
    default_handler.setFormatter(Discreet("[%(asctime)s] %(levelname)s %(message)s"))
    app.logger.handlers[:] = [default_handler]
    app.log_exception = _log_by_rule(app)  # type: ignore[method-assign, assignment]


def _log_by_rule(app: Flask) -> Callable[[Any], None]:
    """Name the rule, not the address: there may be the token of a mailed link in it."""

    def log(caught: Any) -> None:  # noqa: ANN401 - what logging takes
        rule = request.url_rule.rule if request.url_rule else "no page"
        app.logger.error("Exception on %s [%s]", rule, request.method, exc_info=caught)

    return log
