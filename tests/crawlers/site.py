"""A small career site on loopback: paths to answers, and a record of who asked what."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """One answer of the site."""

    body: bytes | str = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    began: float
    ended: float


Answering = Reply | str | Callable[[Mapping[str, str]], Reply]


@dataclass
class TestSite:
    """Change `pages` while it runs; `asked` holds what was asked."""

    __test__ = False

    pages: dict[str, Answering]
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def reply(self, path: str, headers: Mapping[str, str]) -> Reply:
        made = self.pages.get(path, Reply("weg", status=404))
        if callable(made):
            made = made(headers)
        return Reply(made) if isinstance(made, str) else made


@contextmanager
def served(pages: Mapping[str, Answering]) -> Iterator[TestSite]:
    """Serve `pages` while the block runs."""
    site = TestSite(dict(pages))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            """What was sent comes with the headers, as `body`."""
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET({"body": sent.decode()})

        def do_GET(self, more=()):
            began = time.monotonic()
            headers = {name.lower(): value for name, value in self.headers.items()}
            headers |= dict(more)
            reply = site.reply(self.path, headers)
            time.sleep(reply.seconds)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            site.asked.append(Asked(self.path, headers, began, time.monotonic()))

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}
    )
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
