"""Which browser do the tests use?  python tests/browsers.py [--install]

Any Chrome, Chromium or Edge will do. Only one that really shows a page is taken, and first of all one that has no window
to draw: it shows the same pages sooner. What people do is tried in Firefox and WebKit too, where they are:
tests/drive/found.py.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

COMMANDS = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
PLACES = {
    "linux": (
        "/opt/google/chrome/chrome",
        "/opt/microsoft/msedge/msedge",
        "/usr/lib/chromium/chromium",
        "/snap/bin/chromium",
    ),
    "darwin": tuple(
        f"{top}/Applications/{name}.app/Contents/MacOS/{name}"
        for name in ("Google Chrome", "Chromium", "Microsoft Edge")
        for top in ("", "~")
    ),
    "win32": tuple(
        f"{top}\\{inside}"
        for inside in (
            "Google\\Chrome\\Application\\chrome.exe",
            "Chromium\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe",
        )
        for top in ("%ProgramFiles%", "%ProgramFiles(x86)%", "%LocalAppData%")
    ),
}
# Where Playwright keeps what it downloads, and what the program in there is called.
DOWNLOADS = {
    "linux": "~/.cache/ms-playwright",
    "darwin": "~/Library/Caches/ms-playwright",
    "win32": "%LocalAppData%\\ms-playwright",
}
WITHOUT_WINDOW = (
    "chromium_headless_shell-*/chrome-*/headless_shell*",
    "chromium_headless_shell-*/chrome-*/chrome-headless-shell*",
)
DOWNLOADED = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)

START_LIMIT = 60  # seconds for a browser to show a first page on a slow machine
DOWNLOAD_LIMIT = 120  # a download that cannot be reached must not hold up the tests
PACKAGE_LIMIT = 600  # a package manager may have to fetch its lists first

NOTHING_WORKED = """\
The tests need a browser, and none could be installed. Do one of these, then try again:
  - install Chrome, Chromium or Edge in the usual way of your system, for example
    sudo apt-get install chromium      (Debian)
    sudo snap install chromium         (Ubuntu)
    sudo dnf install chromium          (Fedora)
    brew install --cask google-chrome  (macOS)
  - set the variable CHROME to the path of a browser that you have."""


def launch_arguments() -> list[str]:
    """What every start of the browser is given: stay quiet, ask the network for nothing of your own."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
    ]
    return [*(["--no-sandbox"] if _sandbox_is_impossible() else []), *quiet]


def _sandbox_is_impossible() -> bool:
    """Chromium's sandbox does not start as root, nor in most containers and CI machines."""
    if sys.platform == "win32" or sys.platform == "darwin":
        return False
    marks = (Path("/.dockerenv"), Path("/run/.containerenv"))
    return os.geteuid() == 0 or bool(os.environ.get("CI")) or any(mark.exists() for mark in marks)


@functools.cache
def find_whole() -> str | None:
    """The path of the first browser that starts and keeps pages as people's own browsers do, or None."""
    return next((path for path in dict.fromkeys(_candidates()) if "headless" not in path and starts(path)), None)


@functools.cache
def find() -> str | None:
    """The path of the first browser that starts, or None."""
    chosen = os.environ.get("CHROME")
    if chosen:
        path = shutil.which(chosen)
        if path and starts(path):
            return path
        print(f"CHROME is {chosen}, and that does not start. Looking for another browser.", file=sys.stderr)
    return next((path for path in dict.fromkeys(_candidates()) if starts(path)), None)


def _candidates() -> Iterator[str]:
    """Everything that may be a browser, the quickest and likeliest first."""
    folder = Path(_downloads())
    for pattern in WITHOUT_WINDOW:
        yield from (str(found) for found in sorted(folder.glob(pattern), reverse=True) if os.access(found, os.X_OK))
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            yield path
    for place in PLACES.get(sys.platform, ()):
        path = _expanded(place)
        if Path(path).is_file():
            yield path
    for pattern in DOWNLOADED:
        for found in sorted(folder.glob(pattern), reverse=True):
            yield str(found)


def _downloads() -> str:
    """The folder of Playwright's downloads."""
    return os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or _expanded(DOWNLOADS.get(sys.platform, DOWNLOADS["linux"]))


def _expanded(path: str) -> str:
    """A path with the home folder and, on Windows, its %names% filled in."""
    return os.path.expandvars(os.path.expanduser(path))


