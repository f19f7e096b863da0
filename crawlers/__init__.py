"""Reads vacancies from the web, politely and truthfully."""
