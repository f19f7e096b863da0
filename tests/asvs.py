"""What of OWASP ASVS 5.0 the tests show: `python -m tests.asvs` prints it.

A test names the requirements that it shows in a marker: `@pytest.mark.asvs("8.2.2")`.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parent

# The requirements of levels 1 and 2 (and a few of level 3) that apply to this site and
# that a test can show, by chapter; our own classification. What rests on documents or on
# whoever runs the server (TLS, mail domains, backups) is not among them.
BY_CHAPTER = {
    "Encoding and sanitising": "1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.2.7 1.2.9 1.2.10 1.3.1 "
    "1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.10 1.3.11 1.3.12 1.5.1 1.5.2",
    "Validation and business logic": "2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1",
    "Web frontend": "3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 "
    "3.5.1 3.5.2 3.5.3 3.5.6 3.7.1 3.7.2",
    "Web service": "4.1.1 4.1.3 4.1.4",
    "Files": "5.2.1 5.2.2 5.2.3 5.3.1 5.3.2 5.4.1 5.4.2",
    "Authentication": "6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.3.1 "
    "6.3.2 6.3.3 6.3.4 6.3.5 6.3.7 6.3.8 6.4.1 6.4.2 6.4.3 6.4.4 6.4.6 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 "
    "6.5.6 6.6.2 6.6.3",
    "Sessions": "7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.5.3",
    "Authorisation": "8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.4.1",
    "Cryptography": "11.2.1 11.2.2 11.2.3 11.3.1 11.3.2 11.3.3 11.3.4 11.4.1 11.4.2 11.5.1",
    "Configuration": "13.2.1 13.2.2 13.2.3 13.3.1 13.3.2 13.4.1 13.4.2 13.4.3 13.4.4",
    "Data protection": "14.1.1 14.2.1 14.2.2 14.2.3 14.2.4 14.2.6 14.2.7 14.3.1 14.3.2 14.3.3",
    "Secure coding": "15.2.2 15.2.3 15.3.1 15.3.2 15.3.3 15.3.4 15.3.5 15.3.7 15.4.2",
    "Logging": "16.2.1 16.2.2 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 "
    "16.5.2 16.5.3",
}  # fmt: skip
AUTOMATABLE = {
    one: chapter for chapter, ids in BY_CHAPTER.items() for one in ids.split()
}


def shown() -> dict[str, set[str]]:
    """Per requirement the files with a test that shows it."""
    found: dict[str, set[str]] = {}
    for path in TESTS.rglob("test_*.py"):
        for one in _marked(ast.parse(path.read_text())):
            found.setdefault(one, set()).add(str(path.relative_to(TESTS.parent)))
    return found


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "asvs"
        ):
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    yield from str(argument.value).split()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Print each chapter with what is shown, where, and what is not."""
    found = shown()
    for chapter, ids in BY_CHAPTER.items():
        say(f"\n{chapter}")
        for one in ids.split():
            say(f"  {one:8}{', '.join(sorted(found.get(one, {'-'})))}")
    done = AUTOMATABLE.keys() & found.keys()
    say(f"\n{len(done)} of {len(AUTOMATABLE)} that a test can show")


if __name__ == "__main__":
    main()
