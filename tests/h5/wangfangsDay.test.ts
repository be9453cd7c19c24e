import type { Browser } from "playwright-core";
import { pharmaCustomers, pharmaRepId } from "../../server/dev/demoCompany/pharma";
import { seedDemoCompany } from "../../server/dev/demoCompany/seed";
import { DemoClock } from "../../server/features/demo";
import { DemoWorld } from "../support/demoWorld";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { H5Phone, type H5Window } from "../support/h5/h5Phone";
import { length } from "../support/length";
import { startTestApp } from "../support/startTestApp";

/* A day of 王芳 of 医药企业 in a browser: three hospitals, the last in a basement without a network and with a poor position. */

const windows: [string, Partial<H5Window>][] = [
  ["on a phone", {}],
  ["on a small phone", { widthPx: 360, heightPx: 640 }],
  ["in the dark with the largest letters", { theme: "dark", type: "xl" }],
];

let browser: Browser;
let fang: H5Phone;

/** Some meters north of a hospital's pin. */
function standing(customerId: string, northM: number, accuracyM: number) {
  const site = pharmaCustomers.find(({ id }) => id === customerId)?.site;
  if (!site) throw new Error(`no hospital ${customerId}`);
  return asBrowserPlace({ latDeg: site.latDeg + northM / 111_195, lngDeg: site.lngDeg, accuracyM });
}

async function record(words: string, feedback: string): Promise<void> {
  await fang.tap("写拜访记录");
  // 打卡, which is left, has the same choice.
  await fang.named(/^(客户说了什么|医生的需求)/, "textbox").waitFor();
  await fang.tap("医院拜访", "radio");
  await fang.fill(/^医生的需求/, words);
  await fang.fill(/^见了谁/, "张主任");
  await fang.fill(/^科室/, "心内科");
  await fang.fill(/^医生的反馈/, feedback);
  await fang.fill(/^下一步/, "下周四回访");
  await fang.picture("wangfang-record");
  await fang.tap("提交记录");
}

describeInBrowser("王芳's day in a browser", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterEach(() => fang?.close());
  afterAll(() => browser?.close());

  it.each(windows.slice(0, length(1, windows.length)))(
    "leads through three hospitals, one of them in a basement, to 50 yuan for each (%s)",
    async (_, shape) => {
      const app = await startTestApp({
        people: false,
        now: "2026-03-26T09:00:00+08:00",
        settings: { H5_DIR: h5Dir },
      });
      await seedDemoCompany(app.deps, new DemoClock(app.deps.realNow), "pharma");
      const world = new DemoWorld(app);
      await world.consent(pharmaRepId);
      const today = async () => (await world.as(pharmaRepId).call("checkIns.mine", { on: "2026-03-26" })).items;

      fang = await H5Phone.open(browser, app.baseUrl, { ...shape, place: standing("c-kangning", 40, 18) });
      await fang.signIn("王芳");
      await fang.reads("4 / 10 次");
      await fang.tap("打卡");
      await fang.tap(/^在 康宁医院 打卡/);
      await record("看了夜间监护的数据", "下周可以演示");
      await fang.reads("这次拜访已计入");

      await fang.standAt(standing("c-ruihe", 60, 25));
      await fang.goTo("/pages/tabs/do/index");
      await fang.tap(/^在 瑞和医院 打卡/);
      await record("问了分剂量的小包装", "先试用一个疗程");
      await fang.reads("这次拜访已计入");
      await fang.goTo("/pages/tabs/do/index");
      await fang.reads("今天打过的卡");

      await fang.standAt(standing("c-anji", 30, 260));
      await fang.page.context().setOffline(true);
      await fang.tap("刷新");
      await fang.tap(/^安济医院，.*会标为存疑$/, "radio");
      await fang.picture("wangfang-basement");
      await fang.tap(/^在 安济医院 打卡/);
      await fang.reads("已存在手机里");
      await fang.reads(/待上传，先计入/);
      await fang.picture("wangfang-basement-kept");
      await record("药房要看冷链记录", "等药事会讨论");
      await fang.reads("已存在手机里");
      await fang.picture("wangfang-record-kept");
      expect(await today()).toHaveLength(2);

      await fang.page.context().setOffline(false);
      for (let tries = 0; tries < 100 && (await today()).length < 3; tries += 1) await fang.page.waitForTimeout(100);
      await expect(today()).resolves.toHaveLength(3);
      await world.workAll();
      await fang.goTo("/pages/tabs/home/index");
      await fang.reads("7 / 10 次");
      await fang.picture("wangfang-today");
      await fang.goTo("/pages/tabs/money/index");
      await fang.tap(/^外勤补贴，安济医院 · 3月26日，先计入，等赵静 .* 前决定，50\.00 元/);
      await fang.reads("药房要看冷链记录");
      await fang.tap("在手机上验算");
      await fang.reads("与你手机计算一致");
      await fang.picture("wangfang-line");
      expect(await axeFaults(fang.page)).toEqual([]);
    },
    90_000,
  );
});
