"""Reads a capacity document and proposes what it says; a person decides.

Pure code without a model, so that the web process may use it.
"""
