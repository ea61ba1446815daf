"""Which browsers beside Chromium are on this machine, and how is one put there? Firefox, and WebKit in a small window.

Whoever has neither can test all the same: what is missing is named, with the way to get it. With BROWSERS=all, as in
.ci/run, a missing one is a failure.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
from pathlib import Path

from tests import browsers

NAMES = {"firefox": "Firefox", "webkit": "WebKit"}
FIREFOX = ("firefox-esr", "firefox")
PLACES = {
    "darwin": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
    "win32": ("C:\\Program Files\\Mozilla Firefox\\firefox.exe",),
}
# A driver, a screen that nobody sees, and what the system's Python needs to open a window with a page in it.
WEBKIT_PACKAGES = ("webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1")
HAS_WEBKIT = (
    "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1'); "
    "from gi.repository import Gtk, WebKit2"
)
LIMIT = 60  # seconds for a command to say that it is there
WAYS = {
    "firefox": "sudo apt-get install firefox-esr  (Debian; for other systems from firefox.com)",
    "webkit": f"sudo apt-get install {' '.join(WEBKIT_PACKAGES)}  (Debian and Ubuntu; other systems have none)",
}


@functools.cache
def firefox() -> str | None:
    """The path of a Firefox, or None."""
    paths = [*(shutil.which(name) for name in FIREFOX), *PLACES.get(sys.platform, ())]
    return next((path for path in paths if path and Path(path).is_file() and _runs(path, "--version")), None)


@functools.cache
def webkit() -> str | None:
    """The path of a Python that can open a window with WebKit in it, where a driver and a screen are too; or None."""
    if not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        return None
    pythons = ("/usr/bin/python3", shutil.which("python3"), sys.executable)
    return next((path for path in pythons if path and _runs(path, "-c", HAS_WEBKIT)), None)


def _runs(*command: str) -> bool:
    return browsers.attempt(list(command), LIMIT, quiet=True) is not None


def install() -> dict[str, str | None]:
    """Each of the two: where it is, installed if it was not there; None where that did not work."""
    if not firefox():
        _install_firefox()
        firefox.cache_clear()
    if not webkit():
        root = browsers.as_root()
        if shutil.which("apt-get") and root is not None:
            browsers.install_packages(root, WEBKIT_PACKAGES)
        webkit.cache_clear()
    return here()


def here() -> dict[str, str | None]:
    """Each of the two: where it is, or None."""
    return {"firefox": firefox(), "webkit": webkit()}


def _install_firefox() -> None:
    """The system's own package."""
    root = browsers.as_root()
    if shutil.which("brew"):
        browsers.attempt(["brew", "install", "--cask", "firefox"], browsers.PACKAGE_LIMIT)
    elif shutil.which("apt-get") and root is not None:
        # The first name is Debian's, the second Ubuntu's.
        any(browsers.install_packages(root, (name,)) for name in FIREFOX)
    elif shutil.which("dnf") and root is not None:
        browsers.attempt([*root, "dnf", "install", "-y", "firefox"], browsers.PACKAGE_LIMIT)


def missing(kind: str) -> str:
    """What to say of one that is not here, or does not start."""
    return f"{NAMES[kind]} is not here: what people do is not tried in it. To have it: {WAYS[kind]}"


def must_be_here() -> bool:
    """Whether a missing browser is a failure."""
    return os.environ.get("BROWSERS") == "all"
