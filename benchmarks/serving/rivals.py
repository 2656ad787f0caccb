"""tipg and pygeoapi, when they are installed: other servers of OGC API – Features over the same tables.

Each with one process, persistent connections, and the same page of published features in the order of their ids.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.serving.data import POINTS, ZONES
from benchmarks.serving.databases import libpq
from benchmarks.serving.servers import Recipe
from benchmarks.serving.statements import PAGE
from spaces.models import KIND_OF

_QUERY = f"limit={PAGE}&status=published&sortby=id&f="
_TABLE = {collection: KIND_OF[collection]._meta.db_table for collection in (POINTS, ZONES)}


def installed(python: str, folder: Path, url: str) -> Iterator[tuple[Recipe, str]]:
    """Each that `python` can import, with the address of its page. `folder` takes what pygeoapi wants configured."""
    if _has(python, "tipg", "uvicorn"):
        yield _tipg(python), f"/collections/public.{{table}}/items?{_QUERY}geojson"
    if _has(python, "pygeoapi", "geoalchemy2", "gunicorn"):
        yield _pygeoapi(python, folder, url), f"/collections/{{table}}/items?{_QUERY}json"


def with_table(path: str, collection: str) -> str:
    """The address for a collection, by its own name or that of its table."""
    return path.format(collection=collection, table=_TABLE[collection])


def _has(python: str, *modules: str) -> bool:
    found = subprocess.run([python, "-c", f"import {', '.join(modules)}"], capture_output=True, check=False)
    return found.returncode == 0


def _tipg(python: str) -> Recipe:
    environment = {
        "DATABASE_URL": "{url}?application_name={name}",
        "TIPG_DB_SCHEMAS": '["public"]',
        "TIPG_DB_MIN_CONN_SIZE": "1",
        "TIPG_DB_MAX_CONN_SIZE": "1",
    }
    command = (python, "-m", "uvicorn", "tipg.main:app", "--port", "{port}", "--log-level", "warning")
    return Recipe("tipg", command, environment, "/collections")


def _pygeoapi(python: str, folder: Path, url: str) -> Recipe:
    config = folder / "pygeoapi.json"
    config.write_text(json.dumps(_config(url)), encoding="utf-8")  # JSON is YAML
    openapi = folder / "pygeoapi-openapi.json"
    openapi.write_text("{}", encoding="utf-8")
    return Recipe(
        "pygeoapi",
        (python, "-m", "gunicorn", "--config", "benchmarks/serving/gunicorn_conf.py", "pygeoapi.flask_app:APP"),
        {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(openapi)},
        "/?f=json",
        calls_itself="pygeoapi",
    )


def _config(url: str) -> dict[str, Any]:
    server = {
        "bind": {"host": "127.0.0.1", "port": 5000},
        "url": "http://127.0.0.1:5000",
        "mimetype": "application/json; charset=UTF-8",
        "encoding": "utf-8",
        "language": "en-US",
        "limits": {"default_items": PAGE, "max_items": 10_000},
        "map": {"url": "", "attribution": ""},
    }
    about = {
        "identification": {
            "title": "benchmark",
            "description": "benchmark",
            "keywords": ["benchmark"],
            "terms_of_service": "",
            "url": "http://127.0.0.1",
        },
        "license": {"name": "none", "url": "http://127.0.0.1"},
        "provider": {"name": "benchmark", "url": "http://127.0.0.1"},
        "contact": {"name": "benchmark"},
    }
    resources = {table: _resource(table, url) for table in _TABLE.values()}
    return {"server": server, "logging": {"level": "ERROR"}, "metadata": about, "resources": resources}


def _resource(table: str, url: str) -> dict[str, Any]:
    parts = urlsplit(libpq(url))
    data = {
        "host": (parts.netloc.rpartition("@")[2].rpartition(":")[0] or "localhost").replace("%2F", "/"),
        "port": parts.port or 5432,
        "user": parts.username,
        "password": parts.password or "",
        "dbname": parts.path.lstrip("/"),
        "search_path": ["public"],
    }
    provider = {
        "type": "feature",
        "name": "PostgreSQL",
        "data": data,
        "id_field": "id",
        "table": table,
        "geom_field": "geometry",
    }
    return {
        "type": "collection",
        "title": table,
        "description": table,
        "keywords": ["benchmark"],
        "links": [],
        "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
        "providers": [provider],
    }
