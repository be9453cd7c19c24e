import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { putStored, stored } from "../support/testDatabase";
import { openOnPhone, PhoneInHand } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/*
 * What a phone meets on the road: a hotspot that answers in the server's place. Nothing of it is believed, nothing is lost, and
 * there is a way on.
 */

const byTheTower = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };

let world: DemoWorld;
const phones: WeappHost[] = [];

beforeAll(async () => {
  world = await startDemoWorld();
  await world.consent("xiaowang");
}, 60_000);

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

async function wangsPhone(native: Record<string, unknown> = {}): Promise<{ wang: WeappHost; phone: PhoneInHand }> {
  const { weapp, phone } = await openOnPhone(world.app, "xiaowang", { stands: byTheTower, native });
  phones.push(weapp);
  await weapp.until(() => weapp.route() === "pages/tabs/home/index" && weapp.text()?.includes("已完成月度目标"));
  return { wang: weapp, phone };
}

const reads = (weapp: WeappHost, words: string) => weapp.until(() => weapp.text()?.includes(words));
const tap = async (weapp: WeappHost, name: string | RegExp) => weapp.tap(await weapp.until(() => weapp.named(name)));
const checkIns = async () => (await world.as("xiaowang").call("checkIns.mine", { on: "2026-03-26" })).items.length;

it("a tap that a hotspot answers in the server's place is kept on the phone, and counts once when it is sent again", async () => {
  let hotspot = false;
  const { wang, phone } = await wangsPhone();
  const { request } = phone.native() as { request: (options: { method?: string }) => Promise<unknown> };
  const answers = (options: { method?: string }) =>
    hotspot && options.method === "POST"
      ? Promise.resolve({ statusCode: 200, header: { "content-type": "text/html" }, data: "<html>请先登录</html>" })
      : request(options);
  wang.close();
  const { wang: again } = await wangsPhone({ request: answers });
  await again.tab(2);
  hotspot = true;
  await tap(again, "在 海岳机械 打卡，15 米，范围内");
  await reads(again, "已存在手机里");
  expect(await checkIns()).toBe(0);
  await again.open("/pages/field/queue/index");
  await reads(again, "海岳机械 · 打卡");
  // No earlier: it goes by itself as soon as it can.
  hotspot = false;
  await tap(again, "立即上传");
  await reads(again, "都上传了");
  expect(await checkIns()).toBe(1);
});

it("a visit in a basement outlives the end of the program, and counts once it is sent", async () => {
  const storage = new Map<string, string>();
  const { items } = await world.as("wanglei").call("customers.mine", {});
  const site = items[0]?.sites[0];
  const stands = { latDeg: site?.latDeg ?? 0, lngDeg: site?.lngDeg ?? 0, accuracyM: 18 };
  const opened = async () => {
    const { weapp, phone } = await openOnPhone(world.app, "wanglei", { stands, storage });
    phones.push(weapp);
    return { lei: weapp, phone };
  };
  const ofLei = async () => (await world.as("wanglei").call("checkIns.mine", { on: "2026-03-26" })).items;
  await world.consent("wanglei");
  const { lei, phone } = await opened();
  await reads(lei, "已完成月度目标");
  await lei.tab(2);
  await lei.until(() => lei.named(/^在 .+ 打卡/));
  phone.online = false;
  await lei.tap("#check-in");
  await reads(lei, "已存在手机里");
  await tap(lei, "写拜访记录");
  await lei.until(() => lei.$("#visit-record"));
  await lei.input("#visit-record", "地下室没有信号，样机装好了");
  await lei.tap("#visit-submit");
  await reads(lei, "已存在手机里");
  lei.close();
  expect(await ofLei()).toEqual([]);

  const { lei: again } = await opened();
  await again.until(async () => (await ofLei())[0]?.visitId);
  expect((await ofLei()).length).toBe(1);
  await again.open("/pages/field/queue/index");
  await reads(again, "都上传了");
  // The answer to the last one may be on its way a moment longer.
  const kept = () => [...storage.keys()].filter((name) => /^(q|draft:.*visit):/.test(name));
  await again.until(() => kept().length === 0);
});

