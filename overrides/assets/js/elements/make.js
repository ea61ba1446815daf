/* How is a part of a page made? Typed words are only ever text, and take the direction of their own script. */

/** A part with words, or with other parts inside. @type {Marks["make"]} */
marks.make = (tag, text, ...inside) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.dir = "auto";
  made.append(...inside);
  return made;
};

/** @type {Marks["button"]} */
marks.button = (label, run) => {
  const made = document.createElement("button");
  made.type = "button";
  made.dir = "auto";
  made.className = "mk-button";
  made.textContent = label;
  made.addEventListener("click", run);
  return made;
};

/** Give people a text as a file. Nothing is sent: the browser makes it here. @type {Marks["download"]} */
marks.download = (name, type, text) => marks.save(name, new Blob([text], { type }));

/** @type {Marks["save"]} */
marks.save = (name, file) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
