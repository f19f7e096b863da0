"""The admin keeps the accounts, and knows no candidate by name."""

import pytest


@pytest.fixture
def arie(browser_of):
    return browser_of("Arie")


def test_the_first_page_lists_the_accounts(arie):
    assert arie.client.get("/").headers["Location"] == "/beheer/accounts"
    text = arie.get("/beheer/accounts").text_content()
    for name in ("Anna", "Bram", "Olga", "Cora", "anna@example.nl"):
        assert name in text


def test_a_candidate_is_a_code(arie, people):
    text = arie.get("/beheer/accounts").text_content()
    code = people.samira_account.hex[:8].upper()
    assert f"Kandidaat {code[:4]}-{code[4:]}" in text
    assert "Samira" not in text
    assert "samira@" not in text


def test_the_adviser_sees_by_which_code_the_admin_knows_somebody(anna, people):
    text = anna.get(f"/kandidaten/{people.samira}/traject").text_content()
    code = people.samira_account.hex[:8].upper()
    assert f"{code[:4]}-{code[4:]}" in text


def test_who_is_kept_out_is_out_at_once_and_stays_signed_out(arie, anna, people):
    switch = f"/beheer/accounts/{people.anna}"
    assert arie.post(f"{switch}/uit").status_code == 303
    assert "uit" in arie.get("/beheer/accounts").text_content()
    assert anna.client.get("/kandidaten").status_code == 302
    assert arie.post(f"{switch}/aan").status_code == 303
    assert anna.client.get("/kandidaten").status_code == 302


def test_nobody_locks_out_oneself(arie, people):
    assert arie.post(f"/beheer/accounts/{people.arie}/uit").status_code == 404
    assert len(arie.get("/beheer/accounts").xpath("//h1")) == 1


def test_an_account_that_is_none_is_not_there(arie, people):
    assert arie.post(f"/beheer/accounts/{people.samira}/uit").status_code == 404
