"""A document as it is sent: what is taken as its text, and what is refused and why."""

import io

import pytest
from flask import Flask, request
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.matching.documents import pdfs
from webapp.capacities.sending import REFUSALS, Sent, read_sent
from webapp.site.uploads import InMemoryRequest

NO_FILE = FileStorage(io.BytesIO(), filename="")  # what a browser sends for no choice


def sent(text: str = "", document: bytes | None = None) -> Sent:
    file = NO_FILE
    if document is not None:
        file = FileStorage(io.BytesIO(document), filename="fml.pdf")
    return read_sent({"text": text}, file)


def test_a_pasted_text_is_cleaned_of_what_nobody_sees():
    assert sent("Tillen:\xa0\u202e 10\x00 kg\r\nStaan\ftabel").text == (
        "Tillen: 10 kg\nStaan\ntabel"
    )


def test_the_pages_of_a_pdf_are_kept_apart():
    first, second = sent(
        document=pdfs.pdf("Bladzijde een", "Bladzijde twee")
    ).text.split("\f")
    assert (first.strip(), second.strip()) == ("Bladzijde een", "Bladzijde twee")


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(
    ("field", "text", "document", "words"),
    [
        ("text", "", None, "Plak de tekst"),
        ("text", "x", b"%PDF-", "niet allebei"),
        ("text", "x" * 200_001, None, "hoogstens 200.000 tekens"),
        ("document", "", pdfs.pdf(""), "een scan zonder tekst"),
        ("document", "", b"een brief", "geen PDF"),
        ("document", "", b"%PDF-1.4\n kapot", "beschadigd"),
        ("document", "", b"%PDF-" + b"x" * (10 * 1024 * 1024), "groter dan 10 MB"),
    ],
)
def test_what_cannot_be_read_says_why(field, text, document, words):
    found = sent(text, document)
    assert words in found.errors[field]
    assert found.text == ""


def test_every_refusal_tells_what_to_do():
    for sentence in REFUSALS.values():
        assert sentence.endswith(".")
        assert sentence.count(". ") >= 1


@pytest.mark.asvs("5.3.2")
def test_a_large_file_stays_in_memory():
    app = Flask("uploads")
    app.request_class = InMemoryRequest
    file = FileStorage(io.BytesIO(b"x" * 2_000_000), filename="fml.pdf")
    boundary, body = encode_multipart({"document": file})
    kind = f"multipart/form-data; boundary={boundary}"
    with app.test_request_context(method="POST", data=body, content_type=kind):
        assert type(request.files["document"].stream) is io.BytesIO
