import { randomUUID } from "node:crypto";
import { auditInsert } from "../../../../server/audit";
import { browserName } from "../../../../server/features/auth/browserName";
import { eraseDevices } from "../../../../server/features/auth";
import { type Company, givenTeam, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  return { rep, colleague };
});

let company: Company;
let rep: Person;
let colleague: Person;
beforeEach(async () => {
  ({ company, rep, colleague } = await start({ now: "2026-03-26T09:00:00+08:00" }));
});

const phone = randomUUID();
const tablet = randomUUID();

async function signIn(person: Person, deviceSecret: string, device = "iPhone 13 · iOS 17.4"): Promise<string> {
  const code = company.app.wecom.issueLoginCode(person.memberId);
  const { token } = await company.app.api.call("auth.loginWeapp", {}, { code, device, deviceSecret });
  return token;
}
const headers = (token: string) => ({ authorization: `Bearer ${token}` });
const listOf = async (token: string) =>
  (await company.app.api.send("devices.mine", { headers: headers(token) })).body as { items: object[] };
const isIn = async (token: string) =>
  (await company.app.api.send("me.read", { headers: headers(token) })).status === 200;
const idOf = async (token: string) =>
  ((await listOf(token)).items.find((one) => (one as { isThis: boolean }).isThis) as { deviceId: string }).deviceId;
const remove = (token: string, deviceId: string, body: object = {}) =>
  company.app.api.send("devices.remove", {
    headers: headers(token),
    params: { deviceId },
    body: { commandId: company.newId(), isMine: false, ...body },
  });
const messages = async () => {
  await company.workAll();
  return stored("notices", { kind: "device_new" });
};

describe("the devices of a member", () => {
  it("are listed with since when and when last they were used", async () => {
    await signIn(rep, phone);
    company.app.clock.advance({ hours: 2 });
    await signIn(rep, phone);
    company.app.clock.advance({ hours: 1 });
    const token = await signIn(rep, tablet, "iPad · iPadOS 17");
    expect((await listOf(token)).items).toMatchObject([
      { name: "iPad · iPadOS 17", via: "weapp", isThis: true, isNew: true, firstAt: "2026-03-26T04:00:00.000Z" },
      { isThis: false, firstAt: "2026-03-26T01:00:00.000Z", lastAt: "2026-03-26T03:00:00.000Z" },
    ]);
  });

  it("have among them the one that does not say which it is: it is told of, and can be ended", async () => {
    const mine = await signIn(rep, phone);
    company.app.clock.advance({ minutes: 1 });
    const code = company.app.wecom.issueLoginCode(rep.memberId);
    const { token } = await company.app.api.call("auth.loginWeapp", {}, { code, device: "Pixel 8 · Android 15" });
    expect((await listOf(mine)).items).toMatchObject([
      { name: "Pixel 8 · Android 15", isThis: false },
      { isThis: true },
    ]);
    expect(await messages()).toHaveLength(1);
    await remove(mine, await idOf(token));
    expect(await isIn(token)).toBe(false);
  });

  it("are nobody else's, also where two use the same phone", async () => {
    await signIn(rep, phone);
    const token = await signIn(colleague, phone);
    expect((await listOf(token)).items).toHaveLength(1);
    expect(new Set((await stored("devices")).map(({ deviceId }) => String(deviceId))).size).toBe(1);
  });

  it("are part of what is kept of a member", async () => {
    const token = await signIn(rep, phone);
    const mine = await company.app.api.send("privacy.mine", { headers: headers(token) });
    expect(mine.body).toMatchObject({ devices: [{ name: "iPhone 13 · iOS 17.4", isThis: true }] });
  });

  it("are kept without what a phone calls itself by", async () => {
    await signIn(rep, phone);
    expect(JSON.stringify([await stored("devices"), await stored("sessions")])).not.toContain(phone);
  });

  it("are forgotten at night when nobody has signed in there for 90 days", async () => {
    await signIn(rep, phone);
    company.app.clock.advance({ days: 1 });
    await signIn(rep, tablet);
    const { deps } = company.app;
    const slot = { at: new Date("2026-06-25T02:27:00+08:00"), runId: "erase-devices@1" };
    expect(await eraseDevices(deps, slot, auditInsert(deps.realNow))).toBe(1);
    expect(await eraseDevices(deps, slot, auditInsert(deps.realNow))).toBe(0);
    expect(await stored("devices")).toHaveLength(1);
  });
});

