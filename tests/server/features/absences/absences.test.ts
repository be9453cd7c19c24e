import { randomUUID } from "node:crypto";
import type { BodyOf, SaleView } from "@shared/contracts";
import { remindApprovers, remindMonthEnd } from "../../../../server/features/approvals";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenSale,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const other = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  return {
    teamId: team.unitId,
    manager: team.manager,
    deputy: other.manager,
    rep,
    stranger: other.reps[0],
    customer: await givenCustomer(company, { owner: rep }),
  };
});

let company: Company;
let teamId: string;
let manager: Person;
let deputy: Person;
let rep: Person;
let stranger: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, teamId, manager, deputy, rep, stranger, customer } = await start());
});

type Absence = BodyOf<"absences.set">["absence"];

const note = async (absence: Absence, by = manager) => {
  const { revision } = await company.as(by).call("absences.read");
  return company.as(by).send("absences.set", { body: { commandId: randomUUID(), revision, absence } });
};
const today = "2026-03-26";
const away = (more: Partial<NonNullable<Absence>> = {}) => ({
  from: today,
  to: today,
  deputyId: deputy.memberId,
  ...more,
});
const decide = (by: Person, { saleId, revision }: SaleView) =>
  company.as(by).send("sales.confirm", { params: { saleId }, body: { commandId: randomUUID(), revision } });
const waitingFor = async (person: Person) =>
  (await company.as(person).call("todos.mine")).items.map(({ subjectId }) => subjectId);
