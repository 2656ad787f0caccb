"""Filters in CQL2 (OGC 21-065r2), text and JSON, as conditions on a queryset.

`cql2` (PyPI) parses; everything it could choke on is refused before, and only what stands in our own tables is
translated afterwards. Start at `translating.condition`.
"""
