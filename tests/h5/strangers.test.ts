import type { Browser, Route } from "playwright-core";
import { amountText } from "@shared/domain/moneyText";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";

/*
 * What somebody in between says, or a server of another version: none of it is believed, nothing typed is lost, and the page
 * says what to do.
 */

const place = asBrowserPlace({ latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 });
const loginPage = "<!DOCTYPE html><html><title>欢迎使用机场 Wi-Fi</title><body>请先登录</body></html>";

let world: DemoWorld;
let browser: Browser;
let session: Awaited<ReturnType<H5Phone["session"]>>;
const open: H5Phone[] = [];

async function wangAt(path: string): Promise<H5Phone> {
  const phone = await H5Phone.open(browser, world.app.baseUrl, { place, session });
  open.push(phone);
  await phone.goTo(path);
  return phone;
}

const writes = (answer: (route: Route) => Promise<void>) => (route: Route) =>
  route.request().method() === "POST" ? answer(route) : route.continue();
const sentSales = async (amountFen: number) =>
  (await world.as("xiaowang").call("sales.list", { view: "mine" })).items.filter(
    (sale) => sale.amountFen === amountFen,
  );

describeInBrowser("In a browser, with somebody in between", () => {
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

  it.each([
    ["its login page", 111_100, { status: 200, contentType: "text/html", body: loginPage }],
    ["an empty object", 111_200, { status: 200, contentType: "application/json", body: "{}" }],
    ["nothing at all", 111_300, { status: 204 }],
    ["that one has to log in to it", 111_400, { status: 511, contentType: "text/html", body: loginPage }],
  ])("a sale that a hotspot answers with %s is sent once, when the network is back", async (_, amountFen, said) => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.page.route(
      "**/api/v1/sync",
      writes((route) => route.fulfill(said)),
    );
    await wang.fill(/^金额/, String(amountFen / 100));
    await wang.tap(/^提交 1,11/);
    await wang.reads("已存在手机里");
    expect(await sentSales(amountFen)).toEqual([]);
    await wang.page.unroute("**/api/v1/sync");
    await wang.goTo("/pages/sales/list/index");
    await wang.reads(amountText(amountFen));
    await wang.goTo("/pages/field/queue/index");
    await wang.reads("这部手机里没有等着的");
    expect(await sentSales(amountFen)).toHaveLength(1);
  });

  it("pages of a server of another version say 请更新 over their last good copy, once loading again did not help", async () => {
    const wang = await wangAt("/pages/tabs/money/index");
    await wang.reads("我的销售单");
    await wang.settle();
    const good = await wang.page.evaluate(() => ({ ...localStorage }));
    let loads = 0;
    wang.page.on("request", (request) => (loads += request.isNavigationRequest() ? 1 : 0));
    const headers = { "x-server-now": world.app.clock.now().toISOString() };
    await wang.page.route("**/api/v1/**", (route) => route.fulfill({ status: 200, json: {}, headers }));
    await wang.goTo("/pages/tabs/money/index");
    // Who reads is not known: nothing that was kept is drawn.
    await wang.reads("请更新");
    await wang.settle();
    // The way here, and the one time that the page loaded itself.
    expect(loads).toBe(2);
    const kept = await wang.page.evaluate(() => ({ ...localStorage }));
    const copies = (of: Record<string, string>) => Object.entries(of).filter(([name]) => name.startsWith("copy:"));
    expect(copies(kept)).toEqual(copies(good));
    await wang.goTo("/pages/sales/list/index");
    await wang.reads("看不了这里的内容");
    await wang.page.unroute("**/api/v1/**");
    await wang.goTo("/pages/tabs/money/index");
    await wang.reads("我的销售单");
  });

  it("a page whose file is gone after an update opens with its draft", async () => {
    const wang = await wangAt("/pages/sales/record/index?customerId=c-haiyue");
    await wang.fill(/^金额/, "7531");
    await wang.reads("草稿已存");
    await wang.goTo("/pages/tabs/book/index");
    await wang.reads("海岳机械");
    let gone = 0;
    // As after an update of the server: the old file's address answers 404 until the page is loaded anew.
    await wang.page.route("**/js/**", (route) => {
      gone += 1;
      return gone === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue();
    });
    await wang.tap(/^海岳机械/);
    await wang.tap("记销售");
    await wang.reads("刚刚更新到最新版本");
    expect(wang.route()).toBe("/pages/sales/record/index");
    await wang.reads("提交 7,531.00 元");
  });
});
