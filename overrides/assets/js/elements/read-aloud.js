/* <mk-read-aloud of="listening">: reads a part of the page aloud, or all of it, with a voice of this device. A voice
   that speaks from elsewhere would be sent the words, so only those that live here are used. Firefox on Linux says of
   every voice but one that it lives elsewhere: it tells whether its name is "default" where it is asked for that. Those
   are the voices of Speech Dispatcher, a service of the device itself, and their address says so. WebKit on Linux says
   it of all of its voices, which have no address and the names of Flite's: that speaks inside the browser. */

(() => {
  const speech = window.speechSynthesis;
  /** @typedef {{ words: string, range: Range, block: Part }} Sentence
      @typedef {HTMLElement & { say(): void }} Speaker */
  const language = document.documentElement.lang || "en";
  const SKIP = [
    "[data-search-exclude]:not(.mk-easy-link):not(.mk-picture-read__checked)",
    ".mk-hidden, .mk-cites, .headerlink, mk-read-aloud, mk-copy-link, script, svg, [hidden]",
  ].join();
  const OF_FLITE = /^(awb|kal|rms|slt)/;
  const BLOCKS = "h1, h2, h3, p, li, dt, dd, caption, th, td, summary";
  /** The element whose button says stop. @type {Speaker | null} */
  let speaking = null;

  /** @param {SpeechSynthesisVoice} voice */
  const livesHere = (voice) =>
    voice.localService ||
    voice.voiceURI.startsWith("urn:moz-tts:speechd:") ||
    (!voice.voiceURI && OF_FLITE.test(voice.name));

  /** The voices of this device for a language, the nearest first. */
  function voices(said = language) {
    const base = said.split("-")[0].toLowerCase();
    return speech
      .getVoices()
      .filter((voice) => livesHere(voice) && voice.lang.toLowerCase().startsWith(base))
      .sort(
        (one, other) =>
          Number(other.lang === said) - Number(one.lang === said) || Number(other.default) - Number(one.default),
      );
  }

  /** The text nodes of a block, but for those of blocks inside it and of what is not read. @param {Part} block */
  function nodes(block) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const node = /** @type {Text} */ (walk.currentNode);
      const inside = /** @type {Part} */ (node.parentElement);
      if (inside.closest(BLOCKS) === block && !inside.closest(SKIP)) found.push(node);
    }
    return found;
  }

  /** The sentences of a block, each with its range on the page. @param {Part} block */
  function sentences(block) {
    const parts = nodes(block);
    const text = parts.map((node) => node.data).join("");
    let length = 0;
    const ends = parts.map((node) => {
      length += node.length;
      return length;
    });
    /** @type {(offset: number) => [Text, number]} */
    const at = (offset) => {
      const index = Math.max(
        0,
        ends.findIndex((end) => offset <= end),
      );
      return [parts[index], offset - (index ? ends[index - 1] : 0)];
    };
    const cut =
      "Segmenter" in Intl
        ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)]
        : [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map(({ 0: segment, index }) => ({ index, segment }));
    return cut
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ index, segment: words }) => {
        const range = document.createRange();
        range.setStart(...at(index));
        range.setEnd(...at(index + words.trimEnd().length));
        return { words: words.replace(/\s+/g, " ").trim(), range, block };
      });
  }

  /** What is read: a title with what stands below it, or the whole page from its title on.
      @param {string | null} anchor */
  function blocks(anchor) {
    const title = anchor && document.getElementById(anchor);
    const roots = title ? [title, title.nextElementSibling] : [document.querySelector("article") || document.body];
    return roots
      .flatMap((root) => [...(root.matches(BLOCKS) ? [root] : []), ...root.querySelectorAll(BLOCKS)])
      .filter((block) => (block.checkVisibility ? block.checkVisibility() : block.getClientRects().length));
  }

  /** @param {Sentence} sentence */
  function show(sentence) {
    if (window.CSS && CSS.highlights) CSS.highlights.set("mk-spoken", new Highlight(sentence.range));
    else sentence.block.classList.add("mk-spoken");
    sentence.block.scrollIntoView({ block: "nearest" });
  }

  function clear() {
    if (window.CSS && CSS.highlights) CSS.highlights.delete("mk-spoken");
    for (const block of document.querySelectorAll(".mk-spoken")) block.classList.remove("mk-spoken");
  }

  function stop() {
    const was = speaking;
    speaking = null;
    speech.cancel();
    clear();
    if (was) was.say();
  }

  /** One sentence after the other, until the end or a stop.
      @param {Speaker} element @param {Sentence[]} list */
  function read(element, list) {
    const next = list.shift();
    if (speaking !== element) return;
    if (!next) {
      stop();
      return;
    }
    clear();
    show(next);
    const spoken = new SpeechSynthesisUtterance(next.words);
    // what nobody has translated says its language
    const said = next.range.startContainer.parentElement?.closest("[lang]")?.getAttribute("lang") || language;
    const [voice] = [...voices(said), ...voices()];
    spoken.voice = voice;
    spoken.lang = voice.lang;
    // WebKit on Linux loses what it is given while it tells of an end, and says nothing more
    spoken.onend = () => setTimeout(() => read(element, list));
    spoken.onerror = () => {
      if (speaking === element) stop();
    };
    speech.speak(spoken);
  }

  customElements.define(
    "mk-read-aloud",
    class extends HTMLElement {
      /** @type {Part} */
      button;
      /** @type {Part} */
      label;
      words = "";

      connectedCallback() {
        if (!speech) return;
        this.button = this.querySelector("button");
        this.label = this.button.querySelector("span");
        this.words = this.label.textContent;
        this.button.addEventListener("click", () => {
          if (speaking === this) {
            stop();
            return;
          }
          stop();
          speaking = this;
          this.say();
          read(this, blocks(this.getAttribute("of")).flatMap(sentences));
        });
        const there = () => {
          this.hidden = !voices().length;
        };
        there();
        if (speech.addEventListener) speech.addEventListener("voiceschanged", there);
      }

      /** The button says what it would do now. */
      say() {
        this.label.textContent = speaking === this ? document.querySelector("[data-stop]").dataset.stop : this.words;
        this.toggleAttribute("data-on", speaking === this);
      }
    },
  );

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && speaking) stop();
  });
  addEventListener("pagehide", () => {
    if (speech) speech.cancel();
  });
})();
