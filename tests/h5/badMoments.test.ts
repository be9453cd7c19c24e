import type { Browser } from "playwright-core";
import { businessDayOf } from "@shared/domain/time";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone } from "../support/h5/h5Phone";

/*
 * What people in a hurry meet: a lost answer, a wrong field, a page that was refreshed, a link to what is gone, a session
 * that has ended. Each has an answer with a way on, by finger and by keys.
 */

const place = asBrowserPlace({ latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 });

let world: DemoWorld;
let browser: Browser;
let session: Awaited<ReturnType<H5Phone["session"]>>;
const open: H5Phone[] = [];

/** Some tests go on to the next day. */
const today = () => businessDayOf(world.app.clock.now());

async function wangAt(path: string, shape: Partial<typeof desktopWindow> = {}): Promise<H5Phone> {
  const phone = await H5Phone.open(browser, world.app.baseUrl, { place, session, ...shape });
  open.push(phone);
  await phone.goTo(path);
  return phone;
}

/** 小王's sales of this sum. */
const mine = async (amountFen: number) => {
  const { items } = await world.as("xiaowang").call("sales.list", { view: "mine" });
  return items.filter((sale) => sale.amountFen === amountFen);
};

describeInBrowser("In a browser, a bad moment", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
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

  afterAll(() => browser?.close());

  it("of a field that was forgotten ends at that field, by the Enter key alone", async () => {
    const wang = await wangAt("/pages/sales/record/index", desktopWindow);
    await wang.fill(/^金额/, "100000");
    await wang.reads("提交 100,000.00 元");
    await wang.page.keyboard.press("Enter");
    await wang.reads("还没有选客户");
    await wang.page.waitForFunction(() => document.activeElement?.id === "sale-customer");
    await wang.page.keyboard.press("Enter");
    await wang.reads("海岳机械");
    await wang.page.keyboard.press("Escape");
    await wang.page.waitForFunction(() => document.activeElement?.id === "sale-customer");
  });

  it("of an amount that is none says so beside what was typed", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    const amount = wang.named(/^金额/, "textbox");
    for (const typed of ["5k", "-1", "1e5", "12.345", "，5"]) {
      await amount.fill(typed);
      await amount.blur();
      await wang.reads("这不是一个金额");
      expect(await amount.inputValue()).toBe(typed);
    }
    await amount.fill("10万");
    await wang.reads("提交 100,000.00 元");
    await wang.reads("壹拾万元整");
    expect(await wang.text()).not.toContain("这不是一个金额");
    expect(await amount.inputValue()).toBe("10万");
  });

  it("of a digit typed in the middle of an amount stays there with the cursor", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    const amount = wang.named(/^金额/, "textbox");
    await amount.fill("12000");
    await amount.evaluate((field: HTMLInputElement) => field.setSelectionRange(1, 1));
    await amount.pressSequentially("3,5");
    expect(await amount.inputValue()).toBe("13,52000");
    expect(await amount.evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(4);
  });

  it("of a zero too many is asked about before it is sent", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.fill(/^金额/, "1.2亿");
    await wang.tap("提交 120,000,000.00 元");
    await wang.reads("比公司设的单笔限额1亿元还大");
    await wang.picture("large-amount");
    await wang.tap("改一改");
    await wang.fill(/^金额/, "20亿");
    await wang.reads("单笔最多 10亿元，这个金额不能提交");
    await wang.fill(/^金额/, "1.2亿");
    await wang.tap("提交 120,000,000.00 元");
    await wang.tap("没错，提交");
    await wang.reads("已提交");
  });

  it("of a network that comes back is over at once, on the banner as well", async () => {
    const wang = await wangAt("/pages/tabs/me/index");
    await wang.reads("华南直销一队");
    await wang.page.context().setOffline(true);
    await wang.reads("没有网络");
    await wang.page.context().setOffline(false);
    const backAt = Date.now();
    await wang.page.waitForFunction(() => !document.body.innerText.includes("没有网络"));
    expect(Date.now() - backAt).toBeLessThan(2_000);
  });

  it("of a phone that has slept since it was located asks anew at the tap", async () => {
    await world.consent("xiaowang");
    const wang = await wangAt("/pages/tabs/do/index");
    await wang.reads("已定位");
    // The date goes on in sleep, the counter does not.
    await wang.page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 5 * 3_600_000;
    });
    await wang.standAt(asBrowserPlace({ latDeg: 23.1264, lngDeg: 113.3247, accuracyM: 18 }));
    await wang.tap(/^在 海岳机械 打卡/);
    await wang.reads("范围外。离客户 2.2 公里");
  });

  it("of a refresh in the middle of a visit keeps its purpose, its words and the day that they name", async () => {
    await world.consent("xiaowang");
    const { checkInId, on } = await world.checkIn("xiaowang", "c-yuelian");
    const wang = await wangAt(`/pages/field/visit/index?checkInId=${encodeURIComponent(checkInId)}&on=${on}`);
    await wang.tap("样品", "radio");
    await wang.fill(/^客户说了什么/, "看了样机\r\n要两台\u200B 👨‍👩‍👧‍👦");
    await wang.reads("10/500");
    await wang.fill("下一步", "演示");
    await wang.tap("提交记录");
    await wang.reads("选一天，到那天会排在今日最前面");
    // The field that is missing gets the focus a moment later; a person types after that.
    await wang.page.waitForFunction(() => document.activeElement?.id === "visit-next-on");
    await wang.fill("下一步", "下周三演示");
    await wang.reads("4月1日 周三");
    await wang.reads("草稿已存");
    await wang.page.reload();
    await wang.reads("4月1日 周三");
    expect(await wang.named("样品", "radio").getAttribute("aria-checked")).toBe("true");
    await wang.tap("提交记录");
    await wang.reads("这次拜访已计入");
  });

  it("of a copy on the phone that is of another version asks again in its place", async () => {
    const wang = await wangAt("/pages/tabs/money/index");
    await wang.reads("我的销售单");
    const names = await wang.page.evaluate(() => {
      const copies = Object.keys(localStorage).filter((name) => name.startsWith("copy:"));
      for (const name of copies) localStorage.setItem(name, JSON.stringify({ data: { totals: null, lines: [{}] } }));
      return copies;
    });
    expect(names.length).toBeGreaterThan(0);
    await wang.goTo("/pages/tabs/money/index");
    await wang.reads("我的销售单");
    expect(await wang.text()).not.toContain("这一页出了点问题");
  });

  it("of a tab that was never opened shows without a network what is on the phone", async () => {
    const wang = await wangAt("/pages/tabs/home/index");
    await wang.reads("本月");
    // Some seconds after the first page is there, the files of the others are fetched.
    await wang.page.waitForFunction(
      () => performance.getEntriesByType("resource").filter(({ name }) => /\/js\//.test(name)).length > 12,
    );
    await wang.settle();
    await wang.page.context().setOffline(true);
    await wang.tap("客户");
    await wang.reads("没有网络");
    await wang.page.waitForFunction(() => location.hash.includes("tabs/book"));
    await wang.tap("我的");
    await wang.reads("设置");
  });

  it("of the back key with a sheet open closes the sheet alone", async () => {
    const wang = await wangAt("/pages/tabs/book/index");
    await wang.tap(/^海岳机械/);
    await wang.reads("海珠区阅江西路");
    await wang.page.goBack();
    await wang.page.waitForFunction(() => !document.body.innerText.includes("海珠区阅江西路"));
    expect(wang.route()).toBe("/pages/tabs/book/index");
    await wang.tap(/^海岳机械/);
    await wang.tap("记销售");
    await wang.reads("填上金额再提交");
    await wang.tap(/^客户，/);
    await wang.reads("选客户");
    await wang.page.goBack();
    await wang.page.waitForFunction(() => !document.getElementById("customer-choice"));
    expect(wang.route()).toBe("/pages/sales/record/index");
    await wang.page.goBack();
    await wang.reads("家客户");
    expect(wang.route()).toBe("/pages/tabs/book/index");
  });

  it("of a refresh in the middle of a form loses nothing, not even the client that was chosen in it", async () => {
    const wang = await wangAt("/pages/sales/record/index");
    await wang.tap(/^客户/);
    await wang.tap("粤联电气有限公司", "radio");
    await wang.fill(/^金额/, "4321");
    await wang.reads("草稿已存");
    await wang.page.reload();
    await wang.reads("提交 4,321.00 元");
    // By its name once the list of clients is there.
    await wang.named(/^客户，粤联电气/).waitFor();
  });

  it("of another client's draft does not offer its amount for this one", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-yuelian");
    await wang.fill(/^金额/, "98765");
    await wang.reads("草稿已存");
    await wang.goTo("/pages/sales/record/index?customerId=c-haiyue");
    await wang.reads("填上金额再提交");
  });

  it("of two taps on a slow network counts one sale", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    let sent = 0;
    await wang.page.route("**/api/v1/sync", async (route) => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await wang.fill(/^金额/, "1000");
    const button = wang.named("提交 1,000.00 元");
    const box = await button.boundingBox();
    await wang.page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await wang.page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await wang.reads("已提交");
    expect(sent).toBe(1);
  });

  it("of a sale that was recorded before asks once whether it is the same", async () => {
    await world.submitSale("xiaowang", "c-haiyue", 432_100, today());
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.fill(/^金额/, "4321");
    await wang.tap("提交 4,321.00 元");
    await wang.reads("是否重复？");
    await wang.picture("sale-repeated");
    await wang.tap("不同的两笔");
    await wang.reads("已提交");
  });

  it("of a sale that was recorded before leads to it where it is the same", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 543_200, today());
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.fill(/^金额/, "5432");
    await wang.tap("提交 5,432.00 元");
    await wang.tap("就是同一笔");
    await wang.page.waitForURL(new RegExp(`sales/detail.*${saleId}`));
    await wang.goTo("/pages/sales/record/index?customerId=c-haiyue");
    await wang.reads("填上金额再提交");
  });

  it("of an answer that was lost ends with one sale, of which the page says that it is kept, then that it is submitted", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    let lost = 0;
    await wang.page.route("**/api/v1/sync", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await wang.fill(/^金额/, "2000");
    await wang.tap("提交 2,000.00 元");
    await wang.reads("还没提交到公司");
    await wang.reads("已提交，等");
    expect(await mine(200_000)).toHaveLength(1);
    // Nothing of it waits in the form any more.
    await wang.goTo("/pages/sales/record/index?customerId=c-haiyue");
    await wang.reads("填上金额再提交");
  });

  it.each([
    ["light", "m", 6543],
    ["dark", "xl", 6544],
  ] as const)(
    "of a basement (%s, %s) keeps a sale, and what is asked of it later takes one tap",
    async (theme, type, yuan) => {
      await world.submitSale("xiaowang", "c-haiyue", yuan * 100, today());
      const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue", { theme, type });
      await wang.named(/^客户，海岳机械/).waitFor();
      const nothing = "**/api/v1/**";
      await wang.page.route(nothing, (route) => route.abort());
      await wang.fill(/^金额/, String(yuan));
      await wang.tap(/^提交 6,54\d\.00 元/);
      await wang.reads("还没提交到公司");
      await wang.picture("sale-kept");
      await wang.tap("看这一单");
      await wang.reads("改一改");
      await wang.picture("sale-kept-page");
      await wang.tap("看待上传");
      await wang.reads("立即上传");
      await wang.picture("sale-queued");
      expect(await mine(yuan * 100)).toHaveLength(1);
      await wang.page.unroute(nothing);
      await wang.tap("立即上传");
      await wang.reads("这一单还没有提交");
      await wang.picture("sale-asked");
      expect(await axeFaults(wang.page)).toEqual([]);
      await wang.tap("不同的两笔");
      await wang.reads("都上传了");
      expect(await mine(yuan * 100)).toHaveLength(2);
    },
  );

  it("of an amount that was changed after it had arrived shows what has arrived", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    let isLosing = true;
    await wang.page.route("**/api/v1/sync", async (route) => {
      if (!isLosing) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await wang.fill(/^金额/, "2100");
    await wang.tap("提交 2,100.00 元");
    await wang.reads("还没提交到公司");
    await wang.tap("看这一单");
    await wang.tap("改一改");
    await wang.fill(/^金额/, "3100");
    isLosing = false;
    await wang.tap("提交 3,100.00 元");
    await wang.reads("只算第一份");
    await wang.tap("看这一单");
    await wang.reads("2,100.00");
    expect([await mine(210_000), await mine(310_000)]).toMatchObject([[{ amountFen: 210_000 }], []]);
  });

  it("of a sale that waits already does not let it be corrected", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 700_000);
    const wang = await wangAt(`/pages/sales/record/index?saleId=${saleId}`);
    await wang.reads("这一单不在退回状态");
    await wang.tap("看这一单");
    await wang.reads("7,000.00");
  });

  it.each([
    ["a sale", "/pages/sales/detail/index?id=gone", "找不到这一单"],
    ["a visit", "/pages/field/visit/index?visitId=gone", "找不到这次拜访"],
    ["a line", "/pages/earnings/line/index?period=2026-03&lineId=gone", "找不到这笔明细"],
  ])("of a link to %s that is not there leads back to 今日", async (_, path, words) => {
    const wang = await wangAt(path);
    await wang.reads(words);
    await wang.page.locator('[id$="-error-back"]').filter({ visible: true }).tap();
    await wang.reads("本月");
    expect(wang.route()).toBe("/pages/tabs/home/index");
  });

  it("of a link to a page that never was opens 今日", async () => {
    const wang = await wangAt("/pages/nowhere/else/index");
    await wang.reads("已完成月度目标");
  });

  it("of a sale without a line of its own shows no other sale's", async () => {
    const { saleId } = await world.submitSale("xiaowang", "c-haiyue", 800_000);
    const wang = await wangAt(`/pages/earnings/line/index?saleId=${saleId}`);
    await wang.reads("找不到这笔明细");
    await wang.tap("看本月收入");
    await wang.page.waitForURL(/tabs\/money/);
  });

  it("of a session that has ended leads by the login to the sale that was submitted, which is recorded once", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.fill(/^金额/, "5555");
    await wang.reads("草稿已存");
    await wang.page.context().clearCookies();
    await wang.tap("提交 5,555.00 元");
    await wang.page.getByRole("button", { name: "小王" }).first().click();
    await wang.page.waitForURL(/sales\/detail/);
    await wang.reads("5,555.00");
    while ((await mine(555_500)).length === 0) await wang.page.waitForTimeout(100);
    expect(await mine(555_500)).toHaveLength(1);
  });

  it("of signing out where the session has ended before is signed out all the same", async () => {
    const wang = await wangAt("/pages/tabs/me/index");
    await wang.reads("华南直销一队");
    // What is still asked for would find out that the session has ended, and lead to the login.
    await wang.settle();
    await wang.page.context().clearCookies();
    await wang.tap("退出");
    await wang.reads("已退出");
  });

  describe("of a morning without network, with a form that was begun the day before,", () => {
    const nothing = "**/api/v1/**";
    /** The program starts from what is on the phone, and nothing comes through. An equal sale of that client and day would be asked about. */
    const morning = async ({ phoneGoneHours, yuan }: { phoneGoneHours: number; yuan: number }): Promise<H5Phone> => {
      world.app.clock.set("2026-03-26T09:00:00+08:00");
      const wang = await wangAt("/pages/sales/record/index?customerId=c-yuelian");
      await wang.fill(/^金额/, String(yuan));
      await wang.reads("草稿已存");
      await wang.reads("3月26日 周四 今天");
      const phoneIs = await wang.page.evaluate(() => Date.now());
      await wang.page.clock.install({ time: phoneIs + phoneGoneHours * 3_600_000 });
      await wang.page.route(nothing, (route) => route.abort());
      await wang.page.reload();
      world.app.clock.set("2026-03-27T09:00:00+08:00");
      return wang;
    };
    const signedOn = async (yuan: number) => (await mine(yuan * 100)).map((sale) => sale.signedOn);

    it("sends no day that the person has not seen, where the phone's own date stood still", async () => {
      const wang = await morning({ phoneGoneHours: 0, yuan: 6200 });
      await wang.reads("3月26日 周四 今天");
      await wang.reads("按手机时间推算为3月26日");
      await wang.page.unroute(nothing);
      await wang.tap("提交 6,200.00 元");
      await wang.reads("3月27日 周五 今天");
      // Where the page has heard of the day before the tap, it has said so before.
      await wang.reads(/这张单从3月26日开始填|已提交，等/);
      expect(await signedOn(6200)).not.toContain("2026-03-26");
    });

    it("dates the sale to the day on which it is recorded", async () => {
      const wang = await morning({ phoneGoneHours: 24, yuan: 6300 });
      await wang.reads("3月27日 周五 今天");
      await wang.reads("这张单从3月26日开始填");
      await wang.picture("record-next-day");
      await wang.tap("提交 6,300.00 元");
      await wang.reads("签单日3月27日不会变。还没提交到公司");
      await wang.page.unroute(nothing);
      await wang.reads("已提交，等");
      expect(await signedOn(6300)).toContain("2026-03-27");
    });
  });
});
