"""The letters of an answer whose announced encoding is missing or wrong."""

import codecs
import re

# UTF-8 that was read as windows-1252: "één" becomes "Ã©Ã©n", and "€" becomes "â‚¬".
MOJIBAKE = re.compile(
    r"Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:‚¬|€[™œ\u009d“”¦˜])"
    r"|Â[£©®°·»«\u00a0]"
)
BROKEN = ("Ã", "â", "Â")  # each starts with one of these; looking costs next to nothing
LATIN = "windows-1252"
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,30})"
    rb"|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w-]{2,30})",
    re.IGNORECASE,
)
HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,30})", re.IGNORECASE)
# Not UTF-8, which it is not; and none of Python's codecs that are no alphabet.
OF_A_SITE = re.compile(
    r"iso8859-\d+|cp125\d|mac-roman|koi8-[ru]|gb\w+|big5\w*|shift_jis|euc_\w+"
)
LOOKED_AT = 4_096
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(body: bytes, content_type: str = "") -> str:
    """The text of a page: by its mark, the header, the page's own word, or its bytes.

    Bytes that are sound UTF-8 with letters beyond ASCII are UTF-8, whatever the header
    says: no text in another encoding looks like that by accident. Never raises.
    """
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace")
    try:
        return mended(body.decode("utf-8"))
    except UnicodeDecodeError:
        return mended(_as_announced(body, content_type))


def mended(text: str) -> str:
    """Text in which UTF-8 was read as windows-1252 put right, once or twice over."""
    for _ in range(2):
        if not any(sign in text for sign in BROKEN) or not MOJIBAKE.search(text):
            break
        try:
            text = _bytes_of(text).decode("utf-8")
        except UnicodeError:
            return _mended_by_piece(text)
    return text


def _mended_by_piece(text: str) -> str:
    """Only the broken letters; the rest of the page is sound."""

    def mend(found: re.Match[str]) -> str:
        try:
            return _bytes_of(found.group()).decode("utf-8")
        except UnicodeError:
            return found.group()

    return MOJIBAKE.sub(mend, text)


def _bytes_of(text: str) -> bytes:
    """Back to the bytes; five places that windows-1252 leaves open are passed on."""
    try:
        return text.encode(LATIN)
    except UnicodeEncodeError:
        return b"".join(
            bytes([ord(letter)]) if "\x80" <= letter <= "\x9f" else letter.encode(LATIN)
            for letter in text
        )


def _as_announced(body: bytes, content_type: str) -> str:
    named = HEADER.search(content_type)
    inside = DECLARED.search(body, 0, LOOKED_AT)
    names = [named.group(1)] if named else []
    if inside:
        names.append((inside.group(1) or inside.group(2)).decode("ascii", "replace"))
    encoding = next((known for name in names if (known := _known(name))), LATIN)
    return body.decode(encoding, errors="replace")


def _known(name: str) -> str | None:
    """The codec of a name; what says Latin-1 means windows-1252, as browsers hold."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    if found == "iso8859-1":
        return LATIN
    return found if OF_A_SITE.fullmatch(found) else None
