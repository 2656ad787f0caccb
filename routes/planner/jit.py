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
INNER: dict[str, Any] = {
    **OPTIONS,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
    "_nrt": False,  # not in numba's stubs
}


def njit(function: Function) -> Function:
    """The function, compiled at its first call."""
    return cast(Function, numba.njit(**OPTIONS)(function))


def kernel(function: Function) -> Function:
    """The same, for a function that only other compiled ones call, that makes no array and returns none.

    It has no door for Python, a third of the time to compile, and does not count references: counting them for every
    array of a `Tables` at every call took four fifths of the search's time.
    """
    return cast(Function, numba.njit(**INNER)(function))


def inlined(function: Function) -> Function:
    """A kernel that becomes part of its callers: handing over a `Ground` and a `Plan` costs more than most of them."""
    return cast(Function, numba.njit(**INNER, forceinline=True)(function))
