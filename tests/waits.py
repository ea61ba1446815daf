"""When may a test go on? When something is so, and not when some time has passed."""

from __future__ import annotations

from playwright.sync_api import Page as Tab

# Two pictures, and each task that was due by then: what a page does of itself at once is done.
_AT_REST = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"

# All that stands in the record stands where it is kept, or there is no room for it.
_WRITTEN = """() => {
  const { store, savedFile, states } = typeof marks === "undefined" ? {} : marks;
  if (!store || states.TABLE[store.state].lies === "page" || !Object.keys(store.record.answers).length) return true;
  const text = savedFile.write(store.record);
  return [sessionStorage, localStorage].some((place) => Object.values(place).includes(text));
}"""


def at_rest(tab: Tab) -> None:
    """Wait until a page has done what was due: for tests that something does not happen."""
    tab.evaluate(_AT_REST)


def written(tab: Tab) -> None:
    """Wait until what people wrote is kept."""
    tab.wait_for_function(_WRITTEN)