describe("a sale in a basement", () => {
  /** 小王's phone, at the sale's form of a client. */
  async function atForm(
    native: (phone: PhoneInHand) => Record<string, unknown> = () => ({}),
    storage = new Map<string, string>(),
  ) {
    const own = new PhoneInHand(world.app, "xiaowang");
    const { weapp, phone } = await openOnPhone(world.app, "xiaowang", { storage, native: native(own) });
    phones.push(weapp);
    await reads(weapp, "已完成月度目标");
    await weapp.open("/pages/sales/record/index?customerId=c-yuelian");
    await weapp.until(() => weapp.$("#sale-amount"));
    return { wang: weapp, phone, storage };
  }
  /** What the server has of this amount. */
  const recorded = async (amountFen: number) => {
    const { items } = await world.as("xiaowang").call("sales.list", { view: "mine" });
    return items.filter((sale) => sale.amountFen === amountFen);
  };
  const kept = (storage: Map<string, string>) => [...storage.keys()].filter((name) => /^(q|draft:.*sale):/.test(name));

  it("is kept with its client and amount, outlives the end of the program, and is recorded once", async () => {
    const { wang, phone, storage } = await atForm();
    phone.online = false;
    await wang.input("#sale-amount", "7654");
    await wang.tap("#sale-submit");
    await wang.until(() => wang.text("#kept-words")?.includes("还没提交到公司"));
    await wang.open("/pages/field/queue/index");
    await reads(wang, "7,654.00");
    await reads(wang, "待上传");
    await wang.tab(0);
    await reads(wang, "待上传 1 条，连上网自动上传");
    wang.close();
    expect(await recorded(765_400)).toEqual([]);

    const { weapp: again } = await openOnPhone(world.app, "xiaowang", { storage });
    phones.push(again);
    await again.until(async () => (await recorded(765_400)).length > 0);
    await again.open("/pages/field/queue/index");
    await reads(again, "都上传了");
    await again.until(() => kept(storage).length === 0);
    expect(await recorded(765_400)).toHaveLength(1);
  });

  it("whose answer was lost is sent again by itself, recorded once, and said to be", async () => {
    let lost = 0;
    const { wang } = await atForm((phone) => {
      const { request } = phone.native() as { request: (options: { url: string }) => Promise<unknown> };
      return {
        request: async (options: { url: string }) => {
          const answer = await request(options);
          if (!options.url.endsWith("/sync") || lost > 0) return answer;
          lost += 1;
          throw Object.assign(new Error("request:fail timeout"), { errMsg: "request:fail timeout" });
        },
      };
    });
    await wang.input("#sale-amount", "8765");
    await wang.tap("#sale-submit");
    await wang.until(() => wang.text("#kept-words"));
    await wang.until(() => wang.text("#submitted-words"), 10_000);
    expect([lost, (await recorded(876_500)).length]).toEqual([1, 1]);
  });

  it("that the program ended on, while it was on its way, is recorded once", async () => {
    const { wang, storage } = await atForm((phone) => {
      const { request } = phone.native() as { request: (options: { url: string }) => Promise<unknown> };
      return {
        request: async (options: { url: string }) => {
          const answer = await request(options);
          return options.url.endsWith("/sync") ? new Promise(() => {}) : answer;
        },
      };
    });
    await wang.input("#sale-amount", "9876");
    await wang.tap("#sale-submit");
    await wang.until(async () => (await recorded(987_600)).length > 0);
    wang.close();
    expect(kept(storage)).not.toEqual([]);
    const { weapp: again } = await openOnPhone(world.app, "xiaowang", { storage });
    phones.push(again);
    await again.until(() => kept(storage).length === 0, 10_000);
    expect(await recorded(987_600)).toHaveLength(1);
  });
});

