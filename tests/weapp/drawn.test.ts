import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { demoPages, type DemoPage } from "../support/journeys/demoPages";
import { weappDir } from "../support/weapp/builtWeapp";
import { launchDrawnWeapp, type DrawnWeapp } from "../support/weapp/chromium/launchDrawnWeapp";
import { PhoneInHand } from "../support/weapp/phone";

/* The compiled mini-program drawn by a browser: where things stand, and whether a real finger hits them. */

const byTheTower = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };
const byTheStadium = { latDeg: 23.1379, lngDeg: 113.3256, accuracyM: 18 };
const MIN_TARGET_PX = 44;
const SCREENS_DIR = path.resolve(__dirname, "../../dist/screens");

let world: DemoWorld;
let browser: Browser;
let pages: DemoPage[];
let app: DrawnWeapp | undefined;

describeInBrowser("The compiled mini-program, drawn", () => {
  beforeAll(async () => {
    world = await startDemoWorld();
    pages = await demoPages(world);
    browser = await launchBrowser();
    mkdirSync(SCREENS_DIR, { recursive: true });
  }, 60_000);

  afterEach(async () => {
    const errors = [...((await app?.errors()) ?? []), ...(app?.problems ?? [])];
    await app?.close();
    app = undefined;
    expect(errors).toEqual([]);
  });

  afterAll(() => browser?.close());

  async function open(memberId: string, widthPx = 375, stands = byTheTower): Promise<DrawnWeapp> {
    const phone = new PhoneInHand(world.app, memberId);
    phone.stands = stands;
    app = await launchDrawnWeapp(weappDir, browser, { native: phone.native(), device: { widthPx } });
    await app.until(async () => (await app?.text())?.includes("本月"));
    return app;
  }

  it("checks in by a finger on the button", async () => {
    // 德盛装备 is the client of 刘洋, too.
    await world.consent("liuyang");
    const phone = await open("liuyang", 375, byTheStadium);
    await phone.tab(2);
    await phone.until(async () => (await phone.tappables()).some(({ name }) => /^在 .+ 打卡/.test(name)));
    const { name = "" } = (await phone.tappables()).find((one) => /^在 .+ 打卡/.test(one.name)) ?? {};
    // That he has asked the colleague there, who has not answered yet, stops nobody.
    await phone.tap(name);
    await phone.until(async () => (await phone.text())?.includes("写拜访记录"));
    // The page shows what was judged here before the server has it.
    await phone.until(
      async () => (await world.as("liuyang").call("checkIns.mine", { on: "2026-03-26" })).items.length === 1,
    );
  });

  it.each([320, 375])(
    "gives a thumb room on every page at %i px, which scrolls only down",
    async (widthPx) => {
      const phone = await open("xiaowang", widthPx);
      const faults: string[] = [];
      for (const { name: where, path: url, shows } of pages.filter(
        ({ memberId, name }) => memberId === "xiaowang" && name !== "enter",
      )) {
        const tab = ["home", "book", "do", "money", "me"].indexOf(where);
        if (tab >= 0) await phone.tab(tab);
        else await phone.open(url);
        await phone.until(async () => (await phone.text())?.includes(shows));
        for (const { name, box } of await phone.tappables()) {
          const { width, height } = box;
          if (Math.min(width, height) < MIN_TARGET_PX - 0.5)
            faults.push(`${where}: 「${name}」 is ${Math.round(width)} × ${Math.round(height)}`);
          if (box.x < -0.5 || box.x + width > widthPx + 0.5) faults.push(`${where}: 「${name}」 reaches over the edge`);
        }
        if (widthPx === 375) await phone.page.screenshot({ path: path.join(SCREENS_DIR, `weapp-${where}-375.png`) });
        if (tab < 0) await phone.back();
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
