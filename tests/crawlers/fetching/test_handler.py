"""One question to a site, over connections of our own."""

import asyncio
import datetime
import ssl
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Request
from scrapy.settings import Settings

from crawlers.fetching.handler import PublicHandler
from crawlers.fetching.politeness import AddressForbiddenError

OURS = {
    "ALLOW_LOOPBACK": True,
    "DEFAULT_REQUEST_HEADERS": {"User-Agent": "Wij/1.0"},
    "DOWNLOAD_MAXSIZE": 100,
    "DOWNLOAD_TIMEOUT": 5,
}
WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngoed"


@asynccontextmanager
async def site(answer, context=None):
    """A site that says the same to whoever asks; what was asked, and its port."""
    asked = []

    async def say(reader, writer):
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(say, "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1], asked


async def ask(url, headers=None, **settings):
    handler = PublicHandler(SimpleNamespace(settings=Settings(OURS | settings)))
    try:
        return await handler.download_request(Request(url, headers=headers))
    finally:
        await handler.close()


def asked(answer, path="/", *, headers=None, **settings):
    """What such an answer comes to, and the question as the site heard it."""

    async def both():
        async with site(answer) as (port, heard):
            url = f"http://127.0.0.1:{port}{path}"
            return await ask(url, headers, **settings), heard[0]

    return asyncio.run(both())


def test_an_answer_keeps_its_status_its_headers_and_its_body():
    head = b"HTTP/1.1 404 Weg\r\nX-A: 1\r\nX-A: 2\r\nContent-Length: 2\r\n\r\n"
    came, _ = asked(head + b"ja")
    assert (came.status, came.body) == (404, b"ja")
    assert came.headers.getlist("X-A") == [b"1", b"2"]


def test_only_what_we_mean_to_say_is_said():
    _, heard = asked(WHOLE, "/a%2Fb%C3%A9?q=%20", headers={"If-None-Match": '"a"'})
    first, *headers = heard.decode().split("\r\n")
    assert first == "GET /a%2Fb%C3%A9?q=%20 HTTP/1.1"
    assert {line.partition(":")[0] for line in headers if line} == {
        "Host",
        "If-None-Match",
        "User-Agent",
    }


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", DownloadCancelledError),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 101, DownloadCancelledError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", ResponseDataLossError),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, DownloadFailedError),
        (b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200, DownloadFailedError),
        (b"geen HTTP\r\n\r\n", DownloadFailedError),
        (b"", DownloadFailedError),
    ],
)
def test_what_is_no_good_answer_is_given_up_in_scrapys_words(answer, error):
    with pytest.raises(error):
        asked(answer)


def test_a_connection_that_nobody_takes_is_called_so():
    async def nobody():
        async with site(WHOLE) as (port, _):
            pass
        await ask(f"http://127.0.0.1:{port}/")

    with pytest.raises(DownloadConnectionRefusedError):
        asyncio.run(nobody())


def test_who_stays_silent_is_left():
    async def silent():
        async def wait(reader, writer):
            try:
                await reader.read()
            finally:
                writer.close()

        server = await asyncio.start_server(wait, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            await ask(f"http://127.0.0.1:{port}/", DOWNLOAD_TIMEOUT=0.1)

    with pytest.raises(DownloadTimeoutError):
        asyncio.run(silent())


@pytest.mark.asvs("1.3.6")
def test_an_address_of_the_inside_is_forbidden_and_not_asked():
    with pytest.raises(AddressForbiddenError):
        asked(WHOLE, ALLOW_LOOPBACK=False)


def test_a_site_that_proves_nothing_of_who_it_is_hears_nothing(tmp_path):
    async def unproven():
        async with site(WHOLE, _certified_by_itself(tmp_path)) as (port, heard):
            with pytest.raises(DownloadFailedError):
                await ask(f"https://localhost:{port}/")
            return heard

    assert asyncio.run(unproven()) == []


def _certified_by_itself(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    both = key.private_bytes(pem, pkcs8, plain) + made.public_bytes(pem)
    (folder / "both.pem").write_bytes(both)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context
