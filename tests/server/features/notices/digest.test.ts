import { stored } from "../../../support/testDatabase";
import { givenNotices } from "./givenNotices";

const wan = 1_000_000;
const own = (told: string[]) => told.filter((text) => text.startsWith("**签单"));
const digests = (told: string[]) => told.filter((text) => text.startsWith("**又签"));

describe("many wins of a group", () => {
  it("are gathered from the third within ten minutes on", async () => {
    const { app, confirmed, work, group, world } = await givenNotices();
    world.person("wanglei", { publicPraise: "no" });
    await confirmed({ amountFen: 10 * wan });
    await work();
    app.clock.advance({ minutes: 4 });
    await confirmed({ amountFen: 2 * wan });
    await work();
    app.clock.advance({ minutes: 4 });
    await confirmed({ amountFen: 3 * wan });
    await confirmed({ amountFen: 12_345_67, repId: "wanglei", customerId: "c-other" });
    await work();
    expect(group()).toHaveLength(2);

    app.clock.advance({ minutes: 1 });
    await work();
    expect(group()).toHaveLength(2);
    app.clock.advance({ minutes: 1 });
    await work();
    const link = `${app.baseUrl}/#/pages/tabs/home/index?notice=sale-3%3Agroup%3Adigest`;
    expect(group()[2]).toBe(
      [
        '**又签 2 单，共 <font color="info">42,345.67元</font>**',
        "> 16:13 小王 3万元，设备制造客户",
        "> 16:13 组里有人 12,345.67元",
        '> 华南直销一队本月 **163.2万 / 240万**，<font color="info">68%</font>',
        `[看团队进度](${link})`,
      ].join("\n"),
    );
    const states = await stored("notices", { kind: "sale_win_group" });
    expect(states.map(({ state }) => String(state))).toEqual(["sent", "sent", "sent", "sent"]);
  });

  it("are told one by one again when the rush is over", async () => {
    const { app, confirmed, work, group } = await givenNotices();
    for (let sales = 0; sales < 3; sales += 1) await confirmed();
    await work();
    app.clock.advance({ minutes: 10 });
    await work();
    expect([own(group()).length, digests(group()).length]).toEqual([2, 1]);
    app.clock.advance({ minutes: 1 });
    await confirmed();
    await work();
    expect(own(group())).toHaveLength(3);
  });

  it("name each sale once, in as few messages as they fit into", async () => {
    const { app, confirmed, work, group, world } = await givenNotices();
    world.leaders.clear();
    world.person("xiaowang", { name: "名字很长的同事".repeat(6) });
    // Amounts tell the sales apart: 10,001 yuan, 10,002 yuan and so on.
    const amounts = Array.from({ length: 40 }, (_, index) => `10,0${String(index + 1).padStart(2, "0")}元`);
    for (const amount of amounts) await confirmed({ amountFen: Number(amount.replace(/\D/g, "")) * 100 });
    await work();
    app.clock.advance({ minutes: 10 });
    await work();
    const all = group();
    expect(own(all)).toHaveLength(2);
    expect(digests(all).length).toBe(2);
    for (const text of all) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_096);
    const lines = all.flatMap((text) => text.split("\n").filter((line) => /^(\*\*签单|> \d\d:\d\d)/.test(line)));
    for (const amount of amounts) expect(lines.filter((line) => line.includes(amount))).toHaveLength(1);
  });

  it("go out with the digest even when its answer is lost, named as unknown together with it", async () => {
    const { app, confirmed, work, history } = await givenNotices();
    for (let sales = 0; sales < 3; sales += 1) await confirmed();
    await work();
    app.clock.advance({ minutes: 10 });
    app.wecom.failNext({ path: "webhook/send", cut: "before" });
    await work(60_000);
    expect((await history("sale-3:group:digest")).at(-1)).toMatch(/^unknown: the answer was lost/);
    expect((await history("sale-3:group")).at(-1)).toMatch(/^unknown: in sale-3:group:digest: the answer was lost/);
  });

  it("go out once, though the robot was busy twice", async () => {
    const { app, confirmed, work, group } = await givenNotices();
    for (let sales = 0; sales < 4; sales += 1) await confirmed();
    await work();
    app.clock.advance({ minutes: 10 });
    app.wecom.failNext({ path: "webhook/send", errcode: -1 });
    app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
    await work(120_000);
    expect([own(group()).length, digests(group()).length]).toEqual([2, 1]);
    expect((await stored("notices", { state: "sent", channel: "robot" })).length).toBe(5);
  });

  it("wait for the morning together when they were won at night", async () => {
    const { app, confirmed, work, group } = await givenNotices({ now: "2026-03-26T22:00:00+08:00" });
    for (let sales = 0; sales < 4; sales += 1) await confirmed();
    await work();
    expect(group()).toEqual([]);
    app.clock.set("2026-03-27T08:01:00+08:00");
    await work();
    app.clock.advance({ minutes: 10 });
    await work();
    expect([own(group()).length, digests(group()).length]).toEqual([2, 1]);
  });

  it("are not lost when the demo's clock is set back in between", async () => {
    const { app, confirmed, work, group } = await givenNotices();
    for (let sales = 0; sales < 3; sales += 1) await confirmed();
    await work();
    app.clock.set("2026-03-26T09:05:00+08:00");
    await confirmed();
    await work();
    expect(own(group())).toHaveLength(3);
    app.clock.set("2026-03-26T17:05:00+08:00");
    await work();
    expect(digests(group())).toHaveLength(1);
  });
});
