import { stored } from "../../../support/testDatabase";
import { givenNotices } from "./givenNotices";

/*
 * Between the wish to say something and its arrival things change: WeCom refuses or is not there, people choose anew, sales
 * come and go. What is said is what is so then.
 */
const wan = 1_000_000;

describe("a WeCom that cannot be reached", () => {
  it("is waited for through hours", async () => {
    const { app, confirmed, work } = await givenNotices({ settings: { WECOM_API_URL: "http://127.0.0.1:1" } });
    await confirmed();
    // Through at least one midnight, at whatever hour this runs.
    for (let tries = 0; tries < 60; tries += 1) {
      await work();
      app.passRealTime({ seconds: 1_500 });
    }
    expect(await stored("events", { state: "dead" })).toEqual([]);
    expect((await stored("notices")).map(({ state }) => String(state))).toEqual(["pending", "pending", "pending"]);
    // Nor has the waiting used up the day's quota: one block a day for each of the two members.
    const quotas = (await stored("dayQuotas")).map(({ reserved }) => Number(reserved));
    expect([...new Set(quotas)]).toEqual([20]);
  }, 60_000);
});

describe("what WeCom has refused", () => {
  it("names nobody who has said no since", async () => {
    const { app, confirmed, work, group, world } = await givenNotices();
    app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
    await confirmed();
    await work();
    world.person("xiaowang", { publicPraise: "no" });
    app.passRealTime({ seconds: 61 });
    await work();
    expect(group().map((text) => text.split("\n")[1])).toEqual(["组里有人签下一家设备制造客户"]);
  });

  it("counts one call to who still agrees", async () => {
    const { app, confirmed, work, group } = await givenNotices();
    app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
    await confirmed();
    await work();
    app.passRealTime({ seconds: 61 });
    await work();
    expect(group()[0]).toContain("<@xiaowang> 签下");
    expect(await stored("sendCounts", { _id: "robot:u3" })).toMatchObject([{ counts: { calls: { count: 1 } } }]);
  });

  it("keeps every order of a digest without the name of who has said no since", async () => {
    const { app, confirmed, work, group, world } = await givenNotices();
    for (let sales = 0; sales < 4; sales += 1) await confirmed({ amountFen: (3 + sales) * wan });
    await work();
    app.clock.advance({ minutes: 10 });
    app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
    await work();
    world.person("xiaowang", { publicPraise: "ask" });
    app.passRealTime({ seconds: 61 });
    await work();
    expect(group().at(-1)?.split("\n").slice(0, 3)).toEqual([
      '**又签 2 单，共 <font color="info">11万元</font>**',
      "> 16:05 组里有人 5万元，设备制造客户",
      "> 16:05 组里有人 6万元，设备制造客户",
    ]);
  });

  it("shows in the member's list what was sent in the end", async () => {
    const { app, confirmed, work, world, notice } = await givenNotices();
    app.wecom.failNext({ path: "message/send", errcode: 45009 });
    await confirmed({ confirmedById: "linjing" });
    await work();
    world.team("u3", { doneFen: 200 * wan });
    app.passRealTime({ seconds: 61 });
    await work();
    const told = await notice("sale-1:rep");
    expect(told.state).toBe("sent");
    expect(JSON.stringify(told.shown)).toContain("200万 / 240万");
  });
});

it("says the same bytes where an earlier try may have arrived, whatever has changed", async () => {
  const { app, confirmed, work, sentences, world } = await givenNotices();
  app.wecom.failNext({ path: "message/send", cut: "after" });
  app.wecom.failNext({ path: "message/send", errcode: 45009, after: 0 });
  await confirmed();
  await work();
  world.team("u3", { doneFen: 200 * wan });
  app.passRealTime({ seconds: 120 });
  await work(60_000);
  expect(sentences("xiaowang")).toHaveLength(1);
  expect(JSON.stringify(app.wecom.member("xiaowang").messages)).toContain("163.2万 / 240万");
});

