/* How does a language say a word beside a number? In the forms that it has: {one: "1 page", other: "{n} pages"}, and in
   some zero, two, few or many. `name` stands before each form where there are several words. The theme's own words have
   another sign for the number. */

/** @type {Marks["counted"]} */
marks.counted = (forms, count, name = "") => {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  const key = (/** @type {string} */ one) => name + (name ? one[0].toUpperCase() + one.slice(1) : one);
  const found = forms[key(form)];
  const words = found && (count === 1 || found.includes("{n}")) ? found : forms[key("other")] || "";
  return words.replace(/#|\{n\}/, String(count));
};
