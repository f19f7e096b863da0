"""What comes in with a request, made fit to be read by every view."""

from collections.abc import Iterable, Mapping
from typing import Any

from werkzeug.datastructures import ImmutableMultiDict, MultiDict

from webapp.site.uploads import InMemoryRequest

Pairs = Mapping[str, Any] | Iterable[tuple[str, Any]] | None


class Typed(ImmutableMultiDict[str, Any]):
    """Fields without NUL: no keyboard has it, and PostgreSQL chokes on it."""

    def __init__(self, mapping: Pairs = None) -> None:
        pairs = MultiDict(mapping or ()).items(multi=True)
        super().__init__([(_clean(name), _clean(value)) for name, value in pairs])


class IncomingRequest(InMemoryRequest):
    """A request as the site reads it."""

    parameter_storage_class = Typed


def _clean(value: Any) -> Any:  # noqa: ANN401 - a file stays what it is
    return value.replace("\x00", "") if isinstance(value, str) else value