it("does not say twice what may have arrived, when WeCom is back after its duplicate check has forgotten", async () => {
  const { app, confirmed, work, sentences, notice } = await givenNotices();
  app.wecom.failNext({ path: "message/send", cut: "after" });
  await confirmed({ confirmedById: "chenhao" });
  await work();
  const first = sentences("xiaowang").length === 1 ? "sale-1:rep" : "sale-1:manager:chenhao";
  app.wecom.failNext({ path: "message/send", errcode: -1 });
  app.passRealTime({ seconds: 3 });
  await work();
  app.passRealTime({ hours: 4 });
  await work();
  expect(sentences("xiaowang")).toHaveLength(1);
  expect(sentences("chenhao")).toHaveLength(1);
  expect((await notice(first)).state).toBe("unknown");
});

it("repeats unseen what WeCom had refused for hours before an answer was lost", async () => {
  const { app, confirmed, work, sentences, notice } = await givenNotices();
  app.wecom.failNext({ path: "message/send", errcode: 45009, times: 2 });
  await confirmed();
  await work();
  expect([sentences("xiaowang"), sentences("chenhao")]).toEqual([[], []]);
  app.passRealTime({ hours: 4 });
  app.wecom.failNext({ path: "message/send", cut: "after" });
  await work(60_000);
  expect([sentences("xiaowang"), sentences("chenhao")].map((told) => told.length)).toEqual([1, 1]);
  expect(
    [await notice("sale-1:rep"), await notice("sale-1:manager:chenhao")].map(({ state }) => String(state)),
  ).toEqual(["sent", "sent"]);
});

it("does not tell the group again what may have arrived before its team caught up", async () => {
  const { app, remind, work, group, world } = await givenNotices();
  world.teams.delete("u4");
  world.team("u3", { doneFen: 163.2 * wan });
  app.wecom.failNext({ path: "webhook/send", cut: "after" });
  await remind();
  await work();
  world.team("u3", { doneFen: 230 * wan });
  app.passRealTime({ seconds: 3 });
  await work();
  world.team("u3", { doneFen: 150 * wan });
  await remind();
  await work();
  expect(group()).toHaveLength(1);
});

it("tells the group anew when it falls behind again, with the figures of then", async () => {
  const { app, remind, work, group, world } = await givenNotices();
  world.teams.delete("u4");
  world.team("u3", { doneFen: 163.2 * wan });
  app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
  await remind();
  await work();
  world.team("u3", { doneFen: 230 * wan });
  app.passRealTime({ seconds: 61 });
  await work();
  expect(group()).toEqual([]);
  world.team("u3", { doneFen: 150 * wan });
  await remind();
  await work();
  expect(group()).toHaveLength(1);
  expect(group()[0]).toContain("**150万 / 240万**");
});

describe("a message that is read later", () => {
  it("names the month that it speaks of", async () => {
    const { app, confirmed, work, group } = await givenNotices({ now: "2026-03-31T21:30:00+08:00" });
    await confirmed();
    await work();
    expect(app.wecom.member("xiaowang").messages[0]?.content).toMatchObject({
      horizontal_content_list: [{ keyname: "本月销售" }, {}],
    });
    app.clock.set("2026-04-01T08:01:00+08:00");
    await work();
    expect(group()[0]).toContain("> 华南直销一队3月 **163.2万 / 240万**");
  });

  it("has a line for each month, with the day of what is of another one", async () => {
    const { app, confirmed, work, group } = await givenNotices({ now: "2026-03-31T21:30:00+08:00" });
    for (let sales = 0; sales < 3; sales += 1) await confirmed();
    await work();
    app.clock.set("2026-04-01T08:01:00+08:00");
    await work();
    await confirmed({ period: "2026-04", amountFen: 7 * wan });
    await work();
    app.clock.advance({ minutes: 10 });
    await work();
    expect(group().at(-1)?.split("\n").slice(1, 5)).toEqual([
      "> 3月31日 21:30 小王 10万元，设备制造客户",
      "> 08:01 小王 7万元，设备制造客户",
      '> 华南直销一队3月 **163.2万 / 240万**，<font color="info">68%</font>',
      '> 华南直销一队本月 **163.2万 / 240万**，<font color="info">68%</font>',
    ]);
  });
});
