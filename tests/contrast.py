"""How well is each control told from what is behind it? Measured on a page in a browser, in every state of the control.

`Controls` finds one control of each kind, brings all of them into a state and measures: the colours that are computed,
laid over each other as they are on the screen, and their contrast as WCAG 2 defines it, from 1 to 21.
"""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import ElementHandle
from playwright.sync_api import Page as Tab

TEXT, LARGE, EDGE = 7, 4.5, 3  # what text, large text, and a line or a picture that says something must reach

# States that a page is made to show: its styles ask for attributes in place of them. Those of a control are also those
# of all that it stands in, but for the focus.
FORCED = {
    "rest": [],
    "hover": ["hover"],
    "focus": ["focus", "focus-within"],
    "active": ["hover", "active", "focus", "focus-within"],
}

MEASURE = r"""
window.look = (() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const colour = (text) => { // any colour of CSS as [r, g, b, how much of it]
    if (!known.has(text)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = text;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
    return known.get(text);
  };
  const over = ([r, g, b, a], below) => [...[r, g, b].map((one, at) => one * a + below[at] * (1 - a)), 1];
  const light = (one) => one.slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const PAPER = () => colour(getComputedStyle(document.body).backgroundColor || "white");
  const behind = (one) => { // what is seen behind the text of an element
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== "none") throw new Error(`a picture is behind ${one.outerHTML.slice(0, 80)}`);
      layers.push(colour(backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), over(PAPER(), [255, 255, 255, 1]));
  };
  const faint = (one) => { // how much of it is seen
    let all = 1;
    for (let at = one; at; at = at.parentElement) all *= Number(getComputedStyle(at).opacity);
    return all;
  };
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && one.getClientRects().length && !one.closest(".mk-hidden");
  const told = (text, one, below = behind(one)) => {
    const [r, g, b, a] = colour(text);
    return ratio(over([r, g, b, a * faint(one)], below), below);
  };
  const parts = (control) => [control, ...control.querySelectorAll("*")].filter(shown);
  const isField = (one) => one.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=file])");
  const hasText = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || isField(one);
  const isUnseen = (one) => getComputedStyle(one).opacity === "0";
  const isBare = (one) => { // it has neither an edge nor a ground of its own
    const { borderTopStyle, backgroundColor } = getComputedStyle(one);
    return isUnseen(one) || (borderTopStyle === "none" && colour(backgroundColor)[3] === 0);
  };
  const box = (control) => { // what is drawn around a control that draws no box itself
    let one = control;
    if (one.matches("[type=radio], [type=checkbox]")) return (isUnseen(one) && one.closest("label")) || one;
    while (isField(control) && isBare(one) && one.parentElement) one = one.parentElement;
    return one;
  };
  /** What may look different when the pointer or the focus is within: the first parts of all rules that ask. */
  const asked = () => {
    const found = new Set();
    const read = (rules) => {
      for (const rule of rules) {
        if (rule.cssRules) read(rule.cssRules);
        for (const { index } of (rule.selectorText || "").matchAll(/:(?:hover|active|focus-within)/g)) {
          let head = rule.selectorText.slice(0, index), depth = 0, from = 0;
          for (let at = head.length - 1; at >= 0; at--) { // out of brackets, back to the comma before it
            depth += { ")": 1, "(": -1 }[head[at]] || 0;
            if (depth < 0) { head = head.slice(0, head.lastIndexOf(":", at)); depth = 0; at = head.length; }
            else if (!depth && head[at] === ",") { from = at + 1; break; }
          }
          found.add(head.slice(from).trim().replace(/[>~+\s]$/, "$& *") || "*");
        }
      }
    };
    for (const sheet of document.styleSheets) read(sheet.cssRules);
    found.delete("*");
    return [...found].join(", ");
  };
  return {
    colour,
    /** Everything that is too pale in a control as it is now: [what, contrast, least]. */
    pale(control, least) {
      const found = [];
      const need = (what, is, at) => { if (is < at) found.push([what, Math.round(is * 100) / 100, at]); };
      for (const one of parts(control)) {
        const style = getComputedStyle(one);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const inside = getComputedStyle(one, "::placeholder");
        if (hasText(one) && size) need("text", told(style.color, one), isLarge ? least.large : least.text);
        if (one.placeholder && !one.value) need("placeholder", told(inside.color, one), least.text);
        const { fill, stroke } = style;
        if (one.matches("svg.mk-icon")) need("icon", told(fill === "none" ? stroke : fill, one), least.edge);
      }
      const drawn = box(control);
      if (shown(drawn) && (isField(control) || drawn !== control)) { // without its edge nobody would find it
        const style = getComputedStyle(drawn);
        const ground = behind(drawn.parentElement);
        const edge = (line) => (parseFloat(style[`${line}Width`]) >= 1 && style[`${line}Style`] !== "none"
          ? told(style[`${line}Color`], drawn, ground) : 1);
        need("edge", Math.max(edge("borderTop"), edge("outline"), ratio(behind(drawn), ground)), least.edge);
      }
      return found;
    },
    /** The same of the ring around it, when it has the focus of the keyboard. */
    ring(control, least) {
      let one = control;
      for (let up = 0; up < 4 && one; up++, one = one.parentElement) {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
        if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || !shown(one)) continue;
        const is = told(outlineColor, one, behind(parseFloat(outlineOffset) < 0 ? one : one.parentElement));
        return is < least.edge ? [["ring", Math.round(is * 100) / 100, least.edge]] : [];
      }
      return [["ring", 0, least.edge]];
    },
    /** Mark one control of each kind that is not in `seen`, and all that they stand in; the kinds that are new. */
    find(seen) {
      for (const one of document.querySelectorAll("[data-control], [data-around]")) {
        delete one.dataset.control;
        delete one.dataset.around;
      }
      const fresh = new Map();
      const CONTROLS = "a[href], button, summary, input, textarea, select, label, [tabindex='0']";
      for (const one of document.querySelectorAll(CONTROLS)) {
        if (!shown(box(one)) || one.matches(".md-toggle, .md-option, .md-overlay, svg *")) continue;
        const chain = [];
        for (let at = one; at !== document.body; at = at.parentElement) {
          chain.push(`${at.localName}.${at.getAttribute("class") || ""}`);
        }
        const { color, backgroundColor } = getComputedStyle(one);
        const kind = [one.type, one.disabled, one.checked, color, backgroundColor, ...chain].join(" ");
        if (!seen.includes(kind) && !fresh.has(kind)) fresh.set(kind, one);
      }
      const outer = asked();
      for (const one of fresh.values()) {
        one.dataset.control = one.localName;
        for (let at = one.parentElement; at; at = at.parentElement) {
          if (at.matches(outer)) at.dataset.around = "";
        }
      }
      return [...fresh.keys()];
    },
    /** From now on the styles of the page ask for attributes in place of what a pointer and the focus do. */
    byAttributes() {
      const change = (rules) => {
        for (const rule of rules) {
          if (rule.cssRules) change(rule.cssRules);
          if (!/:(hover|active|focus)/.test(rule.selectorText)) continue;
          rule.selectorText = rule.selectorText.replace(/:(hover|active|focus-within|focus(?!-))(?![\w-])/g, "[data-is-$1]");
        }
      };
      for (const sheet of document.styleSheets) change(sheet.cssRules);
    },
    /** Bring a control, or what one stands in, into a state. */
    bring(one, state) {
      for (const name of ["hover", "active", "focus", "focus-within"]) one.toggleAttribute(`data-is-${name}`, state.includes(name));
    },
    force(state) {
      const outer = state.filter((name) => name !== "focus");
      for (const one of document.querySelectorAll("[data-around]")) look.bring(one, outer);
      for (const one of look.controls()) look.bring(one, state);
    },
    controls: () => [...document.querySelectorAll("[data-control]")],
    name: (one) => `<${one.localName} class="${one.className}"> `
      + (one.textContent || one.value || "").trim().slice(0, 30),
    said: (one, faults) => faults.map((fault) => [look.name(one), ...fault]),
    state: (least) => look.controls().flatMap((one) => look.said(one, look.pale(one, least))),
    /** Each in turn with the focus of the keyboard, as after the Tab key. */
    walk: (least) => look.controls().flatMap((one) => {
      one.focus({ preventScroll: true });
      if (document.activeElement !== one || !one.matches(":focus-visible")) return [];
      const around = [...document.querySelectorAll("[data-around]")].filter((outer) => outer.contains(one));
      const set = (state) => {
        for (const outer of around) look.bring(outer, state.slice(1));
        look.bring(one, state);
      };
      set(["focus", "focus-within"]);
      const found = look.said(one, [...look.pale(one, least), ...look.ring(one, least)]);
      set([]);
      return found;
    }),
  };
})()"""


