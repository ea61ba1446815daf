/* What the search finds, and how it shows that. It comes when somebody first searches: search.js asks for it. */

(() => {
  const [SHORT, FORM, LONGER] = [3, 0.5, 0.2]; // letters; what a word with up to two more is worth, and a longer
  const CALLED = 1000; // what a word is worth that people call a part by
  const FEW = 30; // letters that say too little of a part by themselves
  const AT_ONCE = 10; // pages; the rest are shown when somebody scrolls to them
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
  /** @type {{ [sign: string]: string }} */
  const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  /** @param {string} text @returns {string[]} */
  const split = (text) => text.toLowerCase().match(WORD) || [];
  /** @param {string} html */
  const plain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&[#\w]+;/g, (sign) => SIGNS[sign] || " ");
  /** @type {(tag: string, attributes: { [name: string]: string }, ...inside: (Node | string)[]) => HTMLElement} */
  const make = (tag, attributes, ...inside) => {
    const one = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
    one.append(...inside);
    return one;
  };

  const WEIGHTS = [10, 1]; // of a word in a title, and in a text
  /** A part of a page: whether it is all of it, its page, and how many words its title and its text have.
      @typedef {{ place: string, title: string, text: string, page: boolean, top: Found, long: number[],
        asked: [words: string, rank: number][] }} Found
      @typedef {{ part: Found, score: number, words: Set<string> }} Hit with those words asked for that it holds */
  /** @type {Found[]} */
  let parts = [];
  /** Each word: how often it stands in the title and in the text of a part.
      @type {Map<string, Map<Found, number[]>>} */
  let words = new Map();
  let usual = [1, 1]; // how many words a title has, and a text

  /** Read what there is to find: a script from `make build`, which works from a disk too, or what a builder wrote.
      @type {Finder["read"]} */
  const read = async (address) => {
    if (!address.pathname.endsWith(".js")) {
      const { docs, items } = await (await fetch(address)).json();
      /** @type {{ location: string, title: string, text: string }[]} */
      const all = docs || items;
      marks.index = all.map(({ location: place, title, text }) => [place, title, text]);
    } else if (!marks.index) {
      const script = Object.assign(document.createElement("script"), { src: address });
      document.head.append(script);
      await new Promise((onload, onerror) => Object.assign(script, { onload, onerror }));
    }
    const pages = new Map();
    words = new Map();
    parts = (marks.index || []).map(([place, title, text, asked = []]) => {
      const path = place.split("#")[0];
      const top = pages.get(path);
      /** @type {Found} */
      const part = { place, title: plain(title), text, page: !top, top, long: [], asked };
      if (!top) pages.set(path, part);
      part.top = pages.get(path);
      part.long = [title, text].map((html, field) => {
        const all = split(plain(html));
        for (const word of all) {
          const there = words.get(word) || new Map();
          const counts = there.get(part) || [0, 0];
          counts[field] += 1;
          words.set(word, there.set(part, counts));
        }
        return all.length;
      });
      return part;
    });
    usual = usual.map((_, field) => parts.reduce((sum, { long }) => sum + long[field], 1) / (parts.length + 1));
    return marks.finder;
  };

  /** How often each part has a word, or words that begin with it; or, when there are none, that hold it. A longer word
      counts half, and "listening" little for "list", which is a word of the guide itself. @param {string} word */
  const counted = (word) => {
    const all = [...words.keys()];
    const begin = all.filter((one) => one.startsWith(word));
    const far = words.has(word) ? word.length + 2 : Number.POSITIVE_INFINITY;
    /** @type {Map<Found, number[]>} */
    const sum = new Map();
    for (const one of begin.length ? begin : all.filter((other) => other.includes(word))) {
      const worth = one === word ? 1 : one.length > far ? LONGER : FORM;
      for (const [part, counts] of words.get(one) || []) {
        const before = sum.get(part) || [0, 0];
        const now = counts.map((count, field) => before[field] + count * worth);
        sum.set(part, now);
      }
    }
    return sum;
  };

  /** What a part is worth to whoever asks by other words that it goes by. The last word may be half typed.
      @param {Found} part @param {string[]} query */
  const called = ({ asked }, query) => {
    const last = query[query.length - 1] || "";
    const is = (/** @type {string} */ word) => query.includes(word) || (last.length > SHORT && word.startsWith(last));
    const all = asked.filter(([name]) => split(name).every(is));
    return Math.max(0, ...all.map(([name, rank]) => (CALLED * split(name).length) / (1 + rank)));
  };

  /** The pages that hold what was asked for, the best first: each a list of its parts, the best first. (Okapi BM25.)
      @param {string} query */
  const find = (query) => {
    const asked = [...new Set(split(query))];
    /** @type {Map<Found, Hit>} */
    const found = new Map();
    for (const word of asked) {
      const there = counted(word);
      const rare = Math.log(1 + (parts.length - there.size + 0.5) / (there.size + 0.5));
      for (const [part, counts] of there) {
        const hit = found.get(part) || { part, score: 0, words: new Set() };
        found.set(part, hit);
        hit.words.add(word);
        counts.forEach((count, field) => {
          hit.score +=
            (rare * WEIGHTS[field] * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * part.long[field]) / usual[field]));
        });
      }
    }
    for (const part of parts.filter((one) => one.asked.length)) {
      const score = called(part, asked);
      if (score) found.set(part, { part, score: score + (found.get(part)?.score || 0), words: new Set(asked) });
    }
    for (const hit of found.values()) hit.score *= (hit.words.size / asked.length) * (hit.part.page ? 1.5 : 1);
    /** @type {Map<Found, Hit[]>} */
    const pages = new Map();
    for (const hit of [...found.values()].sort((one, other) => other.score - one.score)) {
      const { top } = hit.part;
      pages.set(top, [...(pages.get(top) || []), hit]);
    }
    for (const [top, hits] of pages)
      if (!hits.some(({ part }) => part === top)) hits.push({ part: top, score: 0, words: new Set(asked) });
    return { asked, pages: [...pages.values()] };
  };

  const UNREAD = "script, style, template, textarea, select, svg, button, [popover], .mk-bar, .mk-hidden"; // unmarked

  /** Mark words in all text of a node that people read. Says whether there were any. On a page, which has more text
      than a result, a short word is marked only where it stands by itself: "co" is no part of "come" there.
      @type {Finder["mark"]} */
  const mark = (top, query, isPage = false) => {
    const asked = split(query);
    const isAsked = (/** @type {string} */ word) =>
      asked.some((one) => (isPage && one.length <= SHORT ? word === one : word.startsWith(one)));
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = /** @type {Text} */ (walker.currentNode);
      if (!text.parentElement?.closest(UNREAD)) texts.push(text);
    }
    let any = false;
    for (const text of texts) {
      for (const { 0: word, index } of [...text.data.matchAll(WORD)].reverse()) {
        if (!isAsked(word.toLowerCase())) continue;
        const rest = text.splitText(index);
        rest.splitText(word.length);
        rest.replaceWith(make("mark", {}, word));
        any = true;
      }
    }
    return any;
  };

  /** The text of a part as blocks: a list or a paragraph of the index, which is ours, and the loose words before it.
      Nothing typed comes this way. @param {string} html */
  const blocks = (html) => {
    const all = [];
    let at = null; // the block that is not closed yet, or what is open within it
    for (const [, close, tag, text] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>|([^<]+)/g)) {
      if (!at && (close || (text && !text.trim()))) continue;
      if (!at) {
        at = make("div", {});
        all.push(at);
      }
      if (text) at.append(plain(text));
      else if (!close)
        at = at.appendChild(
          make(/^(p|ul|ol|li|code|pre|em|strong|table|thead|tbody|tr|t[hd])$/.test(tag) ? tag : "span", {}),
        );
      else if (at.parentNode) at = at.parentNode === all[all.length - 1] ? null : at.parentNode;
    }
    return all;
  };

  /** @type {Finder["show"]} */
  const show = (search, query) => {
    const { asked, pages } = find(query);
    const told = (/** @type {string} */ name, /** @type {number} */ count) =>
      marks.counted(search.dataset, count, name);
    search.said.textContent = pages.length
      ? told("found", pages.length)
      : String(search.dataset[query.trim() ? "none" : "empty"]);

    /** @type {(hit: Hit, teaser: boolean, best?: boolean) => HTMLElement} */
    const link = ({ part, words: held }, teaser, best) => {
      const address = new URL(marks.root + part.place, location.href);
      address.searchParams.set("h", [...held].join(" "));
      const title = make("p", { class: part.page ? "mk-site-search__page" : "mk-site-search__title" }, part.title);
      mark(title, query);
      const article = make("article", { class: "mk-site-search__part md-typeset" }, title);
      if (teaser) {
        const all = blocks(part.text);
        const hits = all.filter((block) => mark(block, query));
        // of a list, what holds a word that was asked for; of a part that goes by that word, how it begins
        for (const line of hits.flatMap((block) => [...block.querySelectorAll("li")]))
          if (!line.querySelector("mark")) line.remove();
        const few = hits.length || (all[0]?.textContent || "").length < FEW ? 2 : 1;
        article.append(...(hits.length ? hits : all).slice(0, few).flatMap((block) => [...block.childNodes]));
        const left = asked.filter((word) => !held.has(word));
        const missing = left.flatMap((word) => [make("del", {}, word), " "]).slice(0, -1);
        if (missing.length)
          article.append(make("p", { class: "mk-site-search__missing" }, `${search.dataset.missing} `, ...missing));
      }
      return make(
        "a",
        { class: "mk-site-search__link", href: String(address), tabindex: "-1", ...(best ? { "data-best": "" } : {}) },
        article,
      );
    };

    // The page itself, then the parts of it that are as good as the best, then the others under a fold.
    const item = (/** @type {Hit[]} */ hits) => {
      const [best] = hits;
      const top = hits.find(({ part }) => part.page) || best;
      const rest = hits.filter((hit) => hit !== top);
      const first = rest.filter(({ score }) => score >= best.score);
      const more = rest.slice(first.length);
      const li = make(
        "li",
        { class: "mk-site-search__item" },
        link(top, top === best && !first.length, top === best),
        ...first.map((hit) => link(hit, true, hit === best)),
      );
      const fold = make("details", { class: "mk-site-search__more" });
      fold.append(
        make("summary", { tabindex: "-1" }, told("more", more.length)),
        ...more.map((hit) => link(hit, true)),
      );
      if (more.length) li.append(fold);
      return li;
    };

    const { list, frame } = search;
    let shown = 0;
    const add = () => {
      list.append(...pages.slice(shown, shown + AT_ONCE).map(item));
      shown += AT_ONCE;
    };
    list.replaceChildren();
    add();
    frame.scrollTop = 0;
    frame.onscroll = () => {
      if (shown < pages.length && frame.scrollTop + frame.clientHeight > frame.scrollHeight - 200) add();
    };
  };

  const styles = `${marks.root}assets/css/elements/search-results.css`;
  document.head.append(make("link", { rel: "stylesheet", href: styles }));
  marks.finder = { read, find, mark, show };
})();
