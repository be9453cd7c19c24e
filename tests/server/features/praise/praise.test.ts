import { randomUUID } from "node:crypto";
import type { AnswerOf, SaleView } from "@shared/contracts";
import { listDead, resendDead } from "../../../../server/outbox";
import {
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTeam,
  prepare,
  type Company,
  type Customer,
  type Person,
  type Team,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const wan = 1_000_000;
const team1 = "华南直销一队";

const start = prepare(async (company) => {
  const team = await givenTeam(company, {
    name: team1,
    manager: { name: "陈浩" },
    reps: [{ memberId: "li.na", name: "小王" }],
  });
  const { manager } = team;
  const [rep] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械", industry: "设备制造" });
  const other = await givenTeam(company, { reps: [{}] });
  const [stranger] = other.reps;
  return { manager, rep, customer, other, stranger };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
let other: Team;
let stranger: Person;
let sale: SaleView;
beforeEach(async () => {
  ({ company, manager, rep, customer, other, stranger } = await start({ now: "2026-03-26T16:05:00+08:00" }));
  await choose("yes");
  sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan });
  await company.workDue();
});

const give = (
  person: Person,
  way: "group" | "private",
  commandId: string = randomUUID(),
  publicPraise: "yes" | "ask" | "no" = "yes",
) => company.as(person).call("praise.give", { saleId: sale.saleId }, { commandId, way, publicPraise });
const read = (person: Person): Promise<AnswerOf<"praise.read">> =>
  company.as(person).call("praise.read", { saleId: sale.saleId });
const choose = async (publicPraise: "yes" | "ask" | "no") => {
  const { revision } = (await company.app.me(rep.memberId)).member;
  await company.as(rep).call("me.setPublicPraise", {}, { commandId: randomUUID(), revision, publicPraise });
};
const inGroup = () => company.app.wecom.robot(team1).sentences.filter((sentence) => sentence.includes("表扬"));
const toRep = () => company.toldTo(rep);

describe("praise for a confirmed sale", () => {
  it("is offered to its leader with the words as the group will read them", async () => {
    expect(await read(manager)).toEqual({
      repName: "小王",
      publicPraise: "yes",
      group: { unitName: team1, text: "陈浩 表扬 小王：10万元订单，辛苦了！" },
      said: { group: null, private: null, ask: null },
    });
  });

  it("goes to the group once, whoever taps after the first", async () => {
    const commandId = randomUUID();
    const [first, same] = await Promise.all([give(manager, "group", commandId), give(manager, "group", commandId)]);
    expect(same).toEqual(first);
    expect(first.said.group).toEqual({ byName: "陈浩", at: "2026-03-26T08:05:00.000Z", state: "waiting" });
    await company.workDue();
    expect((await give(manager, "group")).said.group).toMatchObject({ byName: "陈浩", state: "sent" });
    await company.workDue();
    expect(inGroup().map((text) => text.split("\n")[0])).toEqual(["陈浩 表扬 小王：10万元订单，辛苦了！"]);
    expect(await stored("auditEntries", { action: "praise.group" })).toMatchObject([
      {
        actor: { kind: "member", id: manager.memberId },
        subject: `member:${rep.memberId}`,
        detail: { saleId: sale.saleId },
      },
    ]);
  });

  it("of two taps at once with ids of their own is said once", async () => {
    const answers = await Promise.all([give(manager, "group"), give(manager, "group"), give(manager, "group")]);
    await company.workDue();
    expect(answers.map(({ said }) => said.group?.byName)).toEqual(["陈浩", "陈浩", "陈浩"]);
    expect(inGroup()).toHaveLength(1);
    expect(await stored("auditEntries", { action: "praise.group" })).toHaveLength(1);
  });

  it("in private reaches the rep alone", async () => {
    await give(manager, "private");
    await company.workDue();
    expect(toRep().at(-1)).toBe("10万元订单，辛苦了！");
    expect(company.app.wecom.member(rep.memberId).messages.at(-1)?.content).toMatchObject({
      main_title: { title: "陈浩谢谢你", desc: "海岳机械 · 3月26日" },
    });
    expect(inGroup()).toEqual([]);
    expect((await read(manager)).said).toMatchObject({ group: null, private: { byName: "陈浩", state: "sent" } });
  });

  it("in the group is refused where the rep does not want it, in private it is welcome", async () => {
    await choose("no");
    await expect(give(manager, "group")).rejects.toMatchObject({ status: 422, code: "praise.notWanted" });
    await give(manager, "private");
    await company.workDue();
    expect(inGroup()).toEqual([]);
    expect((await read(manager)).said.group).toBeNull();
  });

  it("is not said when the rep has changed their mind before it went out", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await give(manager, "group");
    await company.workDue();
    expect(inGroup()).toEqual([]);
    await choose("no");
    company.app.clock.set("2026-03-27T09:05:00+08:00");
    await company.workDue();
    expect(inGroup()).toEqual([]);
    expect((await read(manager)).said.group).toBeNull();
  });

  it("is not said on a choice that the leader has not seen", async () => {
    await choose("ask");
    await expect(give(manager, "group")).rejects.toMatchObject({ status: 409, code: "stale" });
    expect((await give(manager, "group", randomUUID(), "ask")).said.group?.state).toBe("waiting");
    await company.workDue();
    expect(inGroup()).toHaveLength(1);
  });

  it("waits for nobody's no: asked for while it waits, it is not said either", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await give(manager, "group");
    await choose("ask");
    company.app.clock.set("2026-03-27T09:05:00+08:00");
    await company.workDue();
    expect(inGroup()).toEqual([]);
  });

  it("can be given again where it was not said, in the words of who gives it then", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await give(manager, "group");
    await choose("no");
    company.app.clock.set("2026-03-27T09:05:00+08:00");
    await company.workDue();
    await choose("yes");
    await give(manager, "group");
    await company.workDue();
    expect(inGroup()).toHaveLength(1);
    expect((await read(manager)).said.group).toMatchObject({ at: "2026-03-27T01:05:00.000Z", state: "sent" });
  });

  it("can be given again once a robot that was gone is back", async () => {
    company.app.wecom.failNext({ path: "webhook/send", errcode: 93004 });
    await give(manager, "group");
    await company.workDue();
    expect((await read(manager)).said.group).toBeNull();
    await give(manager, "group");
    await company.workDue();
    expect(inGroup()).toHaveLength(1);
    expect((await read(manager)).said.group?.state).toBe("sent");
  });

  it("from the third within ten minutes on is gathered", async () => {
    const sales = [sale];
    for (let more = 0; more < 4; more += 1)
      sales.push(await givenConfirmedSale(company, { rep, customer, amountFen: (more + 1) * wan }));
    await company.workDue();
    for (sale of sales) {
      await give(manager, "group");
      company.app.clock.advance({ minutes: 1 });
    }
    await company.workDue();
    company.app.clock.advance({ minutes: 11 });
    company.app.passRealTime({ seconds: 63 });
    await company.workDue();
    const gathered = company.app.wecom.robot(team1).sentences.filter((text) => text.startsWith("**又有"));
    expect(gathered.map((text) => text.split("\n").slice(0, 4))).toEqual([
      [
        "**又有 3 单得到表扬**",
        "> 16:07 陈浩 表扬 小王：2万元订单，辛苦了！",
        "> 16:08 陈浩 表扬 小王：3万元订单，辛苦了！",
        "> 16:09 陈浩 表扬 小王：4万元订单，辛苦了！",
      ],
    ]);
    expect((await read(manager)).said.group?.state).toBe("sent");
  });

  it("that was refused in a digest and given again is left out when the digest is sent again", async () => {
    const sales = [sale];
    for (let more = 0; more < 3; more += 1)
      sales.push(await givenConfirmedSale(company, { rep, customer, amountFen: (more + 1) * wan }));
    await company.workDue();
    for (sale of sales) await give(manager, "group");
    await company.workDue();
    company.app.clock.advance({ minutes: 11 });
    company.app.passRealTime({ seconds: 63 });
    // The digest of the wins and that of the praise.
    company.app.wecom.failNext({ path: "webhook/send", errcode: 93004, times: 2 });
    await company.workDue();
    expect((await read(manager)).said.group).toBeNull();

    await give(manager, "group");
    company.app.passRealTime({ seconds: 63 });
    await company.workDue();
    expect((await read(manager)).said.group?.state).toBe("sent");
    for (const { deliveryId } of await listDead()) await resendDead(deliveryId, company.app.deps.realNow());
    await company.workDue();
    const all = inGroup().join("\n");
    for (const amount of ["10万元", "1万元", "2万元", "3万元"]) {
      expect([amount, all.split(`小王：${amount}订单`).length - 1]).toEqual([amount, 1]);
    }
  });

  it("in private beyond the day's share stands in the rep's list alone", async () => {
    for (let more = 0; more < 7; more += 1) {
      sale = await givenConfirmedSale(company, { rep, customer, amountFen: (more + 1) * wan });
      await give(manager, "private");
    }
    await company.workDue();
    expect(toRep().filter((text) => text.endsWith("辛苦了！"))).toHaveLength(6);
    expect((await read(manager)).said.private?.state).toBe("sent");
  });

  it("is not for who does not lead its team", async () => {
    for (const who of [rep, stranger, other.manager, company.finance, company.hr]) {
      const refusal = { status: 403, code: "right.missing" };
      await expect(give(who, "group")).rejects.toMatchObject(refusal);
      await expect(read(who)).rejects.toMatchObject(refusal);
    }
    await company.workDue();
    expect(inGroup()).toEqual([]);
  });

  it("is for confirmed sales only", async () => {
    sale = await givenSale(company, { rep, customer, amountFen: wan });
    await expect(give(manager, "group")).rejects.toMatchObject({ status: 409, code: "sale.notConfirmed" });
  });

  it("is for sales that there are", async () => {
    sale = { ...sale, saleId: randomUUID() };
    await expect(give(manager, "group")).rejects.toMatchObject({ status: 404, code: "sale.unknown" });
  });

  it("says so where the team's group has no robot", async () => {
    ({ company } = await start({ now: "2026-03-26T16:05:00+08:00", settings: { WECOM_ROBOTS: "{}" } }));
    sale = await givenConfirmedSale(company, { rep, customer, amountFen: 10 * wan });
    expect((await read(manager)).group).toBeNull();
    await expect(give(manager, "group")).rejects.toMatchObject({ status: 422, code: "praise.noGroup" });
  });

  it("is offered to its leaders alone", async () => {
    const readSale = async (person: Person) =>
      (await company.as(person).call("sales.read", { saleId: sale.saleId })).sale;
    expect((await readSale(manager)).mayPraise).toBe(true);
    expect((await readSale(rep)).mayPraise).toBe(false);
    expect((await readSale(company.finance)).mayPraise).toBe(false);
  });
});

