"""What can be wrong with streets; every message says what came and what was wanted."""


class InvalidStreets(ValueError):
    """A file, a mapping or a clip from which no network can be made. Nothing has been changed."""
