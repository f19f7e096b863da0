"""Site2Go: the facts are a list of DataItems inside a base64 `data:` script."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from crawlers.pages.builders.printed import meta, printed_posting
from crawlers.pages.page import Page
from schemas.vacancy import Posting

DATA_SCRIPT = re.compile(r"data:text/javascript;base64,([A-Za-z0-9+/=]{40,200000})")
DATA_ITEMS = re.compile(r"DataItems\s{0,5}:\s{0,5}(?=\[)")
NAMES = {"calendar": "hours"}


def site2go(page: Page, tree: html.HtmlElement) -> Posting | None:
    """The vacancy of a Site2Go page."""
    for script in DATA_SCRIPT.finditer(page.text):
        items = list(_data_items(script.group(1)))
        if items:
            named = ((str(i.get("CssClass")), str(i.get("Value") or "")) for i in items)
            facts = {NAMES.get(name, name): value for name, value in named}
            if number := meta(tree, "product:retailer_item_id"):
                facts["key"] = number
            return printed_posting(page, tree, facts, part="data script")
    return None


def _data_items(script: str) -> Iterator[dict[str, Any]]:
    try:
        code = base64.b64decode(script + "=" * (-len(script) % 4)).decode(
            "utf-8", "replace"
        )
    except (binascii.Error, ValueError):
        return
    if not (start := DATA_ITEMS.search(code)):
        return
    try:
        items, _ = json.JSONDecoder(strict=False).raw_decode(code, start.end())
    except (ValueError, RecursionError):
        return
    yield from (item for item in items if isinstance(item, dict))
