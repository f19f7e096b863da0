"""Mail leaves through the outbox: once, later when it fails, and it tells nothing."""

import smtplib
import socket
import stat
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from schemas.settings import SettingError, read_settings
from schemas.tables import outbox
from schemas.tables.outbox import NewMail
from webapp.mail.delivering import back_off, deliver
from webapp.mail.sending import Folder, NotSentError, Server, mail_folder, sender
from webapp.mail.words import MAILS, written

SITE = "https://spoor.example/"


@pytest.fixture
def post(database, people):
    assert people  # of whom it is

    def put(kind="something_new", secret=None, **more):
        with database.connect("web_auth") as db:
            mail = NewMail(kind=kind, email="samira@example.nl", secret=secret, **more)
            outbox.post(db, mail)

    return put


@pytest.fixture
def rows(database):
    def read(columns="sent_at is not null, secret, tries, error"):
        with database.connect() as db:
            return db.execute(f"select {columns} from outbox order by id").fetchall()

    return read


class Postman:
    """Delivers into a list, or fails as it is told to."""

    def __init__(self, *failures):
        self.failures = list(failures)
        self.delivered = []

    def __call__(self, mail):
        if self.failures:
            raise self.failures.pop(0)
        self.delivered.append(mail)


def test_what_waits_is_sent_once_and_its_secret_is_forgotten(database, post, rows):
    post("invitation", "een-teken")
    postman = Postman()
    assert deliver(database.role("mailer"), postman) == 1
    assert deliver(database.role("mailer"), postman) == 0
    assert [mail.secret for mail in postman.delivered] == ["een-teken"]
    assert rows() == [(True, None, 0, None)]


def test_a_mail_that_was_rolled_back_was_never_there(database, people, rows):
    assert people
    with database.connect("web_auth") as db:
        outbox.post(db, NewMail(kind="something_new", email="samira@example.nl"))
        db.rollback()
    assert rows() == []


def test_posting_puts_one_job_in_the_queue(database, post):
    post()
    post()
    with database.connect() as db:
        jobs = db.execute("select task_name, queue_name from procrastinate_jobs")
        assert jobs.fetchall() == [("send_mail", "mail")]


def test_what_fails_is_tried_again_later_and_later(database, post, rows):
    post()
    postman = Postman(NotSentError("TimeoutError"))
    assert deliver(database.role("mailer"), postman) == 0
    assert rows() == [(False, None, 1, "TimeoutError")]
    assert deliver(database.role("mailer"), postman) == 0  # not due yet
    with database.connect() as db:
        db.execute("update outbox set next_try_at = now()")
    assert deliver(database.role("mailer"), postman) == 1
    waits = [back_off(n).total_seconds() for n in range(7)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=4).total_seconds()


def test_who_does_not_exist_is_given_up(database, post, rows):
    post("invitation", "een-teken")
    deliver(
        database.role("mailer"), Postman(NotSentError("recipient 550", for_good=True))
    )
    assert rows("given_up_at is not null, secret, error") == [
        (True, None, "recipient 550")
    ]


def test_one_that_fails_does_not_hold_up_the_next(database, post):
    post()
    post()
    assert deliver(database.role("mailer"), Postman(NotSentError("x"))) == 1


@pytest.mark.parametrize("email", [":;(@a=.b", '():"@b,c@d.nl', "=@[@é.nl"])
def test_an_address_that_no_mail_can_bear_does_not_hold_up_the_next(
    database, people, post, rows, tmp_path, caplog, email
):
    whose = people.samira_account
    with database.connect("web_auth") as db:
        outbox.post(db, NewMail(kind="change_email", email=email, account_id=whose))
    post("sign_in_code", "123456")
    send = Folder(tmp_path / "mail", "post@spoor.example", SITE)
    assert deliver(database.role("mailer"), send) == 1
    assert rows("sent_at is not null, tries") == [(False, 1), (True, 0)]
    assert email not in caplog.text


