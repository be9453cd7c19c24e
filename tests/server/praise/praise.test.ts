import { randomUUID } from "node:crypto";
import type { AnswerOf, SaleView } from "@shared/contracts";
import { listDead, resendDead } from "../../../server/outbox";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { stored } from "../../support/testDatabase";

const wan = 1_000_000;
const team1 = "华南直销一队";

let world: DemoWorld;
let sale: SaleView;
beforeEach(async () => {
  world = await startDemoWorld({ now: "2026-03-26T16:05:00+08:00" });
  sale = await world.sale("xiaowang", "c-haiyue", 10 * wan);
  await world.workDue();
});

const give = (
  memberId: string,
  way: "group" | "private",
  commandId: string = randomUUID(),
  publicPraise: "yes" | "ask" | "no" = "yes",
) => world.as(memberId).call("praise.give", { saleId: sale.saleId }, { commandId, way, publicPraise });
const read = (memberId: string): Promise<AnswerOf<"praise.read">> =>
  world.as(memberId).call("praise.read", { saleId: sale.saleId });
const choose = async (publicPraise: "yes" | "ask" | "no") => {
  const { revision } = (await world.app.me("xiaowang")).member;
  await world.as("xiaowang").call("me.setPublicPraise", {}, { commandId: randomUUID(), revision, publicPraise });
};
const inGroup = () => world.app.wecom.robot(team1).sentences.filter((sentence) => sentence.includes("表扬"));
const toRep = () => world.app.wecom.member("xiaowang").sentences;