const remind = async () => {
  await remindApprovers({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
  await company.workAll();
};
const isAsked = (person: Person) => company.toldTo(person).some((sentence) => /等你确认|已经在等/.test(sentence));
const toldOfAll = (person: Person) => company.toldTo(person).filter((sentence) => sentence.includes("已经在等"));

describe("while a leader is away", () => {
  it("the deputy reads in whose place they are asked", async () => {
    await note(away());
    await givenSale(company, { rep, customer });
    await company.workAll();
    expect(company.toldTo(deputy).filter((sentence) => sentence.includes("等你确认"))).toEqual([
      expect.stringMatching(new RegExp(`^代${manager.name}：`)),
    ]);
  });

  it("the deputy is asked in their place, and not the leader", async () => {
    await note(away());
    await givenSale(company, { rep, customer });
    await company.workAll();
    expect([isAsked(deputy), isAsked(manager)]).toEqual([true, false]);
  });

  it("the deputy's list says in whose place each is decided, and nobody's of their own", async () => {
    await note(away());
    const ofTeam = await givenSale(company, { rep, customer });
    const own = await givenSale(company, {
      rep: stranger,
      customer: await givenCustomer(company, { owner: stranger }),
    });
    const { items } = await company.as(deputy).call("todos.mine");
    expect(items.map(({ subjectId, insteadOfNames }) => [subjectId, insteadOfNames])).toEqual([
      [ofTeam.saleId, [manager.name]],
      [own.saleId, []],
    ]);
  });

  it("whoever waits reads in whose place the deputy decides", async () => {
    await note(away({ to: "2026-03-31" }));
    await givenSale(company, { rep, customer });
    company.app.clock.set("2026-03-30T10:00:00+08:00");
    await remind();
    expect(company.toldTo(rep)).toEqual([expect.stringContaining(`还在等${deputy.name}（代${manager.name}）。`)]);
  });

  it("whose sale waits at the month's end reads in whose place the deputy decides", async () => {
    await note(away({ to: "2026-03-31" }));
    await givenSale(company, { rep, customer });
    company.app.clock.set("2026-03-31T09:08:00+08:00");
    await remindMonthEnd({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([expect.stringContaining(`还在等${deputy.name}（代${manager.name}）确认`)]);
  });

  it("what waits already comes to the deputy", async () => {
    const { saleId } = await givenSale(company, { rep, customer });
    await note(away());
    await remind();
    expect([isAsked(deputy), await waitingFor(deputy), await waitingFor(manager)]).toEqual([true, [saleId], []]);
  });

  describe("of what waits already the deputy is told", () => {
    const twoWait = async () => {
      await givenSale(company, { rep, customer });
      await givenSale(company, { rep, customer, amountFen: 7_000_000 });
      await company.workAll();
    };

    it("at once where they are named for today, in one message with its count", async () => {
      await twoWait();
      await note(away());
      await company.workAll();
      await remind();
      expect(company.toldTo(deputy).filter((said) => /等你确认|已经在等/.test(said))).toEqual([
        `${manager.name}3月26日不在，由你代为审批。有 2 项已经在等，点开逐个决定。`,
      ]);
    });

    it("at once where they are named for today, and by no second message that they are", async () => {
      await twoWait();
      await note(away());
      await company.workAll();
      await remind();
      expect(company.toldTo(deputy)).toHaveLength(1);
    });

    it("once, where the last day is put off: the second message says that day alone", async () => {
      await twoWait();
      await note(away());
      await company.workAll();
      await note(away({ to: "2026-03-27" }));
      await company.workAll();
      expect(company.toldTo(deputy)).toEqual([
        `${manager.name}3月26日不在，由你代为审批。有 2 项已经在等，点开逐个决定。`,
        `${manager.name}3月26日至3月27日不在，由你代为审批。要你处理的会发消息给你，也在「审批」里。`,
      ]);
    });

    it("with the last day that holds, where it was put off before they could read it", async () => {
      await twoWait();
      await note(away());
      await note(away({ to: "2026-03-27" }));
      await company.workAll();
      expect(company.toldTo(deputy)[0]).toBe(
        `${manager.name}3月26日至3月27日不在，由你代为审批。有 2 项已经在等，点开逐个决定。`,
      );
    });

    it("on the first day of days to come, and not before", async () => {
      await twoWait();
      await note(away({ from: "2026-03-27", to: "2026-03-30" }));
      await remind();
      expect(toldOfAll(deputy)).toEqual([]);
      company.app.clock.set("2026-03-27T08:10:00+08:00");
      company.app.passRealTime({ hours: 22 });
      await remind();
      expect(toldOfAll(deputy)).toHaveLength(1);
    });

    it("once, however often the clock says it, at two processes at a time", async () => {
      await twoWait();
      await note(away({ from: "2026-03-27", to: "2026-03-30" }));
      company.app.clock.set("2026-03-27T08:10:00+08:00");
      company.app.passRealTime({ hours: 22 });
      await Promise.all([remind(), remind()]);
      company.app.clock.set("2026-03-27T09:10:00+08:00");
      await remind();
      expect(toldOfAll(deputy)).toHaveLength(1);
    });

    it("and asked about a place whose pin has come since midnight, which stands in no list of theirs", async () => {
      await twoWait();
      await note(away({ from: "2026-03-27", to: "2026-03-30" }));
      company.app.clock.set("2026-03-27T07:50:00+08:00");
      await givenConsent(company, rep);
      const { latDeg, lngDeg } = customer.site.pin;
      const body = { commandId: randomUUID(), pin: { latDeg: latDeg + 0.003, lngDeg }, accuracyM: 15, note: "搬了" };
      await company.as(rep).call("pins.propose", { customerId: customer.customerId, siteId: "s1" }, body);
      company.app.clock.set("2026-03-27T08:10:00+08:00");
      company.app.passRealTime({ hours: 22 });
      await remind();
      expect(toldOfAll(deputy)).toHaveLength(1);
      expect(company.toldTo(deputy).filter((said) => said.includes("定位点等你确认"))).toHaveLength(1);
    });

    it("and reminded of each of it as everybody is, days later", async () => {
      await twoWait();
      await note(away({ from: today, to: "2026-03-30" }));
      await company.workAll();
      company.app.clock.set("2026-03-27T16:10:00+08:00");
      company.app.passRealTime({ hours: 24 });
      await remind();
      expect(company.toldTo(deputy).filter((said) => said.includes("还没有人确认"))).toHaveLength(2);
    });

    it("not at all where nothing waits", async () => {
      await note(away());
      await remind();
      expect(toldOfAll(deputy)).toEqual([]);
    });

    it("of nothing that was decided before they could read it", async () => {
      const sale = await givenSale(company, { rep, customer });
      await note(away());
      await decide(deputy, sale);
      await company.workAll();
      expect(toldOfAll(deputy)).toEqual([]);
    });
  });

  it("a question that was held over night comes to the deputy alone", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await givenSale(company, { rep, customer });
    await company.workAll();
    await note(away({ from: "2026-03-27", to: "2026-03-27" }));
    company.app.clock.set("2026-03-27T08:10:00+08:00");
    company.app.passRealTime({ hours: 12 });
    await remind();
    expect([isAsked(deputy), isAsked(manager)]).toEqual([true, false]);
  });

  describe("of a sale with a visit behind it", () => {
    let sale: SaleView;
    let visitId: string;
    const visitsSeenBy = async (person: Person) => {
      const { footsteps, seesFootsteps } = await company.as(person).call("sales.read", { saleId: sale.saleId });
      return { seesFootsteps, visitIds: footsteps.map((footstep) => footstep.visitId) };
    };
    beforeEach(async () => {
      await givenConsent(company, rep);
      ({ visitId } = await givenVisit(company, { rep, customer, nextStep: null }));
      await note(away());
      sale = await givenSale(company, { rep, customer });
    });

    it("the deputy sees the visits that the leader would decide on", async () => {
      expect(await visitsSeenBy(deputy)).toEqual({ seesFootsteps: true, visitIds: [visitId] });
    });

    it("the deputy still sees them after the decision, and no longer than the leader is away", async () => {
      expect((await decide(deputy, sale)).status).toBe(200);
      expect(await visitsSeenBy(deputy)).toEqual({ seesFootsteps: true, visitIds: [visitId] });
      company.app.clock.advance({ days: 1 });
      expect((await company.as(deputy).send("sales.read", { params: { saleId: sale.saleId } })).status).toBe(403);
    });

    it("the deputy's look at them is noted for their rep", async () => {
      await visitsSeenBy(deputy);
      expect(await stored("auditEntries", { action: "checkIn.read" })).toMatchObject([
        {
          actor: { id: deputy.memberId },
          subject: `member:${rep.memberId}`,
          detail: { saleId: sale.saleId, visitIds: [visitId] },
        },
      ]);
    });

    it("somebody of finance who is nobody's deputy sees none of them", async () => {
      expect(await visitsSeenBy(company.finance)).toEqual({ seesFootsteps: false, visitIds: [] });
    });

    it("its rep reads who has confirmed it and in whose place, in their language", async () => {
      await decide(deputy, sale);
      const seen = async () => (await company.as(rep).call("sales.read", { saleId: sale.saleId })).sale.confirmedByName;
      expect(await seen()).toBe(`${deputy.name}（代${manager.name}）`);
      const { revision } = (await company.as(rep).call("me.read")).member;
      await company.as(rep).call("me.setLanguage", undefined, { commandId: randomUUID(), revision, language: "en" });
      company.app.passRealTime({ seconds: 60 });
      expect(await seen()).toBe(`${deputy.name} (for ${manager.name})`);
    });

    it("its rep is told who has sent it back and in whose place", async () => {
      const body = { commandId: randomUUID(), revision: sale.revision, reason: "金额和合同不一致" };
      await company.as(deputy).call("sales.return", { saleId: sale.saleId }, body);
      await company.workAll();
      expect(company.toldTo(rep).join()).toContain(`${deputy.name}（代${manager.name}）`);
    });
  });

  it("the deputy reads what confirming does to the leader's team, and not to the own one", async () => {
    await note(away());
    const { saleId, amountFen } = await givenSale(company, { rep, customer });
    const { teamEffects } = await company.as(deputy).call("sales.read", { saleId });
    expect(teamEffects).toMatchObject([{ unitId: teamId, doneBeforeFen: 0, doneFen: amountFen }]);
  });

  it("everybody who reads the sale reads who decides and in whose place, before it is submitted and after", async () => {
    await note(away());
    const draft = { customerId: customer.customerId, amountFen: 100_000, signedOn: today };
    const { deciderNames } = await company.as(rep).call("sales.preview", undefined, draft);
    const { saleId } = await givenSale(company, { rep, customer });
    const seenBy = async (person: Person) =>
      (await company.as(person).call("sales.read", { saleId })).sale.deciderNames;
    const listed = await company.as(manager).call("sales.list", { view: "toDecide" });
    const said = [deciderNames, await seenBy(rep), await seenBy(manager), listed.items[0]?.deciderNames];
    expect(said).toEqual(said.map(() => [`${deputy.name}（代${manager.name}）`]));
  });

  it("the audit says in whose place was decided", async () => {
    await note(away());
    await decide(deputy, await givenSale(company, { rep, customer }));
    expect(await stored("auditEntries", { action: "sale.confirm" })).toMatchObject([
      { actor: { id: deputy.memberId }, detail: { insteadOfId: manager.memberId } },
    ]);
  });

  it("a sale of the leader's own is not decided by who stands in", async () => {
    await note(away());
    const own = await givenCustomer(company, { owner: manager });
    const sale = await givenSale(company, { rep: manager, customer: own });
    expect((await decide(deputy, sale)).status).toBe(403);
    expect((await company.as(deputy).call("sales.list", { view: "toDecide" })).items).toEqual([]);
  });

  it("finance is asked where nobody was named", async () => {
    await note(away({ deputyId: null }));
    const { saleId } = await givenSale(company, { rep, customer });
    expect([await waitingFor(company.finance), await waitingFor(manager)]).toEqual([[saleId], []]);
  });

  it("finance is asked where the deputy is away as well", async () => {
    await note(away());
    await note(away({ deputyId: null }), deputy);
    const sale = await givenSale(company, { rep, customer });
    expect(await waitingFor(company.finance)).toEqual([sale.saleId]);
    expect((await decide(deputy, sale)).status).toBe(403);
  });
});

describe("a deputy", () => {
  it("decides nothing on the day before", async () => {
    await note(away({ from: "2026-03-27", to: "2026-03-27" }));
    expect((await decide(deputy, await givenSale(company, { rep, customer }))).status).toBe(403);
  });

  it("decides nothing on the day after", async () => {
    await note(away());
    company.app.clock.advance({ days: 1 });
    const sale = await givenSale(company, { rep, customer });
    expect((await decide(deputy, sale)).status).toBe(403);
    expect(await waitingFor(manager)).toEqual([sale.saleId]);
  });

  it("hears in whose place they stand until when", async () => {
    await note(away({ to: "2026-04-02" }));
    await company.workAll();
    expect(company.toldTo(deputy).join()).toContain(`${manager.name}3月26日至4月2日不在，由你代为审批`);
  });

  it("hears of it when the leader is back earlier", async () => {
    await note(away());
    await company.workAll();
    await note(null);
    await company.workAll();
    expect(company.toldTo(deputy).join()).toContain("不再由你代为审批");
  });

  it("hears neither of being named nor of the end of it, where both were in one night", async () => {
    company.app.clock.set("2026-03-26T21:00:00+08:00");
    await note(away({ from: "2026-03-27", to: "2026-03-27" }));
    await company.workAll();
    await note(null);
    await company.workAll();
    company.app.clock.set("2026-03-27T08:10:00+08:00");
    company.app.passRealTime({ hours: 12 });
    await company.workAll();
    expect(company.toldTo(deputy)).toEqual([]);
  });

  it("who was asked hears of the withdrawal, also when the leader is back by then", async () => {
    await note(away());
    const { saleId, revision } = await givenSale(company, { rep, customer });
    await company.workAll();
    company.app.clock.set("2026-03-27T10:11:00+08:00");
    await company.as(rep).call("sales.withdraw", { saleId }, { commandId: randomUUID(), revision });
    await company.workAll();
    expect(company.toldTo(deputy).at(-1)).toContain("撤回");
  });

  it("hears nothing when the leader notes the same again", async () => {
    await note(away());
    await note(away());
    await company.workAll();
    expect(company.toldTo(deputy)).toHaveLength(1);
  });

  it("reads in whose place they decide", async () => {
    await note(away());
    expect((await company.as(deputy).call("absences.read")).standsInFor).toEqual([
      { name: manager.name, from: today, to: today },
    ]);
  });
});

it("is read by who is away and, as to when, by who decides meanwhile: of others nobody reads anything", async () => {
  await note(away());
  const nothing = { absence: null, deputies: [], standsInFor: [] };
  for (const person of [rep, company.hr, company.finance])
    expect(await company.as(person).call("absences.read")).toMatchObject(nothing);
  expect(await company.as(deputy).call("absences.read")).toMatchObject({ absence: null });
  expect(await company.as(stranger).call("absences.read")).toMatchObject({ absence: null, standsInFor: [] });
});

describe("who is asked where no leader can decide", () => {
  it("is said to finance and HR", async () => {
    for (const officer of [company.finance, company.hr])
      expect(await company.as(officer).call("absences.read")).toMatchObject({ isOfficer: true, deputies: [] });
  });

  it("is said to nobody else", async () => {
    for (const person of [manager, rep])
      expect(await company.as(person).call("absences.read")).toMatchObject({ isOfficer: false });
  });
});

describe("what is refused", () => {
  it.each<[string, (absence: NonNullable<Absence>) => NonNullable<Absence>, string]>([
    [
      "an end before the beginning",
      (given) => ({ ...given, from: "2026-03-28", to: "2026-03-27" }),
      "absence.reversed",
    ],
    ["days that are over", (given) => ({ ...given, from: "2026-03-20", to: "2026-03-25" }), "absence.past"],
    ["more than 92 days", (given) => ({ ...given, to: "2026-06-26" }), "absence.tooLong"],
    ["oneself", (given) => ({ ...given, deputyId: manager.memberId }), "absence.ownDeputy"],
    ["somebody who leads nothing", (given) => ({ ...given, deputyId: stranger.memberId }), "absence.deputy"],
    ["somebody whom nobody knows", (given) => ({ ...given, deputyId: "nobody" }), "absence.deputy"],
  ])("is %s", async (_what, change, code) => {
    const { status, body } = await note(change(away()));
    expect({ status, body }).toMatchObject({ status: 400, body: { fields: [{ code }] } });
    expect((await company.as(manager).call("absences.read")).absence).toBeNull();
  });

  it("is nothing at the last day that may be", async () => {
    expect((await note(away({ to: "2026-06-25" }))).status).toBe(200);
  });

  it("is whoever leads nothing", async () => {
    expect((await note(away(), rep)).status).toBe(403);
  });

  it("is what was changed meanwhile on another phone", async () => {
    await note(away());
    const body = { commandId: randomUUID(), revision: 0, absence: null };
    expect((await company.as(manager).send("absences.set", { body })).status).toBe(409);
  });
});