describe("a device on which somebody signs in for the first time", () => {
  it("is told of once, to the person alone", async () => {
    await signIn(rep, phone);
    await signIn(rep, tablet, "iPad · iPadOS 17");
    await signIn(rep, tablet, "iPad · iPadOS 17");
    expect(await messages()).toMatchObject([{ receiverId: rep.memberId, params: { name: "iPad · iPadOS 17" } }]);
  });

  it("is not told of where it is the only one", async () => {
    await signIn(rep, phone);
    expect(await messages()).toEqual([]);
  });

  it("says in its message what to do where it was somebody else", async () => {
    await signIn(rep, phone);
    await signIn(rep, tablet, "iPad · iPadOS 17");
    await company.workAll();
    const { items } = await company.as(rep).call("notices.list", {});
    expect(items[0]).toMatchObject({ title: "新设备登录 · iPad · iPadOS 17 · 企业微信小程序" });
    expect(JSON.stringify(items[0])).toContain("不是我");
  });

  it("is one device where it signs in twice at the same moment", async () => {
    await signIn(rep, phone);
    await Promise.all([signIn(rep, tablet), signIn(rep, tablet)]);
    expect(await stored("devices")).toHaveLength(2);
    expect(await messages()).toHaveLength(1);
  });
});

describe("taking a device off the list", () => {
  it("ends what is signed in there, and nothing else", async () => {
    const [mine, other, first] = [await signIn(rep, phone), await signIn(colleague, tablet), await signIn(rep, tablet)];
    const second = await signIn(rep, tablet);
    expect((await remove(mine, await idOf(first))).body).toEqual({ sessionsEnded: 2 });
    expect(await Promise.all([first, second, mine, other].map(isIn))).toEqual([false, false, true, true]);
    expect((await listOf(mine)).items).toHaveLength(1);
  });

  it("is done once, however often the tap arrives", async () => {
    const [mine, other] = [await signIn(rep, phone), await signIn(rep, tablet)];
    const [deviceId, commandId] = [await idOf(other), company.newId()];
    await remove(mine, deviceId, { commandId });
    expect((await remove(mine, deviceId, { commandId })).body).toEqual({ sessionsEnded: 1 });
    expect(await stored("auditEntries", { action: "device.remove" })).toMatchObject([
      { detail: { isMine: false, sessionsEnded: 1 } },
    ]);
  });

  it("takes nothing off a colleague's list", async () => {
    const [mine, other] = [await signIn(rep, phone), await signIn(colleague, tablet)];
    expect((await remove(mine, await idOf(other))).body).toEqual({ sessionsEnded: 0 });
    expect((await listOf(other)).items).toHaveLength(1);
    expect(await isIn(other)).toBe(true);
  });

  it("makes it a new one when somebody signs in there again", async () => {
    const [mine, other] = [await signIn(rep, phone), await signIn(rep, tablet)];
    await remove(mine, await idOf(other));
    company.app.clock.advance({ minutes: 5 });
    await signIn(rep, tablet);
    expect(await messages()).toHaveLength(2);
  });
});

describe("the name of a browser", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36", "Chrome · Windows"],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0", "Edge · Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1 Version/17.4 Safari/604.1",
      "Safari · iOS",
    ],
    ["Mozilla/5.0 (Linux; Android 13; V2183A) AppleWebKit/537.36 Chrome/107.0 Mobile wxwork/4.1.22", "WeCom · Android"],
    ["curl/8.5.0", null],
  ])("is what its owner calls it: %s", (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
