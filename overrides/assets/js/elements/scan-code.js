/* How does a phone come to a page without typing? A square code of its address, drawn where people look. */

/** Draw it at a place, with what it says for who does not see it; false where no code holds the address.
    @type {Marks["scanCode"]} */
marks.scanCode = (place, address, name) => {
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 4; // squares of light around it, without which no camera finds it
  const rows = marks.qr(address);
  if (!rows) return false;
  const dark = rows.flatMap((row, y) => row.flatMap((is, x) => (is ? `M${x + EDGE} ${y + EDGE}h1v1h-1z` : [])));
  const size = rows.length + 2 * EDGE;
  const drawn = document.createElementNS(SVG, "svg");
  const paper = document.createElementNS(SVG, "rect");
  const squares = document.createElementNS(SVG, "path");
  const title = document.createElementNS(SVG, "title");
  title.textContent = name;
  const looks = /** @type {[Element, { [is: string]: string }][]} */ ([
    [drawn, { viewBox: `0 0 ${size} ${size}`, role: "img", class: "mk-scan", "shape-rendering": "crispEdges" }],
    [paper, { width: "100%", height: "100%", fill: "#fff" }],
    [squares, { d: dark.join(""), fill: "#000" }],
  ]);
  for (const [part, is] of looks) for (const [one, value] of Object.entries(is)) part.setAttribute(one, value);
  drawn.append(title, paper, squares);
  place.replaceChildren(drawn);
  return true;
};
