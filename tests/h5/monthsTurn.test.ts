import type { Browser } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { length } from "../support/length";
import { story } from "../support/story";
import { desktopWindow, H5Phone } from "../support/h5/h5Phone";

/*
 * A month ends, and the next one begins with nothing in it: 小王 on his phone, 陈浩, who leads his team, 周敏 of HR and 林静 of finance at a
 * desktop. Nobody closes March
 * before May.
 */

const today = "/pages/tabs/home/index";
const earnings = "/pages/tabs/money/index";
const team = "/pages/tabs/book/index";

let world: DemoWorld;
let browser: Browser;
let wang: H5Phone;
let chen: H5Phone;
let zhou: H5Phone;
let lin: H5Phone;

async function at(instant: string): Promise<void> {
  world.app.clock.set(instant);
  world.app.passRealTime({ seconds: 6 });
  await world.workAll();
}

async function look(phone: H5Phone, route: string, picture: string): Promise<string> {
  await phone.goTo(route);
  await phone.picture(`turn-${picture}`, { whole: true });
  return phone.text();
}

const tabs = ["home", "book", "do", "money", "me"];
/** What stands where something failed, or was shown before it was there. */
const broken = /没取到|undefined|NaN|null|Invalid|\[object/;

/** Every page of the bar, of each role, with a picture; none is empty, failed or half filled in. */
const everybodyLooks = (day: string) => async (): Promise<void> => {
  // One of the four days in each run of all tests; `npm run soak` looks at them all.
  if (day !== "0401" && length(1, 4) === 1) return;
  for (const [who, phone] of Object.entries({ rep: wang, leader: chen, hr: zhou, finance: lin })) {
    for (const tab of tabs) {
      const text = await look(phone, `/pages/tabs/${tab}/index`, `${day}-${who}-${tab}`);
      expect({ who, tab, isLong: text.length > 20, broken: broken.exec(text)?.[0] ?? null }).toEqual({
        who,
        tab,
        isLong: true,
        broken: null,
      });
    }
  }
};

describeInBrowser("The turn of the month in a browser", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ now: "2026-03-26T09:00:00+08:00", settings: { H5_DIR: h5Dir } });
    await world.sale("xiaowang", "c-haiyue", 40_000_000, "2026-03-20");
    await world.workAll();
    browser = await launchBrowser();
    wang = await H5Phone.open(browser, world.app.baseUrl);
    chen = await H5Phone.open(browser, world.app.baseUrl, desktopWindow);
    await wang.signIn("小王");
    await chen.signIn("陈浩");
    zhou = await H5Phone.open(browser, world.app.baseUrl, desktopWindow);
    lin = await H5Phone.open(browser, world.app.baseUrl, desktopWindow);
    await zhou.signIn("周敏");
    await lin.signIn("林静");
  }, 60_000);

  afterAll(() => browser?.close());

  story(
    "leaves nobody before an empty page",
    {
      "on 31 March at 23:59 March runs": async () => {
        await at("2026-03-31T23:59:00+08:00");
        expect(await look(wang, today, "0331-today")).toContain("已完成月度目标60%");
        expect(await look(wang, earnings, "0331-earnings")).toContain("2026年3月");
      },

      "on 31 March at 23:59 no page of anybody is broken": everybodyLooks("0331"),

      "on 1 April it says who publishes the target": async () => {
        await at("2026-04-01T09:00:00+08:00");
        const text = await look(wang, today, "0401-today");
        expect(text).toContain("你的 4月目标还没发布，请找 周敏");
        expect(text).not.toContain("陈浩");
      },

      "on 1 April whoever publishes it has it on her list": async () => {
        expect(await look(zhou, today, "0401-hr")).toContain("2026年4月的目标还没发布，大家看不到进度");
      },

      "who never checks in is not told that they are asked before they do": async () => {
        const text = await look(zhou, "/pages/privacy/mine/index", "0401-hr-data");
        expect(text).toContain("你的身份不打卡，不会取位置");
        expect(text).not.toContain("打卡前会问你");
      },

      "on 1 April no page of anybody is broken": everybodyLooks("0401"),

      "on 1 April the empty month leads to the one before": async () => {
        expect(await look(wang, earnings, "0401-earnings")).toContain("本月还没有收入记录");
        await wang.tap("看 3月");
        await wang.reads("3月还没有关账");
        await wang.reads("6,000.00");
        await wang.picture("turn-0401-march", { whole: true });
      },

      "on 1 April 今日 leads the rep and the leader to the month before": async () => {
        expect(await look(wang, today, "0401-today")).toContain("3月还没有关账");
        await wang.tap(/^看 3月/);
        await wang.reads("6,000.00");
        await look(chen, today, "0401-today-leader");
        await chen.tap(/3月完成/);
        await chen.reads("2026年3月");
        await chen.tap("看 4月");
        await chen.reads("本月进度");
      },

      "on 1 April the leader sees everybody of the team, and whom to ask for targets": async () => {
        const text = await look(chen, team, "0401-team");
        expect(text).toContain("目标还没发布，发布后才看得到进度。请找 周敏");
        for (const name of ["小王", "小李", "王磊", "刘洋"]) await chen.reads(name);
        expect(await chen.text()).not.toContain("还没有成员");
        await chen.picture("turn-0401-team-all", { whole: true });
        await chen.page.getByRole("rowheader", { name: "小李" }).click();
        await chen.reads("怎么帮");
      },

      "on 2 April a contract of March counts in April, and March stays as it was": async () => {
        await at("2026-04-02T10:00:00+08:00");
        await world.sale("xiaowang", "c-haiyue", 10_000_000, "2026-03-30");
        await world.workAll();
        expect(await look(wang, earnings, "0402-earnings")).toContain("1,500.00");
        await wang.tap("上个月");
        await wang.reads("6,000.00");
      },

      "on 2 April no page of anybody is broken": everybodyLooks("0402"),

      "on 8 April no page of anybody is broken": async () => {
        await at("2026-04-08T10:00:00+08:00");
        await everybodyLooks("0408")();
      },

      "in May March can still be read, and says that it is not closed": async () => {
        await at("2026-05-08T10:00:00+08:00");
        await look(wang, earnings, "0508-earnings");
        await wang.tap("上个月");
        await wang.reads("2026年4月");
        await wang.tap("上个月");
        await wang.reads("3月还没有关账");
        await wang.reads("6,000.00");
      },

      "in May an earlier month without income is called by its name": async () => {
        await wang.tap("上个月");
        await wang.reads("2月没有收入记录");
        expect(await wang.text()).not.toContain("本月还没有收入");
      },

      "nothing went wrong on the way": async () => {
        expect([wang, chen, zhou, lin].flatMap(({ faults }) => faults)).toEqual([]);
        await Promise.resolve();
      },
    },
    { timeoutMs: 240_000 },
  );
});
