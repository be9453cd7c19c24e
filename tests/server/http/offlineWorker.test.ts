import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";

/* config/offlineWorker.js of several versions, one after the other, in one browser. */

const source = readFileSync(path.resolve(__dirname, "../../../config/offlineWorker.js"), "utf8");
type On = Record<string, (event: { waitUntil: (work: Promise<void>) => void }) => void>;

function browser() {
  const stores = new Map<string, Map<string, unknown>>();
  const missing = new Set<string>();
  const fetched: string[] = [];
  const caches = {
    keys: () => Promise.resolve([...stores.keys()]),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
    open: (name: string) => {
      const store = stores.get(name) ?? new Map<string, unknown>();
      stores.set(name, store);
      return Promise.resolve({
        match: (at: string) => Promise.resolve(store.get(at)),
        put: (at: string, answer: unknown) => Promise.resolve(void store.set(at, answer)),
      });
    },
  };
  async function install(version: string): Promise<boolean> {
    const on: On = {};
    const self = {
      addEventListener: (name: string, does: On[string]) => (on[name] = does),
      skipWaiting: () => Promise.resolve(),
    };
    const names = ["/", `/app-${version.repeat(8)}.js`, `/js/desk.${version.repeat(8)}.js`];
    const files = JSON.stringify(Object.fromEntries(names.map((name) => [name, "h"])));
    const text = source.replace("FILES", () => files).replace("VERSION", version);
    const fetch = (at: string) => {
      fetched.push(at);
      return missing.has(at) ? Promise.reject(new Error("lost")) : Promise.resolve({ ok: true });
    };
    runInNewContext(text, { self, caches, fetch, location: { origin: "x" }, Response });
    const run = (name: string) =>
      new Promise<void>((resolve, reject) => on[name]?.({ waitUntil: (work) => void work.then(resolve, reject) }));
    try {
      await run("install");
    } catch {
      return false;
    }
    await run("activate");
    return true;
  }
  return { install, missing, fetched, kept: () => [...stores.keys()] };
}

it("keeps the parts of the version that pages were opened with last, also after a version was taken back", async () => {
  const phone = browser();
  for (const version of ["a", "b", "a", "c"]) await phone.install(version);
  expect(phone.kept()).toContain("pages-a");
});

it("keeps what it has of the version before where coming back to that version fails", async () => {
  const phone = browser();
  for (const version of ["a", "b"]) await phone.install(version);
  phone.missing.add("/app-aaaaaaaa.js");
  expect(await phone.install("a")).toBe(false);
  expect(phone.kept()).toContain("pages-a");
});

it("leaves what only wide windows load to those", async () => {
  const phone = browser();
  await phone.install("a");
  expect(phone.fetched).toEqual(["/", "/app-aaaaaaaa.js"]);
});
