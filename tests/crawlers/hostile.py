"""Answers made to keep a reader busy, a megabyte each, and how long one may take."""

import time
from contextlib import suppress

from crawlers.platforms.base import UnexpectedAnswerError

MEGABYTE = 1_000_000
MOST_SECONDS = 8.0  # of a slow processor, under load; linear readers need under two


def filled(piece, before="", behind="", size=MEGABYTE):
    """`piece` again and again, up to a megabyte."""
    return before + piece * (size // len(piece)) + behind


PAGES = {
    "scripts never closed": filled("<script>"),
    "scripts of one letter": filled("<script>a={</script>"),
    "assignments": filled("a={", "<script>", "</script>"),
    "assignments of strings": filled('a=["', "<script>", "</script>"),
    "a name without end": filled("a", "<script>", "={}</script>"),
    "dots": filled("a.", "<script>", "={}</script>"),
    "brackets": filled("[", "<script>x = ", "</script>"),
    "objects in objects": filled('{"a":', '<script type="application/json">', "</script>"),
    "many objects": filled('{"title":"Kok","id":1},', '<script type="application/json">[', "{}]</script>"),
    "one long title": filled("k", '<script type="application/json">{"jobTitle":"', '"}</script>'),
    "data items": filled("DataItems:[", "<script>", "</script>"),
    "data scripts": filled("data:text/javascript;base64,AAAA"),
    "nested properties": filled("<i itemprop=description>", "<div itemtype='https://schema.org/JobPosting'>"),
    "properties": filled("<i itemprop=jobLocation></i>", "<div itemtype='https://schema.org/JobPosting'>"),
    "types": filled("<i itemscope itemtype='https://schema.org/JobPosting'>"),
    "metadata lists": filled("<ul class=metadata><li class=hours>"),
    "headings": filled("<h1>"),
    "links": filled("<a href=/vacatures/kok>2</a>"),
    "next": filled("<a rel=next>volgende</a>"),
    "quotes": filled("'", "JBL.embed_v2['jobs'] = [", "];"),
    "comments": filled("/*", "JBL.embed_v2['jobs'] = [", "];"),
    "escapes": filled("\\", "JBL.embed_v2['jobs'] = ['", "'];"),
    "lists": filled("[", "JBL.embed_v2['jobs'] = "),
    "jobs": filled("{id:1,url:'/jobs/1-a/'},", "JBL.embed_v2['jobs'] = [", "];"),
    "state": filled('{"jobId":"1"},', '<script>phApp.ddo = {"eagerLoadRefineSearch":{"data":{"jobs":[', "{}]}}};</script>"),
}  # fmt: skip
FEEDS = {
    "items": filled("<item/>", "<rss><channel>", "</channel></rss>"),
    "items in items": filled("<item>", "<rss><channel>"),
    "positions": filled("<position><id>1</id><name>Kok</name></position>", "<workzag-jobs>", "</workzag-jobs>"),
    "attributes": "<rss><channel><item " + " ".join(f"a{n}='1'" for n in range(90_000)) + "/></channel></rss>",
    "an author": filled("a", "<rss><channel><item><author>", "</author></item></channel></rss>"),
    "brackets in a title": filled(" (", "<rss><channel><item><title>", "</title></item></channel></rss>"),
    "a name of digits": filled("1", "<rss><channel><item><employer>", "</employer></item></channel></rss>"),
    "entities": filled("&nbsp;", "<rss><channel><title>", "</title></channel></rss>"),
    "ampersands": filled("&", "<rss><channel><title>", "</title></channel></rss>"),
    "doctype": "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>",
    "addresses": filled("<url><loc>https://werkenbij.wilg.nl/job/a/1234567/</loc></url>", "<urlset>", "</urlset>"),
    "one address": filled("/job", "<urlset><url><loc>https://werkenbij.wilg.nl", "</loc></url></urlset>"),
}  # fmt: skip


def seconds(reader, *arguments):
    """Processor time of one call; also of one that finds that this is no answer."""
    began = time.process_time()
    with suppress(UnexpectedAnswerError):
        reader(*arguments)
    return time.process_time() - began
