"""A web server that costs next to nothing, so that it is not what is measured.

One thread, ready-made answers, connections that stay open. It knows GET, and what an
If-None-Match asks for; anything else is a 404.
"""

import multiprocessing
import re
import selectors
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from crawlers.benchmark.site import Plan, Site

HOST = "127.0.0.1"
BACKLOG = 512
REQUEST_LINE = re.compile(rb"GET (\S+) HTTP/1\.1\r\n")
MARK = re.compile(rb"\r\nIf-None-Match: *(\S+)\r\n", re.IGNORECASE)
END = b"\r\n\r\n"
MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n"
LARGEST_REQUEST = 65_536
Pieces = tuple[bytes | memoryview, ...]


@dataclass(frozen=True, slots=True)
class RunningSite:
    """A site that is being served, by the process with this number."""

    plan: Plan
    origin: str
    pid: int


@contextmanager
def served(plan: Plan) -> Iterator[RunningSite]:
    """Serve the site of `plan` from a process of its own while the block runs."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_serve, args=(plan, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield RunningSite(plan, ours.recv(), process.pid or 0)
    finally:
        process.terminate()
        process.join()
        ours.close()


def _serve(plan: Plan, started: Connection) -> None:
    with socket.create_server((HOST, 0), backlog=BACKLOG) as listener:
        origin = f"http://{HOST}:{listener.getsockname()[1]}"
        server = Server(Site(plan, origin), listener)
        started.send(origin)
        server.run()


class Server:
    """Answers one request after the other, as they come in."""

    def __init__(self, site: Site, listener: socket.socket) -> None:
        self._site = site
        self._listener = listener
        self._selector = selectors.DefaultSelector()
        self._came: dict[socket.socket, bytes] = {}  # of a request not yet whole
        self._left: dict[socket.socket, memoryview] = {}  # of an answer
        listener.settimeout(0)
        self._selector.register(listener, selectors.EVENT_READ)

    def run(self) -> None:
        """Serve until the process is ended."""
        while True:
            self.step(None)

    def step(self, timeout: float | None) -> None:
        """Do what can be done now."""
        for key, events in self._selector.select(timeout):
            one = key.fileobj
            if one is self._listener:
                self._accept()
            elif isinstance(one, socket.socket):
                try:
                    self._go_on(one, events)
                except OSError:  # the visitor is gone
                    self._close(one)

    def close(self) -> None:
        """Let every visitor go; the listener belongs to whoever made it."""
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, socket.socket) and key.fileobj is not (
                self._listener
            ):
                self._close(key.fileobj)
        self._selector.close()

    def _accept(self) -> None:
        visitor, _ = self._listener.accept()
        visitor.settimeout(0)
        visitor.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(visitor, selectors.EVENT_READ)

    def _go_on(self, visitor: socket.socket, events: int) -> None:
        if events & selectors.EVENT_WRITE:
            self._selector.modify(visitor, selectors.EVENT_READ)
            self._send(visitor, (self._left.pop(visitor),))
            return
        came = self._came.pop(visitor, b"") + visitor.recv(LARGEST_REQUEST)
        if came.endswith(END):
            self._send(visitor, self._answer(came))
        elif came and len(came) <= LARGEST_REQUEST:
            self._came[visitor] = came
        else:
            self._close(visitor)

    def _answer(self, request: bytes) -> Pieces:
        asked = REQUEST_LINE.match(request)
        answer = self._site.answer(asked[1]) if asked else None
        if answer is None:
            return (MISSING,)
        known = MARK.search(request)
        if known and known[1] == answer.mark:
            return (UNCHANGED % answer.mark,)
        return (answer.header, *answer.body)

    def _send(self, visitor: socket.socket, pieces: Pieces) -> None:
        sent = visitor.sendmsg(pieces)
        if sent < sum(map(len, pieces)):
            self._left[visitor] = memoryview(b"".join(pieces))[sent:]
            self._selector.modify(visitor, selectors.EVENT_WRITE)

    def _close(self, visitor: socket.socket) -> None:
        self._selector.unregister(visitor)
        visitor.close()
        self._came.pop(visitor, None)
        self._left.pop(visitor, None)
