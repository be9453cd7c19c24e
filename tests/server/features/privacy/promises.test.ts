import { randomUUID } from "node:crypto";
import { auditInsert, recordRead } from "../../../../server/audit";
import { erasePositions } from "../../../../server/features/checkIns";
import { CheckInModel } from "../../../../server/features/checkIns/checkInModel";
import { scheduler } from "../../../../server/jobs";
import { crontab } from "../../../../server/jobs/crontab";
import {
  checkInBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenConfirmedSale,
  givenCustomer,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const customer = await givenCustomer(company, { owner: rep });
  return { manager, rep, colleague, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, customer } = await start());
  await givenConsent(company, rep);
});

const fixes = async () => (await stored("checkIns")).map(({ fix }) => fix !== null);
const erase = (at: string, runId = "erase-positions@1") =>
  erasePositions(company.app.deps, { at: new Date(at), runId }, auditInsert(company.app.deps.realNow));

describe("positions of check-ins", () => {
  it("are all of a check-in that is erased when it is older than 90 days", async () => {
    await givenCheckIn(company, { rep, customer, northM: 86 });
    const [before] = await stored("checkIns");
    expect(await erase("2026-06-24T02:22:00+08:00")).toBe(0);
    expect(await fixes()).toEqual([true]);
    expect(await erase("2026-06-25T02:22:00+08:00")).toBe(1);
    const [after] = await stored("checkIns");
    const { fix: _, command: __, ...rest } = before ?? {};
    expect(after).toMatchObject({ ...rest, fix: null, evidenceKept: false });
    expect(JSON.stringify(after)).not.toContain(String(checkInBody(company, customer).fix?.lngDeg));
    // A hash of the tap would let anybody try out the position.
    expect((after?.command as { bodyHash: string }).bodyHash).toBe("erased");
  });

  it("are erased at night by the clock, also of a tap that was dated back by weeks", async () => {
    const { tick } = scheduler(
      company.app.deps,
      crontab(company.app.deps).filter(({ name }) => name === "erase-positions"),
    );
    await tick();
    const old = checkInBody(company, customer, { tappedAt: "2026-01-05T09:00:00+08:00" });
    await company.as(rep).call("checkIns.create", undefined, old);
    await givenCheckIn(company, { rep, customer });
    company.app.clock.set("2026-04-10T09:00:00+08:00");
    await tick();
    expect((await fixes()).sort()).toEqual([false, true]);
    expect(await stored("auditEntries", { action: "positions.erase" })).toMatchObject([{ detail: { count: 1 } }]);
  });

  it("are erased once in batches, however often the night is repeated", async () => {
    await givenCheckIn(company, { rep, customer });
    const [one] = await stored("checkIns");
    const many = Array.from({ length: 620 }, (_, index) => ({ ...one, _id: `${String(one?._id)}-${index}` }));
    await lookAt(() => CheckInModel.collection.insertMany(many as never));
    expect(await erase("2027-01-01T02:22:00+08:00")).toBe(621);
    expect(await erase("2027-01-01T02:22:00+08:00")).toBe(0);
    const entries = await stored("auditEntries", { action: "positions.erase" });
    expect(entries.map(({ detail }) => (detail as { count: number }).count).sort()).toEqual([121, 500]);
  });

  it("are kept for as long as the company has set", async () => {
    const other = await start({ settings: { POSITION_KEPT_DAYS: "7" } });
    await givenConsent(other.company, other.rep);
    await givenCheckIn(other.company, other);
    const { deps } = other.company.app;
    const at = new Date("2026-04-03T02:22:00+08:00");
    expect(await erasePositions(deps, { at, runId: "r" }, auditInsert(deps.realNow))).toBe(1);
    expect((await other.company.app.me(other.rep.memberId)).privacy.positionKeptDays).toBe(7);
  });
});

