"""The web server of the benchmark, on real sockets."""

import socket
import threading
from datetime import date

import pytest

from crawlers.benchmark.measuring import cpu_of
from crawlers.benchmark.server import HOST, Server, served
from crawlers.benchmark.site import Plan, Site

PLAN = Plan(seed=7, pages=30, today=date(2026, 11, 22))


class Visitor:
    def __init__(self, port):
        self.socket = socket.create_connection((HOST, port), timeout=10)
        self.came = self.socket.makefile("rb")

    def ask(self, path, *headers):
        lines = [f"GET {path} HTTP/1.1", "Host: x", *headers, "", ""]
        self.socket.sendall("\r\n".join(lines).encode())
        return self.answer()

    def answer(self):
        status = int(self.came.readline().split()[1])
        headers = {}
        while (line := self.came.readline()) != b"\r\n":
            name, _, value = line.decode().partition(": ")
            headers[name] = value.strip()
        return status, headers, self.came.read(int(headers.get("Content-Length", 0)))

    def close(self):
        self.came.close()
        self.socket.close()


@pytest.fixture
def visit():
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
        site = Site(PLAN, f"http://{HOST}:{port}")
        server, stopped = Server(site, listener), threading.Event()

        def serve():
            while not stopped.is_set():
                server.step(0.02)

        thread = threading.Thread(target=serve)
        thread.start()
        visitors = []

        def come():
            visitors.append(Visitor(port))
            return visitors[-1]

        yield come
        for visitor in visitors:
            visitor.close()
        stopped.set()
        thread.join()
        server.close()


def test_one_connection_gets_page_after_page(visit):
    visitor = visit()
    status, _, robots = visitor.ask("/robots.txt")
    assert (status, robots[:13]) == (200, b"User-agent: *")
    status, headers, index = visitor.ask("/sitemap.xml")
    assert status == 200
    assert index.endswith(b"</sitemapindex>\n")
    assert headers["ETag"]


def test_a_known_mark_is_answered_with_not_modified_and_another_is_not(visit):
    visitor = visit()
    _, headers, body = visitor.ask("/sitemap-vacatures-1.xml")
    asked = f"If-None-Match: {headers['ETag']}"
    assert visitor.ask("/sitemap-vacatures-1.xml", asked)[0] == 304
    changed = visitor.ask("/sitemap-vacatures-1.xml", 'If-None-Match: "oud"')
    assert changed == (200, headers, body)


def test_nothing_at_an_address_and_any_other_method_is_a_404(visit):
    visitor = visit()
    assert visitor.ask("/weg")[0] == 404
    visitor.socket.sendall(b"POST /robots.txt HTTP/1.1\r\n\r\n")
    assert visitor.answer()[0] == 404
    assert visitor.ask("/robots.txt")[0] == 200


def test_a_request_that_comes_in_pieces_is_waited_for(visit):
    visitor, other = visit(), visit()
    visitor.socket.sendall(b"GET /robots.txt HT")
    assert other.ask("/robots.txt")[0] == 200
    visitor.socket.sendall(b"TP/1.1\r\nHost: x\r\n\r\n")
    assert visitor.answer()[0] == 200


def test_a_visitor_who_reads_slowly_or_leaves_keeps_nobody_waiting(visit):
    slow, other = visit(), visit()
    for _ in range(400):  # far more than fits between two sockets
        slow.socket.sendall(b"GET /sitemap-vacatures-1.xml HTTP/1.1\r\n\r\n")
    assert other.ask("/robots.txt")[0] == 200
    slow.close()
    assert other.ask("/robots.txt")[0] == 200


def test_an_endless_request_is_cut_off(visit):
    visitor, other = visit(), visit()
    with pytest.raises((ConnectionResetError, BrokenPipeError)):
        visitor.socket.sendall(b"x" * 65_536_000)
    assert other.ask("/robots.txt")[0] == 200


def test_it_runs_in_a_process_of_its_own_until_the_block_ends():
    with served(PLAN) as site:
        visitor = Visitor(int(site.origin.rsplit(":", 1)[1]))
        assert visitor.ask("/robots.txt")[0] == 200
        visitor.close()
        assert cpu_of(site.pid) > 0
    with pytest.raises(ConnectionRefusedError):
        Visitor(int(site.origin.rsplit(":", 1)[1]))
