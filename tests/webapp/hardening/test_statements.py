"""No statement is put together from what somebody typed."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("schemas", "crawlers", "matching", "webapp", "demo")
RUNS = {"execute", "executemany", "fetch_all", "fetch_one", "copy", "stream"}
GLUED = (ast.JoinedStr, ast.BinOp)


def glued(tree: ast.AST) -> list[int]:
    """Lines where text is made up on the spot and run as a statement."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr
            if isinstance(node.func, ast.Attribute)
            else getattr(node.func, "id", "")
        )
        if name in RUNS and any(_is_glued(one) for one in node.args):
            found.append(node.lineno)
    return found


def _is_glued(argument: ast.expr) -> bool:
    if isinstance(argument, GLUED):
        return True
    return (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr in {"format", "join", "replace"}
        and not _is_of_psycopg(argument.func.value)
    )


def _is_of_psycopg(value: ast.expr) -> bool:
    """`sql.SQL(…).format(sql.Identifier(…))` quotes what it is given."""
    return isinstance(value, ast.Call) and ast.unparse(value.func) in {"sql.SQL", "SQL"}


@pytest.mark.asvs("1.2.4")
def test_no_statement_is_glued_together():
    strays = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for line in glued(ast.parse(path.read_text()))
    ]
    assert strays == []


@pytest.mark.parametrize(
    "code",
    [
        'db.execute(f"select {x}")',
        'db.execute("select " + x)',
        'db.execute("select %s" % x)',
        'db.execute("select {}".format(x))',
        'fetch_all(db, Row, "select " + x, {})',
    ],
)
def test_the_search_sees_every_way_to_glue(code):
    assert glued(ast.parse(code)) == [1]


def test_the_search_leaves_alone_what_is_quoted_well():
    assert glued(ast.parse('db.execute(sql.SQL("grant {}").format(name))')) == []


OWN_PIPE = "crawlers/collecting/apart.py"  # unpacks what our own other process packed
FORBIDDEN = {
    "eval",
    "exec",
    "compile",
    "os.system",
    "os.popen",
    "pickle.load",
    "pickle.loads",
    "marshal.loads",
    "shelve.open",
    "yaml.load",
    "render_template_string",
    "flask.render_template_string",
    "random.random",
    "hashlib.sha1",
}


@pytest.mark.asvs("1.2.1 1.2.5 1.3.2 1.3.5 1.3.7 1.5.2 11.4.1")
def test_nothing_runs_or_unpacks_what_came_from_outside():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {name}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and (name := ast.unparse(node.func)) in FORBIDDEN
        and path.relative_to(ROOT).as_posix() != OWN_PIPE
    ]
    assert found == []


@pytest.mark.asvs("1.2.5")
def test_no_program_is_started_through_a_shell():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and any(one.arg == "shell" for one in node.keywords)
    ]
    assert found == []


@pytest.mark.asvs("1.2.1 1.2.3 3.2.2")
def test_no_template_lets_anything_through_unescaped_or_writes_a_script():
    templates = list((ROOT / "webapp" / "templates").rglob("*.html"))
    assert len(templates) > 40
    for path in templates:
        text = path.read_text()
        assert "|safe" not in text.replace(" ", ""), path
        assert "autoescape false" not in text, path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path
        assert not re.search(r"\son[a-z]+=|\sstyle=|javascript:", text), path


@pytest.mark.asvs("1.2.2 3.2.1")
def test_no_page_opens_anything_of_another_site():
    templates = (ROOT / "webapp" / "templates").rglob("*.html")
    outside = re.compile(r"(?:src|action|poster|data)=[\"']?(?:https?:)?//")
    assert [path.name for path in templates if outside.search(path.read_text())] == []