describe("praise for a confirmed sale", () => {
  it("is offered to its leader with the words as the group will read them", async () => {
    expect(await read("chenhao")).toEqual({
      repName: "小王",
      publicPraise: "yes",
      group: { unitName: team1, text: "陈浩 表扬 小王：10万元订单，辛苦了！" },
      said: { group: null, private: null },
    });
  });

  it("goes to the group once for one tap, and whoever comes later hears who was first", async () => {
    const commandId = randomUUID();
    const [first, same] = await Promise.all([give("chenhao", "group", commandId), give("chenhao", "group", commandId)]);
    expect(same).toEqual(first);
    expect(first.said.group).toEqual({ byName: "陈浩", at: "2026-03-26T08:05:00.000Z", state: "waiting" });
    await world.workDue();
    expect((await give("chenhao", "group")).said.group).toMatchObject({ byName: "陈浩", state: "sent" });
    await world.workDue();
    expect(inGroup().map((text) => text.split("\n")[0])).toEqual(["陈浩 表扬 小王：10万元订单，辛苦了！"]);
    expect(await stored("auditEntries", { action: "praise.group" })).toMatchObject([
      { actor: { kind: "member", id: "chenhao" }, subject: "member:xiaowang", detail: { saleId: sale.saleId } },
    ]);
  });

  it("of two taps at once with ids of their own is said once", async () => {
    const answers = await Promise.all([give("chenhao", "group"), give("chenhao", "group"), give("chenhao", "group")]);
    await world.workDue();
    expect(answers.map(({ said }) => said.group?.byName)).toEqual(["陈浩", "陈浩", "陈浩"]);
    expect(inGroup()).toHaveLength(1);
    expect(await stored("auditEntries", { action: "praise.group" })).toHaveLength(1);
  });

  it("in private reaches the rep alone", async () => {
    await give("chenhao", "private");
    await world.workDue();
    expect(toRep().at(-1)).toBe("10万元订单，辛苦了！");
    expect(world.app.wecom.member("xiaowang").messages.at(-1)?.content).toMatchObject({
      main_title: { title: "陈浩谢谢你", desc: "海岳机械 · 3月26日" },
    });
    expect(inGroup()).toEqual([]);
    expect((await read("chenhao")).said).toMatchObject({ group: null, private: { byName: "陈浩", state: "sent" } });
  });

  it("in the group is refused where the rep does not want it, in private it is welcome", async () => {
    await choose("no");
    await expect(give("chenhao", "group")).rejects.toMatchObject({ status: 422, code: "praise.notWanted" });
    await give("chenhao", "private");
    await world.workDue();
    expect(inGroup()).toEqual([]);
    expect((await read("chenhao")).said.group).toBeNull();
  });

  it("is not said when the rep has changed their mind before it went out", async () => {
    world.app.clock.set("2026-03-26T21:00:00+08:00");
    await give("chenhao", "group");
    await world.workDue();
    expect(inGroup()).toEqual([]);
    await choose("no");
    world.app.clock.set("2026-03-27T09:05:00+08:00");
    await world.workDue();
    expect(inGroup()).toEqual([]);
    expect((await read("chenhao")).said.group).toBeNull();
  });

  it("is not said on a choice that the leader has not seen", async () => {
    await choose("ask");
    await expect(give("chenhao", "group")).rejects.toMatchObject({ status: 409, code: "stale" });
    expect((await give("chenhao", "group", randomUUID(), "ask")).said.group?.state).toBe("waiting");
    await world.workDue();
    expect(inGroup()).toHaveLength(1);
  });

  it("waits for nobody's no: asked for while it waits, it is not said either", async () => {
    world.app.clock.set("2026-03-26T21:00:00+08:00");
    await give("chenhao", "group");
    await choose("ask");
    world.app.clock.set("2026-03-27T09:05:00+08:00");
    await world.workDue();
    expect(inGroup()).toEqual([]);
  });

  it("can be given again where it was not said, in the words of who gives it then", async () => {
    world.app.clock.set("2026-03-26T21:00:00+08:00");
    await give("chenhao", "group");
    await choose("no");
    world.app.clock.set("2026-03-27T09:05:00+08:00");
    await world.workDue();
    await choose("yes");
    await give("chenhao", "group");
    await world.workDue();
    expect(inGroup()).toHaveLength(1);
    expect((await read("chenhao")).said.group).toMatchObject({ at: "2026-03-27T01:05:00.000Z", state: "sent" });
  });

  it("can be given again once a robot that was gone is back", async () => {
    world.app.wecom.failNext({ path: "webhook/send", errcode: 93004 });
    await give("chenhao", "group");
    await world.workDue();
    expect((await read("chenhao")).said.group).toBeNull();
    await give("chenhao", "group");
    await world.workDue();
    expect(inGroup()).toHaveLength(1);
    expect((await read("chenhao")).said.group?.state).toBe("sent");
  });

  it("from the third within ten minutes on is gathered, and each stands in it once", async () => {
    const sales = [sale];
    for (let more = 0; more < 4; more += 1) sales.push(await world.sale("xiaowang", "c-haiyue", (more + 1) * wan));
    await world.workDue();
    for (sale of sales) {
      await give("chenhao", "group");
      world.app.clock.advance({ minutes: 1 });
    }
    await world.workDue();
    world.app.clock.advance({ minutes: 11 });
    world.app.passRealTime({ seconds: 63 });
    await world.workDue();
    const gathered = world.app.wecom.robot(team1).sentences.filter((text) => text.startsWith("**又有"));
    expect(gathered.map((text) => text.split("\n").slice(0, 4))).toEqual([
      [
        "**又有 3 单得到表扬**",
        "> 16:07 陈浩 表扬 小王：2万元订单，辛苦了！",
        "> 16:08 陈浩 表扬 小王：3万元订单，辛苦了！",
        "> 16:09 陈浩 表扬 小王：4万元订单，辛苦了！",
      ],
    ]);
    expect((await read("chenhao")).said.group?.state).toBe("sent");
  });

  it("that was refused in a digest can be given again, and the digest that is sent again later leaves it out", async () => {
    const sales = [sale];
    for (let more = 0; more < 3; more += 1) sales.push(await world.sale("xiaowang", "c-haiyue", (more + 1) * wan));
    await world.workDue();
    for (sale of sales) await give("chenhao", "group");
    await world.workDue();
    world.app.clock.advance({ minutes: 11 });
    world.app.passRealTime({ seconds: 63 });
    // The digest of the wins and that of the praise.
    world.app.wecom.failNext({ path: "webhook/send", errcode: 93004, times: 2 });
    await world.workDue();
    expect((await read("chenhao")).said.group).toBeNull();

    await give("chenhao", "group");
    world.app.passRealTime({ seconds: 63 });
    await world.workDue();
    expect((await read("chenhao")).said.group?.state).toBe("sent");
    for (const { deliveryId } of await listDead()) await resendDead(deliveryId, world.app.deps.realNow());
    await world.workDue();
    const all = inGroup().join("\n");
    for (const amount of ["10万元", "1万元", "2万元", "3万元"]) {
      expect([amount, all.split(`小王：${amount}订单`).length - 1]).toEqual([amount, 1]);
    }
  });

  it("in private beyond the day's share stands in the rep's list, and says so", async () => {
    for (let more = 0; more < 7; more += 1) {
      sale = await world.sale("xiaowang", "c-haiyue", (more + 1) * wan);
      await give("chenhao", "private");
    }
    await world.workDue();
    expect(toRep().filter((text) => text.endsWith("辛苦了！"))).toHaveLength(6);
    expect((await read("chenhao")).said.private?.state).toBe("sent");
  });

  it("is not for who does not lead its team", async () => {
    for (const who of ["xiaowang", "zhangsan", "zhaojing", "linjing", "zhoumin"]) {
      const refusal = { status: 403, code: "right.missing" };
      await expect(give(who, "group")).rejects.toMatchObject(refusal);
      await expect(read(who)).rejects.toMatchObject(refusal);
    }
    expect(await stored("notices", { kind: "praise_group" })).toEqual([]);
  });

  it("is for confirmed sales only, and for sales that there are", async () => {
    sale = await world.submitSale("xiaowang", "c-haiyue", wan);
    await expect(give("chenhao", "group")).rejects.toMatchObject({ status: 409, code: "sale.notConfirmed" });
    sale = { ...sale, saleId: randomUUID() };
    await expect(give("chenhao", "group")).rejects.toMatchObject({ status: 404, code: "sale.unknown" });
  });

  it("says so where the team's group has no robot", async () => {
    world = await startDemoWorld({ now: "2026-03-26T16:05:00+08:00", settings: { WECOM_ROBOTS: "{}" } });
    sale = await world.sale("xiaowang", "c-haiyue", 10 * wan);
    expect((await read("chenhao")).group).toBeNull();
    await expect(give("chenhao", "group")).rejects.toMatchObject({ status: 422, code: "praise.noGroup" });
  });

  it("is offered to its leaders alone", async () => {
    const readSale = async (memberId: string) =>
      (await world.as(memberId).call("sales.read", { saleId: sale.saleId })).sale;
    expect((await readSale("chenhao")).mayPraise).toBe(true);
    expect((await readSale("xiaowang")).mayPraise).toBe(false);
    expect((await readSale("linjing")).mayPraise).toBe(false);
  });
});

describe("a win in the group", () => {
  it.each([
    ["yes", "<@xiaowang> 签下一家设备制造客户"],
    ["ask", "组里有人签下一家设备制造客户"],
    ["no", "组里有人签下一家设备制造客户"],
  ] as const)("names a rep who has said %s as chosen", async (choice, line) => {
    await choose(choice);
    await world.sale("xiaowang", "c-haiyue", 2 * wan);
    await world.workDue();
    expect(world.app.wecom.robot(team1).sentences.at(-1)).toContain(`\n${line}\n`);
  });
});
