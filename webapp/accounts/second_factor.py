"""The second step of signing in: a code of the app, by mail, or written down."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas import seeds
from schemas.database import Db
from schemas.seeds import Sealer
from schemas.tables import outbox, second_factors, sign_ins
from schemas.tables.outbox import NewMail
from schemas.tables.sign_ins import SignIn
from webapp.accounts import codes, throttle, totp
from webapp.accounts.limits import CODE_LASTS, CODE_TRIES, CODES_SENT

Answer = Literal["right", "wrong", "too_soon", "void"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed as a code, when, and from which network."""

    code: str
    at: datetime
    network: str


def send_code(db: Db, token: str, email: str, at: datetime) -> bool:
    """Mail a new code for this sign-in; False when enough were mailed."""
    code = codes.new_mail_code()
    kept = codes.bound_hash(token, code)
    hashed, until = codes.hash_of(token), at + CODE_LASTS
    if not sign_ins.set_code(db, hashed, kept, until, at_most=CODES_SENT):
        return False
    outbox.post(
        db, NewMail(kind="sign_in_code", email=email, secret=code, useful=CODE_LASTS)
    )
    return True


def answer(db: Db, token: str, sign_in: SignIn, typed: Typed, sealer: Sealer) -> Answer:
    """Weigh a code; a right one ends the sign-in, as the sixth try does."""
    one = throttle.begin(db, str(sign_in.account_id), typed.network)
    if one is None:
        return "too_soon"
    hashed = codes.hash_of(token)
    if sign_ins.count_try(db, hashed) > CODE_TRIES:
        sign_ins.end(db, hashed)
        return "void"
    if _is_right(db, token, sign_in, typed, sealer) and sign_ins.end(db, hashed):
        throttle.taken_back(db, one)
        return "right"
    if throttle.failed(db, one):
        outbox.post(db, NewMail(kind="failed_sign_ins", email=sign_in.email))
    return "wrong"


def _is_right(
    db: Db, token: str, sign_in: SignIn, typed: Typed, sealer: Sealer
) -> bool:
    if sign_in.account_seed is not None:
        return uses_app(
            db, sign_in.account_id, sign_in.account_seed, typed, sealer
        ) or uses_recovery_code(db, sign_in.account_id, typed.code)
    if sign_in.code_hash is None or sign_in.code_expires_at is None:
        return False
    right = codes.bound_hash(token, codes.read_digits(typed.code))
    return codes.same(right, sign_in.code_hash) and typed.at < sign_in.code_expires_at


def uses_app(
    db: Db, account_id: UUID, sealed: bytes, typed: Typed, sealer: Sealer
) -> bool:
    """Whether it is a code of the app that was not used before; uses it up."""
    seed = seeds.unseal(sealer, account_id, sealed)
    step = totp.step_of(seed, codes.read_digits(typed.code), typed.at)
    return step is not None and second_factors.use_step(db, account_id, step)


def uses_recovery_code(db: Db, account_id: UUID, code: str) -> bool:
    """Whether it is one of the codes written down; uses it up."""
    if len(codes.read_letters(code)) != codes.RECOVERY_LETTERS:
        return False
    return second_factors.use_code(db, account_id, codes.recovery_hash(code))


def begin_app(db: Db, token: str, account_id: UUID, sealer: Sealer) -> None:
    """Make the secret of an app that this sign-in will set up."""
    sealed = seeds.seal(sealer, account_id, totp.new_seed())
    sign_ins.set_seed(db, codes.hash_of(token), sealed)


def takes_app(
    db: Db, token: str, sign_in: SignIn, typed: Typed, sealer: Sealer
) -> bool:
    """Whether the new app shows the right code; then it counts, and no other."""
    if sign_in.new_seed is None:
        return False
    seed = seeds.unseal(sealer, sign_in.account_id, sign_in.new_seed)
    step = totp.step_of(seed, codes.read_digits(typed.code), typed.at)
    if step is None or not sign_ins.end(db, codes.hash_of(token)):
        return False
    second_factors.set_seed(db, sign_in.account_id, sign_in.new_seed, step=step)
    return True


def new_recovery_codes(db: Db, account_id: UUID) -> tuple[str, ...]:
    """Ten new codes, shown once; those of before are worth nothing."""
    made = codes.new_recovery_codes()
    hashes = [codes.recovery_hash(code) for code in made]
    second_factors.replace_codes(db, account_id, hashes)
    return made
