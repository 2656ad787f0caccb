"""`njit` and `kernel` for the planner's inner loops: cached on disk, free of the interpreter lock, and typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from routes.planner.cache import use_cache_folder

CACHE_FOLDER = use_cache_folder()  # before numba reads its settings

import numba  # noqa: E402

vars(numba.config)["CACHE_DIR"] = str(CACHE_FOLDER)  # in case something else has imported numba first

Function = TypeVar("Function", bound=Callable[..., Any])


OPTIONS: dict[str, Any] = {"cache": True, "nogil": True}
UNCOUNTED: dict[str, Any] = {**OPTIONS, "_nrt": False}  # not in numba's stubs; a test fails if an update drops it


def njit(function: Function) -> Function:
    """The function, compiled at its first call."""
    return cast(Function, numba.njit(**OPTIONS)(function))


def kernel(function: Function) -> Function:
    """The same for a function that makes no array and returns none: it need not count references.

    Counting them for every array of a `Tables` at every call took four fifths of the search's time.
    """
    return cast(Function, numba.njit(**UNCOUNTED)(function))


def inlined(function: Function) -> Function:
    """A kernel that becomes part of its callers: handing over a `Ground` and a `Plan` costs more than most of them."""
    return cast(Function, numba.njit(**UNCOUNTED, forceinline=True)(function))
