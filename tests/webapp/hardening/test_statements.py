"""No statement is put together from what somebody typed."""

import ast
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
