"""Builds small PDFs by hand: sound ones, and ones that mean harm."""

import zlib
from collections.abc import Sequence


def pdf(*pages: str, **more: str) -> bytes:
    """A sound document with a line of text for every line of each page."""
    return assemble([_stream(page) for page in pages], **more)


def assemble(
    streams: Sequence[bytes], *, catalog: str = "", trailer: str = ""
) -> bytes:
    """A document with these content streams as its pages."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for place, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * place} 0 R >>"
            "".encode()
        )
        objects.append(stream)
    return _with_table(objects, trailer)


def _with_table(objects: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer.encode())
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(page: str) -> bytes:
    shown = "".join(f"({line}) Tj T* " for line in page.split("\n"))
    content = f"BT /F1 11 Tf 14 TL 50 800 Td {shown}ET".encode("latin-1")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def bomb(megabytes: int) -> bytes:
    """A stream of some kilobytes that unfolds to so many megabytes of text."""
    packed = zlib.compress(b"(x) Tj " * (megabytes * 150_000), 9)
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    return assemble([head + packed + b"\nendstream"])


def bomb_in_bomb(megabytes: int) -> bytes:
    """As above, packed twice."""
    packed = zlib.compress(zlib.compress(b"\0" * (megabytes * 1024 * 1024), 9), 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(
        packed
    )
    return assemble([head + packed + b"\nendstream"])


def endless_pages() -> bytes:
    """A tree of pages whose branches are the tree itself."""
    sound = pdf("Een bladzijde")
    return sound.replace(b"/Kids [4 0 R] /Count 1", b"/Kids [2 0 R 2 0 R] /Count 9")


def form_in_itself() -> bytes:
    """A page that draws a form that draws itself, twice, without end."""
    drawn = b"/X Do /X Do"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
    form += b"<< /XObject << /X 5 0 R >> >> /Length %d >>\nstream\n" % len(drawn)
    sound = assemble([form + drawn + b"\nendstream"])
    return sound.replace(b"/Font << /F1 3 0 R >>", b"/XObject << /X 5 0 R >>")
