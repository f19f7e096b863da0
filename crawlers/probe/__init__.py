"""Trying out an address: what is there, may we, and how well can it be read."""
