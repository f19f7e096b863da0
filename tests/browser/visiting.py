"""A browser on our own site: serving it, signing in, and what every page must be."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from werkzeug.serving import make_server

from tests import builders
from tests.site import site_on

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => (one.open = true))"


@contextmanager
def served(database) -> Iterator[str]:
    """The address of a web app on this database, while it runs."""
    with site_on(database, size=4) as app:
        server = make_server("127.0.0.1", 0, app, threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.port}"
        server.shutdown()
        thread.join()
        server.server_close()


def sign_in(page: Page, address: str) -> Page:
    """Anna signs in on her way to a candidate."""
    page.goto(address)
    page.fill("#email", "anna@example.nl")
    page.fill("#password", builders.PASSWORD)
    page.click("main button")
    page.wait_for_url("**/kandidaten/**")
    return page


def assert_for_everybody(page: Page, address: str) -> None:
    """The page meets WCAG, also what is folded away, and fits its window."""
    page.goto(address)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.response["violations"] == [], (address, found.generate_report())
    width = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(width) <= 0, address
