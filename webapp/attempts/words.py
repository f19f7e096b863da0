"""The Dutch words for what stands in the record of a search."""

from collections.abc import Mapping

from flask import Flask

CHANNELS: Mapping[str, str] = {
    "own_network": "Eigen netwerk",
    "candidate_network": "Netwerk van de kandidaat",
    "cold_acquisition": "Koude acquisitie",
    "public": "Openbare vacature",
}
KINDS: Mapping[str, str] = {
    "phone": "Bellen",
    "mail": "Mail",
    "visit": "Bezoek",
    "application": "Sollicitatie",
    "conversation": "Gesprek",
    "presented": "Voordracht: cv gegeven",
}
OUTCOMES: Mapping[str, str] = {
    "spoken": "Gesproken",
    "voicemail": "Voicemail",
    "no_answer": "Geen gehoor",
    "call_back": "Terugbellen",
    "interested": "Interesse",
    "declined": "Afgewezen",
    "sent": "Verstuurd",
}
TASK_STATES: Mapping[str, str] = {
    "open": "open",
    "done": "klaar, wacht op jou",
    "cannot": "lukt niet",
    "approved": "goedgekeurd",
    "withdrawn": "ingetrokken",
}
CANNOT_REASONS: Mapping[str, str] = {
    "need_help": "Heeft hulp nodig",
    "no_time": "Heeft geen tijd",
    "too_heavy": "Vindt het te zwaar",
    "other": "Iets anders",
}
PHASES: Mapping[int, str] = {1: "Inzicht", 2: "Verkenning", 3: "Benadering"}


def init(app: Flask) -> None:
    """Give the templates these words, as filters."""
    app.add_template_filter(PHASES.__getitem__, "phase_word")
    for name, words in (
        ("channel_word", CHANNELS),
        ("kind_word", KINDS),
        ("outcome_word", OUTCOMES),
        ("task_word", TASK_STATES),
        ("cannot_word", CANNOT_REASONS),
    ):
        app.add_template_filter(words.__getitem__, name)
