"""The mediation attempts of a candidate."""
