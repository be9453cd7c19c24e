// The service worker of the H5 page: keeps the built files of its version, so that the product opens without a network, and of the one
// before, for pages that were opened with it and fetch a part of themselves later.
// Written into the build with that version's files by addOfflineWorker.ts. Nothing that the server answers under /api/ is touched
// or kept here. The server takes it back, with all it keeps, by OFFLINE_PAGES=0 or where a build has none (server/http/h5.ts).

/** Every file by its address, with the hash of what is in it: a stranger's answer, or half of another version, is never kept. */
const files = FILES;
const kept = "pages-VERSION";
/** A name with a hash belongs to one content for good, so it does not matter which version asks. */
const byContent = /[.-][0-9a-f]{8,20}\.\w+$/;
/** What only wide windows load: kept from when one has asked for it, so that no phone fetches it. */
const onDemand = /^\/(js|css)\/(desk|tables)\./;
/** So long the server may take to hand out the page before the kept one opens. */
const newestMs = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAllOrNone().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  // By its content a file of the version before is known as well, which the server may no longer have.
  if (byContent.test(pathname)) event.respondWith(keptFirst(event.request));
  else if (pathname === "/" ? mode === "navigate" : Object.hasOwnProperty.call(files, pathname))
    event.respondWith(newestFirst(event.request));
});

/** All or nothing: with one file that is missing or is another, this version is not installed and the last one stays. */
async function keepAll() {
  const cache = await caches.open(kept);
  for (const [address, integrity] of Object.entries(files)) {
    if (onDemand.test(address)) continue;
    // The page has no hash in its name; the others have, and mostly lie in the browser's own cache.
    const answer = await fetch(address, { integrity, cache: address === "/" ? "no-store" : "default" });
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
    await cache.put(address, answer);
  }
}

/**
 * What has come of a version that did not come in whole goes, lest it be taken for the one before. One that was here before stays: pages
 * may be open with it, and what has a hash in its name is the same.
 */
async function keepAllOrNone() {
  const wasKept = (await caches.keys()).includes(kept);
  try {
    await keepAll();
  } catch (error) {
    if (!wasKept) await caches.delete(kept);
    throw error;
  }
}

/** Where it is noted which version was activated last: one that comes back after another keeps its old place among the names. */
const notes = "notes";
const lastAt = "/last-version";

/** Pages that are open now have this version or, mostly, the one before. */
async function dropOlder() {
  const noted = await caches.open(notes);
  const last = await noted.match(lastAt);
  const others = (await caches.keys()).filter((name) => name !== kept && name !== notes);
  const lastName = last && (await last.text());
  const before = others.includes(lastName) ? lastName : others[others.length - 1];
  await Promise.all(others.filter((name) => name !== before).map((name) => caches.delete(name)));
  await noted.put(lastAt, new Response(kept));
}

async function keptFirst(request) {
  const { pathname } = new URL(request.url);
  const found = await caches.match(request, { ignoreVary: true });
  if (found || !onDemand.test(pathname) || !files[pathname]) return found || fetch(request);
  const answer = await fetch(pathname, { integrity: files[pathname] });
  // Where there is no room it is fetched again the next time.
  if (answer.ok) await keep(pathname, answer.clone()).catch(() => undefined);
  return answer;
}

async function keep(address, answer) {
  const cache = await caches.open(kept);
  await cache.put(address, answer);
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
