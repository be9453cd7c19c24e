// The service worker of the H5 page: keeps the built files of one version, so that the product opens without a network.
// Written into the build with that version's files by addOfflineWorker.ts. Nothing that the server answers under /api/ is touched
// or kept here. The server takes it back, with all it keeps, by OFFLINE_PAGES=0 or where a build has none (server/http/h5.ts).

/** Every file by its address, with the hash of what is in it: a stranger's answer, or half of another version, is never kept. */
const files = FILES;
const kept = "pages-VERSION";
/** A name with a hash belongs to one content for good, so it does not matter which version asks. */
const byContent = /[.-][0-9a-f]{8,20}\.\w+$/;
/** So long the server may take to hand out the page before the kept one opens. */
const newestMs = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !Object.hasOwnProperty.call(files, pathname)) return;
  const isPage = pathname === "/";
  if (isPage && mode !== "navigate") return;
  event.respondWith(byContent.test(pathname) ? keptFirst(event.request) : newestFirst(event.request));
});

/** All or nothing: with one file that is missing or is another, this version is not installed and the last one stays. */
async function keepAll() {
  const cache = await caches.open(kept);
  for (const [address, integrity] of Object.entries(files)) {
    // The page has no hash in its name; the others have, and mostly lie in the browser's own cache.
    const answer = await fetch(address, { integrity, cache: address === "/" ? "no-store" : "default" });
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
    await cache.put(address, answer);
  }
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)));
}

async function keptFirst(request) {
  return (await match(request)) || fetch(request);
}

/** What the server has now, where it comes in time, so that a new version is met at once; else what is kept. */
async function newestFirst(request) {
  const asked = fetch(request);
  const inTime = await Promise.race([asked.catch(() => null), new Promise((end) => setTimeout(end, newestMs))]);
  if (inTime && inTime.status < 500) return inTime;
  return (await match(request)) || asked;
}

/** A login comes back with a query in its address, which changes nothing. */
async function match(request) {
  const cache = await caches.open(kept);
  return cache.match(request, { ignoreSearch: true, ignoreVary: true });
}