describe("the consent to positions", () => {
  const withdraw = (commandId = company.newId()) =>
    company.as(rep).call("privacy.withdrawConsent", undefined, { commandId });

  it("takes along what is kept of positions when it is taken back", async () => {
    await givenVisit(company, { rep, customer });
    company.app.clock.advance({ minutes: 5 });
    expect(await withdraw()).toEqual({ endedAt: "2026-03-26T01:05:00.000Z", positionsErased: 1 });
    expect(await fixes()).toEqual([false]);
  });

  it("is asked for at the next check-in once it was taken back", async () => {
    await withdraw();
    await expect(givenCheckIn(company, { rep, customer })).rejects.toMatchObject({ code: "checkIn.consentMissing" });
  });

  it("can be given anew", async () => {
    company.app.clock.advance({ minutes: 5 });
    await withdraw();
    company.app.clock.advance({ minutes: 5 });
    await givenConsent(company, rep);
    expect((await givenCheckIn(company, { rep, customer })).verdict).toBe("inside");
    const { consents } = await company.as(rep).call("privacy.mine");
    expect(consents).toMatchObject([{ endedAt: null }, { endedAt: "2026-03-26T01:05:00.000Z" }]);
  });

  it("is taken back once, however often the same tap arrives", async () => {
    const commandId = company.newId();
    expect(await withdraw(commandId)).toEqual(await withdraw(commandId));
  });

  it("changes nothing when it is taken back where there is none", async () => {
    await withdraw();
    expect(await withdraw()).toEqual({ endedAt: null, positionsErased: 0 });
  });

  it("leaves visits and what they have paid as they are", async () => {
    const { visitId } = await givenVisit(company, { rep, customer });
    await withdraw();
    const { visit } = await company.as(rep).call("visits.read", { visitId });
    expect(visit).toMatchObject({
      effective: true,
      checkIn: { verdict: "inside", siteId: customer.site.siteId, distanceM: 50 },
    });
  });

  it("is asked for with who is responsible and how to reach them", async () => {
    expect((await company.app.me(rep.memberId)).privacy.responsible).toBe("测试公司");
    const contact = { PRIVACY_RESPONSIBLE: "测试公司人力资源部", PRIVACY_CONTACT: "020-0000" };
    const other = await start({ settings: contact });
    expect((await other.company.app.me(other.rep.memberId)).privacy).toMatchObject({
      responsible: "测试公司人力资源部",
      contact: "020-0000",
      positionKeptDays: 90,
    });
  });
});

describe("who has looked at me", () => {
  const looks = async (person: Person) => (await company.as(person).call("privacy.looked", {})).items;

  it("is told to the one whose visits were seen, with who, when and what, and to nobody else", async () => {
    await givenVisit(company, { rep, customer });
    const sale = await givenConfirmedSale(company, { rep, customer });
    company.app.clock.advance({ hours: 1 });
    await company.as(manager).call("sales.read", { saleId: sale.saleId });
    expect(await looks(rep)).toMatchObject([
      {
        at: "2026-03-26T02:00:00.000Z",
        byName: manager.name,
        what: "checkIn.read",
        visits: [{ on: "2026-03-26", customerName: expect.stringContaining("客户") as string }],
      },
    ]);
    expect([await looks(colleague), await looks(manager)]).toEqual([[], []]);
  });

  it("is one look while a page stays open and reads anew", async () => {
    await givenVisit(company, { rep, customer });
    const { saleId } = await givenConfirmedSale(company, { rep, customer });
    for (let seconds = 0; seconds < 60; seconds += 10) {
      company.app.clock.advance({ ms: 10_000 });
      await company.as(manager).call("sales.read", { saleId });
    }
    expect(await looks(rep)).toHaveLength(1);
    company.app.clock.advance({ minutes: 30 });
    await company.as(manager).call("sales.read", { saleId });
    expect(await looks(rep)).toHaveLength(2);
  });

  it("is one look also where the half hour strikes meanwhile", async () => {
    await givenVisit(company, { rep, customer });
    const { saleId } = await givenConfirmedSale(company, { rep, customer });
    for (const time of ["10:25", "10:31", "10:54"]) {
      company.app.clock.set(`2026-03-26T${time}:00+08:00`);
      await company.as(manager).call("sales.read", { saleId });
    }
    expect(await looks(rep)).toMatchObject([{ at: "2026-03-26T02:25:00.000Z" }]);
  });

  it("has nothing of one's own looks", async () => {
    await givenVisit(company, { rep, customer });
    const sale = await givenConfirmedSale(company, { rep, customer });
    await company.as(rep).call("sales.read", { saleId: sale.saleId });
    expect(await looks(rep)).toEqual([]);
  });

  it("comes page by page, each look once, also where many are of one moment", async () => {
    const actor = { kind: "member", id: manager.memberId } as const;
    const about = { action: "checkIn.read", subject: `member:${rep.memberId}` };
    for (let look = 0; look < 120; look += 1) {
      if (look === 7 || look === 80) company.app.clock.advance({ minutes: 1 });
      const detail = { saleId: `sale-${look}`, visitIds: [] };
      await recordRead(company.app.deps, {
        id: randomUUID(),
        actor,
        ...about,
        at: company.app.deps.clock.now(),
        detail,
      });
    }
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: { lookId: string }[]; nextCursor: string | null } = await company
        .as(rep)
        .call("privacy.looked", cursor === "" ? {} : { cursor });
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items.map(({ lookId }) => lookId));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });
});

