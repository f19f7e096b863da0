"""Mail as background work: at once when there is some, each minute what failed."""

from schemas import queue
from schemas.opening import OpenDatabase
from webapp.mail.delivering import deliver
from webapp.mail.sending import sender

EACH_MINUTE = "* * * * *"
ONE_AT_A_TIME = "send mail"


def register(opened: OpenDatabase) -> queue.Register:
    """The mail jobs, for a worker on `opened`."""

    def work() -> None:
        deliver(opened.role("mailer"), sender(opened.settings))

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.MAIL, name="send_mail")
        def send_mail() -> None:
            work()

        @app.periodic(cron=EACH_MINUTE)
        @app.task(
            queue=queue.MAIL,
            name="send_mail_again",
            queueing_lock="send mail again",
            lock=ONE_AT_A_TIME,
        )
        def send_mail_again(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            work()

    return tell
