"""Which letters of a page may be kept: none that hide, steer or could be markup."""

import re

# What an eye reads as a space or a new line, and what no eye reads at all: controls,
# direction overrides (they make a text look like another), joiners, halves of letters.
SPACES = dict.fromkeys(
    map(ord, "\t\u00a0\u1680\u202f\u205f\u3000"), " "
) | dict.fromkeys(range(0x2000, 0x200B), " ")
LINES = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
UNSEEN = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0x85),
        *range(0x86, 0xA0),
        0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xD800, 0xE000),
        0xFEFF,
        *range(0xFFF0, 0xFFFC),
        0xFFFE, 0xFFFF,
        *range(0xE0000, 0xE0080),
    ]
)  # fmt: skip
TABLE = SPACES | LINES | UNSEEN | {ord("\r"): None}
# The few in the table that count as printable; all others that do may be kept.
PRINTABLE = tuple(chr(code) for code in TABLE if chr(code).isprintable())
ORDINARY = re.compile(r"[^\n -~¡-¬®-\u024f–—‘’“”„•…€]")
FEW = 20  # kinds of letters; more are replaced in one pass, which costs more
OPENING = re.compile(r"<(?=[A-Za-z/!?])")
ESCAPED_OPENING = re.compile(
    r"&(?=(?:amp;)?(?:lt|#0{0,6}60|#x0{0,6}3c);[a-z/!?])", re.IGNORECASE
)


def readable(text: str) -> str:
    """The text without letters that nobody can see or that turn its direction."""
    if text.replace("\n", " ").isprintable() and not any(
        letter in text for letter in PRINTABLE
    ):
        return text
    odd = set(ORDINARY.findall(text))
    if len(odd) > FEW:
        return text.translate(TABLE)
    for letter in odd:
        if ord(letter) in TABLE:
            text = text.replace(letter, TABLE[ord(letter)] or "")
    return text


def inert(text: str) -> str:
    """Plain text in which no reader can find a tag: `<b` becomes `< b`.

    Nor one that undoes the escapes of what has none, as readers of feeds do.
    """
    if "&" in text:
        text = ESCAPED_OPENING.sub("& ", text)
    return OPENING.sub("< ", text) if "<" in text else text


def one_line(text: str) -> str:
    """Words for a title or a name: readable, inert, with single spaces."""
    return " ".join(inert(readable(text)).split())
