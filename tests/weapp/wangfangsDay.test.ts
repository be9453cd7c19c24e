import { seedDemoCompany } from "../../server/dev/demoCompany/seed";
import { pharmaCustomers, pharmaRepId } from "../../server/dev/demoCompany/pharma";
import { DemoClock } from "../../server/features/demo";
import { DemoWorld } from "../support/demoWorld";
import { startTestApp } from "../support/startTestApp";
import { story } from "../support/story";
import { openOnPhone, type PhoneInHand } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/*
 * A day of 王芳 of 医药企业, in the compiled mini-program on the real server: three hospitals, the last in a basement without a network
 * and with a poor position. Each visit pays 50 yuan, and the week's ten come nearer.
 */

let world: DemoWorld;
let fang: WeappHost;
let phone: PhoneInHand;
const storage = new Map<string, string>();

beforeAll(async () => {
  const app = await startTestApp({ people: false, now: "2026-03-26T09:00:00+08:00" });
  await seedDemoCompany(app.deps, new DemoClock(app.deps.realNow), "pharma");
  world = new DemoWorld(app);
}, 60_000);
afterAll(() => fang?.close());

/** Some meters north of a hospital's pin. */
function standAt(customerId: string, northM: number, accuracyM: number): void {
  const site = pharmaCustomers.find(({ id }) => id === customerId)?.site;
  if (!site) throw new Error(`no hospital ${customerId}`);
  phone.stands = { latDeg: site.latDeg + northM / 111_195, lngDeg: site.lngDeg, accuracyM };
}
const reads = (words: string) =>
  fang
    .until(() => fang.text()?.includes(words))
    .catch((cause: unknown) => {
      throw new Error(`「${words}」: ${fang.route()} ${fang.text()}`, { cause });
    });
const tap = async (name: string | RegExp) => fang.tap(await fang.until(() => fang.named(name)));
const today = async () => (await world.as(pharmaRepId).call("checkIns.mine", { on: "2026-03-26" })).items;

async function record(words: string, feedback: string): Promise<void> {
  await fang.until(() => fang.$("#visit-record"));
  await tap("医院拜访");
  await fang.until(() => fang.$("#visit-step-department"));
  await fang.input("#visit-record", words);
  await fang.input("#visit-people", "张主任");
  await fang.input("#visit-next", "下周四回访");
  await fang.input("#visit-step-department", "心内科");
  await fang.input("#visit-step-feedback", feedback);
  await tap("提交记录");
}

const nothingWentWrong = () =>
  expect({ problems: fang.problems, errors: fang.errors }).toEqual({ problems: [], errors: [] });

story(
  "leads 王芳 through three hospitals, and each visit to its 50 yuan",
  {
    "says on 今日 what the week still lacks": async () => {
      ({ weapp: fang, phone } = await openOnPhone(world.app, pharmaRepId, { storage }));
      await fang.until(() => fang.route() === "pages/tabs/home/index");
      await reads("4 / 10 次");
    },
    "counts 康宁医院 with what the doctor said": async () => {
      standAt("c-kangning", 40, 18);
      await fang.tab(2);
      await tap(/^打卡前/);
      await tap("同意并继续");
      await tap(/^在 康宁医院 打卡/);
      await reads("离客户 40 米");
      await tap("写拜访记录");
      await record("看了夜间监护的数据", "下周可以演示");
      await reads("这次拜访已计入");
    },
    "counts 瑞和医院 after it": async () => {
      standAt("c-ruihe", 60, 25);
      await fang.tab(2);
      await tap("刷新");
      await tap(/^在 瑞和医院 打卡/);
      await reads("离客户 60 米");
      await tap("写拜访记录");
      await record("问了分剂量的小包装", "先试用一个疗程");
      await reads("这次拜访已计入");
    },
    "keeps 安济医院 on the phone, where the basement has no network and a poor position": async () => {
      standAt("c-anji", 30, 260);
      phone.online = false;
      await fang.tab(2);
      await tap("刷新");
      await tap(/^安济医院，.*会标为存疑$/);
      await tap(/安济医院 打卡/);
      await reads("已存在手机里");
      await tap("写拜访记录");
      await record("药房要看冷链记录", "等药事会讨论");
      await reads("已存在手机里");
      expect(await today()).toHaveLength(2);
    },
    "sends it by itself once she is upstairs": async () => {
      phone.online = true;
      fang.emit("onNetworkStatusChange", { isConnected: true, networkType: "4g" });
      await fang.until(async () => (await today()).length === 3);
      await fang.until(async () => (await today()).every(({ visit }) => visit?.effective));
      expect((await today()).map(({ customerName, verdict }) => `${customerName} ${verdict}`).sort()).toEqual([
        "安济医院 doubtful",
        "康宁医院 inside",
        "瑞和医院 inside",
      ]);
    },
    "is three visits nearer to the week's ten": async () => {
      await world.workAll();
      await fang.tab(0);
      await fang.pull();
      await reads("7 / 10 次");
    },
    "asks her about the one in doubt, and names who decides on it": async () => {
      await fang.tab(2);
      await tap(/^安济医院，\d\d:\d\d · 30 米/);
      await reads("定位误差大于 100 米");
      await reads("赵静");
      await fang.back();
    },
    "pays each its 50 yuan, and the line opens to what the doctor said": async () => {
      await fang.tab(3);
      await fang.pull();
      for (const name of ["康宁医院", "瑞和医院"])
        await fang.until(() => fang.named(new RegExp(`^外勤补贴，${name} · 3月26日，50\\.00 元`)));
      await tap(/^外勤补贴，安济医院 · 3月26日，先计入，等赵静 .* 前决定，50\.00 元/);
      await fang.until(() => fang.text("#line-sentence"));
      await reads("药房要看冷链记录");
      await fang.tap("#verify");
      await fang.until(() => fang.text("#verdict-words") === "与你手机计算一致");
    },
  },
  { afterEachStep: nothingWentWrong },
);
