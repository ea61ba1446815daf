"""How do scripts and styles travel light? Without remarks and line ends, and with short names inside its functions.

Two well-kept tools do the same in two depths. The deeper one is a program that is there for most machines, and not for
all (a Mac of today): there the other one leaves the names as they are, and a sheet is 6 KB heavier.
"""

from __future__ import annotations

import functools
import importlib.util

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

_NEWEST = 2020  # the year of the youngest words of the language that our scripts use: the tool may use none younger


@functools.cache
def fewer_signs(styles: str) -> str:
    """The same styles, shorter."""
    return str(cssmin(styles))


def is_deep() -> bool:
    """Whether the deeper tool is here."""
    return importlib.util.find_spec("minify") is not None


@functools.cache  # each page of each language asks for the same
def minified(script: str) -> str:
    """The same script, shorter."""
    if not is_deep():
        return str(jsmin(script))
    import minify

    minify.config({"js-version": _NEWEST})
    return str(minify.string("application/javascript", script))
