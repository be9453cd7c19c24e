import { creditsOf, type Fact, type Plan, verify } from "@shared/domain/pay";
import { refundCredits } from "@shared/domain/pay/facts/credits";
import { inTransaction, StaleRead } from "../../../../server/db";
import { ProcessCaches } from "../../../../server/lib/perProcess";
import { readOrganisationSnapshot } from "../../../../server/features/plans";
import { readMonthState, readStoredMonth, recomputed } from "../../../../server/features/statements";
import { rewardsOnceInAllMonths } from "../../../../server/migrations/0029-rewards-once-in-all-months";
import { readMonthView } from "../../../../server/features/statements/monthView";
import { prepareBooking } from "../../../../server/features/statements/prepareBooking";
import {
  type Company,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { lookAt, stored } from "../../../support/testDatabase";
import mongoose from "mongoose";

/*
 * What belongs to a sale counts in its own month, and is priced with the sale wherever that counts: the months know of each other.
 */

const amountFen = 10_000_000;
const byMoney = { share: "1", when: "collected", due: "次月5日", channel: "payroll" } as const;
const onOrders: Plan["components"][number] = {
  ...{ code: "pay", name: "提成", nameEn: "commission", kind: "提成", grain: "event", on: "sale" },
  ...{ amount: "金额 × 2%", pay: [byMoney] },
};
const onMoney: Plan["components"][number] = {
  ...{ code: "money", name: "回款奖", nameEn: "money", kind: "奖励", grain: "event", on: "collection" },
  ...{ amount: "金额 × 1%", refund: "original", pay: [{ ...byMoney, when: "earned" }] },
};

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ memberId: "li.na" }, { memberId: "zhang.wei" }] });
  const [rep, colleague] = team.reps;
  await givenPlan(company, {
    scope: { orgUnits: [team.unitId] },
    inputs: [],
    tables: [],
    stacking: [],
    components: [onOrders, onMoney],
    examples: [{ name: "一单", given: { 金额: "100000元" }, expect: { pay: "2000元" } }],
  });
  return { rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let customer: Customer;
let sold: Fact & { kind: "sale" };
beforeEach(async () => {
  ({ company, rep, customer } = await start({ now: "2026-03-10T10:05:00+08:00" }));
  const { saleId } = await givenConfirmedSale(company, { rep, customer, amountFen });
  const [record] = await stored("facts", { _id: `sale:${saleId}` });
  sold = record?.fact as typeof sold;
});

/** As an import of finance will book them: whoever was overtaken reads and decides again. */
const booked = async (...facts: Fact[]): Promise<string[]> => {
  const causes = facts.map(({ kind, id }) => ({ kind, id }));
  for (let tries = 1; ; tries += 1) {
    const booking = await prepareBooking(company.app.deps, facts, causes);
    try {
      await inTransaction((session) => booking.write(session));
      return booking.changes.map(({ memberId, period }) => `${memberId} ${period}`);
    } catch (error) {
      if (!(error instanceof StaleRead) || tries > 2) throw error;
    }
  }
};
const common = (id: string, on: string) => {
  const { saleId, customerId } = sold;
  const recordedAt = `${on}T12:00:00+08:00`;
  return { ...{ id, revision: 1, source: "import", recordedAt, on, bookedIn: on.slice(0, 7) }, saleId, customerId };
};
const came = (fen: number, on: string, id = `collection:${on}`): Fact => ({
  ...common(id, on),
  ...{ kind: "collection", countsOn: on, amountFen: fen, credits: creditsOf(fen, sold.credits) },
});
const wentBack = (fen: number, on: string): Fact => ({
  ...common(`cashRefund:${on}`, on),
  ...{ kind: "cashRefund", countsOn: on, amountFen: 0 - fen, credits: refundCredits(sold.credits, 0, fen) },
});
const credited = (fen: number, on: string): Fact => ({
  ...common(`creditNote:${on}`, on),
  ...{ kind: "creditNote", countsOn: sold.countsOn, amountFen: 0 - fen, credits: refundCredits(sold.credits, 0, fen) },
});

const linesOf = async (period: string) => {
  const { stored: statement } = await readMonthState(rep.memberId, period);
  return statement?.lines.map((line) => [line.id.split(":")[0], line.amountFen]);
};
const stands = async () => {
  await company.workAll();
  return (await checkedLedger("2026-05")).difference;
};

it("prices money of an order of another month by the plan of the order's day", async () => {
  await givenPlan(company, {
    ...{
      code: "later",
      validFrom: "2026-05-01",
      scope: { members: [rep.memberId] },
      inputs: [],
      tables: [],
      stacking: [],
    },
    components: [{ ...onMoney, amount: "金额 × 9%" }],
    examples: [{ name: "一笔", given: { 金额: "100000元" }, expect: { money: "9000元" } }],
  });
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(4_000_000, "2026-05-20"));
  expect(await linesOf("2026-05")).toEqual([["money", 40_000]]);
  expect(await stands()).toBeNull();
});

