"""`njit` for the planner's kernels: cached on disk, free of the interpreter lock, and typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from routes.planner.cache import use_cache_folder

CACHE_FOLDER = use_cache_folder()  # before numba reads its settings

import numba  # noqa: E402

vars(numba.config)["CACHE_DIR"] = str(CACHE_FOLDER)  # in case something else has imported numba first

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def njit(function: Kernel) -> Kernel:
    """The function, compiled at its first call."""
    return cast(Kernel, numba.njit(cache=True, nogil=True)(function))
