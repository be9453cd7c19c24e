import type { Browser, Page } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone, type H5Window } from "../support/h5/h5Phone";

/* Tables on a monitor, by keys alone. */

let world: DemoWorld;
let browser: Browser;
const sessions = new Map<string, Awaited<ReturnType<H5Phone["session"]>>>();
const people = { xiaowang: ["小王", "本月"], chenhao: ["陈浩", "本月"] } as const;
type Person = keyof typeof people;

async function at(who: Person, path: string, shape: Partial<H5Window> = desktopWindow): Promise<H5Phone> {
  const session = sessions.get(who);
  const desk = await H5Phone.open(browser, world.app.baseUrl, { ...shape, ...(session && { session }) });
  await desk.goTo(path);
  return desk;
}

const sales = "/pages/sales/list/index";
const customers = "/pages/customers/list/index";
const team = "/pages/tabs/book/index";

/** The table of a page with its rows, untouched. */
async function tableAt(who: Person, path: string, shape?: Partial<H5Window>) {
  const desk = await at(who, path, shape);
  await desk.page.locator("table [tabindex='0']").waitFor();
  await desk.page.locator("tbody tr[aria-rowindex]").first().waitFor();
  await desk.settle();
  return desk;
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
const isInTable = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest("table") !== null);

/** Tab until the table is reached. */
async function tabToTable(page: Page): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await isInTable(page)) return;
  }
  throw new Error("Tab never came to the table.");
}

/** What was fetched of tables. */
const partsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap(({ name }) => /\/js\/(tables)\.[0-9a-f]+\.js$/.exec(name)?.[1] ?? []),
  );

describeInBrowser("A table on a monitor", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    await world.consent("xiaowang");
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
    // The newest comes first.
    world.app.clock.advance({ minutes: 1 });
    await world.submitSale("xiaowang", "c-yuelian", 2_500_000);
    await world.workAll();
    browser = await launchBrowser();
    for (const [memberId, [name, reads]] of Object.entries(people)) {
      const phone = await H5Phone.open(browser, world.app.baseUrl);
      await phone.signIn(name);
      await phone.reads(reads);
      sessions.set(memberId, await phone.session());
      await phone.close();
    }
  }, 90_000);

  afterAll(() => browser?.close());

  it("is nothing that a phone ever loads", async () => {
    const phone = await at("xiaowang", sales, { widthPx: 375, heightPx: 667 });
    await phone.reads("100,000.00");
    await phone.settle();
    expect(await partsOf(phone.page)).toEqual([]);
    expect(await phone.page.locator("table").count()).toBe(0);
    await phone.close();
  });

  it("comes as one file, with the first of them", async () => {
    const desk = await tableAt("chenhao", sales);
    expect(await partsOf(desk.page)).toEqual(["tables"]);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  it("has rows of 44 px and the sum of what is filtered in its foot", async () => {
    const desk = await tableAt("chenhao", sales);
    const row = await desk.page.locator("tbody tr[aria-rowindex='2']").boundingBox();
    expect(Math.round(row?.height ?? 0)).toBe(44);
    const foot = () => desk.page.locator("tfoot tr").last().innerText();
    expect((await foot()).replace(/\s+/g, "")).toBe("共2行125,000.00元");
    await desk.page.locator("#sales-filter-state").selectOption("submitted");
    await desk.page.waitForFunction(() => document.querySelector("tfoot")?.textContent?.includes("共 1 行"));
    expect((await foot()).replace(/\s+/g, "")).toBe("共1行25,000.00元");
    await desk.close();
  });

  it("is one stop for Tab, goes by arrow keys, and comes back to its row from what Enter has opened", async () => {
    const desk = await tableAt("chenhao", sales);
    const { page } = desk;
    await tabToTable(page);
    await page.keyboard.press("ArrowDown");
    const row = await focused(page);
    expect(row).toBe(await page.locator("tbody tr[aria-rowindex='3'] th").innerText());
    await page.keyboard.press("Enter");
    await page.locator("#page-sale").waitFor();
    await page.locator(".taro_page[data-list] #page-sales").waitFor();
    await desk.settle();
    await desk.picture("table-sales-columns");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#page-sale").waitFor({ state: "detached" });
    await page.waitForFunction((name) => document.activeElement?.textContent === name, row);
    await page.keyboard.press("Tab");
    expect(await isInTable(page)).toBe(false);
    await desk.close();
  });

  it("sorts by Enter on its head, which is said of the column", async () => {
    const desk = await tableAt("chenhao", sales);
    const { page } = desk;
    await tabToTable(page);
    for (const key of ["ArrowUp", "ArrowRight", "ArrowRight", "Enter", "Enter"]) await page.keyboard.press(key);
    expect(await page.locator("th[aria-sort='ascending']").innerText()).toContain("金额");
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(["粤联电气", "海岳机械"]);
    await desk.close();
  });

  it("leads to its own search by the slash, which finds a client by its initials", async () => {
    const desk = await tableAt("chenhao", customers);
    const { page } = desk;
    await tabToTable(page);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("customers-search");
    await page.keyboard.type("hyjx");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr[aria-rowindex]").length === 1);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("海岳机械");
    await page.keyboard.press("Enter");
    await page.locator("#page-customer").waitFor();
    await desk.close();
  });

  it.each(["light", "dark"] as const)("keeps WCAG 2.2 AA and best practice in %s colours", async (theme) => {
    const faults: string[] = [];
    for (const path of [sales, customers, team]) {
      const desk = await tableAt("chenhao", path, { ...desktopWindow, theme });
      await desk.picture(`table-${path.split("/")[2] ?? ""}`);
      faults.push(...(await axeFaults(desk.page)).map((fault) => `${path}: ${fault}`), ...desk.faults);
      await desk.close();
    }
    expect(faults).toEqual([]);
  });

  it("is black on white on paper, with all rows and who has printed it", async () => {
    const desk = await tableAt("chenhao", sales, { ...desktopWindow, theme: "dark" });
    const { page } = desk;
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const cell = page.locator("tbody th").first();
    const colours = await cell.evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]);
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    expect(await page.locator(".table-print").innerText()).toContain("陈浩 · 3月26日");
    expect(await page.locator(".table-tools").isVisible()).toBe(false);
    expect(await page.locator(".desk-nav").isVisible()).toBe(false);
    await desk.picture("table-print");
    await desk.close();
  });
});
