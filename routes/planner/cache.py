"""Where numba keeps the compiled kernels.

numba notices an edited kernel, but not an edited kernel that another file calls: it would go on running the stale
one. So the folder's name is a hash of the planner's sources, and any edit starts a fresh one.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

SOURCES = Path(__file__).parent
DEFAULT_BASE = SOURCES.parents[1] / ".local" / "numba"


def use_cache_folder() -> Path:
    """Point NUMBA_CACHE_DIR at this version's folder; call it before numba is imported.

    The base is NUMBA_CACHE_DIR if it is set, else `.local/numba` of the project; what cannot be written gives way to
    a folder of this user in the system's temporary one.
    """
    given = os.environ.get("NUMBA_CACHE_DIR")
    folder = versioned(Path(given) if given else DEFAULT_BASE)
    if not writable(folder):
        folder = versioned(Path(tempfile.gettempdir()) / f"numba-{os.getuid()}")
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    return folder


def versioned(base: Path) -> Path:
    """`base` with the hash of the sources as last part, once."""
    version = sources_hash()
    return base if base.name == version else base / version


def sources_hash() -> str:
    """16 hexadecimal digits that change with any source file of the planner."""
    digest = hashlib.sha256()
    for path in sorted(SOURCES.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def writable(folder: Path) -> bool:
    """Whether files can be made in `folder`, which is created if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
