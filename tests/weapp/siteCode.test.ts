import { codeOnSheet } from "../support/given";
import { type DemoWorld, startDemoWorld } from "../support/demoWorld";
import { stored } from "../support/testDatabase";
import { openOnPhone } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/* A client's code, from the leader's phone to paper, and from paper to a check-in in a basement. */

let world: DemoWorld;
const phones: WeappHost[] = [];
const place = { customerId: "c-yuanda", siteId: "s1" };

beforeAll(async () => {
  world = await startDemoWorld();
  await world.consent("xiaowang");
}, 60_000);
afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

const reads = (weapp: WeappHost, words: string) => weapp.until(() => weapp.text()?.includes(words));
const tap = async (weapp: WeappHost, name: string | RegExp) => weapp.tap(await weapp.until(() => weapp.named(name)));

/** The leader makes a code on their phone, and opens its sheet. @returns what is in the code on it */
async function printed(): Promise<string> {
  const sheets: string[] = [];
  const { weapp } = await openOnPhone(world.app, "chenhao", {
    native: {
      downloadFile: ({ url }: { url: string }) => {
        sheets.push(url);
        return { statusCode: 200, tempFilePath: "wxfile://tmp/sheet.pdf" };
      },
      openDocument: () => ({}),
    },
  });
  phones.push(weapp);
  await weapp.open(`/pages/customers/code/index?id=${place.customerId}&site=${place.siteId}`);
  await tap(weapp, "生成客户码");
  await tap(weapp, "打开打印页（PDF）");
  await weapp.until(() => weapp.log.some(({ api }) => api === "openDocument"));
  const { pathname, search } = new URL(sheets[0] ?? "");
  const sheet = await fetch(`${world.app.baseUrl}${pathname}${search}`);
  return codeOnSheet(Buffer.from(await sheet.arrayBuffer()));
}

it("is made and printed by the leader, scanned by the rep without position and network, and counts with doubt", async () => {
  const code = await printed();
  const { weapp, phone } = await openOnPhone(world.app, "xiaowang", {
    native: { scanCode: () => ({ result: code }) },
  });
  phones.push(weapp);
  await reads(weapp, "本月");
  await weapp.tab(2);
  await weapp.tap(await weapp.until(() => weapp.$(`#place-${place.customerId}`)));
  phone.online = false;
  await tap(weapp, "扫客户码打卡");
  await reads(weapp, "没有能核对的位置");
  await tap(weapp, "扫码并打卡");
  await reads(weapp, "客户码：扫到，是这里现用的码");
  expect(weapp.text("#verdict")).toContain("先计入");
  expect(weapp.text("#verdict")).toContain("已存在手机里");
  phone.online = true;
  weapp.emit("onNetworkStatusChange", { isConnected: true, networkType: "4g" });
  await weapp.until(async () => (await stored("checkIns", { customerId: place.customerId })).length === 1);
  const [checkIn] = await stored("checkIns", { customerId: place.customerId });
  expect(checkIn).toMatchObject({ verdict: "doubtful", qrFinding: "here", fix: null });
});
