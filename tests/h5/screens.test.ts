import { statSync } from "node:fs";
import type { Browser } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone, phoneWindow, type H5Window } from "../support/h5/h5Phone";
import { demoPages, type DemoPage } from "../support/journeys/demoPages";

/*
 * Pictures of the pages for people to look at, in dist/screens. A few in every run, so that taking them keeps working;
 * with SCREENS=all every page in every shape.
 */

const all = process.env.SCREENS === "all";
const MIN_PICTURE_BYTES = 8_000;
const place = asBrowserPlace({ latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 });
const people: Record<string, string> = { xiaowang: "小王", chenhao: "陈浩" };

const shapes: [string, H5Window][] = [
  ["on a phone", phoneWindow],
  ["on a phone in the dark", { ...phoneWindow, theme: "dark" }],
  ["on a phone in large letters", { ...phoneWindow, type: "xl" }],
  ["on a monitor", desktopWindow],
  ["on a monitor in the dark", { ...desktopWindow, theme: "dark" }],
];
const everyDay = new Set(["on a phone", "on a monitor in the dark"]);

describeInBrowser("Pictures", () => {
  let world: DemoWorld;
  let browser: Browser;
  let pages: DemoPage[];

  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    pages = (await demoPages(world)).filter(({ name }) => all || name === "home" || name === "line");
    browser = await launchBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each(shapes.filter(([name]) => all || everyDay.has(name)))(
    "of the pages %s are not empty",
    async (_name, shape) => {
      const pictures: string[] = [];
      for (const memberId of new Set(pages.map((page) => page.memberId))) {
        const phone = await H5Phone.open(browser, world.app.baseUrl, { ...shape, place });
        await phone.signIn(people[memberId] ?? memberId);
        await phone.reads("本月");
        for (const { name, path, shows } of pages.filter((page) => page.memberId === memberId)) {
          await phone.goTo(path);
          await phone.reads(shows);
          pictures.push(await phone.picture(name));
        }
        await phone.close();
      }
      expect(pictures.filter((file) => statSync(file).size < MIN_PICTURE_BYTES)).toEqual([]);
    },
    180_000,
  );
});
