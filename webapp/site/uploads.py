"""Files that people send stay in memory: no document of theirs meets the disk."""

import io
from typing import IO

from flask import Request

from matching.documents.pdf import MOST_BYTES

ROOM_FOR_THE_FORM = 1024 * 1024


class InMemoryRequest(Request):
    """A request whose files are not put aside on the disk, however large."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 - the signature is werkzeug's
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        return io.BytesIO()


def is_large(request: Request) -> bool:
    """Whether this is more than any other form may send."""
    return (request.content_length or 0) > (request.max_content_length or 0)


def allow_a_document(request: Request) -> None:
    """Let this one request be as large as a document may be."""
    request.max_content_length = MOST_BYTES + ROOM_FOR_THE_FORM
