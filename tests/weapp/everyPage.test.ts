import { demoPages, type DemoPage } from "../support/journeys/demoPages";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { weappDir } from "../support/weapp/builtWeapp";
import { compileWeapp } from "../support/weapp/compile/compileWeapp";
import type { WeappHost } from "../support/weapp/launchWeapp";
import { openOnPhone } from "../support/weapp/phone";

/* Every page of the compiled mini-program with something on it, as the people open it whom it is for. */

const stands = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };
/** What the WeCom of an old phone lacks, and what comes with a later base library. */
const oldPhone = {
  without: ["setVisualEffectOnCapture", "onThemeChange", "vibrateShort", "setTabBarItem"],
  device: { baseLibrary: "2.14.0", system: "Android 6.0", platform: "android" as const },
};

let world: DemoWorld;
let pages: DemoPage[];
const opened: WeappHost[] = [];

beforeAll(async () => {
  world = await startDemoWorld();
  pages = await demoPages(world);
}, 60_000);

afterAll(() => opened.forEach((weapp) => weapp.close()));

/** Opens each page on its person's phone and looks at it. What goes wrong on the way is told, too. */
async function faultsOn(
  wanted: DemoPage[],
  options: Parameters<typeof openOnPhone>[2],
  look: (weapp: WeappHost) => string[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const memberId of new Set(wanted.map((page) => page.memberId))) {
    const { weapp } = await openOnPhone(world.app, memberId, { stands, ...options });
    opened.push(weapp);
    await weapp.until(() => ["pages/tabs/home/index", "pages/staff/home/index"].includes(weapp.route() ?? ""));
    for (const page of wanted.filter((one) => one.memberId === memberId)) {
      const tab = weapp.tabRoutes().indexOf(page.path.slice(1));
      await (tab < 0 ? weapp.open(page.path) : weapp.tab(tab));
      await weapp.until(() => weapp.text()?.includes(page.shows));
      faults.push(...look(weapp).map((fault) => `${page.name}: ${fault}`));
      if (tab < 0) await weapp.back();
    }
    faults.push(...weapp.errors.map(({ where, message }) => `${memberId}: ${where}: ${message}`));
  }
  return faults;
}

it("is in the list of these tests", () => {
  const routes = pages.map(({ path }) => path.slice(1).split("?")[0]);
  expect([...new Set(routes)].sort()).toEqual([...compileWeapp(weappDir).pages].sort());
});

it("says of everything that can be tapped what it is and what it is called, each name once in its group", async () => {
  const faults = await faultsOn(pages, {}, (weapp) => {
    const tappables = weapp.tappables();
    const unnamed = tappables.filter(({ role, name }) => !role || !name);
    const keys = tappables.map(({ role, name, group }) => `${role} 「${name}」 in 「${group}」`);
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
    return [
      ...unnamed.map(({ tag, role, name }) => `${tag} has role "${role}" and name "${name}"`),
      ...twice.map((key) => `${key} is there twice`),
    ];
  });
  expect(faults).toEqual([]);
}, 60_000);

it("works on a phone whose WeCom is years old", async () => {
  const everyDay = pages.filter(({ name }) =>
    ["home", "book", "do", "money", "me", "visit", "record", "line"].includes(name),
  );
  expect(await faultsOn(everyDay, oldPhone, () => [])).toEqual([]);
}, 30_000);