it("prices the order's month again with it", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  expect(await booked(came(4_000_000, "2026-05-20"))).toEqual(["li.na 2026-03", "li.na 2026-05"]);
  const { book } = await readMonthState(rep.memberId, "2026-03");
  expect(book.referred?.map(({ id }) => id)).toEqual(["collection:2026-05-20"]);
  expect(await linesOf("2026-03")).toEqual([["pay", 200_000]]);
  expect(await stands()).toBeNull();
});

it("takes back what was paid on money of an earlier month, with the part of each", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(3_000_000, "2026-04-10"));
  await booked(came(1_000_000, "2026-05-10"));
  expect(await booked(wentBack(2_000_000, "2026-05-20"))).toEqual(["li.na 2026-03", "li.na 2026-04", "li.na 2026-05"]);
  expect([await linesOf("2026-04"), await linesOf("2026-05")]).toEqual([[["money", 15_000]], [["money", 5_000]]]);
  expect(await stands()).toBeNull();
});

it("counts a refund in the order's month alone", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(4_000_000, "2026-04-10"));
  await booked(credited(5_000_000, "2026-05-20"));
  expect([await linesOf("2026-03"), await linesOf("2026-04")]).toEqual([[["pay", 100_000]], [["money", 40_000]]]);
  const { book } = await readMonthState(rep.memberId, "2026-04");
  // The first order, too, which that sale was.
  expect(book.referred?.map(({ kind }) => kind).sort()).toEqual(["creditNote", "newCustomer", "sale"]);
  expect(await stands()).toBeNull();
});

it("knows of them in every process, after every booking", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(4_000_000, "2026-05-20"));
  await booked(came(1_000_000, "2026-05-20", "collection:second"));
  Object.assign(company.app.deps, { caches: new ProcessCaches() });
  await booked(wentBack(5_000_000, "2026-05-20"));
  expect(await linesOf("2026-05")).toEqual([
    ["money", 0],
    ["money", 0],
  ]);
  expect(await stands()).toBeNull();
});

it("gives the phone all that it computes the month again from", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(4_000_000, "2026-05-20"));
  const { receipt } = await company.as(rep).call("statements.receipt", { period: "2026-05" });
  expect(verify(receipt)).toMatchObject({ agrees: true, differences: [] });
  const view = await readMonthView(rep.memberId, "2026-05", new Date());
  expect(view.credited.map(({ id }) => id)).toEqual(["collection:2026-05-20"]);
});

it("is found missing by the check of the ledger", async () => {
  company.app.clock.set("2026-05-20T12:00:00+08:00");
  await booked(came(4_000_000, "2026-05-20"));
  const id = "collection:2026-05-20:refers:li.na:2026-03";
  await lookAt(() => mongoose.connection.collection<{ _id: string }>("credits").deleteOne({ _id: id }));
  expect(await stands()).toBe(`member li.na, period 2026-03, credit ${id}: expected one, found nothing`);
});

