"""A large file from the internet: resumed where it was broken off, compared with its checksum, seen to come."""

from __future__ import annotations

import hashlib
import sys
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from pathlib import Path

from scripts.steps import StartFailure, say

TIMEOUT_S = 30
BLOCK = 1 << 20
CHECKSUM_BYTES = 4096


def download(url: str, target: Path, fix: str) -> Path:
    """`target` with the content of `url`, whose MD5 stands at `url`.md5; nothing new, nothing done.

    What came before a break is kept as `.part` and gone on with. Raises StartFailure, with `fix` as what to do.
    """
    try:
        wanted = checksum_at(url)
        if target.is_file() and md5_of(target) == wanted:
            say(f"{target.name} is the newest already.")
            return target
        part = target.with_name(f"{target.name}.{wanted[:12]}.part")
        fetch(url, part)
    except (OSError, HTTPException) as fault:
        raise StartFailure(f"{url} cannot be fetched: {fault}", fix) from fault
    came = md5_of(part)
    if came != wanted:
        part.unlink()
        raise StartFailure(f"{url} came broken: its checksum is {came}, {wanted} was announced.", "Try again.")
    part.replace(target)
    return target


def checksum_at(url: str) -> str:
    """The announced MD5. Raises OSError when there is no answer, or none that is a checksum."""
    with opened(f"{url}.md5") as answer:
        word = answer.read(CHECKSUM_BYTES).decode("ascii", "replace").split()[:1]
    if not word or len(word[0]) != 32 or not set(word[0].lower()) <= set("0123456789abcdef"):
        raise OSError("the answer is no checksum: is there a sign-in page between here and the internet?")
    return word[0].lower()


def fetch(url: str, part: Path) -> None:
    """The rest of the file, appended to what is there already."""
    had = part.stat().st_size if part.is_file() else 0
    try:
        answer = opened(url, had)
    except urllib.error.HTTPError as fault:
        if fault.code == 416 and had:  # nothing is left to send
            return
        raise
    with answer, part.open("ab" if answer.status == 206 else "wb") as file:
        came = had if answer.status == 206 else 0
        whole = came + int(answer.headers.get("Content-Length") or 0)
        while block := answer.read(BLOCK):
            file.write(block)
            came += len(block)
            show(came, whole)
    if came < whole:
        raise OSError(f"it broke off after {came} of {whole} bytes; the next try goes on from there")


def opened(url: str, offset: int = 0) -> HTTPResponse:
    """The answer, from a byte on."""
    if not url.startswith(("https://", "http://")):
        raise OSError("only http and https are fetched")
    headers = {"Range": f"bytes={offset}-"} if offset else {}
    request = urllib.request.Request(url, headers={"User-Agent": "phatthalung-learning-map", **headers})  # noqa: S310
    answer: HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT_S)  # noqa: S310  (seen above)
    return answer


def show(came: int, whole: int) -> None:
    """Megabytes on one line, where somebody looks."""
    if sys.stdout.isatty():
        print(f"\r  {came / 1e6:.0f} of {whole / 1e6:.0f} MB", end="\n" if came == whole else "", flush=True)


def md5_of(file: Path) -> str:
    """The file's MD5: a guard against broken transfers, not against forgers."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
