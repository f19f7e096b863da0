"""Serve the invented market on loopback: one port, and one real site, per employer."""

import errno
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

import click

from demo.market import Employer, Market, Shape, load_market
from demo.reading import BadDataError
from demo.shapes import graph, recruitee, sitemap, teamtailor
from demo.shapes.html import not_found
from demo.shapes.site import AMSTERDAM, Answer, Pages, Site

HOST = "127.0.0.1"
FIRST_PORT = 8801
PAGES: Mapping[Shape, Callable[[Site], Pages]] = {
    "jobposting": sitemap.pages,
    "graph": graph.pages,
    "recruitee": recruitee.pages,
    "teamtailor": teamtailor.pages,
}


class NoFreePortError(OSError):
    """No port from the preferred one upwards is free on loopback."""


class Handler(BaseHTTPRequestHandler):
    """Answers from the pages made beforehand; keeps the connection open."""

    protocol_version = "HTTP/1.1"
    server_version = "Voorbeeldmarkt"
    sys_version = ""
    timeout = 10
    # Head and body leave as one packet: otherwise each answer waits 40 ms.
    wbufsize = 65_536
    disable_nagle_algorithm = True
    server: "SiteServer"

    def do_GET(self) -> None:
        answer = self.server.answer(self.path)
        unchanged = self.headers.get("If-None-Match") == answer.etag
        self.send_response(304 if unchanged else answer.status)
        self.send_header("ETag", answer.etag)
        self.send_header("Content-Type", answer.kind)
        if not unchanged:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not unchanged and self.command != "HEAD":
            self.wfile.write(answer.body)

    do_HEAD = do_GET  # noqa: N815  the name is http.server's

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who serves decides what is logged."""


class SiteServer(ThreadingHTTPServer):
    """One employer's site; `pages` come once the port, so the address, is known."""

    request_queue_size = 128

    def __init__(self, port: int) -> None:
        self.pages: Pages = {}
        self.missing = Answer(b"", "text/plain", 404)
        super().__init__((HOST, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who leaves halfway is no error of ours; anything else is."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def answer(self, target: str) -> Answer:
        try:
            parts = urlsplit(target)
        except ValueError:
            return self.missing
        page = self.pages.get(parts.path, self.missing)
        return page if isinstance(page, Answer) else page(dict(parse_qsl(parts.query)))


class RunningSites:
    """The sites while they run; `addresses` maps an employer's slug to its site."""

    def __init__(self, addresses: Mapping[str, str], running: ExitStack) -> None:
        self.addresses = dict(addresses)
        self._running = running

    def stop(self) -> None:
        self._running.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def serve(
    market: Market, *, today: date, ports: Sequence[int] | None = None
) -> RunningSites:
    """Serve every employer until `stop`, or until the `with` block ends.

    `ports` are the preferred ones in the order of the employers (0: any free port);
    without them it is 8801 and on. A port in use gives way to the next free one.
    """
    wanted = ports or range(FIRST_PORT, FIRST_PORT + len(market.employers))
    with ExitStack() as starting:
        addresses = {
            employer.slug: _start(employer, today, _bound(port), starting)
            for employer, port in zip(market.employers, wanted, strict=True)
        }
        return RunningSites(addresses, starting.pop_all())


def _start(
    employer: Employer, today: date, server: SiteServer, running: ExitStack
) -> str:
    running.callback(server.server_close)
    site = Site(employer=employer, address=server.address, today=today)
    server.pages = PAGES[employer.shape](site)
    server.missing = not_found(site)
    # The default looks only twice a second whether it should stop.
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    running.callback(server.shutdown)
    return server.address


def _bound(preferred: int) -> SiteServer:
    for port in range(preferred, 65_536) if preferred else [0]:
        try:
            return SiteServer(port)
        except OSError as refused:
            if refused.errno != errno.EADDRINUSE:
                raise
    raise NoFreePortError(f"no free port from {preferred} on")


def chosen(market: Market, slugs: Iterable[str]) -> Market:
    """The market of these employers only; all of them when none is named."""
    wanted = set(slugs)
    known = {employer.slug for employer in market.employers}
    if odd := sorted(wanted - known):
        raise BadDataError(f"no employer {', '.join(odd)}; there is {sorted(known)}")
    return Market(
        employers=tuple(e for e in market.employers if not wanted or e.slug in wanted)
    )


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("slugs", metavar="[EMPLOYER]...", nargs=-1)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day from which the adverts' dates are counted; today if left out.",
)
@click.option(
    "--first-port",
    type=click.IntRange(1, 65_535),
    default=FIRST_PORT,
    show_default=True,
)
def main(slugs: tuple[str, ...], today: datetime | None, first_port: int) -> None:
    """Serve the invented career sites on loopback until Ctrl-C."""
    try:
        market = chosen(load_market(), slugs)
    except BadDataError as bad:
        raise click.ClickException(str(bad)) from bad
    day = today or datetime.now(AMSTERDAM)
    ports = range(first_port, first_port + len(market.employers))
    with serve(market, today=day.date(), ports=ports) as sites:
        for slug, address in sites.addresses.items():
            click.echo(f"{address}/  {slug}")
        click.echo("Ctrl-C stops.", err=True)
        with suppress(KeyboardInterrupt):
            Event().wait()


if __name__ == "__main__":
    main()
