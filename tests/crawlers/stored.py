"""Every text that a crawl left in the database, and whether it is only text."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from lxml import html

COLUMNS = """
select c.table_name, c.column_name from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  and c.data_type in ('text', 'jsonb', 'ARRAY', 'character varying')
"""
CRAWLERS_OWN = {"vacancy", "page", "crawl_run", "vacancy_event", "host", "host_signal",
                "source"}  # fmt: skip


def stored_texts(database):
    """Every text that the crawls left in the database: (table, column, text)."""
    with database.connect() as db:
        for table, column in db.execute(COLUMNS).fetchall():
            if table not in CRAWLERS_OWN:
                continue
            query = f'select to_jsonb("{column}") from "{table}" where "{column}" is not null'
            for (value,) in db.execute(query).fetchall():
                for text in _texts(value):
                    yield table, column, text


def _texts(value):
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Tags(HTMLParser):
    """Everything in a text that is not just words."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, _):
        self.found.append(tag)

    handle_endtag = handle_comment = handle_decl = handle_pi = unknown_decl = (
        lambda self, what: self.found.append(what)
    )


def is_only_text(text):
    """Whether two readers of HTML both find not one tag in it, nor an unseen letter."""
    found = html.document_fromstring(f"<html><body><div>{text}</div></body></html>")
    tags = [element.tag for element in found.iter()][3:]
    return not tags and not Tags(text).found and not UNSEEN.search(text)


def is_web_address(text):
    parts = urlsplit(text)
    sound = not re.search(r"[\s<>\"'`\\{}]", text) and "@" not in parts.netloc
    return sound and parts.scheme in {"http", "https"}
