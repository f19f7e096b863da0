"""Signing in, passwords, and who has an account."""