class Controls:
    """One control of each new kind on the page that a tab shows. `seen`: the kinds that were measured before."""

    def __init__(self, tab: Tab, seen: list[str], least: dict[str, float] | None = None) -> None:
        self.tab = tab
        self.least = least or {"text": TEXT, "large": LARGE, "edge": EDGE}
        tab.evaluate(MEASURE)
        self.kinds: list[str] = tab.evaluate("seen => look.find(seen)", seen)
        seen += self.kinds
        self.devtools = tab.context.new_cdp_session(tab)
        for part in ("DOM", "CSS"):
            self.devtools.send(f"{part}.enable")
        self.root = self.devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        tab.evaluate("() => look.byAttributes()")

    def force(self, state: str) -> None:
        """Bring every control into a state, and what it stands in."""
        self.tab.evaluate("state => look.force(state)", FORCED[state])

    def faults(self) -> list[Any]:
        """What is too pale now: [control, what, contrast, least]."""
        return list(self.tab.evaluate("least => look.state(least)", self.least))

    def walked(self) -> list[Any]:
        """The same with each control in turn having the focus of the keyboard, and with the ring around it."""
        self.tab.keyboard.press("Shift")  # whoever uses the keyboard is shown where they are
        return list(self.tab.evaluate("least => look.walk(least)", self.least))

    def visited(self) -> list[Any]:
        """The colours of links that somebody followed before: a page is not told them, the tools of a browser are."""
        found = []
        links = self.devtools.send("DOM.querySelectorAll", {"nodeId": self.root, "selector": "[data-control=a]"})
        for node in links["nodeIds"]:
            # The menu marks what one has scrolled to in a moment of its own: what is so is so three times.
            seen = [tuple(self.colour(node, state) for state in ([], ["visited"])) for _ in range(3)]
            if len(set(seen)) == 1 and seen[0][0] != seen[0][1]:
                found.append(list(seen[0]))
        return found

    def colour(self, node: int, state: list[str]) -> str:
        """The colour of a control's text in a state."""
        self.devtools.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": state})
        style = self.devtools.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]
        found: str = next(one["value"] for one in style if one["name"] == "color")
        return found

    def end(self) -> None:
        """Let the page be as it was."""
        self.devtools.detach()


def drawn(tab: Tab, control: ElementHandle) -> float:
    """How well a box that the browser draws is seen: the contrast of its strongest point to its corner, in pixels."""
    shot = base64.b64encode(control.screenshot()).decode()
    found: float = tab.evaluate(
        """async (shot) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${shot}`;
      await picture.decode();
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      pen.drawImage(picture, 0, 0);
      const points = pen.getImageData(0, 0, picture.width, picture.height).data;
      const light = (at) => [0.2126, 0.7152, 0.0722].reduce((sum, share, part) => {
        const one = points[at + part] / 255;
        return sum + share * (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
      }, 0);
      const all = Array.from({ length: points.length / 4 }, (_, at) => light(at * 4));
      return Math.max(...all.map((one) => (Math.max(one, all[0]) + 0.05) / (Math.min(one, all[0]) + 0.05)));
    }""",
        shot,
    )
    return found
