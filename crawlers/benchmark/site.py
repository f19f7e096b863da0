"""The generated career site: every path with its answer, made before anyone asks."""

import tempfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap

from crawlers.benchmark.adverts import make_advert
from crawlers.benchmark.pages import FOOT, HEAD, MENU, address_of, own_parts
from crawlers.benchmark.sitemaps import Entry, robots, sitemap

FIRST_NUMBER = 100_000
IN_ONE_SITEMAP = 1_000
HTML, XML, TEXT = "text/html; charset=utf-8", "application/xml", "text/plain"
SHARED = len(HEAD) + len(MENU) + len(FOOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is generated: the same plan gives the same site, whatever its address."""

    seed: int
    pages: int
    today: date


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: its header and the pieces of its body; `mark` is its ETag."""

    mark: bytes
    header: bytes | memoryview
    body: tuple[bytes | memoryview, ...]


class Site:
    """The site of a plan at an address such as `http://127.0.0.1:8000`.

    What a page does not share lies in a temporary file, so that the system decides
    how much of a large site stays in memory.
    """

    def __init__(self, plan: Plan, origin: str) -> None:
        self._spans: dict[bytes, tuple[bytes, Sequence[slice]]] = {}
        entries: list[Entry] = []
        with tempfile.TemporaryFile() as file:
            for number in range(FIRST_NUMBER, FIRST_NUMBER + plan.pages):
                advert = make_advert(plan.seed, number, plan.today)
                path = address_of(advert)
                entries.append((origin + path, advert.posted))
                own = [part.encode() for part in own_parts(advert, origin)]
                mark = _mark(own)
                size = SHARED + sum(map(len, own))
                written = (_header(mark, HTML, size), *own)
                spans = _spans(file.tell(), written)
                self._spans[path.encode()] = (mark, spans)
                file.writelines(written)
            file.flush()
            self._file = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        self._lists = _lists(plan, origin, entries)

    def answer(self, path: bytes) -> Answer | None:
        """The answer at a path, or None where there is nothing."""
        if path not in self._spans:
            return self._lists.get(path)
        mark, spans = self._spans[path]
        header, top, main = (self._file[span] for span in spans)
        return Answer(mark, header, (HEAD, top, MENU, main, FOOT))


def _spans(start: int, parts: Sequence[bytes]) -> list[slice]:
    ends = accumulate(map(len, parts), initial=start)
    return [slice(begin, end) for begin, end in pairwise(ends)]


def _lists(plan: Plan, origin: str, entries: list[Entry]) -> dict[bytes, Answer]:
    parts = [
        entries[start : start + IN_ONE_SITEMAP]
        for start in range(0, len(entries), IN_ONE_SITEMAP)
    ]
    maps = {f"/sitemap-vacatures-{n}.xml": part for n, part in enumerate(parts, 1)}
    index = [(origin + path, plan.today) for path in maps]
    found = {
        "/robots.txt": _listed(robots(origin), TEXT),
        "/sitemap.xml": _listed(sitemap(index, index=True), XML),
        **{path: _listed(sitemap(part), XML) for path, part in maps.items()},
    }
    return {path.encode(): answer for path, answer in found.items()}


def _listed(body: bytes, kind: str) -> Answer:
    mark = _mark([body])
    return Answer(mark, _header(mark, kind, len(body)), (body,))


def _mark(parts: Iterable[bytes]) -> bytes:
    return b'"%08x"' % zlib.crc32(b"".join(parts))


def _header(mark: bytes, kind: str, size: int) -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nContent-Length: %d\r\nETag: %b\r\n\r\n"
        % (kind.encode(), size, mark)
    )
