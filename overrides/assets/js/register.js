/* When does a browser keep the pages? On an address that is published: not from a disk, and not while somebody writes.
   `make build` puts this at the end of boot.js, unless guide.yml says `kept_pages: none`. To try it without a host:
   http://guide.localhost:8000/ */

addEventListener("load", () => {
  if (/^https|[.]localhost/.test(origin)) navigator.serviceWorker?.register(`${marks.home}sw.js`).catch(() => {});
});
