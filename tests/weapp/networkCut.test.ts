import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { length } from "../support/length";
import { openOnPhone, PhoneInHand } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/*
 * 小王's day in the compiled mini-program, lived again and again with the network cut at another of its requests each time: three in
 * a row go under, on their way to the server or on their way back. Whatever goes under, the company has one visit and one sale in the
 * end, judged as on a clean day.
 */

const byTheTower = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };
const customerId = "c-haiyue";
const goesUnder = 3;
/** In a usual run some of the requests; where it begins differs, so that it is not always the same ones. */
const everyNth = length(11, 1);

interface Day {
  requests: number;
  facts: unknown;
}

interface Cut {
  at: number;
  /** The server has it, and its answer is lost. */
  loses: "request" | "answer";
}

let world: DemoWorld;
let weapp: WeappHost | null = null;
afterEach(() => weapp?.close());

/** Goes on as a person does who is shown 再试一次, until `goal` is reached. */
async function goOn(phone: WeappHost, what: string, goal: () => unknown): Promise<void> {
  const reached = () => {
    if (goal()) return true;
    const again = phone.tappables().find(({ name }) => ["重试", "再试一次", "立即上传"].includes(name));
    if (again) void phone.tap(again.element);
    return false;
  };
  await phone.until(reached, 20_000).catch((cause: unknown) => {
    throw new Error(`${what}: ${phone.route()} 「${phone.text()}」`, { cause });
  });
}

async function live(cut: Cut | null): Promise<Day> {
  world = await startDemoWorld();
  await world.consent("xiaowang");
  let requests = 0;
  const { request } = new PhoneInHand(world.app, "xiaowang").native() as {
    request: (options: object) => Promise<unknown>;
  };
  const gone = () => Object.assign(new Error("request:fail timeout"), { errMsg: "request:fail timeout" });
  const native = {
    request: async (options: object) => {
      const number = requests;
      requests += 1;
      const isCut = cut !== null && number >= cut.at && number < cut.at + goesUnder;
      if (isCut && cut.loses === "request") throw gone();
      const answer = await request(options);
      if (isCut) throw gone();
      return answer;
    },
  };
  const { weapp: phone } = await openOnPhone(world.app, "xiaowang", { stands: byTheTower, native });
  weapp = phone;
  const shows = (...words: string[]) => words.some((one) => phone.text()?.includes(one));
  const kept = "已存在手机里";

  await goOn(phone, "今日", () => shows("已完成月度目标"));
  await phone.tab(2);
  await goOn(phone, "打卡", () => phone.tappables().some(({ name }) => name.startsWith("在 海岳机械 打卡")));
  await phone.tap("#check-in");
  await goOn(phone, "打卡之后", () => shows("离客户 15 米", kept));
  await phone.tap(await phone.until(() => phone.named("写拜访记录")));
  await goOn(phone, "拜访记录", () => phone.$("#visit-record"));
  await phone.input("#visit-record", "看了样机");
  await phone.tap("#visit-submit");
  await goOn(phone, "记录之后", () => shows("这次拜访已计入", kept));
  await phone.open(`/pages/sales/record/index?customerId=${customerId}`);
  await goOn(phone, "记销售", () => phone.$("#sale-amount"));
  await phone.input("#sale-amount", "4321");
  await phone.tap("#sale-submit");
  await goOn(phone, "提交之后", () => phone.$("#submitted-words") ?? phone.$("#kept-words"));
  await phone.tab(3);
  await goOn(phone, "收入", () => shows("收入分四种"));
  await phone.open("/pages/field/queue/index");
  await goOn(phone, "待上传", () => shows("都上传了"));
  const lived = requests;
  expect({ problems: phone.problems, errors: phone.errors }).toEqual({ problems: [], errors: [] });
  phone.close();
  weapp = null;
  return { requests: lived, facts: await facts() };
}

/** What the company has of the day; ids and times differ from day to day. */
async function facts() {
  const wang = world.as("xiaowang");
  const { items: taps } = await wang.call("checkIns.mine", { on: "2026-03-26" });
  const { items: sales } = await wang.call("sales.list", { view: "mine" });
  const visits = await Promise.all(
    taps.flatMap(({ visitId }) => (visitId ? [wang.call("visits.read", { visitId })] : [])),
  );
  return {
    taps: taps.map(({ verdict, distanceM }) => ({ verdict, distanceM })),
    visits: visits.map(({ visit }) => ({ effective: visit.effective, record: visit.record })),
    sales: sales.map(({ amountFen, state, signedOn }) => ({ amountFen, state, signedOn })),
  };
}

it(
  "ends with one visit and one sale, whichever of its requests goes under",
  async () => {
    const clean = await live(null);
    expect(clean.facts).toEqual({
      taps: [{ verdict: "inside", distanceM: 15 }],
      visits: [{ effective: true, record: "看了样机" }],
      sales: [{ amountFen: 432_100, state: "submitted", signedOn: "2026-03-26" }],
    });
    for (let at = 0; at < clean.requests; at += everyNth) {
      for (const loses of everyNth === 1
        ? (["request", "answer"] as const)
        : ([at % 2 === 0 ? "request" : "answer"] as const)) {
        const { facts: found } = await live({ at, loses });
        expect({ at, loses, found }).toEqual({ at, loses, found: clean.facts });
      }
    }
  },
  length(180_000, 1_800_000),
);
