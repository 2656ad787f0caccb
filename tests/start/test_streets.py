"""`make streets`: a large file that comes in pieces, comes broken, or does not come."""

import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from scripts import streets
from scripts.downloading import download
from scripts.steps import StartFailure

CONTENT = bytes(range(256)) * 40_000


class Mirror(BaseHTTPRequestHandler):
    """A server that can break off; `asked` are the ranges it was asked for."""

    content = CONTENT
    announced = hashlib.md5(CONTENT).hexdigest()
    breaks_after: int | None = None
    asked: list[str | None] = []

    def do_GET(self) -> None:
        if self.path.endswith(".md5"):
            return self.answer(200, f"{self.announced}  file.osm.pbf\n".encode())
        Mirror.asked.append(self.headers["Range"])
        start = int((self.headers["Range"] or "bytes=0-").removeprefix("bytes=").rstrip("-"))
        return self.answer(206 if start else 200, self.content[start:], self.breaks_after)

    def answer(self, status: int, body: bytes, breaks_after: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:breaks_after])

    def log_message(self, *words: Any) -> None:
        """Tests are quiet."""


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Mirror, "asked", [])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/file.osm.pbf"
    server.shutdown()
    server.server_close()


def test_a_file_comes_whole(url: str, tmp_path: Path) -> None:
    got = download(url, tmp_path / "file.osm.pbf", "")

    assert got.read_bytes() == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == ["file.osm.pbf"]


def test_what_broke_off_is_gone_on_with(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mirror, "breaks_after", 1_000_000)
    with pytest.raises(StartFailure, match="the next try goes on"):
        download(url, tmp_path / "file.osm.pbf", "")
    monkeypatch.setattr(Mirror, "breaks_after", None)

    got = download(url, tmp_path / "file.osm.pbf", "")

    assert got.read_bytes() == CONTENT
    assert Mirror.asked == [None, "bytes=1000000-"]


def test_the_newest_is_not_fetched_again(url: str, tmp_path: Path) -> None:
    for _ in range(2):
        download(url, tmp_path / "file.osm.pbf", "")

    assert len(Mirror.asked) == 1


def test_what_came_broken_is_not_kept(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file.osm.pbf").write_bytes(b"the one before")
    monkeypatch.setattr(Mirror, "content", CONTENT[:-1] + b"x")

    with pytest.raises(StartFailure, match="came broken"):
        download(url, tmp_path / "file.osm.pbf", "")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file.osm.pbf": b"the one before"}


def test_a_sign_in_page_is_no_checksum(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mirror, "announced", "<html>please sign in</html>")

    with pytest.raises(StartFailure, match="sign-in page"):
        download(url, tmp_path / "file.osm.pbf", "")


def test_without_internet_it_says_how_to_bring_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STREETS_URL", "http://127.0.0.1:9/thailand.osm.pbf")
    monkeypatch.setattr(streets, "FOLDER", tmp_path / "streets")
    monkeypatch.delenv("FILE", raising=False)

    with pytest.raises(StartFailure, match="cannot be fetched") as failure:
        streets.run()

    assert "make streets FILE=" in failure.value.fix


def test_only_http_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(StartFailure, match="only http and https"):
        download("file:///etc/hostname", tmp_path / "x", "")


def test_a_file_given_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILE", "nowhere.osm.pbf")

    with pytest.raises(StartFailure, match=r"no file nowhere\.osm\.pbf"):
        streets.run()
