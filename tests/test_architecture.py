"""The house rules that a machine can keep: style, types, imports, sizes, places."""

import ast
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PACKAGES = ("schemas", "crawlers", "matching", "webapp", "demo")
LONGEST_FUNCTION = 40
LONGEST_MODULE = 250
LONGEST_VIEW = 15
MEDIAN_FUNCTION = 10
VIEWS = re.compile(r"^@pages\.(get|post)", re.MULTILINE)


def run(*command: str) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_code_is_in_the_house_style():
    run(str(BIN / "ruff"), "check", ".")
    run(str(BIN / "ruff"), "format", "--check", ".")


def test_every_type_holds():
    run(str(BIN / "mypy"))


def test_nobody_imports_what_the_design_forbids():
    run(str(BIN / "lint-imports"), "--no-cache")


def modules() -> list[Path]:
    found = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return [*found, ROOT / "spoorzoeker.py"]


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text())
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_modules_and_functions_stay_small():
    long_modules = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := len(path.read_text().splitlines())) > LONGEST_MODULE
    }
    assert long_modules == {}
    long_functions = {
        f"{path.relative_to(ROOT)}:{function.name}": lines
        for path in modules()
        for function in functions(path)
        if (lines := body_lines(function)) > LONGEST_FUNCTION
    }
    assert long_functions == {}


def test_the_median_function_is_short():
    sizes = [body_lines(f) for path in modules() for f in functions(path)]
    assert statistics.median(sizes) <= MEDIAN_FUNCTION


def test_a_view_decides_nothing():
    long_views = {
        f"{path.name}:{function.name}": body_lines(function)
        for path in (ROOT / "webapp").rglob("*.py")
        for function in functions(path)
        if any("pages." in ast.unparse(d) for d in function.decorator_list)
        and body_lines(function) - len(function.decorator_list) > LONGEST_VIEW
    }
    assert long_views == {}


def test_every_statement_in_sql_stands_in_the_tables():
    sql = re.compile(
        r"\b(select .+ from|insert into|update \w+ set|delete from)\b", re.IGNORECASE
    )
    strays = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.parent.name != "tables"
        and path.parent.name != "schemas"
        and any(
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and sql.search(node.value)
            and not isinstance(getattr(node, "parent", None), ast.Expr)
            for node in ast.walk(ast.parse(path.read_text()))
        )
    ]
    assert strays == []


def test_the_caller_owns_the_transaction():
    committing = [
        path.name
        for path in (ROOT / "schemas" / "tables").glob("*.py")
        if ".commit(" in path.read_text()
    ]
    assert committing == []


def test_each_package_is_the_one_in_this_house():
    for package in (*PACKAGES, "spoorzoeker"):
        origin = __import__(package).__file__
        assert origin is not None
        assert Path(origin).is_relative_to(ROOT)


# Measured 3.4 to 3.5; in seconds 0.8 on a quiet machine and 1.3 on a busy one.
STARTS_WITHIN = 5


def test_the_web_starts_without_a_model_and_hardly_slower_than_flask():
    """CPU seconds against those of Flask and the pool in the same process."""
    program = (
        "import sys, time; start = time.process_time()\n"
        "import flask, psycopg_pool\n"
        "bare = time.process_time() - start\n"
        "from webapp.application import create_app\n"
        "from schemas.pools import web_pools\n"
        "from schemas.settings import read_settings\n"
        "create_app(read_settings({}), web_pools(read_settings({}), 'postgresql:///x'))\n"
        "took = time.process_time() - start\n"
        "heavy = {'torch', 'numpy', 'sklearn', 'sentence_transformers', 'scrapy', 'pandas'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "print(took / bare)\n"
    )
    ratio = min(
        float(
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(3)
    )
    assert ratio < STARTS_WITHIN


def test_no_file_names_a_package_registry_or_a_path_of_one_machine():
    registries = ["pypi" + ".org", "pythonhosted" + ".org", "download.pytorch" + ".org"]
    words = [*registries, "/" + "work/", "/" + "root/"]
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if not tracked:
        pytest.skip("this is no git checkout")
    found = [
        (name, word)
        for name in tracked
        if (ROOT / name).suffix in {".py", ".md", ".toml", ".txt", ".html", ".sql", ""}
        for word in words
        if (ROOT / name).is_file() and word in (ROOT / name).read_text(errors="replace")
    ]
    assert found == []
