"""What is the smallest browser that has WebKit in it? Windows with a page each, for WebKitWebDriver to drive.

    python3 view.py FOLDER [--no-scripts]

WebKitGTK's own MiniBrowser cannot be as narrow as a phone, and nothing prints through its driver. The system's Python
runs this, with python3-gi and gir1.2-webkit2-4.1: it knows nothing of the tests. FOLDER holds what is stored, what is
downloaded, `watch.js` (run before each page), and a socket `ask`: a line of JSON asks for a print.
"""

import json
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2


class Views:
    """The windows of one person, the newest last."""

    def __init__(self, folder: Path, scripts: bool) -> None:
        self.folder = folder
        self.scripts = scripts
        self.open: list[Any] = []
        self.busy: list[Any] = []  # what prints would be forgotten while it does
        data = WebKit2.WebsiteDataManager(
            base_data_directory=str(folder / "data"), base_cache_directory=str(folder / "cache")
        )
        self.context = WebKit2.WebContext(website_data_manager=data)
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self._drive)
        self.context.connect("download-started", self._download)
        service = Gio.SocketService()
        service.add_address(
            Gio.UnixSocketAddress.new(str(folder / "ask")), Gio.SocketType.STREAM, Gio.SocketProtocol.DEFAULT, None
        )
        service.connect("incoming", self._asked)
        service.start()
        self.service = service

    def _drive(self, _: Any, session: Any) -> None:
        about = WebKit2.ApplicationInfo()
        about.set_name("view")
        about.set_version(1, 0, 0)
        session.set_application_info(about)
        session.connect("create-web-view", lambda _: self._window())

    def _window(self) -> Any:
        manager = WebKit2.UserContentManager()
        manager.add_script(
            WebKit2.UserScript.new(
                (self.folder / "watch.js").read_text(encoding="utf-8"),
                WebKit2.UserContentInjectedFrames.TOP_FRAME,
                WebKit2.UserScriptInjectionTime.START,
                None,
                None,
            )
        )
        view = WebKit2.WebView(web_context=self.context, is_controlled_by_automation=True, user_content_manager=manager)
        view.get_settings().set_enable_javascript(self.scripts)
        window = Gtk.Window()
        window.set_default_size(1280, 900)
        window.add(view)
        window.show_all()
        view.connect("close", lambda _: self._close(view, window))
        self.open.append(view)
        return view

    def _close(self, view: Any, window: Any) -> None:
        self.open.remove(view)
        window.destroy()

    def _download(self, _: Any, download: Any) -> None:
        def place(_: Any, name: str) -> bool:
            download.set_destination((self.folder / "downloads" / name).as_uri())
            return True

        download.connect("decide-destination", place)

    def _asked(self, _: Any, connection: Any, __: Any) -> bool:
        """A line of JSON: {"address": ..., "print": a path, "width": ..., "height": ..., "margin": ...}, in mm."""
        stream = Gio.DataInputStream.new(connection.get_input_stream())
        stream.read_line_async(
            GLib.PRIORITY_DEFAULT,
            None,
            lambda _, result: self._print(json.loads(stream.read_line_finish_utf8(result)[0]), connection),
        )
        return True

    def _print(self, wanted: dict[str, Any], connection: Any) -> None:
        view = next(one for one in reversed(self.open) if one.get_uri() == wanted["address"])

        def done(said: str) -> None:
            connection.get_output_stream().write_all(f"{said}\n".encode(), None)
            connection.close(None)
            self.busy.remove(operation)

        operation = WebKit2.PrintOperation.new(view)
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, Path(wanted["print"]).as_uri())
        setup = Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new_custom("paper", "paper", wanted["width"], wanted["height"], Gtk.Unit.MM))
        for side in ("top", "bottom", "left", "right"):
            getattr(setup, f"set_{side}_margin")(wanted["margin"], Gtk.Unit.MM)
        operation.set_print_settings(settings)
        operation.set_page_setup(setup)
        operation.connect("finished", lambda _: done("printed"))
        operation.connect("failed", lambda _, error: done(f"failed: {error}"))
        self.busy.append(operation)
        operation.print_()


if __name__ == "__main__":
    here = Path(sys.argv[1])
    (here / "downloads").mkdir(exist_ok=True)
    views = Views(here, "--no-scripts" not in sys.argv)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, 15, Gtk.main_quit)
    Gtk.main()