describe("one's own data", () => {
  const month = (person: Person, period = "2026-03") => company.as(person).call("privacy.export", { period });

  it("holds own check-ins with their coordinates, visits and sales of a month, and nothing of others", async () => {
    await givenVisit(company, { rep, customer, northM: 86 });
    const sale = await givenConfirmedSale(company, { rep, customer });
    const mine = await month(rep);
    expect(mine.checkIns).toMatchObject([{ verdict: "inside", position: { lngDeg: customer.site.pin.lngDeg } }]);
    expect(mine.visits).toMatchObject([
      { record: "确认了交期", effective: true, customerName: expect.stringContaining("客户") as string },
    ]);
    expect(mine.sales).toMatchObject([{ saleId: sale.saleId, state: "confirmed" }]);
    expect(await month(colleague)).toEqual({
      period: "2026-03",
      staff: { employeeNumber: null, joinedOn: null, leftOn: null, reportsTo: [], salesMode: [] },
      openings: [],
      tableViews: [],
      tasks: [],
      exports: [],
      companionships: [],
      questions: [],
      questionsToMe: [],
      dayPlans: [],
      checkIns: [],
      visits: [],
      followUps: [],
      stages: [],
      sales: [],
      reports: [],
      pins: [],
      refused: [],
    });
    expect(await month(rep, "2026-02")).toMatchObject({ checkIns: [], visits: [], sales: [] });
  });

  it("holds the problems that oneself has reported", async () => {
    const report = {
      commandId: randomUUID(),
      text: "转了半天没反应",
      saw: null,
      reference: null,
      screen: "/pages/tabs/home/index",
      program: "h5 0.1.0",
      happenedAt: "2026-03-26T08:59:00+08:00",
    };
    await company.as(rep).call("reports.send", undefined, report);
    expect((await month(rep)).reports).toMatchObject([{ text: "转了半天没反应", answer: null }]);
    expect((await month(colleague)).reports).toEqual([]);
  });

  it("holds what oneself and who decided have said of a check-in in doubt", async () => {
    const { checkInId } = await givenCheckIn(company, { rep, customer, northM: 215 });
    const answer = { commandId: randomUUID(), revision: 1, text: "车停在路口" };
    await company.as(rep).call("checkIns.answer", { checkInId }, answer);
    const decision = { commandId: randomUUID(), revision: 2, accepted: false, reason: "客户说没来过" };
    await company.as(manager).call("reviews.decide", { checkInId }, decision);
    const { checkIns } = await month(rep);
    const at = "2026-03-26T01:00:00.000Z";
    expect(checkIns).toMatchObject([
      {
        checkInId,
        review: {
          ...{ state: "rejected", askedAt: at, answer: { text: "车停在路口", at } },
          decision: { byName: manager.name, reason: "客户说没来过", at },
        },
      },
    ]);
  });

  const tapWithoutConsent = () => {
    const body = checkInBody(company, customer);
    const items = [{ commandId: body.commandId, kind: "checkIns.create", lane: customer.customerId, body }];
    return company.as(colleague).call("sync.send", undefined, { memberId: colleague.memberId, items });
  };
  const report = () => {
    const { commandId, happenedAt } = { commandId: randomUUID(), happenedAt: "2026-03-26T08:59:00+08:00" };
    const said = { text: "转了半天没反应", saw: null, reference: null, screen: null, program: "h5 0.1.0" };
    return company.as(colleague).call("reports.send", undefined, { commandId, happenedAt, ...said });
  };
  it.each([
    ["something of theirs was refused", tapWithoutConsent],
    ["they have reported something", report],
    ["they have typed a pin in", () => givenCustomer(company, { owner: colleague, by: colleague })],
  ])("reaches back to the month in which %s, where nothing else is kept of them", async (_, happens) => {
    await happens();
    company.app.clock.set("2026-04-02T09:00:00+08:00");
    expect((await company.as(colleague).call("privacy.mine")).firstMonth).toBe("2026-03");
  });

  it("says what was agreed to, when, and since when there may be anything", async () => {
    const mine = await company.as(rep).call("privacy.mine");
    expect(mine).toEqual({
      consents: [{ version: "2026-11-30", number: 4, acceptedAt: "2026-03-26T01:00:00.000Z", endedAt: null }],
      firstMonth: "2026-03",
      thisMonth: "2026-03",
      devices: [],
    });
  });
});
