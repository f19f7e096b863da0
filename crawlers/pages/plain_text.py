"""HTML from outside to plain text with line breaks."""

import html
import re

import nh3

from crawlers.pages.letters import inert, readable

BLOCKS = (
    "p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|dd|dt|dl|blockquote|header|footer"
    "|main|aside|hr|pre|details|summary|td|th"
)
KEPT_TAGS = {f"h{level}" for level in range(1, 7)} | {
    name for name in BLOCKS.split("|") if name.isalpha()
}
TAG = re.compile(r"<[^<>]*>")
MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]*\b|!--)", re.IGNORECASE)
ESCAPED_MARKUP = re.compile(r"&(?:amp;)?lt;/?[a-z]", re.IGNORECASE)
HIDDEN = {
    "script", "style", "iframe", "noscript", "template", "svg", "math", "head",
    "object", "embed", "applet", "audio", "video", "canvas", "select", "textarea",
    "title", "noembed", "noframes", "xmp", "plaintext",
}  # fmt: skip
CLEANER = nh3.Cleaner(tags=KEPT_TAGS, clean_content_tags=HIDDEN, attributes={})
BULLET = "\u2022 "
MOST_LAYERS = 2
SPACES = re.compile(r" {2,}")


def unescaped(markup: str) -> str:
    """Undo entity-escaping that hides the markup itself, at most twice."""
    for _ in range(MOST_LAYERS):
        if "&" not in markup or MARKUP.search(markup):
            break
        if not ESCAPED_MARKUP.search(markup):
            break
        markup = html.unescape(markup)
    return markup


def plain_text(markup: str) -> str:
    """The words of `markup`, a line for each block and bullet.

    Nothing in it can be read as a tag again, and no letter of it is invisible.
    """
    markup = unescaped(markup)
    if not MARKUP.search(markup):
        return _tidy(html.unescape(markup))
    # Sanitised before anything else reads it; a newline in HTML is only a space.
    safe = cleaned(CLEANER, markup.replace("\n", " ").replace("\r", " "))
    return _tidy(html.unescape(TAG.sub("\n", safe.replace("<li>", f"\n{BULLET}"))))


def cleaned(cleaner: nh3.Cleaner, markup: str) -> str:
    """Sanitised markup; JSON can hold halves of letters, which no page can."""
    try:
        return cleaner.clean(markup)
    except UnicodeEncodeError:
        return cleaner.clean(markup.encode("utf-8", "ignore").decode())


def _tidy(text: str) -> str:
    """No double spaces, no empty bullets, at most one empty line in a row."""
    lines: list[str] = []
    for printed in readable(text).split("\n"):
        line = SPACES.sub(" ", printed.strip()) if "  " in printed else printed.strip()
        if line == BULLET.strip() or (not line and not (lines and lines[-1])):
            continue
        if line.startswith(BULLET) and _is_between_bullets(lines):
            lines.pop()
        lines.append(line)
    return inert("\n".join(lines).strip())


def _is_between_bullets(lines: list[str]) -> bool:
    return len(lines) > 1 and not lines[-1] and lines[-2].startswith(BULLET)
