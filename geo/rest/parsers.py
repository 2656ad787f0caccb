"""The parser of JSON bodies for views that read `request.data`; `geo.rest.bodies` says what is JSON here."""

from collections.abc import Mapping
from typing import IO, Any

from rest_framework.parsers import BaseParser

from geo.rest import bodies
from geo.rest.bodies import BodyTooLarge, Limits

__all__ = ["BodyTooLarge", "StrictJSONParser"]


class StrictJSONParser(BaseParser):
    """Raises ParseError, a 400; BodyTooLarge, a 413, before more than `most_bytes` are held."""

    media_type = "application/json"
    most_bytes: int = bodies.MANY.most_bytes
    most_values: int = bodies.MANY.most_values

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        return bodies.parse(stream.read(self.most_bytes + 1), Limits(self.most_bytes, self.most_values))
