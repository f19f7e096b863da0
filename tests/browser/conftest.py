"""A real Chromium, and the whole product running on a data folder of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HOW_TO_GET_IT = "Chromium is not here (on Debian: apt install chromium)"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)  # fmt: skip
START_SECONDS = 270
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Compulsory in CI, skipped with a reason elsewhere.

    Per module: Playwright keeps an event loop in this process as long as it runs.
    """
    if CHROMIUM is None:
        if os.environ.get("SPOORZOEKER_TEST_BROWSER") == "required":
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    flags = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium) -> Iterator[Page]:
    """A desktop window that fails the test on any script or policy error."""
    with window(chromium, width=1280, height=900) as opened:
        yield opened


@contextmanager
def window(chromium: Browser, *, width: int, height: int, **more) -> Iterator[Page]:
    context = chromium.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": width, "height": height},
        **more,
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text)
            if message.type == "error" and "Failed to load resource" not in message.text
            else None
        ),
    )
    yield page
    context.close()
    assert errors == []


@dataclass
class Demo:
    """`spoorzoeker demo`, as `make demo` runs it.

    `seconds` of a processor until it gave its address: what else is busy on this machine
    does not count.
    """

    process: subprocess.Popen[str]
    address: str
    seconds: float
    log: Path

    def stop(self) -> int:
        """Ctrl-C, and wait until everything has stopped."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


def start_demo(home: Path) -> Demo:
    """Start it on a free port and wait for the address it prints."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home / "demo.log"
    began = time.monotonic()
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "spoorzoeker", "demo", "--no-browser", "--port", str(port)],
            env={**os.environ, "SPOORZOEKER_HOME": str(home)},
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )  # fmt: skip
    while time.monotonic() - began < START_SECONDS and process.poll() is None:
        if found := re.search(
            r"Spoorzoeker draait .* op (http://\S+)", log.read_text()
        ):
            address = found.group(1).rstrip("/")
            return Demo(process, address, _worked(process.pid), log)
        time.sleep(0.2)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # with all that it started
    pytest.fail(f"the demo did not start:\n{log.read_text()}")


def _worked(pid: int) -> float:
    """Processor seconds of a program and all that it started."""
    seconds = 0.0
    program = psutil.Process(pid)
    for one in (program, *program.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            seconds += sum(one.cpu_times()[:4])
    return seconds
