/* How do results become files? A picture of a stage for a report, and all that is shown as a Word document. */

marks.resultFiles = (() => {
  /** @param {string} kind */
  function named(kind) {
    const { store, exporter } = marks;
    return exporter.fileName(String(store.get("name")), store.facts.guide.id, kind, new Date());
  }

  /** Give people the picture of a stage, as wide as it can be. `home`: where it stands on the page, whose styles it
      has; `said`: whose it is, when it was, and what the signs mean. @type {ResultFiles["picture"]} */
  function picture(home, rows, title, kind, [name, about, key]) {
    const drawing = marks.board.draw(rows, marks.store.facts, true);
    home.append(drawing);
    const text = marks.board.file(drawing, title, `${name}. ${about}`, key);
    drawing.remove();
    if (kind === "svg") {
      marks.download(named("svg"), "image/svg+xml", text);
      return;
    }
    const image = new Image();
    image.addEventListener("load", () => {
      const page = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (document.createElement("canvas")));
      [page.width, page.height] = [image.width * 2, image.height * 2];
      page.getContext("2d")?.drawImage(image, 0, 0, page.width, page.height);
      const link = document.createElement("a");
      link.href = page.toDataURL("image/png");
      link.download = named("png");
      link.click();
    });
    image.addEventListener("error", () => marks.download(named("svg"), "image/svg+xml", text)); // better than nothing
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  }

  /** Give people all that is shown as a Word document. @type {ResultFiles["word"]} */
  function word(page, about) {
    const { store, docx } = marks;
    const { facts } = store;
    /** @type {Block[]} */
    const blocks = [
      { kind: "title", text: page.querySelector("[data-name]").textContent },
      { kind: "text", text: about },
    ];
    for (const part of page.querySelectorAll("[data-boards] > *")) {
      blocks.push({ kind: "heading", text: part.querySelector("h3").textContent });
      for (const line of part.querySelectorAll("[data-sentences] li")) {
        blocks.push({ kind: "item", text: line.textContent });
      }
      for (const line of part.querySelectorAll("[data-sides] li")) {
        blocks.push({
          kind: "item",
          text: `${part.querySelector("[data-sides] summary").textContent}: ${line.textContent}`,
        });
      }
      const rows = [...part.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent));
      blocks.push({ kind: "table", rows });
      for (const one of part.querySelectorAll("[data-wrote] [data-list] > * > *")) {
        blocks.push({ kind: one.matches("h4") ? "minor" : "text", text: one.textContent });
      }
    }
    const before = page.querySelector("[data-before]");
    if (!before.hidden) {
      blocks.push({ kind: "heading", text: before.querySelector("h3").textContent });
      for (const one of before.querySelectorAll("li")) blocks.push({ kind: "item", text: one.textContent });
    }
    const plan = page.querySelector("[data-plan]");
    if (!plan.hidden) {
      blocks.push({ kind: "heading", text: plan.querySelector("h3").textContent });
      for (const one of plan.querySelectorAll("[data-by-date] > *")) {
        if (one.matches("h4")) blocks.push({ kind: "minor", text: one.textContent });
        else {
          const steps = [...one.children].map((step) => [...step.children].map((line) => line.textContent).join(" "));
          for (const text of steps) blocks.push({ kind: "item", text: text.replace(/\n+/g, "; ") });
        }
      }
    }
    const basket = page.querySelectorAll("[data-basket] li:not(.mk-screen)");
    if (basket.length) blocks.push({ kind: "heading", text: page.querySelector("[data-basket] h3").textContent });
    for (const one of basket) blocks.push({ kind: "item", text: one.firstElementChild.textContent });
    blocks.push({ kind: "text", text: `${facts.guide.name}, ${facts.guide.version}` });
    marks.save(named("docx"), new Blob([docx.document(blocks, facts.guide.language)], { type: docx.TYPE }));
  }

  return { picture, word };
})();
