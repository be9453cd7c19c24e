import type { Browser, Page } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone, type H5Window } from "../support/h5/h5Phone";

/* The desktop's frame, by keys alone. */

let world: DemoWorld;
let browser: Browser;
const sessions = new Map<string, Awaited<ReturnType<H5Phone["session"]>>>();
const people = { xiaowang: ["小王", "本月"], chenhao: ["陈浩", "本月"], zhoumin: ["周敏", "等你处理"] } as const;
type Person = keyof typeof people;

async function at(who: Person, path: string, shape: Partial<H5Window> = desktopWindow): Promise<H5Phone> {
  const session = sessions.get(who);
  const desk = await H5Phone.open(browser, world.app.baseUrl, { ...shape, ...(session && { session }) });
  await desk.goTo(path);
  return desk;
}

/** What was fetched of the frame: its program and its styles. */
async function partsOf(phone: H5Phone): Promise<string[]> {
  await phone.settle();
  const names = await phone.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  return names.flatMap((name) => /\/(?:js|css)\/desk\.[0-9a-f]+\.(js|css)$/.exec(name)?.[1] ?? []);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

/** Presses a key until the focus is on something of this name. */
async function press(page: Page, key: string, until: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    const name = await focused(page);
    if (typeof until === "string" ? name === until : until.test(name)) return;
    seen.push(name.slice(0, 30));
  }
  throw new Error(`${key} never came to 「${String(until)}」 but to: ${seen.join(" · ")}`);
}

