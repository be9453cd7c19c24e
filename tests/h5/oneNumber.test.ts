import type { Browser } from "playwright-core";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { type H5Window, H5Phone } from "../support/h5/h5Phone";
import { story } from "../support/story";

/*
 * 张三 is paid by the results of team and company. His team stands just below the step where its factor leaves 0, and his own sale
 * takes it there: what he reads before it, on 今日 and on 收入 is one figure, and every number opens.
 */

const today = "/pages/tabs/home/index";
const earnings = "/pages/tabs/money/index";
const record = "/pages/sales/record/index?customerId=c-hongda";
// For people to look at: npm run screens takes them.
const looks: Partial<H5Window>[] = process.env.SCREENS === "all" ? [{}, { theme: "dark" }, { type: "xl" }] : [];

let world: DemoWorld;
let browser: Browser;
let zhang: H5Phone;
let promised = "";

/** What is before him now, as a path. */
const pathOf = (phone: H5Phone): string => new URL(phone.page.url()).hash.slice(1);

async function pictures(route: string, name: string): Promise<void> {
  const session = await zhang.session();
  for (const look of looks) {
    const phone = await H5Phone.open(browser, world.app.baseUrl, { ...look, session });
    await phone.goTo(route);
    await phone.picture(`numbers-${name}`, { whole: true });
    await phone.close();
  }
}

describeInBrowser("One figure of one name in a browser", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ now: "2026-03-26T09:00:00+08:00", settings: { H5_DIR: h5Dir } });
    await world.sale("zhangsan", "c-hongda", 60_000_000);
    await world.sale("xiaowang", "c-haiyue", 300_000_000);
    await world.workAll();
    browser = await launchBrowser();
    zhang = await H5Phone.open(browser, world.app.baseUrl);
    await zhang.signIn("张三");
  }, 60_000);

  afterAll(() => browser?.close());

  story("says before a sale what comes after it", {
    "at first nothing has come, and it says why and what it takes": async () => {
      await zhang.goTo(today);
      await zhang.reads("月底才定");
      await zhang.reads("团队完成率 60%，团队系数 0");
      await zhang.reads(/团队再签 20万元就到 80%，你本月能多拿 [\d,.]+ 元/);
      await pictures(today, "today-zero");
    },

    "the line of 0 opens the sale behind it": async () => {
      await zhang.goTo(earnings);
      await zhang.reads("团队系数 0");
      await zhang.tap(/0\.00 元，预估/);
      await zhang.reads("宏达精密 签单 600,000.00 元");
      await pictures(pathOf(zhang), "line-zero");
    },

    "a number of it opens its rule, and the rule its plan": async () => {
      await zhang.tap(/^团队完成率/);
      await zhang.reads("看整个方案");
      await zhang.picture("numbers-source-team");
      await zhang.tap("看整个方案");
      await zhang.reads(/第 1 版，1月1日/);
      await zhang.reads("不到80%");
      await pictures(pathOf(zhang), "plan");
    },

    "the preview says what his sale would bring with his team there": async () => {
      await zhang.goTo(record);
      await zhang.fill(/^金额/, "200000");
      await zhang.reads(/这一单 \+[\d,.]+，本月其他 \+[\d,.]+/);
      promised = /\+([\d,.]+) 元/.exec(await zhang.text())?.[1] ?? "";
      expect(promised).toBe("15,360.00");
      await zhang.picture("numbers-preview", { whole: true });
    },

    "and so it comes, on 今日 and on 收入": async () => {
      await world.sale("zhangsan", "c-hongda", 20_000_000);
      await world.workAll();
      for (const route of [today, earnings]) {
        await zhang.goTo(route);
        await zhang.reads(promised);
      }
      await pictures(today, "today");
      await pictures(earnings, "earnings");
    },

    "where amounts are hidden the sentences stay, also of messages": async () => {
      await zhang.goTo(today);
      await zhang.tap("隐藏金额");
      await zhang.reads("本月已完成销售额••••元");
      expect(await zhang.text()).not.toContain(promised);
      await zhang.goTo("/pages/common/inbox/index");
      await zhang.reads("恭喜你完成••••元订单");
      expect(await zhang.text()).not.toMatch(/\d(\.\d+)? ?元/);
      await zhang.picture("numbers-inbox-hidden", { whole: true });
      // One switch, wherever amounts are shown.
      await zhang.goTo(earnings);
      await zhang.tap("显示金额");
      await zhang.reads(promised);
      await zhang.tap("隐藏金额");
      expect(await zhang.text()).not.toContain(promised);
    },

    "and in English": async () => {
      const { revision } = (await world.app.me("zhangsan")).member;
      const body = { commandId: world.newId(), revision, language: "en" as const };
      await world.as("zhangsan").call("me.setLanguage", undefined, body);
      await zhang.goTo(today);
      await zhang.reads("Settled at month end");
      await zhang.picture("numbers-today-english", { whole: true });
      await zhang.tap("Show amounts");
      await zhang.goTo(record);
      await zhang.fill(/^Amount/, "100000");
      await zhang.reads("This sale +");
      await zhang.picture("numbers-preview-english", { whole: true });
      expect(zhang.faults).toEqual([]);
    },
  });
});
