import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { offlineWorker } from "../../config/addOfflineWorker";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";

/*
 * A page that is reloaded without a network opens with the files that the browser keeps: those of one version, and nothing of anybody.
 */

let world: DemoWorld;
/** What the server hands out: the build, which a test may replace by another version. */
let pages: string;
let browser: Browser;
let session: Awaited<ReturnType<H5Phone["session"]>>;
const open: H5Phone[] = [];

async function wangAt(route: string): Promise<H5Phone> {
  const phone = await H5Phone.open(browser, world.app.baseUrl, { session, keepsPages: true });
  open.push(phone);
  await phone.goTo(route);
  return phone;
}

describeInBrowser("A reload without a network", () => {
  beforeAll(async () => {
    pages = await mkdtemp(path.join(tmpdir(), "xiaoli-pages-"));
    await cp(h5Dir, pages, { recursive: true });
    world = await startDemoWorld({ settings: { H5_DIR: pages } });
    browser = await launchBrowser();
    const phone = await H5Phone.open(browser, world.app.baseUrl);
    await phone.signIn("小王");
    await phone.reads("本月");
    session = await phone.session();
    await phone.close();
  }, 60_000);

  afterEach(async () => {
    for (const phone of open.splice(0)) await phone.close();
  });

  afterAll(async () => {
    await browser?.close();
    await rm(pages, { recursive: true });
  });

  const home = "/pages/tabs/home/index";

  /** As the browser looks for another version when somebody comes. @returns what has become of the one that it found */
  const lookForVersion = (phone: H5Phone): Promise<string> =>
    phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const found = registration.installing ?? registration.waiting;
      if (!found) return "none";
      const over = () => ["activated", "redundant"].includes(found.state);
      while (!over()) await new Promise((changed) => found.addEventListener("statechange", changed, { once: true }));
      return found.state;
    });

  /** The page with its files kept by the browser, without waiting for the product to ask for that. */
  const keeping = async (): Promise<H5Phone> => {
    const wang = await wangAt(home);
    await wang.reads("本月");
    await wang.page.evaluate(() => navigator.serviceWorker.register("/worker.js"));
    await wang.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return wang;
  };

  /** Another version: its page has this mark. */
  const publish = async (mark: string, missing: string[] = []): Promise<void> => {
    const page = await readFile(path.join(h5Dir, "index.html"), "utf8");
    await writeFile(path.join(pages, "index.html"), page.replace("<html ", `<html data-mark="${mark}" `));
    const names = (await readdir(pages, { recursive: true })).filter((name) => name !== "worker.js");
    const files: [string, Buffer][] = missing.map((name) => [name, Buffer.from("")]);
    for (const name of names) {
      const file = path.join(pages, name);
      if ((await stat(file)).isFile()) files.push([name, await readFile(file)]);
    }
    await writeFile(path.join(pages, "worker.js"), offlineWorker(files));
  };
  const mark = (phone: H5Phone) => phone.page.evaluate(() => document.documentElement.dataset.mark ?? "first");

  afterEach(() => cp(h5Dir, pages, { recursive: true }));

  it("opens the product with what is on the phone, under a word about the network", async () => {
    const wang = await wangAt(home);
    await wang.reads("本月");
    await wang.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await wang.page.context().setOffline(true);
    await wang.page.reload();
    await wang.reads("没有网络");
    await wang.reads("本月");
    await wang.picture("reloaded-offline");
    await wang.tap("收入");
    await wang.reads("没连上服务器");
  });

  it("has kept the built files and nothing of anybody", async () => {
    const wang = await keeping();
    const kept = await wang.page.evaluate(async () => {
      const caches_ = await Promise.all(
        (await caches.keys()).filter((name) => name !== "notes").map((name) => caches.open(name)),
      );
      const requests = await Promise.all(caches_.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    const built = (await readdir(h5Dir, { recursive: true })).map((name) => `/${name}`);
    expect(kept).toContain("/");
    expect(kept.filter((name) => name !== "/" && !built.includes(name))).toEqual([]);
  });

  it("shows nobody's figures after signing out", async () => {
    const wang = await H5Phone.open(browser, world.app.baseUrl, { keepsPages: true });
    open.push(wang);
    await wang.signIn("小王");
    await wang.reads("本月");
    await wang.page.evaluate(() => navigator.serviceWorker.register("/worker.js"));
    await wang.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await wang.goTo("/pages/tabs/me/index");
    await wang.tap("退出");
    await wang.reads("已退出");
    await wang.page.context().setOffline(true);
    await wang.goTo(home);
    await wang.reads("没连上服务器");
    expect(await wang.text()).not.toMatch(/本月|目标|\d/);
  });

  it("opens the last whole version, while the next one has not come in whole", async () => {
    const wang = await keeping();
    await publish("second", ["js/lost.0a1b2c3d.js"]);
    expect(await lookForVersion(wang)).toBe("redundant");
    await wang.page.context().setOffline(true);
    await wang.page.reload();
    await wang.reads("本月");
    expect(await mark(wang)).toBe("first");
  });

  it("opens the next version once all of it is there", async () => {
    const wang = await keeping();
    await publish("second");
    expect(await lookForVersion(wang)).toBe("activated");
    await wang.page.context().setOffline(true);
    await wang.page.reload();
    await wang.reads("本月");
    expect(await mark(wang)).toBe("second");
  });

  it("leaves a page that is open with the parts of its own version, which the server no longer has", async () => {
    const wang = await keeping();
    await wang.page.reload();
    await wang.reads("本月");
    const part = (await readdir(path.join(h5Dir, "js"))).find((name) => /^\d+\.[0-9a-f]+\.js$/.test(name)) ?? "";
    await rm(path.join(pages, "js", part));
    await publish("second");
    expect(await lookForVersion(wang)).toBe("activated");
    const fetched = (address: string) =>
      // What lies in the browser's own cache would prove nothing.
      wang.page.evaluate(async (of) => (await fetch(of, { cache: "no-store" })).status, address);
    expect(await fetched(`/js/${part}`)).toBe(200);
    await wang.page.context().setOffline(true);
    expect(await fetched(`/js/${part}`)).toBe(200);
  });

  it("keeps no more than the version before the last", async () => {
    const wang = await keeping();
    for (const version of ["second", "third"]) {
      await publish(version);
      expect(await lookForVersion(wang)).toBe("activated");
    }
    const kept = await wang.page.evaluate(() => caches.keys());
    expect(kept.filter((name) => name !== "notes")).toHaveLength(2);
  });

  it("is as it was before, where the company has that taken back", async () => {
    const wang = await keeping();
    await rm(path.join(pages, "worker.js"));
    await lookForVersion(wang);
    await wang.page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    expect(await wang.page.evaluate(() => caches.keys())).toEqual([]);
  });
});
