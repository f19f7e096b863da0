"""Servers that mean harm: answers without end, bombs, and a door nobody may knock on."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = Callable[[socket.socket], None]
HEAD = "HTTP/1.1 {} OK\r\nContent-Type: {}\r\n{}\r\n"
HTML, XML = "text/html; charset=utf-8", "application/xml"


@dataclass
class Trap:
    """Answers by path, each as it pleases; `knocks` holds what was asked."""

    __test__ = False

    answers: dict[str, Answer]
    knocks: list[str] = field(default_factory=list)
    port: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def trap(answers: Mapping[str, Answer] = (), *, everywhere=False) -> Iterator[Trap]:
    """Listen while the block runs; `everywhere`: on every address of this machine."""
    made = Trap(dict(answers))
    door = _door(everywhere=everywhere)
    made.port = door.getsockname()[1]
    door.settimeout(0.05)

    def welcome():
        while not made.closing.is_set():
            try:
                visitor, _ = door.accept()
            except TimeoutError:
                continue
            threading.Thread(target=_answer, args=(made, visitor), daemon=True).start()

    thread = threading.Thread(target=welcome, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.closing.set()
        thread.join()
        door.close()


def _door(*, everywhere):
    if not everywhere:
        return socket.create_server(("127.0.0.1", 0))
    if socket.has_dualstack_ipv6():
        return socket.create_server(
            ("::", 0), family=socket.AF_INET6, dualstack_ipv6=True
        )
    return socket.create_server(("0.0.0.0", 0))


def _answer(made, visitor):
    with visitor:
        visitor.settimeout(20)
        try:
            asked = visitor.recv(65_536).decode("latin-1").split(" ")
            path = asked[1] if len(asked) > 1 else "?"
            made.knocks.append(path)
            made.answers.get(path, missing)(visitor)
        except (OSError, StopIteration):
            return  # the visitor had enough, which is what a trap is to find out


def whole(body, *, kind=HTML, status=200, more=""):
    """An ordinary answer."""
    sent = body.encode() if isinstance(body, str) else body

    def answer(visitor):
        length = f"Content-Length: {len(sent)}\r\nConnection: close\r\n{more}"
        visitor.sendall(HEAD.format(status, kind, length).encode() + sent)

    return answer


missing = whole("weg", status=404)


def redirect(address, *, status=302):
    return whole("", status=status, more=f"Location: {address}\r\n")


def packed(body, encoding, *, kind=HTML):
    """An answer in a Content-Encoding."""
    return whole(body, kind=kind, more=f"Content-Encoding: {encoding}\r\n")


def zeros(megabytes):
    """So many megabytes of blanks as gzip: a thousandth of it on the wire."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(b" " * 1_000_000) for _ in range(megabytes)]
    return b"".join([*pieces, packer.flush()])


def nested_zeros(megabytes):
    return gzip.compress(zeros(megabytes))


def endless(piece, *, chunked=True, kind=HTML):
    """Never stops; as fast as it is read."""

    def answer(visitor):
        how = "Transfer-Encoding: chunked\r\n" if chunked else "Connection: close\r\n"
        visitor.sendall(HEAD.format(200, kind, how).encode())
        block = piece * (65_536 // len(piece))
        sent = b"%x\r\n%s\r\n" % (len(block), block) if chunked else block
        while True:
            visitor.sendall(sent)

    return answer


def dripping(piece=b"x", seconds=0.2):
    """A letter now and then, for as long as somebody waits."""

    def answer(visitor):
        visitor.sendall(HEAD.format(200, HTML, "Content-Length: 100000\r\n").encode())
        for _ in range(300):
            visitor.sendall(piece)
            time.sleep(seconds)

    return answer


def slow_head(visitor):
    """A header line now and then, and never the last."""
    visitor.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(300):
        visitor.sendall(f"X-{number}: x\r\n".encode())
        time.sleep(0.2)


def silent(visitor):
    """Takes the question and says nothing."""
    visitor.recv(1)


def raw(answer):
    """Bytes as they are, in place of HTTP."""
    return lambda visitor: visitor.sendall(answer)


def head_bomb(visitor):
    """Header lines without end."""
    visitor.sendall(b"HTTP/1.1 200 OK\r\n")
    line = b"X-Bom: " + b"x" * 8_000 + b"\r\n"
    while True:
        visitor.sendall(line)
