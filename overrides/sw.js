/* Does a site that was visited open in a room without a connection? The browser keeps its pages, of one edition.

   `make build` fills in what stands first: what the edition is called, and each of its files with the hash of what it
   holds. Without that, as this file stands here, it keeps nothing and takes away what an older one kept: that is how a
   guide switches it off, and why nothing that is being written is ever shown as it was before.

   No two editions are mixed. Each has a cache of its own, and a file comes in only if its hash is right. An edition is
   shown when all of it is there; until then the older one is. A page that is open goes on with the files of the edition
   that it came from, which `pins` knows. A page that came from the network goes on with those of the network. */

const EDITION = "";
/** By the path of a file from the top of the site: a page has that of its folder. @type {Record<string, string>} */
const FILES = {};
/** What is sent for all of them, in bytes. */
const WEIGHT = 0;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const TOP = worker.registration.scope;
/** How the names of the caches of this site begin: a host may have several sites. */
const OURS = `marks ${TOP} `;
const THIS = OURS + EDITION;
/** Where is noted which edition a page came from, and whether somebody took the pages away. */
const NOTES = `${OURS}notes`;
const AWAY = `${TOP}?away`;
const PIN = `${TOP}?client=`;
const WHOLE = `${TOP}?whole`; // stands in a cache whose files are all there, and says how many pages these are
const HASH = "x-marks-hash"; // the header of a kept file that says what its hash is
const AT_ONCE = 4; // files on their way: a page that is opened meanwhile is not held up
const PATIENCE = 30000; // milliseconds for a file
const PAUSE = 60000; // after a failure
const AN_HOUR = 3600000; // for which a browser may bring a page back that was left
const CAN = "resultingClientId" in FetchEvent.prototype; // else no request is answered: it says which page one will be

/** The edition of each page, by its client: null for one from the network. @type {Map<string, string | null>} */
const pins = new Map();
/** @type {Promise<void> | null} */
let keeping = null;
let failed = 0;
let tidied = 0;
let here = 0;

/** The path of a file of this site as FILES has it; null for any other. @param {string} address */
function named(address) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(TOP) ? whole.slice(TOP.length).replace(/(^|\/)index[.]html$/, "$1") : null;
}

const NAMES = new Set(Object.keys(FILES));
/** @param {string} name */
const isPage = (name) => name === "" || /\/$|[.]html$/.test(name);

/** The caches that hold an edition, or a part of one, the oldest first. */
async function editions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NOTES);
}

/** What a cache holds. One that is not there is not made. @param {string} cacheName @param {string} url */
const held = (cacheName, url) => caches.match(url, { cacheName, ignoreVary: true });

/** The cache of the edition to be shown: this one, or else the last that is whole. */
async function shown() {
  if (await held(NOTES, AWAY)) return null;
  for (const name of [THIS, ...(await editions()).reverse()]) if (await held(name, WHOLE)) return name;
  return null;
}

/** Note which edition a page comes from: a browser may end this script at any time, and start it again.
    @param {string} client @param {string | null} edition */
async function pin(client, edition) {
  pins.set(client, edition);
  const notes = await caches.open(NOTES);
  await notes.put(PIN + client, new Response(JSON.stringify({ edition, at: Date.now() })));
}

/** The edition that a page came from. @param {string} client */
async function pinned(client) {
  if (!pins.has(client)) {
    const found = await held(NOTES, PIN + client);
    pins.set(client, found ? (await found.json()).edition : null);
  }
  return pins.get(client);
}

/** An answer that a page asks for each time: what a browser has at hand may be of another edition.
    @param {Response} answer @param {BodyInit | null} body @param {Record<string, string>} more */
function anew(answer, body, more = {}) {
  const headers = new Headers(answer.headers);
  for (const one of ["content-encoding", "content-length", "vary"]) headers.delete(one); // it is unpacked by now
  for (const [name, value] of Object.entries({ "cache-control": "no-cache", ...more })) headers.set(name, value);
  return new Response(body, { status: answer.status, statusText: answer.statusText, headers });
}

/** What a host has now. @param {Request} request */
async function fresh({ url }) {
  const answer = await fetch(url, { cache: "no-cache", redirect: "manual" });
  return answer.type === "opaqueredirect" || !answer.body ? answer : anew(answer, answer.body);
}

/** @param {FetchEvent} event @param {string} name */
async function page(event, name) {
  const edition = await shown();
  const found = edition && (await held(edition, TOP + name));
  if (!found && edition && (await held(edition, `${TOP}${name}/`))) {
    return Response.redirect(`${TOP}${name}/${new URL(event.request.url).search}`);
  }
  // noted before the page can ask for its parts: the script of another edition may answer these
  await pin(event.resultingClientId, found ? edition : null);
  return found || fresh(event.request);
}

/** @param {FetchEvent} event @param {string} name */
async function part(event, name) {
  const edition = await pinned(event.clientId);
  return (edition && (await held(edition, TOP + name))) || fresh(event.request);
}

