"""Weights that follow from what an organisation saved and rejected."""
