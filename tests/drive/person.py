"""How does somebody find their way by what a page says? By role and name: the same steps in every browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .driver import SIZES, Driver

PATIENCE = 8.0  # seconds that somebody waits for something to come
Where = tuple[str, str] | None  # the role and the name of the part that something stands in


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.has_mouse = True
        self.wrong: list[str] = []  # what scripts of the guide stumbled over on pages that were left

    def goes(self, address: str) -> None:
        """Open an address."""
        self.looks_back()
        self.driver.go(address)

    def looks_back(self) -> None:
        """Note what the page that is open stumbled over. The theme's own scripts do from a disk."""
        self.wrong += [one for one in self.driver.run("return window.wrong || []") if "assets/js/" in one]

    def reloads(self) -> None:
        self.looks_back()
        self.driver.reload()

    def goes_back(self) -> None:
        self.looks_back()
        self.driver.back()

    def arrives(self, part: str) -> None:
        """Wait for a page whose address has this part, and which is whole."""

        def is_there() -> bool:
            try:
                return bool(
                    self.driver.run(
                        "return document.readyState === 'complete' && location.href.includes(arguments[0])", part
                    )
                )
            except Exception:  # each driver has its own word for a page that is on its way
                return False

        self.until(is_there, f"it does not come to {part!r}")

    def has(self, size: str) -> None:
        """Hold a phone, or sit at a desk."""
        self.driver.size(*SIZES[size])

    def until(self, is_so: Callable[[], Any], what: str) -> Any:
        """Wait until something is so, and give what it is."""
        end = time.monotonic() + PATIENCE
        while True:
            found = is_so()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"{self.driver.kind}: {what}")
            time.sleep(0.05)

    def asks(self, script: str, role: str, name: str, where: Where = None, *more: Any) -> Any:
        """What a script says of something that is shown, once it is there: `one` is what was found."""

        def found() -> Any:
            return self.driver.run(
                "const one = met.find(...arguments); if (!one) return null;"
                f"return [(function (more) {{ {script} }})(arguments[3])];",
                role,
                name,
                where,
                more,
            )

        return self.until(found, f"there is no {role} {name!r}" + (f" in {where[0]} {where[1]!r}" if where else ""))[0]

    def sees(self, role: str, name: str, where: Where = None) -> bool:
        """Whether it is there to be seen now."""
        return bool(self.driver.run("return Boolean(met.find(...arguments))", role, name, where))

    def names(self, role: str, where: Where = None) -> list[str]:
        """What everything of a role is called that is to be seen, in the order of the page."""
        found: list[str] = self.driver.run("return met.all(...arguments).map(met.name)", role, where)
        return found

    def unfolds(self, role: str, name: str, where: Where = None) -> None:
        """Open what hides something, as somebody does who looks for it."""

        def there() -> bool:
            if self.sees(role, name, where):
                return True
            if self.driver.run("return Boolean(met.fold(...arguments))", role, name, where):
                if self.has_mouse:
                    self._click("return met.place(met.fold(...arguments))", role, name, where)
                else:
                    self._tabs("met.fold(...arguments)", role, name, where)
                    self.driver.press("Enter")
            return False

        self.until(there, f"there is no {role} {name!r}" + (f" in {where[0]} {where[1]!r}" if where else ""))

    def presses(self, role: str, name: str, where: Where = None) -> None:
        """Press it with the mouse, in its middle, where nothing else lies over it; or with the keyboard alone."""
        self.unfolds(role, name, where)
        if not self.has_mouse:
            self._uses_keys(role, name, where)
            return
        self._click("const one = met.find(...arguments); return one && met.place(one)", role, name, where)

    def _uses_keys(self, role: str, name: str, where: Where) -> None:
        """Go there and press it. A field is written in, and has nothing to be pressed."""
        self.tabs_to(role, name, where)
        if role == "radio":  # the Tab key comes to one of them, the arrows to the others
            for _ in range(30):
                if self.asks("return one.checked && one === document.activeElement", role, name, where):
                    return
                is_here = self.asks("return one === document.activeElement", role, name, where)
                self.driver.press("Space" if is_here else "ArrowRight")
            raise AssertionError(f"{self.driver.kind}: the arrows never come to {name!r}")
        if role == "checkbox":
            self.driver.press("Space")
        elif role in ("button", "link", "fold"):
            self.driver.press("Enter")
            self._missed()  # it may lead to another page, where nothing can be asked for a moment

    def tabs_to(self, role: str, name: str, where: Where = None) -> None:
        """Go on with the Tab key alone until the keyboard is in it, or back where it stands before."""
        self._tabs("met.find(...arguments)", role, name, where)

    def _tabs(self, found: str, role: str, name: str, where: Where, most: int = 40) -> None:
        """What `found` gives is gone to; of several that one can be chosen from, to the one that has the keyboard.

        Whoever comes from far begins a few steps before it: that the Tab key walks whole pages is tried elsewhere.
        """
        begin = f"""const one = {found}; if (!one) return;
          const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
            (other) => other === one || (!other.disabled && other.type !== "radio" &&
              other.checkVisibility({{ visibilityProperty: true }})));
          const [from, to] = [document.activeElement, one].map((other) => all.indexOf(other));
          if (to > 4 && (from < 0 || Math.abs(from - to) > 8)) all[to - 4].focus();"""
        way = f"""const one = {found}, at = document.activeElement; if (!one) return "Tab";
          if (one === at || one.type === "radio" && at.type === "radio" && at.name === one.name) return "";
          met.before = at;
          return at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";"""
        self.driver.to_tab(self.driver.tab())  # keys do less in a tab behind another
        self.driver.run(begin, role, name, where)
        for _ in range(most):
            key = self.driver.run(way, role, name, where)
            if not key:
                return
            self.driver.press(key)
            for _ in range(20):  # an engine may move on a little after the key
                if self.driver.run("return document.activeElement !== met.before"):
                    break
                time.sleep(0.05)
        raise AssertionError(f"{self.driver.kind}: the Tab key never comes to {role} {name!r}")

    def _click(self, script: str, role: str, name: str, where: Where, again: int = 3) -> None:
        seen: list[Any] = [None]

        def free_and_still() -> bool:
            """Nobody presses what moves, or what lies under something else."""
            seen.append(self.driver.run(script, role, name, where))
            return bool(seen[-1] and seen[-1] == seen[-2] and not seen[-1]["over"])

        try:
            self.until(free_and_still, "")
        except AssertionError:
            raise AssertionError(f"{self.driver.kind}: {role} {name!r} cannot be pressed: {seen[-1]}") from None
        self.driver.click(seen[-1]["x"], seen[-1]["y"])
        if again and self._missed():
            self._click(script, role, name, where, again - 1)  # it moved just then

    def _missed(self) -> bool:
        try:
            return bool(self.driver.run("return met.wasMissed()"))
        except Exception:  # it led to another page, which each driver says in its own way
            return False

    def writes(self, words: str, name: str, where: Where = None) -> None:
        """Go into a field and type below or behind what stands there."""
        self._enters(name, where)
        self.driver.press("Control+End")
        for at, line in enumerate(words.split("\n")):
            if at:
                self.driver.press("Enter")
            self.driver.type(line)

    def _enters(self, name: str, where: Where) -> None:
        self.presses("textbox", name, where)
        self.until(
            lambda: self.asks("return one === document.activeElement", "textbox", name, where),
            f"the keyboard is not in {name!r}",
        )

    def empties(self, name: str, where: Where = None) -> None:
        """Take everything out of a field."""
        self._enters(name, where)
        self.driver.press("Control+a")
        self.driver.press("Delete")

    def reads(self, name: str, where: Where = None, role: str = "textbox") -> str:
        """What stands in a field."""
        self.unfolds(role, name, where)
        value: str = self.asks("return one.value", role, name, where)
        return value

    def finds(self, words: str, name: str, where: Where = None, role: str = "textbox") -> bool:
        """Wait until just these words stand in a field, which is true then; AssertionError when they do not come."""
        return bool(
            self.until(
                lambda: self.reads(name, where, role) == words,
                f"{name!r} holds {self.reads(name, where, role)!r} and not {words!r}",
            )
        )

    def chosen(self, where: Where, role: str = "radio") -> list[str]:
        """What is ticked in a part."""
        script = "return met.all(...arguments).filter(one => one.checked).map(met.name)"
        found: list[str] = self.driver.run(script, role, where)
        return found

    def focused(self) -> str:
        """What the part is called that the keyboard is in."""
        found: str = self.driver.run("return met.name(document.activeElement)")
        return found

    def is_told(self, words: str, within: str = "main") -> bool:
        """Whether these words can be seen."""
        script = "return met.tidy(document.querySelector(arguments[0]).innerText).includes(arguments[1])"
        return bool(self.driver.run(script, within, words))

    def hears(self, words: str) -> bool:
        """Wait until these words can be seen, which is true then; AssertionError when they do not come."""
        return bool(self.until(lambda: self.is_told(words), f"nothing says {words!r}"))

    def gets(self, kind: str) -> Path:
        """Wait for a file of this kind, whole, and take it out of the way of the next."""

        def there() -> Path | None:
            self.driver.run("return null")  # one of the drivers takes what comes only while it is asked something
            return next((one for one in self.driver.downloads.glob(f"*.{kind}") if one.stat().st_size), None)

        found: Path = self.until(there, f"no {kind} came")
        return found
