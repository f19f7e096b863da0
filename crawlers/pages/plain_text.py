"""HTML from outside to plain text with line breaks."""

import html
import re
from collections import Counter

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
POINT = "\u2022"
BULLET = f"{POINT} "
MOST_LAYERS = 2
DEEPEST = 500
NESTING = re.compile(  # tags that a browser closes by itself make no depth
    r"<(/?)(?!(?:p|li|d[dt]|t[dhr]|tbody|option|br|hr|img|input|meta|link|wbr)\b)"
    r"([a-z][a-z0-9-]{0,20})",
    re.IGNORECASE,
)
HIDDEN_PART = re.compile(r"<(script|style)\b[^<]{0,20000}", re.IGNORECASE)
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
    markup = markup.replace("\n", " ").replace("\r", " ")
    if is_a_nest(markup):
        return _tidy(html.unescape(TAG.sub("\n", HIDDEN_PART.sub(" ", markup))))
    safe = cleaned(CLEANER, markup)
    return _tidy(html.unescape(TAG.sub("\n", safe.replace("<li>", f"\n{BULLET}"))))


def is_a_nest(markup: str) -> bool:
    """Whether tags stand so deep in each other that sanitising would take minutes.

    Sanitising takes time by the square of the depth: 100,000 `<div>` took 90 seconds.
    """
    if markup.count("<") <= DEEPEST:
        return False
    still_open: Counter[str] = Counter()
    depth = 0
    for closing, name in NESTING.findall(markup):
        if not closing:
            still_open[name] += 1
            depth += 1
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
        if depth > DEEPEST:
            return True
    return False


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
        line = printed.strip()
        if not line:
            if lines and lines[-1]:
                lines.append(line)
        elif line != POINT:
            if line.startswith(BULLET) and _is_between_bullets(lines):
                lines.pop()
            lines.append(SPACES.sub(" ", line) if "  " in line else line)
    return inert("\n".join(lines).strip())


def _is_between_bullets(lines: list[str]) -> bool:
    return len(lines) > 1 and not lines[-1] and lines[-2].startswith(BULLET)
