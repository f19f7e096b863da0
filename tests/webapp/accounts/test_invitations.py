"""Invitations: a link by mail and a code by another road, one account for one person."""

import re
from uuid import uuid4

import pytest

from tests.webapp.accounts.conftest import NEW_PASSWORD, code_now, join, shown_secret
from tests.webapp.browser import Browser


@pytest.mark.asvs("6.4.1", "6.3.1")
def test_looking_three_times_uses_nothing_up_and_only_one_may_accept(
    app, invite, guest, database
):
    token, code = invite()
    for _ in range(3):
        assert "Account maken" in guest.get(f"/uitnodiging/{token}").text_content()
    assert join(guest, token, code).status_code == 302
    assert guest.client.get("/account").status_code == 200
    other = Browser(app.test_client())
    assert join(other, token, code).status_code == 410
    assert (
        "al gebruikt" in other.get(f"/uitnodiging/{token}", status=410).text_content()
    )
    with database.connect() as db:
        (linked,) = db.execute(
            "select count(*) from candidate c join account a on a.id = c.account_id "
            "where a.email = 'samira@nieuw.nl' and a.persona = 'candidate'"
        ).fetchone()
    assert linked == 1


@pytest.mark.asvs("6.4.1")
def test_a_code_is_twelve_random_letters_and_neither_is_kept(invite, database):
    token, code = invite()
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", code)
    with database.connect() as db:
        (kept,) = db.execute("select to_jsonb(i)::text from invitation i").fetchone()
    assert token not in kept
    assert code not in kept


@pytest.mark.parametrize("spelling", ["{}", "{} ", "lower"])
def test_a_code_may_be_typed_as_one_reads_it(invite, guest, spelling):
    token, code = invite()
    typed = code.lower().replace("-", " ") if spelling == "lower" else spelling.format(code)  # fmt: skip
    assert join(guest, token, typed.replace("0", "o")).status_code == 302


@pytest.mark.asvs("6.4.1")
def test_the_sixth_try_of_a_code_is_refused_even_when_it_is_right(invite, guest):
    token, code = invite()
    for _ in range(5):
        assert join(guest, token, "0000-0000-0000").status_code == 422
    answer = join(guest, token, code)
    assert answer.status_code == 422
    assert "te vaak verkeerd" in answer.text
    assert guest.client.get("/account").status_code == 302


def test_a_weak_password_costs_no_try_and_leaks_no_code(invite, guest):
    token, code = invite()
    for _ in range(7):
        answer = join(guest, token, code, password="welkom123456")
        assert "makkelijk te raden" in answer.text
    assert join(guest, token, code).status_code == 302


@pytest.mark.asvs("6.4.1")
@pytest.mark.parametrize(
    ("column", "status", "said"),
    [
        ("link_expires_at", 410, "te oud"),
        ("code_expires_at", 422, "te oud"),
        ("withdrawn_at", 410, "geldt niet meer"),
    ],
)
def test_what_is_over_says_so(invite, guest, database, column, status, said):
    token, code = invite()
    with database.connect() as db:
        days = db.execute(
            "select extract(epoch from link_expires_at - made_at) / 86400, "
            "extract(epoch from code_expires_at - made_at) / 3600 from invitation"
        ).fetchone()
        db.execute(f"update invitation set {column} = now()")
    assert tuple(map(float, days)) == (7, 72)
    answer = join(guest, token, code)
    assert answer.status_code == status
    assert said in answer.text
    assert guest.client.get("/account").status_code == 302


def test_signed_in_as_somebody_else_is_told_to_sign_out(invite, browser_of):
    token, code = invite()
    tom = browser_of("Tom")
    page = tom.get(f"/uitnodiging/{token}", status=403)
    assert "ingelogd als iemand anders" in page.text_content()
    assert join(tom, token, code).status_code == 403


def test_an_unknown_link_says_nothing(guest):
    guest.get("/uitnodiging/onbekend", status=404)
    assert join(guest, "onbekend", "0").status_code == 404


def test_a_new_link_ends_the_one_before_and_a_new_code_the_old_code(
    invite, guest, anna, mailed, database
):
    token, code = invite()
    with database.connect() as db:
        (invitation,) = db.execute("select id from invitation").fetchone()
    anna.post(f"/uitnodigingen/{invitation}/code")
    assert join(guest, token, code).status_code == 422
    answer = anna.post(f"/uitnodigingen/{invitation}/opnieuw")
    new_code = re.search(r'large">([0-9A-Z-]+)<', answer.text).group(1)
    *_, (_, _, new_token) = mailed("invitation")
    guest.get(f"/uitnodiging/{token}", status=404)
    assert join(guest, new_token, new_code).status_code == 302


def spoken(answer):
    """Whether a page says je or u."""
    page = re.sub(r"<[^>]*>", " ", answer.get_data(as_text=True)).lower()
    return set(re.findall(r"\b(?:je|jouw|u|uw)\b", page))


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("code_tries = 0", 422),
        ("code_tries = 5", 422),
        ("code_expires_at = now()", 422),
        ("link_expires_at = now()", 410),
        ("withdrawn_at = now()", 410),
        ("accepted_at = now()", 410),
    ],
)
def test_what_goes_wrong_is_said_to_a_colleague_with_je_and_to_others_with_u(
    browser_of, invite, mailed, guest, database, change, status
):
    browser_of("Arie").post(
        "/uitnodigingen",
        id=str(uuid4()), persona="coordinator", email="nieuw@bureau.nl", name="Nieuw",
    )  # fmt: skip
    ((_, _, colleague),) = mailed("invitation")
    other, _ = invite()
    with database.connect() as db:
        db.execute(f"update invitation set {change}")
    for token, yours in ((colleague, {"je"}), (other, {"u", "uw"})):
        answer = join(guest, token, "0000-0000-0000")
        assert answer.status_code == status
        assert spoken(answer) <= yours
        assert spoken(answer)


