"""Media types, and which of the offered ones a client wants (OGC `f`, else RFC 9110 Accept)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.rest.problems import BadParameter, NotAcceptable
from geo.texts import Text


@dataclass(frozen=True)
class Media:
    """What is sent (`type`), what `f` calls it, and what else in Accept may be answered by it."""

    type: str
    names: tuple[str, ...]
    answers: frozenset[str] = field(default_factory=frozenset)

    def matches(self, wanted: str) -> int:
        """How closely a range of Accept fits: 3 exactly, 2 it answers that, 1 `application/*`, 0 `*/*`, -1 not."""
        bare = self.type.partition(";")[0]
        if wanted == bare:
            return 3
        if wanted in self.answers:
            return 2
        if wanted == f"{bare.partition('/')[0]}/*":
            return 1
        return 0 if wanted == "*/*" else -1


_JSON = frozenset({"application/json"})
JSON = Media("application/json", ("json",))
GEOJSON = Media("application/geo+json", ("geojson", "json"), _JSON | {"application/vnd.geo+json"})
SCHEMA = Media("application/schema+json", ("json",), _JSON)
OPENAPI = Media(
    "application/vnd.oai.openapi+json;version=3.0",
    ("json",),
    _JSON | {"application/openapi+json", "application/vnd.oai.openapi"},
)
HTML = Media("text/html", ("html",), frozenset({"application/xhtml+xml"}))


def chosen(f: str | None, accept: str, offered: Sequence[Media]) -> Media:
    """The medium to answer in; the first offered when the client does not mind.

    Raises BadParameter for an `f` that is not offered, NotAcceptable when Accept names only what is not.
    """
    if f is not None:
        return _named(f, offered)
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    best = max(offered, key=lambda media: (_quality(media, ranges), -list(offered).index(media)))
    if _quality(best, ranges) <= 0:
        raise NotAcceptable([media.type for media in offered])
    return best


def _named(f: str, offered: Sequence[Media]) -> Media:
    for media in offered:
        if f in media.names:
            return media
    names = ", ".join(dict.fromkeys(name for media in offered for name in media.names))
    raise BadParameter("f", Text(f"f เป็นได้แค่ {names}", f"f is one of {names}."))


def _quality(media: Media, ranges: Sequence[tuple[str, float]]) -> float:
    """The q of the most specific range that fits, 0 if none does."""
    fitting = [(media.matches(wanted), quality) for wanted, quality in ranges]
    closeness, quality = max(fitting, default=(-1, 0.0))
    return quality if closeness >= 0 else 0.0


def _ranges(accept: str) -> list[tuple[str, float]]:
    """Media ranges with their q. What is not a media range is passed over: a garbled header asks for nothing."""
    found = []
    for part in accept.lower().split(",")[:50]:
        wanted, _, parameters = part.partition(";")
        wanted = wanted.strip()
        if wanted.count("/") == 1 and all(wanted.split("/")):
            found.append((wanted, _q(parameters)))
    return found


def _q(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 1.0
    return 1.0
