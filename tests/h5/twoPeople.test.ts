import type { Browser } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";

/*
 * One browser, two people: the second comes in while a tab of the first is open. Both tabs have the second one's session from then on.
 */

const home = "/pages/tabs/home/index";

let world: DemoWorld;
let browser: Browser;
type Session = Awaited<ReturnType<H5Phone["session"]>>;
let ofWang: Session;
let ofChen: Session;
const open: H5Phone[] = [];

async function sessionOf(name: string, known: string): Promise<Session> {
  const phone = await H5Phone.open(browser, world.app.baseUrl);
  await phone.signIn(name);
  await phone.reads(known);
  const session = await phone.session();
  await phone.close();
  return session;
}

/** 小王's tab, with a sale that is begun and saved, over pages that he came by. */
async function wangRecording(amount: string): Promise<H5Phone> {
  const wang = await H5Phone.open(browser, world.app.baseUrl, { session: ofWang });
  open.push(wang);
  await wang.goTo("/pages/tabs/money/index");
  await wang.reads("我的销售单");
  await wang.moveTo("/pages/sales/record/index?customerId=c-haiyue");
  await wang.fill(/^金额/, amount);
  await wang.reads("草稿已存");
  await wang.settle();
  return wang;
}

/** As after a login in this browser, in whatever tab. */
async function chenComesIn(phone: H5Phone): Promise<void> {
  await phone.page.context().clearCookies();
  await phone.page.context().addCookies(ofChen.cookies);
}

const storedNames = (phone: H5Phone) => phone.page.evaluate(() => Object.keys(localStorage));

describeInBrowser("In a browser with two people", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    browser = await launchBrowser();
    ofWang = await sessionOf("小王", "本月");
    ofChen = await sessionOf("陈浩", "团队");
  }, 60_000);

  afterEach(async () => {
    for (const phone of open.splice(0)) await phone.close();
  });

  afterAll(() => browser?.close());

  it("the first one's tab is the second one's 今日 as soon as that one has come in by another tab", async () => {
    const wang = await wangRecording("7531");
    await chenComesIn(wang);
    const second = await wang.page.context().newPage();
    await second.goto(`${world.app.baseUrl}/?second#${home}`);
    await wang.page.waitForURL((url) => url.hash.startsWith(`#${home}`));
    await wang.reads("团队");
    await wang.settle();
    expect(await wang.text()).not.toMatch(/7,?531/);
    const names = await storedNames(wang);
    expect(names.filter((name) => name.startsWith("copy:xiaowang"))).toEqual([]);
    // What was begun waits for its writer.
    expect(names.filter((name) => name.startsWith("draft:"))).toEqual(["draft:xiaowang:sale:c-haiyue"]);
    await wang.page.goBack();
    await wang.settle();
    expect(await wang.text()).not.toMatch(/7,?531/);
    expect(await second.locator("body").innerText()).toContain("团队");
  });

  it("nothing that the first one taps is done in the name of the second, also before the tab has heard of them", async () => {
    const wang = await wangRecording("8642");
    await chenComesIn(wang);
    await wang.tap(/^提交 8,642/);
    await wang.page.waitForURL((url) => url.hash.startsWith(`#${home}`));
    await wang.reads("团队");
    await wang.settle();
    const sales = await Promise.all(
      ["xiaowang", "chenhao"].map((memberId) => world.as(memberId).call("sales.list", { view: "mine" })),
    );
    expect(sales.flatMap(({ items }) => items.filter(({ amountFen }) => amountFen === 864_200))).toEqual([]);
    const names = await storedNames(wang);
    expect(names.filter((name) => name.startsWith("copy:xiaowang"))).toEqual([]);
    expect(names.filter((name) => name.startsWith("q:"))).toHaveLength(1);
  });
});
