import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { story } from "../support/story";
import { openOnPhone, type PhoneInHand } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/*
 * From footstep to fen in the compiled mini-program: 小王's and 陈浩's phones on the real server, its database and WeCom.
 * Each step goes on where the one before it stopped, as the day does.
 */

const byTheTower = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };

let world: DemoWorld;
let wang: WeappHost;
let wangsPhone: PhoneInHand;
let chen: WeappHost;
const phones: WeappHost[] = [];

beforeAll(async () => {
  world = await startDemoWorld();
  // What he has sold before: 40 of 66.67 万.
  await world.sale("xiaowang", "c-haiyue", 40_000_000, "2026-03-20");
  await world.workAll();
  ({ weapp: wang, phone: wangsPhone } = await openOnPhone(world.app, "xiaowang", { stands: byTheTower }));
  ({ weapp: chen } = await openOnPhone(world.app, "chenhao"));
  phones.push(wang, chen);
}, 60_000);

/** What one update may weigh before a cheap phone stutters. */
const MAX_SET_DATA_BYTES = 64 * 1024;

const nothingWentWrong = () => {
  for (const { problems, errors, warnings, sizes } of phones) {
    const heavy = sizes.filter(({ bytes }) => bytes > MAX_SET_DATA_BYTES);
    expect({ problems, errors, warnings, heavy }).toEqual({ problems: [], errors: [], warnings: [], heavy: [] });
  }
};

afterAll(() => {
  for (const phone of phones) phone.close();
});

const reads = (weapp: WeappHost, words: string) => weapp.until(() => weapp.text()?.includes(words));
const checkedIn = async (memberId: string) =>
  (await world.as(memberId).call("checkIns.mine", { on: "2026-03-26" })).items.length;
const tap = async (weapp: WeappHost, name: string | RegExp) => weapp.tap(await weapp.until(() => weapp.named(name)));

story(
  "leads 小王 and 陈浩 from footstep to fen on their phones",
  {
    "knows 小王 without a question and shows where he stands: 60 % of his target": async () => {
      await wang.until(() => wang.route() === "pages/tabs/home/index");
      await reads(wang, "已完成月度目标60%");
      expect(wang.title()).toBe("今日");
    },

    "says once how positions are used, before the first check-in": async () => {
      await wang.tab(2);
      await tap(wang, /^打卡前/);
      await reads(wang, "没有后台定位，没有轨迹");
      await wang.tap("#praise-yes");
      await tap(wang, "同意并继续");
      await wang.until(() => wang.route() === "pages/tabs/do/index");
    },

    "offers the nearest client and checks in by one tap, once however often it is tapped": async () => {
      const button = await wang.until(() => wang.named("在 海岳机械 打卡，15 米，范围内"));
      await Promise.all([wang.tap(button), wang.tap(button)]);
      await reads(wang, "离客户 15 米，误差 18 米");
      // The page shows what was judged here before the server has it.
      await wang.until(async () => (await checkedIn("xiaowang")) > 0);
    },

    "makes an effective visit of it with the record and the next step": async () => {
      await tap(wang, "写拜访记录");
      await wang.until(() => wang.$("#visit-record"));
      await wang.input("#visit-record", "看了样机，合同今天签");
      await wang.input("#visit-next", "下周三安排培训");
      await wang.tap("#visit-submit");
      await wang.until(() => wang.text("#visit-verdict"));
      expect(wang.text("#visit-done")).toContain("这次拜访已计入");
      // A second check-in would have been sent before the record.
      expect(await checkedIn("xiaowang")).toBe(1);
    },

    "records a sale of 10 万, saying beforehand what it will bring": async () => {
      await wang.tap("#visit-record-sale");
      await wang.until(() => wang.$("#sale-amount"));
      await wang.input("#sale-amount", "100000");
      await wang.until(() => wang.text("#preview")?.includes("1,500.00"));
      await wang.until(() => wang.text("#month-after")?.includes("60% → 75%"));
      await wang.tap("#sale-submit");
      await wang.until(() => wang.text("#submitted-words"));
    },

    "shows 陈浩 what he decides on, and what it does to his team": async () => {
      await chen.pull();
      await chen.until(() => chen.tabs()[2]?.badge === "1");
      await tap(chen, /^海岳机械，100,000\.00 元，待确认，小王/);
      await reads(chen, "华南直销一队 3月完成 28.64% → 35.8%");
      // The visit that the sale would stand on.
      expect(chen.text()).toContain("看了样机，合同今天签");
    },

    "lets 陈浩 confirm it on his phone": async () => {
      await chen.until(() => chen.$("#sale-confirm"));
      await chen.tap("#sale-confirm");
      await chen.until(() => chen.text("#decided-words")?.startsWith("已确认"));
      await tap(chen, "在群里公开表扬");
      await chen.until(() => /陈浩 3月26日 \d\d:\d\d 在群里表扬过/.test(chen.text() ?? ""));
    },

    "shows 小王 75 % and 1,500.00 with its sentence and its formula, and his phone computes the same": async () => {
      await wang.tab(0);
      await wang.pull();
      await reads(wang, "已完成月度目标75%");
      await wang.tab(3);
      await tap(wang, /^销售提成，海岳机械 · 3月26日，1,500\.00 元，已得$/);
      await wang.until(() => wang.text("#line-sentence"));
      expect(wang.text("#line-amount")).toContain("1,500.00");
      expect(wang.text("#line-formula")).toMatch(/100,000\.00.*1\.5%.*1,500\.00/);
      expect(wang.text("#footsteps")).toContain("有效拜访");
      await wang.tap("#verify");
      await wang.until(() => wang.text("#verdict-words") === "与你手机计算一致");
    },

    "brings the agreed words to him, his manager and the group": async () => {
      await world.workAll();
      const { wecom } = world.app;
      expect(wecom.member("xiaowang").sentences).toContainEqual(
        expect.stringMatching(/^恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!/),
      );
      expect(wecom.member("chenhao").sentences).toContainEqual(
        expect.stringMatching(/^小王完成10万元订单,建议给予公开表扬。/),
      );
      expect(wecom.robot("华南直销一队").sentences).toContainEqual(expect.stringMatching(/10万元/));
      await wang.tab(4);
      await tap(wang, /^消息/);
      await wang.pull();
      await reads(wang, "恭喜你完成10万元订单");
    },

    "moves the team's sum, which 陈浩 sees": async () => {
      await chen.tab(0);
      await chen.pull();
      await reads(chen, "50万");
      await chen.until(() => chen.tabs()[2]?.badge === null);
    },

    "keeps what was on the screen when the network goes": async () => {
      wangsPhone.online = false;
      await wang.tab(3);
      await wang.pull();
      await reads(wang, "1,500.00");
      wangsPhone.online = true;
    },
  },
  { afterEachStep: nothingWentWrong },
);