def test_a_code_that_is_too_old_is_not_sent(database, post, rows):
    post("sign_in_code", "123456", useful=timedelta(seconds=-1))
    postman = Postman()
    assert deliver(database.role("mailer"), postman) == 0
    assert postman.delivered == []
    assert rows("given_up_at is not null, secret, error") == [(True, None, "too late")]


@pytest.mark.parametrize("kind", MAILS)
def test_no_mail_says_what_it_is_about(kind):
    subject, text = written(kind, "GEHEIM", SITE)
    assert "GEHEIM" not in subject
    assert len(subject) <= 60
    assert "kandidaat" not in text.lower()
    assert "{" not in text
    assert ("GEHEIM" in text) == (kind in ("invitation", "sign_in_code", "new_password", "change_email"))  # fmt: skip


def test_without_a_mail_server_it_lies_in_a_folder_and_says_so(
    database, post, tmp_path, caplog
):
    settings = replace(database.settings, home=tmp_path, address=SITE)
    post("invitation", "een-teken")
    assert isinstance(sender(settings), Folder)
    assert deliver(database.role("mailer"), sender(settings)) == 1
    (file,) = mail_folder(settings).glob("*.eml")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "https://spoor.example/uitnodiging/een-teken" in file.read_text()
    assert "geen mailserver ingesteld: bericht ligt in" in caplog.text
    assert "een-teken" not in caplog.text
    assert "samira" not in caplog.text


@pytest.fixture
def mail_server():
    """A mail server of a few lines; `answers` may refuse the recipient."""
    listener = socket.create_server(("127.0.0.1", 0))
    received: list[str] = []
    refuse: list[bytes] = []

    def serve():
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 hier\r\n")
            for line in lines:
                verb = line[:4].upper()
                if verb == b"DATA":
                    connection.sendall(b"354 ga door\r\n")
                    while (body := lines.readline()) != b".\r\n":
                        received.append(body.decode())
                answer = refuse[0] if verb == b"RCPT" and refuse else b"250 goed\r\n"
                connection.sendall(b"221 dag\r\n" if verb == b"QUIT" else answer)
                if verb == b"QUIT":
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"smtp://127.0.0.1:{listener.getsockname()[1]}", received, refuse
    listener.close()
    thread.join(5)


def test_a_mail_server_gets_it(database, post, mail_server, rows):
    url, received, _ = mail_server
    post("sign_in_code", "123456")
    server = Server(url, "post@spoor.example", SITE)
    assert deliver(database.role("mailer"), server) == 1
    text = "".join(received)
    assert "To: samira@example.nl" in text
    assert "Subject: Uw code om in te loggen" in text
    assert "123456" in text
    assert rows() == [(True, None, 0, None)]


@pytest.mark.parametrize(
    ("answer", "for_good"), [(b"550 wie?\r\n", True), (b"450 later\r\n", False)]
)
def test_a_recipient_that_is_refused(
    database, post, mail_server, rows, answer, for_good
):
    url, _, refuse = mail_server
    refuse.append(answer)
    post()
    deliver(database.role("mailer"), Server(url, "post@spoor.example", SITE))
    ((given_up, error),) = rows("given_up_at is not null, error")
    assert given_up == for_good
    assert "wie" not in error


def test_a_server_that_is_not_there_is_tried_again(database, post, rows):
    post()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    deliver(database.role("mailer"), Server(f"smtp://127.0.0.1:{port}", "x@y.nl", SITE))
    assert rows() == [(False, None, 1, ConnectionRefusedError.__name__)]
    assert issubclass(smtplib.SMTPException, OSError)


@pytest.mark.parametrize(
    "wrong", ["mail.example", "http://mail.example", "smtp://", "smtp://x:poort"]
)
def test_a_setting_that_is_no_mail_server_is_refused_unrepeated(wrong):
    with pytest.raises(SettingError) as refused:
        read_settings({"SPOORZOEKER_SMTP": wrong})
    assert "x:poort" not in str(refused.value)


def test_the_mailer_reads_the_outbox_and_nothing_else(database):
    from tests.rights import allowed

    for right in ("select", "update", "insert", "delete"):
        assert set(allowed(database, "mailer", right)) <= {"outbox"}
