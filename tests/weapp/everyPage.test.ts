import { compileWeapp } from "../support/weapp/compile/compileWeapp";
import { weappDir } from "../support/weapp/builtWeapp";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import type { WeappHost } from "../support/weapp/launchWeapp";
import { openOnPhone } from "../support/weapp/phone";
import { demoPages, type DemoPage } from "../support/journeys/demoPages";

/* Every page of the compiled mini-program with something on it, as the people open it whom it is for. */

let world: DemoWorld;
let pages: DemoPage[];
let app: WeappHost | undefined;

beforeAll(async () => {
  world = await startDemoWorld();
  pages = await demoPages(world);
}, 60_000);

afterEach(() => app?.close());

async function open(
  { memberId, path, shows }: DemoPage,
  options: Parameters<typeof openOnPhone>[2] = {},
): Promise<WeappHost> {
  const [route = "", search = ""] = path.split("?");
  const query = Object.fromEntries(
    search
      .split("&")
      .filter(Boolean)
      .map((pair) => pair.split("=") as [string, string]),
  );
  const stands = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };
  const opened = await openOnPhone(world.app, memberId, { path: route.slice(1), query, stands, ...options });
  app = opened.weapp;
  await opened.weapp.until(() => opened.weapp.text()?.includes(shows));
  return opened.weapp;
}

it("is in the list of these tests", () => {
  expect([...new Set(pages.map(({ path }) => path.slice(1).split("?")[0]))].sort()).toEqual(
    [...compileWeapp(weappDir).pages].sort(),
  );
});

it("says of everything that can be tapped what it is and what it is called, each name once", async () => {
  const faults: string[] = [];
  for (const page of pages) {
    const weapp = await open(page);
    const tappables = weapp.tappables();
    for (const { tag, role, name } of tappables) {
      if (!role || !name) faults.push(`${page.path}: ${tag} has role "${role}" and name "${name}"`);
    }
    const names = tappables.map(({ role, name, group }) => `${role} ${name} ${group}`);
    for (const name of names.filter((one, at) => names.indexOf(one) !== at))
      faults.push(`${page.path}: 「${name}」 twice`);
    faults.push(...weapp.errors.map(({ where, message }) => `${page.path}: ${where}: ${message}`));
    weapp.close();
  }
  expect(faults).toEqual([]);
}, 60_000);

it("works on a phone whose WeCom is years old", async () => {
  const without = [
    "getWindowInfo",
    "setVisualEffectOnCapture",
    "onThemeChange",
    "vibrateShort",
    "setTabBarItem",
    "getAppBaseInfo",
  ];
  const faults: string[] = [];
  for (const page of pages.slice(0, 6)) {
    const weapp = await open(page, {
      without,
      device: { baseLibrary: "2.14.0", system: "Android 6.0", platform: "android" },
    });
    faults.push(...weapp.errors.map(({ where, message }) => `${page.path}: ${where}: ${message}`));
    weapp.close();
  }
  expect(faults).toEqual([]);
}, 30_000);
