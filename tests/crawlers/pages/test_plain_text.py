"""HTML to lines of words."""

from crawlers.pages.plain_text import plain_text


def test_html_becomes_lines():
    markup = "<h3>Taken</h3><ul><li>kas</li><li>vakken</li></ul><script>x()</script>"
    assert plain_text(markup) == "Taken\n\n• kas\n• vakken"
    assert plain_text("&lt;p&gt;Hoi &amp;amp; dag&lt;/p&gt;") == "Hoi & dag"
    assert plain_text("Lonen > 10 & < 20") == "Lonen > 10 & < 20"
