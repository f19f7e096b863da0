"""HTML from outside to plain text with line breaks."""

import html
import re

import nh3

BLOCKS = (
    "p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|dd|dt|dl|blockquote|header|footer"
    "|main|aside|hr|pre|details|summary|td|th"
)
LIST_ITEM = re.compile(r"<li\b[^>]{0,2000}>", re.IGNORECASE)
BLOCK = re.compile(rf"</?(?:{BLOCKS})\b[^>]{{0,2000}}>", re.IGNORECASE)
MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]*\b|!--)", re.IGNORECASE)
ESCAPED_MARKUP = re.compile(r"&(?:amp;)?lt;/?[a-z]", re.IGNORECASE)
HIDDEN = {"script", "style", "iframe", "noscript", "template", "svg", "head", "object"}
BULLET = "\u2022 "


def unescaped(markup: str) -> str:
    """Undo entity-escaping that hides the markup itself, at most twice."""
    for _ in range(2):
        if MARKUP.search(markup) or not ESCAPED_MARKUP.search(markup):
            break
        markup = html.unescape(markup)
    return markup


def plain_text(markup: str) -> str:
    """The words of `markup`, a line for each block and bullet."""
    markup = unescaped(markup).replace("\r", "")
    if not MARKUP.search(markup):
        return _tidy(html.unescape(markup))
    # Sanitised before anything else reads it; a newline in HTML is only a space.
    safe = nh3.clean(
        markup.replace("\n", " "),
        tags={"p", "br", "li", "ul", "ol", "div"}
        | set(re.findall(r"\w+", BLOCKS))
        | {f"h{level}" for level in range(1, 7)},
        clean_content_tags=HIDDEN,
        attributes={},
    )
    with_bullets = LIST_ITEM.sub(f"\n{BULLET}", safe)
    return _tidy(html.unescape(re.sub(r"<[^>]*>", "", BLOCK.sub("\n", with_bullets))))


def _tidy(text: str) -> str:
    text = re.sub(r"[\u00a0\u202f\u2007\t]", " ", text)
    text = re.sub(r"[\u200b\u200c\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]", "", text)
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    kept = [line for line in lines if line != BULLET.strip()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return re.sub(rf"(?<=\n)({BULLET}[^\n]*)\n\n(?={BULLET})", r"\1\n", text)