describe("a win in the group", () => {
  it.each([
    ["yes", "<@li.na> 签下一家设备制造客户"],
    ["ask", "组里有人签下一家设备制造客户"],
    ["no", "组里有人签下一家设备制造客户"],
  ] as const)("names a rep who has said %s as chosen", async (choice, line) => {
    await choose(choice);
    await givenConfirmedSale(company, { rep, customer, amountFen: 2 * wan });
    await company.workDue();
    expect(company.app.wecom.robot(team1).sentences.at(-1)).toContain(`\n${line}\n`);
  });
});

it("leaves the name of a rep who has not chosen out of the group, and has the leader ask", async () => {
  const [silent] = other.reps;
  const theirs = await givenCustomer(company, { owner: silent, industry: "设备制造" });
  const won = await givenConfirmedSale(company, { rep: silent, customer: theirs, amountFen: 2 * wan });
  await company.workDue();
  expect(company.app.wecom.robot(other.name).sentences.at(-1)).toContain("组里有人签下一家设备制造客户");
  const { publicPraise } = await company.as(other.manager).call("praise.read", { saleId: won.saleId });
  expect(publicPraise).toBe("ask");
});

describe("praise of a rep who wants to be asked first", () => {
  const ask = () =>
    company
      .as(manager)
      .call("praise.give", { saleId: sale.saleId }, { commandId: randomUUID(), way: "ask", publicPraise: "ask" });
  const question = (person: Person) => company.as(person).call("praise.question", { saleId: sale.saleId });
  const answer = (agrees: boolean, commandId: string = randomUUID()) =>
    company.as(rep).call("praise.answer", { saleId: sale.saleId }, { commandId, agrees });

  beforeEach(async () => {
    await choose("ask");
    await ask();
    await company.workDue();
  });

  it("asks the rep, with the words as the group would read them", async () => {
    expect(toRep().at(-1)).toBe("陈浩想在群里表扬你的10万元订单，可以吗？打开选一下。");
    const text = "陈浩 表扬 小王：10万元订单，辛苦了！";
    expect(await question(rep)).toEqual({ question: { byName: "陈浩", text } });
    expect(inGroup()).toEqual([]);
  });

  it("goes to the group once the rep agrees, however often that arrives", async () => {
    const commandId = randomUUID();
    await answer(true, commandId);
    await answer(true, commandId);
    await company.workDue();
    expect(inGroup().map((text) => text.split("\n")[0])).toEqual(["陈浩 表扬 小王：10万元订单，辛苦了！"]);
    expect((await read(manager)).said.group).toMatchObject({ byName: "陈浩", state: "sent" });
  });

  it("is said in private where the rep prefers that", async () => {
    await answer(false);
    await company.workDue();
    expect(inGroup()).toEqual([]);
    expect(toRep().at(-1)).toBe("10万元订单，辛苦了！");
  });

  it("is answered once", async () => {
    await answer(false);
    await expect(answer(true)).rejects.toMatchObject({ status: 409, code: "praise.notAsked" });
    expect(await question(rep)).toEqual({ question: null });
  });

  /** Business time goes on, as from one working day to the next. */
  const later = async (hours: number) => {
    company.app.clock.advance({ hours });
    await company.workDue();
  };
  const askings = () => company.toldTo(rep).filter((sentence) => sentence.includes("想在群里表扬你的10万元订单"));

  it("is reminded of after a day and after three, and after a week the leader hears that there was no answer", async () => {
    expect(askings()).toHaveLength(1);
    await later(24);
    expect(askings()).toHaveLength(2);
    // Until Monday morning: days off hold what can wait.
    await later(72);
    expect(askings()).toHaveLength(3);
    await later(96);
    expect(askings()).toHaveLength(3);
    expect(company.toldTo(manager).filter((sentence) => sentence.includes("没有答复"))).toHaveLength(1);
    expect(inGroup()).toEqual([]);
    await expect(answer(true)).rejects.toMatchObject({ code: "praise.notAsked" });
  });

  it("is not reminded of once it is answered", async () => {
    await answer(false);
    await later(24 * 8);
    expect(askings()).toHaveLength(1);
    expect(company.toldTo(manager).filter((sentence) => sentence.includes("没有答复"))).toEqual([]);
  });

  it("asks nobody else", async () => {
    await expect(question(manager)).rejects.toMatchObject({ code: "right.missing" });
  });
});

describe("what the leader is told of a won order", () => {
  const proposal = async () => {
    await givenConfirmedSale(company, { rep, customer, amountFen: 20 * wan, confirmedBy: company.finance });
    await company.workDue();
    return company.toldTo(manager).at(-1);
  };

  it.each([
    ["yes", "小王完成20万元订单,建议给予公开表扬。"],
    ["ask", "小王完成20万元订单，想在群里表扬的话，先问一声。"],
    ["no", "小王完成20万元订单，建议私下说声谢谢。"],
  ] as const)("goes by the rep's wish: %s", async (wish, told) => {
    await choose(wish);
    expect(await proposal()).toBe(told);
  });
});