/** A file of this edition as it is kept: from an older one that has the same, or from the network.
    @param {string} name @param {string[]} others */
async function brought(name, others) {
  const hash = FILES[name];
  for (const other of others) {
    const found = await held(other, TOP + name);
    if (found && found.headers.get(HASH) === hash) return found;
  }
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(TOP + name, { cache: "reload", signal: stop.signal });
    const body = await answer.arrayBuffer();
    const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))];
    const found = sum.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!answer.ok || !found.startsWith(hash)) throw new Error(`${name} is not that of this edition`);
    return anew(answer, body, { [HASH]: hash });
  } finally {
    clearTimeout(clock);
  }
}

/** Bring what is not here yet. What came stays, however this ends: the next time goes on from there. */
async function bring() {
  const others = (await editions()).filter((name) => name !== THIS).reverse();
  const cache = await caches.open(THIS);
  const waiting = [...NAMES];
  here = 0;
  const one = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (!(await held(THIS, TOP + name))) await cache.put(TOP + name, await brought(name, others));
      here += 1;
      await tell();
    }
  };
  const stop = (/** @type {unknown} */ wrong) => {
    waiting.length = 0;
    throw wrong;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => one().catch(stop)));
  await cache.put(WHOLE, new Response(String([...NAMES].filter(isPage).length)));
  await tidy();
}

/** Keep this edition, unless it is here. `asked`: by somebody, and not by itself. @param {boolean} asked */
async function keep(asked) {
  const { connection } = /** @type {{ connection?: { saveData: boolean, effectiveType: string } }} */ (navigator);
  const saves = connection && (connection.saveData || /2g/.test(connection.effectiveType));
  if (!EDITION || !CAN || (!asked && (saves || Date.now() - failed < PAUSE))) return;
  if ((await held(NOTES, AWAY)) || (await held(THIS, WHOLE))) return;
  keeping =
    keeping ||
    bring().catch(() => {
      failed = Date.now();
    });
  await keeping;
  keeping = null;
  await tell();
}

/** What came by half is refused: the script of the older edition goes on too, and the next page asks for this again. */
async function came() {
  const edition = failed && (await shown());
  if (edition && edition !== THIS) throw new Error("not all of this edition came");
}

/** The pages that are open. */
const windows = () => worker.clients.matchAll({ type: "window", includeUncontrolled: true });

/** Take out what no page needs any more. */
async function tidy() {
  tidied = Date.now();
  const notes = await caches.open(NOTES);
  const needed = new Set([THIS, await shown()]);
  const open = (await windows()).map(({ id }) => id);
  for (const { url } of await notes.keys()) {
    if (!url.startsWith(PIN)) continue;
    const note = await held(NOTES, url);
    const { edition, at } = note ? await note.json() : { edition: null, at: 0 };
    if (Date.now() - at > AN_HOUR && !open.includes(url.slice(PIN.length))) await notes.delete(url);
    else needed.add(edition);
  }
  const all = await editions();
  for (const [at, name] of all.entries()) {
    const isComing = at > all.indexOf(THIS) && !(await held(name, WHOLE)); // not for an older script to take
    if (!needed.has(name) && !isComing) await caches.delete(name);
  }
}

/** Take all away, but for the note that somebody wanted that. */
async function takeAway() {
  for (const name of await editions()) await caches.delete(name);
  await (await caches.open(NOTES)).put(AWAY, new Response());
}

/** How things are, in the words of `kept-pages.js`. */
async function state() {
  if (!CAN) return { is: "cannot" };
  if (await held(NOTES, AWAY)) return { is: "away" };
  const edition = await shown();
  const whole = edition && (await held(edition, WHOLE));
  if (whole) return { is: "whole", n: Number(await whole.text()) };
  return keeping ? { is: "coming", n: here } : { is: "none" };
}

/** Tell each open page how things are. */
async function tell() {
  const said = { total: NAMES.size, weight: WEIGHT, ...(await state()) };
  for (const one of await windows()) if (named(one.url) !== null) one.postMessage(said);
}

/** Nothing is to be kept: what there is goes, and so does this. */
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  await worker.registration.unregister();
}

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(keep(false).then(came));
});
worker.addEventListener("activate", (event) => event.waitUntil(EDITION ? tidy() : leave()));
worker.addEventListener("message", (event) => {
  const done = async () => {
    if (event.data === "take") await takeAway();
    if (event.data === "keep") {
      await (await caches.open(NOTES)).delete(AWAY);
      await Promise.all([keep(true), tell()]);
    } else await tell();
  };
  event.waitUntil(done());
});
worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const name = named(url);
  if (!EDITION || !CAN || method !== "GET" || name === null) return;
  if (mode === "navigate") {
    if (!NAMES.has(name) && !NAMES.has(`${name}/`)) return; // a file to save, or what else is on this host
    event.respondWith(page(event, name));
    event.waitUntil(keep(false));
    if (Date.now() - tidied > AN_HOUR) event.waitUntil(tidy());
  } else if (name.startsWith("assets/")) event.respondWith(part(event, name));
});
