"""Every persona at every door: in where the committed list of routes says so, else away."""

from pathlib import Path

import pytest

from schemas.account import PERSONAS
from tests.webapp import trespass
from webapp.site import access

LIST = Path(__file__).resolve().parents[1] / "routes.tsv"

pytestmark = pytest.mark.asvs("8.2.1 8.3.1")


def doors():
    """(endpoint, method, who) of every line of the list that is not for everybody.

    Nor only for whoever has a mailed token, or is on the way in.
    """
    for line in LIST.read_text().splitlines()[1:]:
        _, methods, endpoint, who, _ = line.split("\t")
        for method in methods.split():
            if who != "everybody" and endpoint not in trespass.BY_TOKEN:
                yield endpoint, method, set(who.split())


def deviations(trespasser, endpoint=None):
    """Every visitor who gets in where the list says no, or is sent away where it says yes.

    An own form is not sent: what it would do is for the tests of its page.
    """
    rules = {
        (rule.endpoint, method): rule
        for rule in trespasser.rules()
        for method in rule.methods
    }
    for name, method, who in doors():
        for visitor in trespasser.everybody if endpoint in (None, name) else ():
            inside = visitor.persona in who
            if inside and method == "POST":
                continue
            rule = rules[name, method]
            ids = trespasser.victim | visitor.own
            path = trespasser.path(rule, {n: ids[n] for n in rule.arguments})
            status = answer_of(trespasser, visitor, method, path)
            expected = 200 if inside else trespass.SENT_AWAY[visitor.persona]
            if status != expected:
                yield visitor.name, method, path, status


def answer_of(trespasser, visitor, method, path):
    if method == "GET":
        return visitor.browser.client.get(path).status_code
    form = trespasser.forms.get(path, {})
    return visitor.browser.post(path, **form).status_code


def test_everybody_gets_in_where_the_list_says_and_nowhere_else(trespasser):
    assert len(trespasser.everybody) == 8
    assert list(deviations(trespasser)) == []


def test_without_its_declaration_no_view_goes_unnoticed(trespasser, app):
    everybody = frozenset(PERSONAS)
    unnoticed = []
    for endpoint in sorted({rule.endpoint for rule in trespasser.rules()}):
        view = app.view_functions[endpoint]
        declared = getattr(view, access.MARK)
        if trespass.is_of_oneself(endpoint):
            assert declared == everybody
            continue
        setattr(view, access.MARK, everybody)
        if next(deviations(trespasser, endpoint), None) is None:
            unnoticed.append(endpoint)
        setattr(view, access.MARK, declared)
    assert unnoticed == []
