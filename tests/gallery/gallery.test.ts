import type { Browser } from "playwright-core";
import { filesNaming } from "../support/filesNaming";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { galleryDir, GalleryPage } from "../support/h5/galleryPage";
import { desktopWindow, phoneWindow, type H5Window } from "../support/h5/h5Phone";
import { arrowFaults, focusFaults } from "../support/h5/keys";
import { layoutFaults } from "../support/h5/layout";
import { listTargets, overflowPx, unnamedWords } from "../support/h5/look";
import { likenesses } from "../support/h5/shapes";
import { length } from "../support/length";

/*
 * Every part of the product in every state, as the gallery shows it: what a person sees, hears and reaches. `npm run screens`
 * looks at more windows and leaves a picture of each part in dist/screens/gallery.
 */

const MIN_TARGET_PX = 44;
const takesPictures = process.env.SCREENS === "all";
const small = { widthPx: 320, heightPx: 568 };
const everyDay: [string, H5Window][] = [
  ["on a phone", phoneWindow],
  [
    "in English, dark, in the largest letters on a small phone",
    { ...phoneWindow, ...small, type: "xl", theme: "dark", language: "en-US" },
  ],
];
const more: [string, H5Window][] = [
  ["in dark colours", { ...phoneWindow, theme: "dark" }],
  ["in English", { ...phoneWindow, language: "en-US" }],
  ["in the largest letters on a small phone", { ...phoneWindow, ...small, type: "xl" }],
  ["on a monitor", desktopWindow],
];
/** Those of monitors alone are too wide for a phone, and are not in its gallery. Light colours are looked at in tests/h5/tables, too. */
const onMonitors = (
  [
    ["in English, dark, in the largest letters", { ...desktopWindow, type: "xl", theme: "dark", language: "en-US" }],
    ["in light colours", desktopWindow],
  ] satisfies [string, H5Window][]
).slice(0, length(1, 2));

let browser: Browser;
const opened: GalleryPage[] = [];

describeInBrowser("Every part in every state", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(() => Promise.all(opened.splice(0).map((gallery) => gallery.close())));

  async function open(look: H5Window): Promise<GalleryPage> {
    const gallery = await GalleryPage.open(browser, look);
    opened.push(gallery);
    return gallery;
  }

  async function faultsSeen({ page }: GalleryPage): Promise<string[]> {
    const tooWidePx = await overflowPx(page);
    const thin = (await listTargets(page)).filter(({ box }) => Math.min(box.width, box.height) < MIN_TARGET_PX - 0.5);
    return [
      ...(tooWidePx > 0 ? [`${tooWidePx} px too wide`] : []),
      ...(await layoutFaults(page)),
      ...thin.map(({ name, box }) => `「${name}」 is ${Math.round(box.width)} × ${Math.round(box.height)}`),
      ...(await unnamedWords(page)),
      ...(await axeFaults(page)),
    ];
  }

  it.each(takesPictures ? [...everyDay, ...more] : everyDay)(
    "can be read, hit by a thumb and heard %s",
    async (_, look) => {
      const gallery = await open(look);
      const parts = await gallery.listParts();
      const faults = await faultsSeen(gallery);
      for (const { part, screens } of parts) {
        if (takesPictures && screens.length === 0) await gallery.partPicture(part);
        // The others take a screen of their own.
        for (const state of screens) {
          await gallery.goTo({ part, state });
          faults.push(...(await faultsSeen(gallery)).map((fault) => `${part}, ${state}: ${fault}`));
          if (takesPictures) await gallery.picture(`${part} ${state}`);
        }
      }
      expect([...faults, ...gallery.faults.filter((fault) => !/breaks on purpose/.test(fault))]).toEqual([]);
    },
    90_000,
  );

  it.each(onMonitors)(
    "is read by keys and ears where only monitors draw it, %s",
    async (_, look) => {
      const gallery = await open(look);
      const faults: string[] = [];
      const shown = (await gallery.listParts()).filter(({ part }) => part === "DataTable");
      for (const { part, screens } of shown)
        for (const state of screens) {
          await gallery.goTo({ part, state });
          faults.push(...(await axeFaults(gallery.page)).map((fault) => `${part}, ${state}: ${fault}`));
          if (await overflowPx(gallery.page)) faults.push(`${part}, ${state}: too wide`);
          if (takesPictures) await gallery.picture(`${part} ${state}`);
        }
      expect(shown.flatMap(({ screens }) => screens).length).toBeGreaterThan(5);
      expect([...faults, ...gallery.faults]).toEqual([]);
    },
    90_000,
  );

  it("draws few of 5,000 rows at a time, wherever keys and wheel have gone", async () => {
    const gallery = await open(desktopWindow);
    const { page } = gallery;
    await gallery.goTo({ part: "DataTable", state: "of 5,000 rows" });
    const drawn = () => page.locator("tbody tr[aria-rowindex]").count();
    await page.locator("table [tabindex='0']").focus();
    await page.keyboard.press("Control+End");
    await page.waitForFunction(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === "5001");
    expect(await drawn()).toBeLessThan(60);
    await page.locator(".table-scroll").evaluate((room) => room.scrollTo({ top: 100_000 }));
    await page.waitForFunction(() => document.querySelector("tr[aria-rowindex='2270']") !== null);
    expect(await drawn()).toBeLessThan(60);
    // Where the focus was, keys go on.
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === "5000");
  });

  it.each([
    ["a phone", phoneWindow],
    ["a monitor", desktopWindow],
  ])("is reached by Tab on %s, once and in order, with a ring that is seen whole", async (_, look) => {
    const { page } = await open(look);
    expect(await focusFaults(page)).toEqual([]);
  });

  it("is chosen by arrow keys, round and round, where one of several is chosen", async () => {
    const { page } = await open(desktopWindow);
    expect(await arrowFaults(page)).toEqual([]);
  });

  it("keeps the focus in a sheet for as long as it is open", async () => {
    const gallery = await open(desktopWindow);
    const { page } = gallery;
    await gallery.goTo({ part: "Sheet", state: "with buttons" });
    await page.keyboard.press("Escape");
    await page.locator("#open-sheet").focus();
    await page.keyboard.press("Enter");
    const seen: (string | null)[] = [];
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => document.activeElement?.closest("[role=dialog]")?.id ?? null));
    }
    expect(seen).toEqual(seen.map(() => "sheet"));
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("open-sheet");
  });

  it("is in the gallery's build, whose name is in its files", () => {
    expect(filesNaming("gallery", galleryDir)).not.toEqual([]);
  });

  it("tells every status by its shape alone, printed in grey", async () => {
    const { page } = await open(phoneWindow);
    const alike = (await likenesses(page, "#part-ShapeMark [data-state] .shape")).filter(({ share }) => share > 0.9);
    expect(alike).toEqual([]);
  });
});