describe("what is given once to a client", () => {
  const once: Plan["components"][number] = {
    ...{ code: "welcome", name: "首单奖", nameEn: "welcome", kind: "奖励", grain: "event", on: "sale" },
    ...{ amount: "500元", oncePer: "customer", pay: [{ ...byMoney, when: "earned" }] },
  };
  const welcomes = async (period: string) => {
    await company.workAll();
    const { stored: statement } = await readMonthState(rep.memberId, period);
    return statement?.lines.map(({ amountFen: fen, reason }) => [fen, reason.code]);
  };
  const sells = async (on: string) => {
    company.app.clock.set(`${on}T12:00:00+08:00`);
    await givenConfirmedSale(company, { rep, customer, amountFen, signedOn: on });
  };
  const asPlanned = () =>
    givenPlan(company, {
      ...{ code: "own", scope: { members: [rep.memberId] }, inputs: [], tables: [], stacking: [] },
      components: [once],
      examples: [{ name: "一单", given: { 金额: "100000元" }, expect: { welcome: "500元" } }],
    });

  it("is not given again in a later month", async () => {
    await asPlanned();
    await sells("2026-04-10");
    expect([await welcomes("2026-03"), await welcomes("2026-04")]).toEqual([
      [[50_000, "paid"]],
      [[0, "oncePer.alreadyPaid"]],
    ]);
    expect(await stands()).toBeNull();
    const { receipt } = await company.as(rep).call("statements.receipt", { period: "2026-04" });
    expect(verify(receipt)).toMatchObject({ agrees: true, differences: [] });
  });

  it("is taken off by an upgrade where an older version has given it again", async () => {
    await asPlanned();
    await sells("2026-04-10");
    await company.workAll();
    const month = { collection: mongoose.connection.collection<{ _id: string }>("statements"), _id: "li.na:2026-04" };
    const comesTo = async () => {
      const stored = await inTransaction((session) => readStoredMonth(month._id, session));
      const statement = stored && (await recomputed(stored, await readOrganisationSnapshot()));
      return statement?.totals.amountFen;
    };
    // It was computed without them, and is by this version still.
    await lookAt(() => month.collection.updateOne({ _id: month._id }, { $set: { paidOnce: [] } }));
    expect(await comesTo()).toBe(50_000);
    await lookAt(() => month.collection.updateOne({ _id: month._id }, { $unset: { paidOnce: 1 } }));
    expect(await comesTo()).toBe(0);
    const difference = { ...{ memberId: "li.na", period: "2026-04", isCut: false }, beforeFen: 50_000, afterFen: 0 };
    const { announces } = rewardsOnceInAllMonths;
    expect([null, "welcome:sale:s1"].map((lineId) => announces?.covers({ ...difference, lineId }))).toEqual([
      true,
      true,
    ]);
    expect(await lookAt(async () => announces?.concerns?.(mongoose.connection.db as mongoose.mongo.Db))).toBe(true);
  });

  it("is free for a later month once it was taken back whole", async () => {
    await asPlanned();
    await sells("2026-04-10");
    await booked(credited(amountFen, "2026-04-20"));
    expect([await welcomes("2026-03"), await welcomes("2026-04")]).toEqual([
      [[0, "refunded.whole"]],
      [[50_000, "paid"]],
    ]);
    expect(await stands()).toBeNull();
  });

  it("is given to the order that counts earlier, though it was confirmed later", async () => {
    await asPlanned();
    await sells("2026-05-10");
    expect(await welcomes("2026-05")).toEqual([[0, "oncePer.alreadyPaid"]]);
    await booked(credited(amountFen, "2026-05-11"));
    expect(await welcomes("2026-05")).toEqual([[50_000, "paid"]]);
    await booked({ ...came(amountFen, "2026-04-10"), id: "sale:late", kind: "sale", saleId: "late" } as Fact);
    expect([await welcomes("2026-04"), await welcomes("2026-05")]).toEqual([
      [[50_000, "paid"]],
      [[0, "oncePer.alreadyPaid"]],
    ]);
    expect(await stands()).toBeNull();
  });
});
