"""The process that reads one PDF: bytes in, JSON out, and nothing besides.

Started by `matching.documents.pdf`. It binds itself before it reads a byte.
"""

import io
import json
import resource
import sys

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from matching.documents.pdf import MOST_PAGES

MEMORY = 512 * 1024 * 1024
FEW_FILES = 32  # what the interpreter itself opens
LONGEST_PAGE = 20_000
LEAST_LETTERS = 20  # in a whole document; less is a scan with a stamp on it


def main() -> None:
    """Answer {"pages": [...]} or {"refused": reason}."""
    bind(cpu_seconds=int(sys.argv[1]))
    answer = read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))


def bind(*, cpu_seconds: int) -> None:
    """Take from this process all it does not need."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, FEW_FILES),
    ):
        resource.setrlimit(kind, (most, most))


def read(document: bytes) -> dict[str, object]:
    """The text of each page, or why there is none."""
    try:
        return _read(PdfReader(io.BytesIO(document)))
    except (MemoryError, RecursionError, LimitReachedError):
        return {"refused": "too_heavy"}
    except DependencyError:  # a cipher that is not here
        return {"refused": "encrypted"}
    except (PyPdfError, *BROKEN):
        return {"refused": "broken"}


def _read(found: PdfReader) -> dict[str, object]:
    if found.is_encrypted and not found.decrypt(""):  # some ask no password
        return {"refused": "encrypted"}
    if len(found.pages) > MOST_PAGES:
        return {"refused": "too_many_pages"}
    pages = [page.extract_text()[:LONGEST_PAGE] for page in found.pages]
    if sum(letter.isalpha() for page in pages for letter in page) < LEAST_LETTERS:
        return {"refused": "scan"}
    return {"pages": pages}


# A PDF that lies about itself makes the library stumble in these ways; a way of packing
# that it does not know is a RuntimeError of its own kind (NotImplementedError).
BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError),
    *(RuntimeError, TypeError, ValueError),
)

if __name__ == "__main__":
    main()