def test_a_contact_sees_the_own_opdrachtgever_until_thirty_days_after_the_end(
    invite, guest, database
):
    token, code = invite("opdrachtgever", "ilse@brug.nl", name="Ilse")
    join(guest, token, code)
    assert "Samira" in guest.get("/mijn-trajecten").text_content()
    for days, lasts in ((29, True), (31, False)):
        with database.connect() as db:
            db.execute("update account set made_at = now() - interval '1 year'")
            db.execute("update candidate set planned_end = current_date - %s", (days,))
        assert (guest.client.get("/account").status_code == 200) == lasts
    answer = guest.post("/inloggen", email="ilse@brug.nl", password=NEW_PASSWORD)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("persona", "email", "said"),
    [
        ("candidate", "bram@example.nl", "heeft al een account"),
        ("adviser", "x@bureau.nl", "Kies voor wie dit is"),
        ("candidate", "geen adres", "Vul een e-mailadres in"),
    ],
)
def test_who_may_not_be_invited_is_refused_in_words(
    anna, dossier, persona, email, said
):
    answer = anna.post(
        dossier, id=str(uuid4()), persona=persona, email=email, name="Iemand"
    )
    assert answer.status_code == 422
    assert said in answer.text


def test_nobody_invites_to_a_strangers_traject(browser_of, dossier, mailed):
    bram = browser_of("Bram")
    answer = bram.post(
        dossier, id=str(uuid4()), persona="candidate", email="x@y.nl", name="X"
    )
    assert answer.status_code == 404
    assert mailed() == []


@pytest.mark.parametrize(
    ("who", "persona", "may"),
    [
        ("Cora", "adviser", True),
        ("Cora", "admin", False),
        ("Cora", "candidate", False),
        ("Arie", "coordinator", True),
        ("Arie", "admin", True),
        ("Arie", "candidate", False),
    ],
)
def test_who_invites_which_colleague(browser_of, mailed, who, persona, may):
    answer = browser_of(who).post(
        "/uitnodigingen",
        id=str(uuid4()), persona=persona, email="nieuw@bureau.nl", name="Nieuw",
    )  # fmt: skip
    assert answer.status_code == (200 if may else 422)
    assert bool(mailed("invitation")) == may


@pytest.mark.asvs("8.2.2")
def test_whoever_invites_the_same_address_leaves_the_invitations_of_others(
    browser_of, invite, mailed, guest
):
    shown = browser_of("Arie").post(
        "/uitnodigingen",
        id=str(uuid4()), persona="coordinator", email="nieuw@bureau.nl", name="Nieuw",
    )  # fmt: skip
    code = re.search(r'large">([0-9A-Z-]+)<', shown.text).group(1)
    ((_, _, token),) = mailed("invitation")
    late = invite(email="nieuw@bureau.nl")
    assert join(guest, token, code).status_code == 302
    assert join(guest, *late).status_code in {410, 422}  # the address has an account


@pytest.mark.asvs("6.3.3")
def test_a_new_colleague_sets_up_an_app_before_the_first_page(
    app, people, database, mailed
):
    assert people
    with database.connect() as db:
        db.execute("update account set invented = false where name = 'Cora'")
        db.execute("update session set last_seen = now()")
    cora = Browser(app.test_client())
    cora.post("/inloggen", email="cora@example.nl", password="een lang wachtwoord")
    seed = shown_secret(cora.client.get("/inloggen/app").text)
    cora.post("/inloggen/app", code=code_now(seed))
    shown = cora.post(
        "/uitnodigingen",
        id=str(uuid4()), persona="adviser", email="nieuw@bureau.nl", name="Nieuw",
    )  # fmt: skip
    code = re.search(r'large">([0-9A-Z-]+)<', shown.text).group(1)
    ((_, _, token),) = mailed("invitation")
    guest = Browser(app.test_client())
    assert join(guest, token, code).headers["Location"] == "/inloggen/app"
    assert guest.client.get("/account").status_code == 302


def test_without_an_opdrachtgever_it_says_where_to_fill_one_in(
    anna, people, database, dossier
):
    assert "Vul eerst de opdrachtgever in" not in anna.get(dossier).text_content()
    with database.connect() as db:
        db.execute("update candidate set opdrachtgever_id = null")
    page = anna.get(dossier)
    (link,) = page.xpath("//main//a[text()='Vul eerst de opdrachtgever in']/@href")
    assert link == f"/kandidaten/{people.samira}/traject"
    assert page.xpath("//main//form[.//input[@name='email']]")
    answer = anna.post(
        dossier, persona="opdrachtgever", name="Piet", email="piet@example.nl"
    )
    assert answer.status_code == 422


def test_when_there_is_nobody_left_to_invite_no_form_asks_for_whom(
    anna, people, database
):
    with database.connect() as db:
        db.execute("update candidate set opdrachtgever_id = null")
    page = anna.get(f"/kandidaten/{people.samira}/toegang")
    assert not page.xpath("//main//form[.//input[@name='email']]")
    assert page.xpath("//main//a[text()='Vul eerst de opdrachtgever in']")
