"""Reading beside fetching: a process of its own that weighs what comes.

For crawls that fetch faster than one processor reads; what it cannot keep up with is
read by the crawl itself. At a polite pace there is nothing to gain, and nothing is
started.
"""

import asyncio
import gc
import multiprocessing
import os
import pickle
import signal
import socket
import struct
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess

from crawlers.collecting.fetched import Fetched
from crawlers.collecting.reader import Reader
from crawlers.collecting.weighing import Task, Weighed, weigh
from crawlers.pages.signs import signs_in_bytes
from crawlers.platforms.base import Visit

FORKING = multiprocessing.get_context("fork")
SIZE = struct.Struct(">Q")  # of an answer in bytes, before it
MOST_WAITING = 8  # pages; the next one is read sooner by the crawl itself
PATIENCE = 5.0  # seconds for the page in hand, once nobody asks for more
CRAWL_IS_GONE = (ConnectionError, EOFError, pickle.UnpicklingError)
LOST = "het lezen is afgebroken"


class ApartError(RuntimeError):
    """A page was not read; the message says why, for the one line of its failure."""


class Apart:
    """Asks the other process, which answers in the order of the questions.

    Whoever asks waits for the answer: no more is under way than there are who ask.
    """

    def __init__(self, reader: Reader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._waiting: deque[asyncio.Future[Weighed]] = deque()
        self._one_by_one = asyncio.Lock()
        self._is_lost = False

    async def weigh(self, fetched: Fetched, visit: Visit, task: Task) -> Weighed:
        """As `weighing.weigh`; ApartError when that failed or the process is gone."""
        async with self._one_by_one:
            if self._is_lost:
                raise ApartError(LOST)
            if len(self._waiting) >= MOST_WAITING:
                came = weigh(self._reader, fetched, visit, task)
                await asyncio.sleep(0)  # to hear what was answered meanwhile
                return came
            answer = self._ask(fetched, visit, task)
        return await answer

    def _ask(
        self, fetched: Fetched, visit: Visit, task: Task
    ) -> asyncio.Future[Weighed]:
        answer: asyncio.Future[Weighed] = asyncio.get_running_loop().create_future()
        question = _pickled((*_lean(fetched), visit, task))
        self._waiting.append(answer)
        self._writer.write(question)
        return answer

    async def listen(self, reader: asyncio.StreamReader) -> None:
        """Hand out answers until the process is gone."""
        try:
            while True:
                [size] = SIZE.unpack(await reader.readexactly(SIZE.size))
                answer = await reader.readexactly(size)
                self._hand_out(pickle.loads(answer))  # noqa: S301 - of our own making
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._is_lost = True
            while self._waiting:
                self._hand_out(LOST)

    def _hand_out(self, answer: Weighed | str) -> None:
        waiting = self._waiting.popleft()
        if waiting.done():  # cancelled: the crawl is being stopped
            return
        if isinstance(answer, str):
            waiting.set_exception(ApartError(answer))
        else:
            waiting.set_result(answer)


@dataclass(frozen=True, slots=True)
class Started:
    """A process that reads as soon as it is told for which source."""

    process: BaseProcess
    ours: socket.socket

    def end(self) -> None:
        """It is gone when this returns, and its processor time is ours."""
        with suppress(OSError):  # the other side may be gone already
            self.ours.shutdown(socket.SHUT_RDWR)
        self.ours.close()
        self.process.join(PATIENCE)
        self.process.kill()
        self.process.join()


def start_reading() -> Started:
    """Start the process, with all that this one has imported."""
    ours, theirs = socket.socketpair()
    process = FORKING.Process(target=_serve, args=(theirs, ours), daemon=True)
    with theirs:
        process.start()
    return Started(process, ours)


@contextmanager
def started_early(count: int) -> Iterator[list[Started]]:
    """So many processes to take from; those that nobody took are ended."""
    early = [start_reading() for _ in range(count)]
    try:
        yield early
    finally:
        for untaken in early:
            untaken.end()


@asynccontextmanager
async def reading_apart(reader: Reader, started: Started) -> AsyncIterator[Apart]:
    """Let the process read for one source, to its end."""
    try:
        answers, questions = await asyncio.open_connection(sock=started.ours)
        questions.write(_pickled(reader))  # large, so not while starting the process
        apart = Apart(reader, questions)
        listening = asyncio.create_task(apart.listen(answers))
        try:
            yield apart
        finally:
            listening.cancel()
            with suppress(OSError):
                started.ours.shutdown(socket.SHUT_RDWR)
            questions.transport.abort()
    finally:
        started.end()


def _serve(crawl: socket.socket, its_own: socket.socket) -> None:
    """In the other process: weigh until nobody asks any more."""
    its_own.close()  # else nobody would see that the crawl is gone
    signal.set_wakeup_fd(-1)  # that of the crawl, which must not hear of our signals
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the crawl to heed
    gc.freeze()  # what was there before is not garbage
    with crawl, crawl.makefile("rb") as questions, suppress(*CRAWL_IS_GONE):
        reader: Reader = pickle.load(questions)  # noqa: S301 - of our own making
        while True:
            fetched, is_lean, visit, task = pickle.load(questions)  # noqa: S301 - same
            fetched = _whole(fetched) if is_lean else fetched
            answer = _pickled(_weighed(reader, fetched, visit, task))
            crawl.sendall(SIZE.pack(len(answer)) + answer)
    os._exit(0)  # nothing is left to do; to tidy up would keep the crawl waiting


def _weighed(
    reader: Reader, fetched: Fetched, visit: Visit, task: Task
) -> Weighed | str:
    try:
        return weigh(reader, fetched, visit, task)
    except Exception as fault:  # noqa: BLE001 - of ours, on one page; others go on
        return type(fault).__name__


def _lean(fetched: Fetched) -> tuple[Fetched, bool]:
    """Nearly every text is only its body from UTF-8: no need to send it twice."""
    is_lean = fetched.text.encode() == fetched.body
    return (replace(fetched, text="") if is_lean else fetched), is_lean


def _whole(fetched: Fetched) -> Fetched:
    body = fetched.body
    return replace(fetched, text=body.decode(), signs=signs_in_bytes(body))


def _pickled(contents: object) -> bytes:
    return pickle.dumps(contents, pickle.HIGHEST_PROTOCOL)
