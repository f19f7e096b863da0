"""An invented market and invented people, to try the whole product on."""