def starts(path: str) -> bool:
    """Whether this browser shows a page. A file alone proves nothing: it may lack libraries, or be a mere signpost."""
    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as profile:
        done = attempt(
            [
                path,
                "--headless",
                "--disable-gpu",
                *launch_arguments(),
                f"--user-data-dir={profile}",
                "--dump-dom",
                "data:text/html,<p>It starts</p>",
            ],
            START_LIMIT,
            quiet=True,
        )
    return done is not None and "<p>It starts</p>" in done


def install() -> str | None:
    """The path of a browser, installed if there is none yet; None when nothing worked."""
    for way in (_install_download, _install_download_and_libraries, _install_package):
        if find_whole():
            break
        way()
        find.cache_clear()
        find_whole.cache_clear()
    return find()


def _install_download() -> None:
    """Playwright's own build of Chromium: the same on every system, and it needs no rights."""
    attempt([sys.executable, "-m", "playwright", "install", "chromium"], DOWNLOAD_LIMIT)


def _install_download_and_libraries() -> None:
    """A download that does not start lacks libraries of the system, which Playwright can add."""
    if _has_download() and sys.platform == "linux" and as_root() is not None:
        attempt([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], PACKAGE_LIMIT)


def _has_download() -> bool:
    """Whether Playwright has downloaded a Chromium."""
    return any(any(Path(_downloads()).glob(pattern)) for pattern in (*WITHOUT_WINDOW, *DOWNLOADED))


def _install_package() -> None:
    """The system's own package."""
    root = as_root()
    if shutil.which("brew"):
        attempt(["brew", "install", "--cask", "google-chrome"], PACKAGE_LIMIT)
    elif shutil.which("apt-get") and root is not None:
        # The first names are Debian's, the last is Ubuntu's.
        for names in (("chromium", "chromium-headless-shell"), ("chromium",), ("chromium-browser",)):
            if install_packages(root, (*names, "fonts-liberation")):
                return
    elif shutil.which("dnf") and root is not None:
        attempt([*root, "dnf", "install", "-y", "chromium"], PACKAGE_LIMIT)


def install_packages(root: list[str], names: tuple[str, ...]) -> bool:
    """Install packages of Debian or Ubuntu. Whether that worked."""
    patient = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    attempt([*patient, "update"], PACKAGE_LIMIT)
    return attempt([*patient, "install", "-y", "--no-install-recommends", *names], PACKAGE_LIMIT) is not None


def as_root() -> list[str] | None:
    """What to put before a command that only root may run; None when that is not to be had without a password."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and attempt(["sudo", "-n", "true"], START_LIMIT, quiet=True) is not None:
        return ["sudo", "-n"]
    return None


def attempt(command: list[str], limit: int, quiet: bool = False) -> str | None:
    """Run a command for at most `limit` seconds. What it printed, or None when it failed, with the reason told.

    Its children are ended with it: a download goes on in one.
    """

    def say(text: str) -> None:
        if not quiet:
            print(text, flush=True)

    say(f"Trying: {' '.join(command)}")
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if quiet else subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        say(f"  That does not start: {error}")
        return None
    try:
        printed, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        _end(process)
        say(f"  That took more than {limit} seconds and was ended.")
        return None
    except KeyboardInterrupt:  # Ctrl+C does not reach a session of its own
        _end(process)
        raise
    if process.returncode:
        say(f"  That did not work. {_reason(printed)}")
        return None
    return printed


def _reason(printed: str) -> str:
    """The line that says most about a failure, out of what a command printed."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("E:", "Error"))]
    return (errors or lines or [""])[-1]


def _end(process: subprocess.Popen[str]) -> None:
    """End a process that we started and everything that it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def main(arguments: list[str] | None = None) -> int:
    """Print the paths of the browsers, and name those that are missing. Exit status 1 without a Chromium."""
    from tests.drive import found  # which asks this module for help

    parser = argparse.ArgumentParser(description="Find the browsers that the tests use.")
    parser.add_argument("--install", action="store_true", help="install those that are missing")
    wanted = parser.parse_args(arguments).install
    path = install() if wanted else find()
    if path is None:
        print(NOTHING_WORKED if wanted else "There is no browser that starts.", file=sys.stderr)
        return 1
    print(path)
    others = found.install() if wanted else found.here()
    for kind, place in others.items():
        print(found.missing(kind) if place is None else f"{found.NAMES[kind]} with {place}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
