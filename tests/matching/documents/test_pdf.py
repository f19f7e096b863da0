"""The text of a PDF, and what becomes of PDFs that mean harm."""

import subprocess
import sys

import pytest

from matching.documents import pdf as reading
from matching.documents.pdf import UnreadablePdfError, pages_of
from tests.matching.documents import pdfs

LINE = "4.13 Tillen: beperkt, kan ongeveer 10 kg tillen"
SOUND = pdfs.pdf(LINE + "\nTweede regel", "Tweede bladzijde")
LOCKED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "a" * 32 + ") /U (" + "b" * 32 + ")"
    " /P -4 >> /ID [(a) (b)]"
)  # fmt: skip


def refused(document: bytes) -> str:
    with pytest.raises(UnreadablePdfError) as error:
        pages_of(document, cpu_seconds=1)
    return error.value.reason


def test_a_sound_document_gives_its_lines_page_by_page():
    first, second = pages_of(SOUND)
    assert first.splitlines() == [LINE, "Tweede regel"]
    assert second.strip() == "Tweede bladzijde"


@pytest.mark.asvs("5.3.1")
def test_a_script_in_it_is_no_more_than_ignored():
    script = (
        "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://x.example'\\)) >>"
    )
    assert LINE in pages_of(pdfs.pdf(LINE, catalog=script))[0]


@pytest.mark.asvs("5.2.3 15.2.2")
@pytest.mark.parametrize(
    ("made", "reason"),
    [
        pytest.param(lambda: pdfs.bomb(300), "too_heavy", id="a bomb"),
        pytest.param(
            lambda: pdfs.bomb_in_bomb(1000), "too_heavy", id="a bomb in a bomb"
        ),
        pytest.param(lambda: pdfs.bomb(5), "too_heavy", id="endless work"),
        pytest.param(pdfs.endless_pages, "broken", id="a tree that holds itself"),
        pytest.param(pdfs.form_in_itself, "scan", id="a form that draws itself"),
        pytest.param(
            lambda: pdfs.pdf(*["bladzijde"] * 61), "too_many_pages", id="61 pages"
        ),
        pytest.param(
            lambda: pdfs.pdf(LINE, trailer=LOCKED), "encrypted", id="a password"
        ),
        pytest.param(lambda: pdfs.pdf("", ""), "scan", id="no text"),
        pytest.param(lambda: SOUND[:150], "broken", id="cut off"),
        pytest.param(
            lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, "broken", id="noise"
        ),
        pytest.param(lambda: b"PK\x03\x04 een zip", "no_pdf", id="another file"),
        pytest.param(lambda: b"", "no_pdf", id="nothing"),
    ],
)
def test_a_hostile_document_is_refused_with_a_reason(made, reason):
    assert refused(made()) == reason


def test_a_wrong_table_of_contents_is_mended():
    wrong = SOUND.replace(b"startxref\n", b"startxref\n9")
    assert LINE in pages_of(wrong)[0]


def test_a_document_too_large_is_not_looked_at():
    assert refused(SOUND + b" " * reading.MOST_BYTES) == "too_large"


def test_one_document_is_read_at_a_time():
    with reading._TURN, pytest.raises(UnreadablePdfError, match="busy"):
        pages_of(SOUND, patience_seconds=0.01)
    assert len(pages_of(SOUND)) == 2


def test_a_child_that_lingers_is_stopped_and_the_turn_given_back():
    with pytest.raises(UnreadablePdfError, match="too_heavy"):
        pages_of(SOUND, patience_seconds=0.01)
    assert len(pages_of(SOUND)) == 2


@pytest.mark.asvs("5.3.2")
def test_no_file_is_left_behind_and_nothing_is_said(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    pages_of(SOUND)
    assert refused(pdfs.endless_pages()) == "broken"
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.asvs("15.2.2")
def test_the_child_can_neither_write_a_file_nor_take_much_memory(tmp_path):
    """Tried in a process of its own, which stays bound."""
    program = (
        "import pathlib, sys\n"
        "from matching.documents import pdf_child\n"
        "pdf_child.bind(cpu_seconds=5)\n"
        "for harm in (lambda: pathlib.Path(sys.argv[1]).write_text('x' * 9),\n"
        "             lambda: bytearray(600 * 1024 * 1024)):\n"
        "    try:\n"
        "        harm()\n"
        "    except (OSError, MemoryError) as refused:\n"
        "        print(type(refused).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "harm")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["OSError", "MemoryError"]
