"""A document as it is sent: pasted text or a PDF, or the sentence that says why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import FileStorage

from matching.documents import pdf
from matching.documents.reader import LONGEST_TEXT
from webapp.writing.fields import CONTROL

SPACES = re.compile(r"[ \t]+")
NOTHING = "Plak de tekst van het document, of kies een PDF."
BOTH = "Plak een tekst of kies een PDF, niet allebei."
TOO_LONG = "Dit is meer dan een document: plak hoogstens 200.000 tekens."
REFUSALS: Mapping[pdf.Refusal, str] = {
    "too_large": "Deze PDF is groter dan 10 MB. Bewaar hem kleiner, of plak de tekst.",
    "too_many_pages": "Deze PDF heeft meer dan 60 bladzijden. Plak de tekst die telt.",
    "no_pdf": "Dit bestand is geen PDF. Bewaar het eerst als PDF, of plak de tekst.",
    "encrypted": "Op deze PDF zit een wachtwoord. Bewaar hem zonder, of plak de tekst.",
    "broken": "Deze PDF is beschadigd. Bewaar hem opnieuw, of plak de tekst.",
    "scan": "Dit lijkt een scan zonder tekst. Vraag om een document met tekst, of voer "
    "het met de hand in.",
    "too_heavy": "Deze PDF kost te veel rekenwerk om veilig te lezen. Plak de tekst.",
    "busy": "Er wordt net een andere PDF gelezen. Probeer het over een minuut weer.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The text of a document, its pages parted by form feeds; with errors, none."""

    text: str
    errors: Mapping[str, str]


def read_sent(form: Mapping[str, str], file: FileStorage | None) -> Sent:
    """The text that was pasted, or that of the PDF."""
    pasted = form.get("text", "").strip()
    chosen = file is not None and bool(file.filename)
    if bool(pasted) == chosen:
        return _refused("text", BOTH if pasted else NOTHING)
    if len(pasted) > LONGEST_TEXT:
        return _refused("text", TOO_LONG)
    if pasted or file is None:
        return Sent(text=_cleaned(pasted), errors={})
    return _from_pdf(file.stream.read(pdf.MOST_BYTES + 1))


def _from_pdf(document: bytes) -> Sent:
    try:
        pages = pdf.pages_of(document)
    except pdf.UnreadablePdfError as error:
        return _refused("document", REFUSALS[error.reason])
    return Sent(text="\f".join(_cleaned(page) for page in pages), errors={})


def _cleaned(text: str) -> str:
    """Lines end in one way, and no invisible sign hides among the words."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return SPACES.sub(" ", CONTROL.sub("", lines.replace("\f", "\n")))


def _refused(name: str, sentence: str) -> Sent:
    return Sent(text="", errors={name: sentence})