it("whoever gets no answer from WeCom's login can try again after seconds", async () => {
  let silent = true;
  const code = () => ({ code: world.app.wecom.issueLoginCode("xiaowang") });
  const startedAt = Date.now();
  const { weapp } = await openOnPhone(world.app, "xiaowang", {
    native: { "qy.login": () => (silent ? new Promise(() => {}) : code()) },
  });
  phones.push(weapp);
  await reads(weapp, "企业微信这会儿没有回应");
  expect(Date.now() - startedAt).toBeLessThan(9_000);
  silent = false;
  await tap(weapp, "再试一次");
  await reads(weapp, "已完成月度目标");
});

it.each([
  ["qy.login:fail user not in allow list", "qy.login", "请找企业微信管理员把你加进来"],
  ["request:fail url not in domain list", "request", "请管理员把服务器地址加进小程序的合法域名"],
])("「%s」 names who can repair it", async (errMsg, name, words) => {
  const fails = () => {
    throw Object.assign(new Error(errMsg), { errMsg });
  };
  const { weapp } = await openOnPhone(world.app, "xiaowang", { native: { [name]: fails } });
  phones.push(weapp);
  await reads(weapp, words);
});

it("a position that the program may not ask for keeps nobody from checking in", async () => {
  const errMsg = "getLocation:fail api scope is not declared in the privacy agreement";
  const { wang } = await wangsPhone({
    getLocation: () => {
      throw Object.assign(new Error(errMsg), { errMsg });
    },
  });
  await wang.tab(2);
  await reads(wang, "请管理员去声明");
  expect(wang.text()).not.toContain("去设置");
});

it("a thousand clients are drawn part by part, each update light enough for a cheap phone", async () => {
  const [like] = await stored("customers", { _id: "c-haiyue" });
  const many = Array.from({ length: 1000 }, (_, n) => {
    const shortName = `粤海客户${1000 + n}`;
    const names = { name: `${shortName}有限公司`, shortName, sortKey: `${1000 + n}:${n}` };
    return { ...like, _id: `c-many-${n}`, ...names, servedByIds: ["liuyang"] };
  });
  await putStored("customers", many);
  await world.consent("liuyang");
  const { weapp: lei } = await openOnPhone(world.app, "liuyang", { stands: byTheTower });
  phones.push(lei);
  await reads(lei, "已完成月度目标");
  await lei.tab(1);
  await reads(lei, "家客户");
  for (let taps = 0; taps < 4; taps += 1) await tap(lei, /^再看一些/);
  await lei.input("#search", "粤海客户199");
  await reads(lei, "10 家客户");
  await lei.tab(2);
  await tap(lei, "找别的客户");
  await tap(lei, /^再看一些/);
  await lei.open("/pages/sales/record/index");
  await tap(lei, /^客户/);
  await tap(lei, /^再看一些/);
  expect(lei.sizes.filter(({ bytes }) => bytes > 64 * 1024)).toEqual([]);
});

it("a phone without room for a draft says so, so that one submits at once", async () => {
  const others = JSON.stringify({ data: "x".repeat(10 * 1024 * 1024 - 100) });
  const { weapp } = await openOnPhone(world.app, "xiaowang", { storage: new Map([["log:others", others]]) });
  phones.push(weapp);
  await reads(weapp, "已完成月度目标");
  await weapp.open("/pages/sales/record/index?customerId=c-yuanda");
  await weapp.input("#sale-amount", "876");
  await reads(weapp, "手机存满了，草稿没存上");
  await tap(weapp, "提交 876.00 元");
  await reads(weapp, "已提交");
});

it("the back key with a sheet open closes the sheet alone", async () => {
  const { wang } = await wangsPhone();
  await wang.tab(1);
  await tap(wang, /^海岳机械/);
  await tap(wang, "记销售");
  await wang.until(() => wang.route() === "pages/sales/record/index");
  await wang.until(() => wang.$("#sale-customer"));
  await wang.tap("#sale-customer");
  await wang.until(() => wang.$("#customer-choice"));
  await wang.back();
  await wang.until(() => !wang.$("#customer-choice"));
  expect(wang.route()).toBe("pages/sales/record/index");
  await wang.back();
  expect(wang.route()).toBe("pages/tabs/book/index");
});