describeInBrowser("The desktop", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    await world.consent("xiaowang");
    await world.sale("xiaowang", "c-haiyue", 10_000_000);
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
    const phone = await at("xiaowang", "/pages/tabs/home/index", { widthPx: 375, heightPx: 667 });
    await phone.reads("本月");
    expect(await partsOf(phone)).toEqual([]);
    await phone.close();
  });

  it("loads its frame once, as one program with its styles", async () => {
    const desk = await at("xiaowang", "/pages/tabs/home/index");
    await desk.named("我：小王").waitFor();
    await desk.tap("客户");
    await desk.tap("收入");
    expect((await partsOf(desk)).sort()).toEqual(["css", "js"]);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  it("draws navigation of 220 px, and of 64 px below 1,280", async () => {
    const desk = await at("chenhao", "/pages/tabs/home/index");
    const nav = desk.page.locator(".desk-nav");
    await nav.waitFor();
    expect((await nav.boundingBox())?.width).toBe(220);
    await desk.page.setViewportSize({ width: 1024, height: 800 });
    expect((await nav.boundingBox())?.width).toBe(64);
    await desk.close();
  });

  it.each([
    ["m", "14px"],
    ["xl", "20px"],
  ] as const)("writes its navigation in the letters that somebody has chosen: %s", async (type, size) => {
    const desk = await at("chenhao", "/pages/tabs/home/index", { ...desktopWindow, type });
    const link = desk.page.locator(".desk-link .desk-text").first();
    await link.waitFor();
    expect(await link.evaluate((one) => getComputedStyle(one).fontSize)).toBe(size);
    await desk.close();
  });

  it("finds a client by / and a few letters, and opens it by arrow and Enter", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/home/index");
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "search-words");
    await page.keyboard.type("hyjx");
    await page.getByRole("button", { name: /^海岳机械/ }).waitFor();
    await desk.picture("desk-search");
    expect(await axeFaults(page)).toEqual([]);
    await press(page, "ArrowDown", /^海岳机械/);
    await page.keyboard.press("Enter");
    await page.locator("#page-customer").waitFor();
    await desk.close();
  });

  it("leaves search by Esc, back on its button", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/home/index");
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "search-words");
    await page.keyboard.type("hyjx");
    await page.getByRole("button", { name: /^海岳机械/ }).waitFor();
    await press(page, "ArrowDown", /^海岳机械/);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-words");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("desk-search");
    await desk.close();
  });

  it("begins for keys with the way past the navigation", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/home/index");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("跳到内容");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.querySelector('[role="main"]') !== null)).toBe(true);
    await desk.close();
  });

  it("goes by Tab and Enter to a page of the navigation, which is marked as the present one", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/home/index");
    await press(page, "Tab", "目标");
    await page.keyboard.press("Enter");
    await page.waitForURL(/targets\/tree/);
    await page.locator('[aria-current="page"]', { hasText: "目标" }).waitFor();
    expect(await page.locator('.desk-nav [aria-current="page"]').count()).toBe(1);
    await desk.close();
  });

  it("shows the months of a page by Enter, arrows and Enter", async () => {
    const { page, ...desk } = await openedAt("xiaowang", "/pages/tabs/money/index");
    await press(page, "Tab", "月份，现在是 2026年3月");
    await page.keyboard.press("Enter");
    await press(page, "ArrowDown", "2026年2月");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "月份，现在是 2026年2月" }).waitFor();
    expect(await focused(page)).toBe("月份，现在是 2026年2月");
    await desk.close();
  });

  it("opens a rep beside the team, and Esc leads back to the row", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/book/index");
    await press(page, "Tab", /^(刘洋|王磊|小李|小王)$/);
    const row = await focused(page);
    await page.keyboard.press("Enter");
    await page.locator("#page-member").waitFor();
    await page.locator(".taro_page[data-list] #page-book").waitFor();
    const [list, detail] = await page.evaluate(() =>
      ["#page-book", "#page-member"].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().toJSON() as DOMRect,
      ),
    );
    expect(list?.right).toBeLessThanOrEqual(detail?.left ?? 0);
    await desk.picture("desk-columns");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#page-member").waitFor({ state: "detached" });
    await page.waitForFunction((name) => document.activeElement?.textContent === name, row);
    await desk.close();
  });

  it("is black on white on paper, without its frame and with who has printed it", async () => {
    const desk = await at("zhoumin", "/pages/plans/list/index", { ...desktopWindow, theme: "dark" });
    const { page } = desk;
    await desk.named(/^我：/).waitFor();
    await desk.settle();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const row = page.locator(".row-text").filter({ visible: true }).first();
    expect(await row.evaluate((one) => getComputedStyle(one).color)).toBe("rgb(0, 0, 0)");
    const card = page.locator(".card").filter({ visible: true }).first();
    expect(await card.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe("rgb(255, 255, 255)");
    expect(await page.locator(".desk-paper").innerText()).toContain("周敏 · 3月26日");
    expect(await page.locator(".desk-nav").isVisible()).toBe(false);
    await desk.close();
  });

  it("puts another rep in the place of the one beside the team", async () => {
    const desk = await at("chenhao", "/pages/tabs/book/index");
    for (const name of ["小王", "小李", "小王"]) {
      await desk.page.getByRole("rowheader", { name }).click();
      await desk.page.locator("#page-member").filter({ visible: true }).waitFor();
      await desk.settle();
    }
    expect(await desk.page.locator("#page-member").count()).toBe(1);
    await desk.close();
  });

  it("takes keys alone from the login to a confirmed sale and a file of sales", async () => {
    world.app.clock.advance({ minutes: 1 });
    const { saleId } = await world.submitSale("xiaowang", "c-yuelian", 1_000_000);
    const desk = await H5Phone.open(browser, world.app.baseUrl, desktopWindow);
    const { page } = desk;
    await desk.goTo("/pages/sales/list/index");
    await page.getByText(/^陈浩/).first().waitFor();
    await press(page, "Tab", /^陈浩/);
    await page.keyboard.press("Enter");
    await page.locator("tbody tr[aria-rowindex]").first().waitFor();
    await press(page, "Tab", "粤联电气");
    await page.keyboard.press("Enter");
    await page.locator("#sale-confirm").waitFor();
    await press(page, "Tab", /^确认/);
    await page.keyboard.press("Enter");
    await page.locator("#decided").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#page-confirm").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.closest("table") !== null);
    await page.keyboard.press("e");
    await page.locator("#page-exports").waitFor();
    await press(page, "Tab", /^用途/);
    await page.keyboard.type("对账");
    await press(page, "Tab", "开始导出");
    await page.keyboard.press("Enter");
    await page.getByText(/^(排队中|正在导出)/).waitFor();
    expect((await world.as("xiaowang").call("sales.read", { saleId })).sale.state).toBe("confirmed");
    await desk.close();
  });

  it("closes the menu of settings with Esc and gives the focus back", async () => {
    const { page, ...desk } = await openedAt("chenhao", "/pages/tabs/home/index");
    await press(page, "Tab", "我：陈浩");
    await page.keyboard.press("Enter");
    await page.locator("#desk-sign-out").waitFor();
    await desk.picture("desk-menu");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("我：陈浩");
    await desk.close();
  });

  it.each(["light", "dark"] as const)("keeps WCAG 2.2 AA and best practice in %s colours", async (theme) => {
    const faults: string[] = [];
    for (const [who, path] of [
      ["xiaowang", "/pages/tabs/home/index"],
      ["chenhao", "/pages/tabs/book/index"],
      ["zhoumin", "/pages/tabs/home/index"],
    ] as const) {
      const desk = await at(who, path, { ...desktopWindow, theme });
      await desk.named(/^我：/).waitFor();
      await desk.picture(`desk-${who}`);
      faults.push(...(await axeFaults(desk.page)).map((fault) => `${who}: ${fault}`), ...desk.faults);
      await desk.close();
    }
    expect(faults).toEqual([]);
  });

  it.each([768, 1024])("stands at %i px without anything sideways", async (widthPx) => {
    const desk = await at("chenhao", "/pages/tabs/book/index", { ...desktopWindow, widthPx });
    await desk.reads("华南直销一队");
    await desk.picture("desk-team");
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
    await desk.close();
  });
});

/** A page with its frame, as somebody has it who has touched nothing. */
async function openedAt(who: Person, path: string) {
  const desk = await at(who, path);
  await desk.named(/^我：/).waitFor();
  await desk.settle();
  return {
    page: desk.page,
    picture: (name: string) => desk.picture(name),
    close: () => desk.close(),
  };
}
