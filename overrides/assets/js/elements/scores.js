/* What does a score say in words? Its number and its band, or its step while people use three steps in place of ten
   numbers. */

marks.scores = (() => {
  const { facts } = marks.store;
  const isInSteps = () => document.documentElement.hasAttribute("data-mk-thirds");
  /** @type {string | undefined} */
  let asked; // what the guide asks, where there are ten numbers

  /** What of a list holds a number. @type {<Kind extends Band | ScoreStep>(list: Kind[], score: Value) => Kind |
      undefined} */
  const holding = (list, score) =>
    typeof score === "number" ? list.find((one) => score >= one.low && score <= one.high) : undefined;

  /** The step that holds a number, whether people use steps or not. @type {Scores["stepOf"]} */
  const stepOf = (score) => holding(facts.steps, score);

  /** The same, while they use them. @type {Scores["step"]} */
  const step = (score) => (isInSteps() ? stepOf(score) : undefined);

  /** @type {Scores["band"]} */
  const band = (score) => holding(facts.bands, score);

  /** What a score says in words: its step, or its number and its band, or the name of an answer that is not a score.
      @type {Scores["words"]} */
  const words = (score) => {
    const one = step(score);
    if (one) return one.name;
    const there = band(score);
    if (!there) return String(marks.answers.said(facts, score));
    const { name, means } = there;
    return facts.words.ask_band.replace("{score}", String(score)).replace("{name}", name).replace("{means}", means);
  };

  /** The three steps beside the ten numbers, on paper too. Few people ask for them: no page carries them for each mark.
      `name`: that of their radio buttons, where they can be pressed. @type {Scores["offerSteps"]} */
  function offerSteps(part, name) {
    for (const legend of part.querySelectorAll(".mk-score > legend")) {
      asked ??= legend.textContent;
      const words = isInSteps() ? facts.words.ask_far : asked;
      if (legend.textContent !== words) legend.textContent = words;
    }
    if (!isInSteps()) return;
    const { content } = document.getElementById("sheet--thirds");
    for (const squares of part.querySelectorAll(".mk-squares")) {
      if (squares.nextElementSibling?.matches(".mk-thirds")) continue;
      squares.after(document.importNode(content, true));
      if (name) for (const radio of squares.nextElementSibling.querySelectorAll("input")) radio.name = name;
    }
  }

  /** A score in a table: its place among the numbers, as one would draw it, and in words. @type {Scores["strip"]} */
  function strip(score) {
    const there = band(score);
    if (!there || step(score)) return [words(score) || facts.words.sum_unscored];
    const [lowest, highest] = facts.guide.scores;
    const drawn = document.createElement("span");
    drawn.className = "mk-strip";
    drawn.setAttribute("aria-hidden", "true");
    for (let n = lowest; n <= highest; n += 1) drawn.append(document.createElement("i"));
    drawn.children[Number(score) - lowest].className = "mk-strip__here";
    return [drawn, " ", marks.make("strong", String(score)), ` ${there.name}`];
  }

  /** A score in a small field: the key that stands for it; of a secret one, only that it is there.
      @type {Scores["sign"]} */
  function sign(score, isSecret) {
    if (score === "" || score === null) return "";
    if (isSecret) return "•";
    return typeof score === "number" ? String(score) : facts.keys[String(score)] || "…";
  }

  /** What a key stands for: null for no answer, undefined for nothing. @type {Scores["read"]} */
  function read(typed) {
    const [lowest, highest] = facts.guide.scores;
    if (!typed) return null;
    if (/^\d+$/.test(typed)) {
      const number = typed === "0" && highest === 10 ? 10 : Number(typed);
      return number >= lowest && number <= highest ? number : undefined;
    }
    return Object.keys(facts.keys).find((id) => facts.keys[id].toLowerCase() === typed.toLowerCase());
  }

  return { step, stepOf, band, words, strip, offerSteps, sign, read };
})();
