/* Where do texts lie? In this tab, on this device, and on this device a second time: Chromium writes localStorage to
   its disk up to half a minute late, and IndexedDB at once. Each place is asked for itself. It knows texts, and no
   record. */

/** `family`: how all names of this guide begin, wherever its pages lie. `join(old, text)`: both texts in one.
    @type {Marks["storage"]} */
marks.storage = (family, join) => {
  /** @param {Place} where */
  const box = (where) => (where === "device" ? localStorage : sessionStorage);
  /** @param {string} key */
  const isOurs = (key) => key.startsWith(family) && key.includes(":project:");
  /** What was changed in a project since all of it was written. @param {string} key */
  const isLate = (key) => key.startsWith(family) && key.includes(":late:");

  /** What stands there: null for nothing, undefined where a browser does not even let us look.
      @type {TextStorage["text"]} */
  function text(where, key) {
    if (marks.forgets) return undefined;
    try {
      return box(where).getItem(key);
    } catch {
      return undefined;
    }
  }

  /** "" when it is written, "full" without room, "blocked" where a browser refuses. @type {TextStorage["write"]} */
  function write(where, key, words) {
    if (marks.forgets) return "blocked";
    try {
      box(where).setItem(key, words);
      return "";
    } catch (error) {
      const { name } = /** @type {Error} */ (error);
      return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "blocked";
    }
  }

  /** @type {TextStorage["remove"]} */
  function remove(where, key) {
    try {
      box(where).removeItem(key);
    } catch {
      /* it was never there */
    }
  }

  /** Every name in a place that begins so. @type {TextStorage["keys"]} */
  function keys(where, start) {
    if (marks.forgets) return [];
    try {
      return Object.keys(box(where)).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }

  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;

  function database() {
    opening =
      opening ||
      new Promise((done, fail) => {
        const asked = indexedDB.open("marks", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("projects");
        asked.onerror = asked.onblocked = fail;
        asked.onsuccess = () => {
          asked.result.onversionchange = () => asked.result.close();
          done(asked.result);
        };
      });
    return opening;
  }

  /** @type {Map<string, string | { cleared: number } | null>} */
  const waiting = new Map(); // null: it goes
  let isBusy = false;

  /** One write after the other, each with the newest words. What another tab put there meanwhile goes along. */
  async function send() {
    if (isBusy) return;
    isBusy = true;
    try {
      const base = await database();
      while (waiting.size) {
        const now = [...waiting];
        waiting.clear();
        await /** @type {Promise<void>} */ (
          new Promise((done, fail) => {
            const act = base.transaction("projects", "readwrite", { durability: "strict" });
            act.oncomplete = () => done();
            act.onabort = act.onerror = fail;
            const all = act.objectStore("projects");
            for (const [key, words] of now) {
              if (words === null) {
                all.delete(key);
                continue;
              }
              const asked = all.get(key);
              asked.onsuccess = () => {
                const old = asked.result;
                const isBoth = typeof words === "string" && typeof old === "string" && old !== words && !isLate(key);
                all.put(isBoth ? join(old, words) : words, key);
              };
            }
          })
        );
      }
    } catch {
      // no second copy, as in some private windows: the first one is there
      waiting.clear();
      opening = null;
    }
    isBusy = false;
  }

  /** @type {TextStorage["copy"]} */
  const copy = {
    write(key, words) {
      waiting.set(key, words);
      send();
    },

    /** What was cleared stays so, though the first place may come back from a disk as it was before. `when`:
        milliseconds. */
    remove(key, when) {
      waiting.set(key, { cleared: when });
      send();
    },

    /** What stands in the project by now. */
    drop(key) {
      waiting.set(key, null);
      send();
    },

    /** Every project of this guide, and what was changed since: a Map of key to text, or to { cleared }. */
    async all() {
      const found = new Map();
      try {
        const base = await database();
        await /** @type {Promise<void>} */ (
          new Promise((done, fail) => {
            const asked = base.transaction("projects").objectStore("projects").openCursor();
            asked.onerror = fail;
            asked.onsuccess = () => {
              const cursor = asked.result;
              if (!cursor) {
                done();
                return;
              }
              if (isOurs(String(cursor.key)) || isLate(String(cursor.key))) found.set(String(cursor.key), cursor.value);
              cursor.continue();
            };
          })
        );
      } catch {
        opening = null;
      }
      return found;
    },
  };

  return { text, write, remove, keys, isOurs, isLate, copy };
};
