"""The invented recruiter of each site, so that cutting contact details is tried."""

from dataclasses import dataclass

NAMES = (
    "Noor Dijkhuis",
    "Bram Oosterveld",
    "Fatma Yildirim",
    "Joris van Wijngaarden",
    "Eline Tuinstra",
    "Sven Molenkamp",
    "Anouk Verzonneland",
    "Rachid el Voorbeeld",
)


@dataclass(frozen=True, slots=True)
class Recruiter:
    """Somebody to call; the number and the mail address lead nowhere."""

    name: str
    phone: str
    email: str


def recruiter(slug: str) -> Recruiter:
    number = sum(slug.encode())
    name = NAMES[number % len(NAMES)]
    mail = name.lower().replace(" ", ".")
    return Recruiter(name, f"06-1234567{number % 10}", f"{mail}@example.nl")
