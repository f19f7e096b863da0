"""What is done in a process of its own answers, fails or is gone, and says which."""

import os
import signal

import pytest

from crawlers.own_process import NoAnswerError, in_own_process


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def interrupted() -> None:
    raise KeyboardInterrupt


def broken() -> None:
    raise LookupError("with a word that is nobody's business")


def test_it_answers_from_another_process_each_time():
    found = {in_own_process(os.getpid) for _ in range(2)}
    assert len(found) == 2
    assert os.getpid() not in found


def test_arguments_and_names_get_there():
    assert in_own_process(sorted, [1, 3, 2], reverse=True) == [3, 2, 1]


@pytest.mark.parametrize(
    ("work", "said"), [(broken, "LookupError"), (killed, "gone"), (interrupted, "gone")]
)
def test_without_an_answer_it_says_why_and_no_more(work, said):
    with pytest.raises(NoAnswerError, match=f"^{said}$"):
        in_own_process(work)
