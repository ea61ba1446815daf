"""What do tests of kept pages share? Two editions of one site, and a host that can be told to fail."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.site import kept_pages
from tests.shared import ROOT, Quiet

PATH = "ours/guide/"  # a host may have several sites


def edition(site: Path, name: str, folder: Path, is_on: bool = True) -> Path:
    """The site as an edition of that name: each page says it, and so does each script that is fetched by itself."""
    shutil.copytree(site, folder)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<html ", f'<html data-edition="{name}" '), encoding="utf-8")
    for script in ("boot", "index", "elements/search-results"):
        path = folder / "assets" / "js" / f"{script}.js"
        said = (ROOT / "overrides" / "assets" / "js" / "boot.js" if script == "boot" else path).read_text(
            encoding="utf-8"
        )
        path.write_text(f'{said};\n(marks.editions = marks.editions || []).push("{name}");\n', encoding="utf-8")
    shutil.copy(ROOT / "overrides" / "sw.js", folder)
    shutil.copy(ROOT / "overrides" / "assets" / "js" / "register.js", folder / "assets" / "js")
    kept_pages.write(folder, is_on)
    return folder


class Host:
    """A host that shows a folder below `PATH`. `asked`: the paths of its files that were asked for; `fails`: for which of
    them it breaks off."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.asked: list[str] = []
        self.fails: Callable[[str], bool] = lambda path: False
        self.address = ""

    def files(self) -> list[str]:
        """What was asked for since this was asked last."""
        found, self.asked = self.asked, []
        return found


@contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """Such a host, as people see one on the web: browsers keep pages of `localhost` for nobody."""
    host = Host(site)

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - the name that a server calls
            path = self.path.partition("?")[0].removeprefix(f"/{PATH}")
            host.asked.append(path)
            del self.headers["If-Modified-Since"]  # two editions of a test may be made in one second
            if host.fails(path):
                self.close_connection = True
                self.connection.close()
            else:
                super().do_GET()

        def translate_path(self, path: str) -> str:
            self.directory = str(host.site)
            return super().translate_path(path.removeprefix(f"/{PATH.rstrip('/')}"))

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "max-age=600")  # as hosts do
            super().end_headers()

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://guide.localhost:{server.server_port}/{PATH}"
        yield host
        server.shutdown()
