"""Measurements against published references; `make bench` runs them."""
