"""gzip at a low level, for clients that ask: most of the gain for a tenth of the work."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

LEVEL = 1
SMALL = 1000  # bytes: not worth it
_GZIP = 31  # window bits: the largest window, in a gzip wrapper
_ASKED = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q\s*=\s*([0-9.]+)\s*)?(?=,|$)")


def wanted(request: HttpRequest) -> bool:
    """Whether the client takes gzip: named, and not with a q of nothing."""
    asked = _ASKED.search(request.META.get("HTTP_ACCEPT_ENCODING", "").lower())
    return asked is not None and (asked[1] is None or bool(asked[1].strip("0.")))


def zipped(data: bytes, level: int = LEVEL) -> bytes:
    """The same bytes for the same data: no time stamp."""
    return gzip.compress(data, level, mtime=0)


def compressed(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """The answer, compressed if it is worth it and the client takes that."""
    is_zipped = len(response.content) >= SMALL and wanted(request)
    if is_zipped:
        response.content = zipped(response.content)
    mark(response, is_zipped=is_zipped)
    return response


def zipped_stream(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Blocks, compressed as they come; a stream that breaks off has no end."""
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, _GZIP)
    for block in blocks:
        if packed := packing.compress(block):
            yield packed
    yield packing.flush()


def mark(response: HttpResponseBase, *, is_zipped: bool) -> None:
    """Says how it is encoded, and to caches that this depends on the client."""
    if is_zipped:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
