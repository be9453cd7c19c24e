import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { type BodyOf, contracts, type SaleView, type TodoView } from "@shared/contracts";
import { jobActor } from "@shared/domain/actor";
import type { ReviewState } from "@shared/domain/checkIn";
import type { CompanionState } from "@shared/domain/companion";
import type { SaleState } from "@shared/domain/sale";
import type { QuestionState } from "@shared/domain/visitQuestion";
import type { PlanRecord } from "../../../../server/features/plans";
import { approversOf, remindApprovers } from "../../../../server/features/approvals";
import {
  noticeReads,
  remindClientsLeft,
  remindNextSteps,
  remindPlans,
  remindRecords,
  remindTargets,
} from "../../../../server/features/notices";
import { lapseProposals, type ProposalState } from "../../../../server/features/customers";
import { syncDirectory } from "../../../../server/features/members";
import { type DuplicateRecord, findDuplicates } from "../../../../server/features/duplicates";
import type { ReportRecord } from "../../../../server/features/reports";
import { lapseQuestions } from "../../../../server/features/visitQuestions";
import { lapseCompanions } from "../../../../server/features/visits";
import type { ExportState } from "@shared/domain/exports";
import { lapseExports } from "../../../../server/features/exports";
import { givenManySales, made as madeTable } from "../exports/givenExports";
import type { openingStates } from "@shared/domain/opening";
import { work } from "../imports/given";
import * as opened from "../openings/givenOpenings";
import { closeReviews } from "../../../../server/features/reviews";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenMember,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  givenPlanCheck,
} from "../../../support/given";

/*
 * Every state of everything that people hand to one another: whoever it waits for has been told. A new state does not compile until it
 * is said here for whom it waits.
 */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  const second = await givenMember(company, { roles: ["hr"] });
  return { manager: team.manager, rep, second, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let second: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, second, customer } = await start());
  await givenConsent(company, rep);
});

interface State {
  /** Brings something into the state. */
  reach(): Promise<unknown>;
  /** Who has to do something about it. */
  waitsFor(): Person[];
  /** Who hears of it, where that is not whom it waits for. */
  told?(): Person[];
}

const decide = (what: "sales.confirm" | "sales.return", { saleId, revision }: SaleView) => {
  const body = { commandId: randomUUID(), revision };
  return what === "sales.return"
    ? company.as(manager).call(what, { saleId }, { ...body, reason: "合同号不对" })
    : company.as(manager).call(what, { saleId }, body);
};
const sold = () => givenSale(company, { rep, customer });

const sales: Record<SaleState, State> = {
  submitted: { reach: sold, waitsFor: () => [manager] },
  returned: { reach: async () => decide("sales.return", await sold()), waitsFor: () => [rep] },
  confirmed: { reach: async () => decide("sales.confirm", await sold()), waitsFor: () => [] },
  cancelled: {
    reach: async () => {
      const { saleId, revision } = await sold();
      await company.as(rep).call("sales.withdraw", { saleId }, { commandId: randomUUID(), revision });
    },
    waitsFor: () => [],
  },
};

// The contract's own example.
const plan = {
  ...contracts["plans.draft"].example.body.plan,
  scope: { members: ["rep1"] },
} as BodyOf<"plans.draft">["plan"];
const planId = `${plan.code}@${plan.version}`;

async function drafted(): Promise<void> {
  await company.as(company.hr).call("plans.draft", undefined, { commandId: randomUUID(), revision: 0, plan });
}

async function moved(what: "plans.submit" | "plans.sendBack" | "plans.publish", by: Person, revision: number) {
  if (what === "plans.submit") await givenPlanCheck(planId);
  const body = { commandId: randomUUID(), revision };
  if (what === "plans.sendBack") await company.as(by).call(what, { planId }, { ...body, reason: "比例写高了" });
  else await company.as(by).call(what, { planId }, body);
}

async function inReview(): Promise<void> {
  await drafted();
  await moved("plans.submit", company.hr, 1);
}

const plans: Record<PlanRecord["state"] | "sentBack", State> = {
  // On its author's own desk.
  draft: { reach: drafted, waitsFor: () => [] },
  inReview: { reach: inReview, waitsFor: () => [second] },
  sentBack: {
    reach: async () => {
      await inReview();
      await moved("plans.sendBack", second, 2);
    },
    waitsFor: () => [company.hr],
  },
  published: {
    reach: async () => {
      await inReview();
      await moved("plans.publish", second, 2);
    },
    waitsFor: () => [],
  },
};

// With its record, so that nothing is left for the rep to do.
const doubtful = async () => (await givenVisit(company, { rep, customer, northM: 215, nextStep: null })).checkIn;
const judge = async (accepted: boolean) => {
  const { checkInId } = await doubtful();
  const body = { commandId: randomUUID(), revision: 1, accepted, reason: "问过客户了" };
  await company.as(manager).call("reviews.decide", { checkInId }, body);
  return { checkInId };
};

const reviews: Record<ReviewState, State> = {
  open: { reach: doubtful, waitsFor: () => [manager] },
  accepted: { reach: () => judge(true), waitsFor: () => [] },
  rejected: { reach: () => judge(false), waitsFor: () => [] },
  // No other leader is above.
  appealed: {
    reach: async () => {
      const { checkInId } = await judge(false);
      const body = { commandId: randomUUID(), revision: 2, text: "前台有我的访客登记" };
      await company.as(rep).call("checkIns.appeal", { checkInId }, body);
    },
    waitsFor: () => [company.hr, second],
  },
  mended: {
    reach: async () => {
      await doubtful();
      company.app.clock.advance({ minutes: 5 });
      await givenCheckIn(company, { rep, customer, northM: 0 });
      await company.workAll();
    },
    waitsFor: () => [],
  },
  lapsed: {
    reach: async () => {
      await doubtful();
      company.app.clock.advance({ hours: 7 * 24 + 1 });
      await closeReviews({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    },
    waitsFor: () => [],
  },
  unrecorded: {
    reach: async () => {
      await givenCheckIn(company, { rep, customer, northM: 215 });
      company.app.clock.advance({ hours: 25 });
      await closeReviews({ at: company.app.deps.clock.now(), runId: "run" }, company.app.deps);
    },
    waitsFor: () => [],
  },
};

const named = async () => {
  const { visitId } = await givenVisit(company, { rep, customer, northM: 0, nextStep: null });
  const body = { commandId: randomUUID(), memberIds: [manager.memberId] };
  const [companion] = (await company.as(rep).call("companions.name", { visitId }, body)).companions;
  return companion?.companionId ?? "";
};
const sayWhether = async (wasThere: boolean) => {
  const companionId = await named();
  const body = { commandId: randomUUID(), revision: 1, wasThere };
  await company.as(manager).call("companions.answer", { companionId }, body);
};

const companions: Record<CompanionState, State> = {
  open: { reach: named, waitsFor: () => [manager] },
  confirmed: { reach: () => sayWhether(true), waitsFor: () => [] },
  declined: { reach: () => sayWhether(false), waitsFor: () => [] },
  removed: {
    reach: async () => {
      const companionId = await named();
      await company.as(rep).call("companions.remove", { companionId }, { commandId: randomUUID() });
    },
    waitsFor: () => [],
  },
  lapsed: {
    reach: async () => {
      await named();
      company.app.clock.advance({ hours: 7 * 24 + 1 });
      await lapseCompanions({ at: company.app.deps.clock.now() }, company.app.deps);
    },
    waitsFor: () => [],
  },
};

/** The manager serves the client beside the rep. */
const mayCome = async () => {
  const shared = await givenCustomer(company, { owner: rep, coServedBy: [manager] });
  const body = { commandId: randomUUID() };
  const { question } = await company.as(manager).call("visitQuestions.ask", { customerId: shared.customerId }, body);
  return question.questionId;
};
const sayMayCome = async (isWelcome: boolean) => {
  const questionId = await mayCome();
  const body = { commandId: randomUUID(), revision: 1, isWelcome, word: null };
  await company.as(rep).call("visitQuestions.answer", { questionId }, body);
};

const questions: Record<QuestionState, State> = {
  open: { reach: mayCome, waitsFor: () => [rep] },
  welcome: { reach: () => sayMayCome(true), waitsFor: () => [] },
  declined: { reach: () => sayMayCome(false), waitsFor: () => [] },
  withdrawn: {
    reach: async () => {
      const questionId = await mayCome();
      await company.as(manager).call("visitQuestions.withdraw", { questionId }, { commandId: randomUUID() });
    },
    waitsFor: () => [],
  },
  lapsed: {
    reach: async () => {
      await mayCome();
      company.app.clock.advance({ hours: 25 });
      await lapseQuestions({ at: company.app.deps.clock.now() }, company.app.deps);
    },
    waitsFor: () => [],
  },
};

const atHour = (day: string, time: string) => {
  company.app.clock.set(`${day}T${time}:00+08:00`);
  return { at: company.app.deps.clock.now(), runId: `run-${time}` };
};
const reads = () => noticeReads(company.app.deps, approversOf);

const records: Record<"missing" | "written", State> = {
  missing: {
    reach: async () => {
      await givenCheckIn(company, { rep, customer, northM: 0 });
      await remindRecords(atHour("2026-03-26", "17:43"), reads(), company.app.deps);
    },
    waitsFor: () => [rep],
  },
  written: {
    reach: async () => {
      await givenVisit(company, { rep, customer, northM: 0, nextStep: null });
      await remindRecords(atHour("2026-03-26", "17:43"), reads(), company.app.deps);
    },
    waitsFor: () => [],
  },
};

async function reported() {
  const body = { ...contracts["reports.send"].example.body, commandId: randomUUID(), text: "转了半天没反应" };
  return company.as(rep).call("reports.send", undefined, body);
}

const reports: Record<ReportRecord["state"], State> = {
  // The first of HR administers as well.
  open: { reach: reported, waitsFor: () => [company.hr] },
  done: {
    reach: async () => {
      const { reportId } = await reported();
      const body = { commandId: randomUUID(), revision: 1, answer: "磁盘满了" };
      await company.as(company.hr).call("reports.close", { reportId }, body);
    },
    waitsFor: () => [],
  },
};

const targetsOfMarch = async () => {
  await givenTargets(company, [[rep, 10_000_000]]);
  await remindTargets(atHour("2026-04-01", "08:48"), reads(), company.app.deps);
};
const april = { measure: "sales.confirmed", period: "2026-04" } as const;

const targets: Record<"ahead" | "missing" | "proposed" | "published", State> = {
  ahead: {
    reach: async () => {
      await givenTargets(company, [[rep, 10_000_000]]);
      await remindTargets(atHour("2026-03-27", "08:48"), reads(), company.app.deps);
    },
    waitsFor: () => [company.hr, second],
  },
  missing: { reach: targetsOfMarch, waitsFor: () => [company.hr, second] },
  proposed: {
    reach: async () => {
      await targetsOfMarch();
      const body = { commandId: randomUUID(), ...april, unitId: null };
      await company.as(company.hr).call("targets.carryOver", undefined, body);
    },
    waitsFor: () => [company.hr, second],
  },
  published: {
    reach: async () => {
      await givenTargets(company, [[rep, 10_000_000]]);
      await givenTargets(company, [[rep, 10_000_000]], { period: "2026-04" });
      await remindTargets(atHour("2026-04-01", "08:48"), reads(), company.app.deps);
    },
    waitsFor: () => [],
  },
};

// Said at a visit of the day before.
const seenBefore = async (nextStepOn: string) => {
  company.app.clock.set("2026-03-25T09:00:00+08:00");
  await givenVisit(company, { rep, customer, northM: 0, nextStep: { text: "送样品", on: nextStepOn } });
  await remindNextSteps(atHour("2026-03-26", "08:38"), company.app.deps);
};
const nextSteps: Record<"due" | "later", State> = {
  due: { reach: () => seenBefore("2026-03-26"), waitsFor: () => [rep] },
  later: { reach: () => seenBefore("2026-03-27"), waitsFor: () => [] },
};

// HR of two: whoever writes a plan, another one publishes it.
const inMarch = async () => {
  await givenPlan(company, { scope: { members: [rep.memberId] }, validTo: "2026-03-31" });
};
const morningOfApril = () => remindPlans(atHour("2026-04-01", "08:53"), reads(), company.app.deps);

const plansOfReps: Record<"missing" | "there" | "none", State> = {
  missing: {
    reach: async () => {
      await inMarch();
      await morningOfApril();
    },
    waitsFor: () => [company.hr, second],
  },
  there: {
    reach: async () => {
      await inMarch();
      await givenPlan(company, { code: "new", scope: { members: [rep.memberId] }, validFrom: "2026-04-01" });
      await morningOfApril();
    },
    waitsFor: () => [],
  },
  // A company that pays nobody by a plan.
  none: { reach: morningOfApril, waitsFor: () => [] },
};

const leftOn = async (isGiven: boolean) => {
  const { app } = company;
  const unitId = (await app.me(rep.memberId)).team?.unitId ?? "";
  const leaver = { memberId: "leaver", name: "孙伟" };
  app.wecom.putMember({ userid: leaver.memberId, name: leaver.name, department: [Number(unitId.slice(1))] });
  await syncDirectory(app.deps);
  const { customerId } = await givenCustomer(company, { owner: leaver });
  app.wecom.putMember({ userid: leaver.memberId, status: 5 });
  app.clock.set("2026-03-27T03:00:00+08:00");
  await syncDirectory(app.deps);
  app.clock.set("2026-03-27T09:00:00+08:00");
  if (isGiven) {
    const owners = [{ memberId: rep.memberId, share: "1" }];
    const body = { commandId: randomUUID(), revision: 1, from: "2026-03-27", owners, coServedByIds: [], reason: null };
    await company.as(company.hr).call("customers.assign", { customerId }, body);
  }
  await remindClientsLeft(atHour("2026-03-27", "08:58"), reads(), app.deps);
};
const clientsLeft: Record<"nobodys" | "given", State> = {
  nobodys: { reach: () => leftOn(false), waitsFor: () => [manager] },
  given: { reach: () => leftOn(true), waitsFor: () => [] },
};

// They need nobody: who wishes it is told of them, and there is nothing to do.
const looked = async (lookMessages: boolean) => {
  const { revision } = (await company.app.me(rep.memberId)).member;
  await company.as(rep).call("me.setLookMessages", undefined, { commandId: randomUUID(), revision, lookMessages });
  const team = company.app.me(rep.memberId).then(({ team: own }) => own?.unitId ?? "");
  const params = { unitId: await team, memberId: rep.memberId, period: "2026-03" };
  await company.as(manager).call("teams.member", params);
};
const looks: Record<"wished" | "unwished", State> = {
  wished: { reach: () => looked(true), waitsFor: () => [], told: () => [rep] },
  unwished: { reach: () => looked(false), waitsFor: () => [] },
};

async function askedAboutPraise(): Promise<string> {
  const { revision } = (await company.app.me(rep.memberId)).member;
  const choice = { commandId: randomUUID(), revision, publicPraise: "ask" as const };
  await company.as(rep).call("me.setPublicPraise", undefined, choice);
  const { saleId } = await givenConfirmedSale(company, { rep, customer });
  const body = { commandId: randomUUID(), way: "ask" as const, publicPraise: "ask" as const };
  await company.as(manager).call("praise.give", { saleId }, body);
  return saleId;
}

const praises: Record<"asked" | "answered" | "unanswered", State> = {
  asked: { reach: askedAboutPraise, waitsFor: () => [rep] },
  answered: {
    reach: async () => {
      const saleId = await askedAboutPraise();
      await company.as(rep).call("praise.answer", { saleId }, { commandId: randomUUID(), agrees: false });
    },
    waitsFor: () => [],
  },
  // After a week.
  unanswered: {
    reach: async () => {
      await askedAboutPraise();
      company.app.clock.advance({ days: 8 });
    },
    waitsFor: () => [],
  },
};

const proposed = () => {
  const pin = { latDeg: customer.site.pin.latDeg + 0.003, lngDeg: customer.site.pin.lngDeg };
  const body = { commandId: randomUUID(), pin, accuracyM: 15, note: "搬到隔壁楼了" };
  return company.as(rep).call("pins.propose", { customerId: customer.customerId, siteId: "s1" }, body);
};
const decidePin = async (accepted: boolean) => {
  const body = { commandId: randomUUID(), accepted, reason: "看过了", items: [await proposed()] };
  await company.as(manager).call("pins.decide", undefined, body);
};

const pins: Record<ProposalState, State> = {
  open: {
    reach: async () => {
      await proposed();
      await remindApprovers(atHour("2026-03-26", "17:10"), company.app.deps);
    },
    waitsFor: () => [manager],
  },
  accepted: { reach: () => decidePin(true), waitsFor: () => [] },
  rejected: { reach: () => decidePin(false), waitsFor: () => [] },
  overtaken: {
    reach: async () => {
      await proposed();
      const pin = { latDeg: 23.5, lngDeg: 113.5 };
      const body = { commandId: randomUUID(), revision: 1, name: "总部", address: "科学大道", radiusM: 200, pin };
      await company.as(manager).call("sites.edit", { customerId: customer.customerId, siteId: "s1" }, body);
    },
    waitsFor: () => [],
  },
  lapsed: {
    reach: async () => {
      await proposed();
      company.app.clock.advance({ days: 91 });
      const at = company.app.clock.now();
      await lapseProposals(company.app.deps, { at, runId: "run-91", actor: jobActor("erase-positions"), before: at });
    },
    waitsFor: () => [],
  },
  withdrawn: {
    reach: async () => {
      await proposed();
      await company.as(rep).call("privacy.withdrawConsent", undefined, { commandId: randomUUID() });
    },
    waitsFor: () => [],
  },
  // Proposed of a client that has become this one. The other one waits in its place.
  replaced: {
    reach: async () => {
      const colleague = await givenMember(company);
      await givenConsent(company, colleague);
      const other = await givenCustomer(company, { owner: colleague });
      const at = { customerId: other.customerId, siteId: "s1" };
      const body = { pin: { latDeg: 23.2, lngDeg: 113.4 }, accuracyM: 15, note: "搬了" };
      await company.as(colleague).call("pins.propose", at, { ...body, commandId: randomUUID() });
      const merge = {
        commandId: randomUUID(),
        otherId: other.customerId,
        revision: 1,
        otherRevision: 1,
        reason: "同一家",
      };
      await company.as(company.hr).call("customers.merge", { customerId: customer.customerId }, merge);
      const now = { customerId: customer.customerId, siteId: "s1-2" };
      await company.as(rep).call("pins.propose", now, { ...body, commandId: randomUUID() });
      await remindApprovers(atHour("2026-03-26", "17:10"), company.app.deps);
    },
    waitsFor: () => [manager],
  },
};

/** Two of them, and nobody has looked yet. */
const found = async () => {
  const given = { name: "海岳机械有限公司", shortName: "海岳机械" };
  await givenCustomer(company, { owner: rep, ...given });
  await givenCustomer(company, { owner: rep, ...given, name: "海岳机械 股份有限公司", isNewSeen: true });
  await findDuplicates(company.app.deps, { at: company.app.deps.clock.now() });
};
const askInTheEvening = () => remindApprovers(atHour("2026-03-26", "17:10"), company.app.deps);

const duplicates: Record<DuplicateRecord["state"], State> = {
  open: {
    reach: async () => {
      await found();
      await askInTheEvening();
    },
    waitsFor: () => [manager],
  },
  different: {
    reach: async () => {
      await found();
      const [pair] = (await company.as(manager).call("duplicates.list", {})).items;
      if (!pair) throw new Error("no pair was found");
      const body = { commandId: randomUUID(), revision: pair.revision, isDifferent: true };
      await company.as(manager).call("duplicates.decide", { pairId: pair.pairId }, body);
      await askInTheEvening();
    },
    waitsFor: () => [],
  },
};

const everybody = () => [manager, rep, second, company.hr, company.finance];
const idsOf = (people: Person[]) => people.map(({ memberId }) => memberId).sort();

/** Everything that waits, and the words by which whoever it waits for is asked. */
const tableOf = async (rows: number) => {
  const { unitId } = (await company.app.me(rep.memberId)).team ?? {};
  await givenManySales({ rep, teamId: unitId ?? "", count: rows });
  return madeTable(company, rep, { what: "sales", filter: { view: "mine" } });
};
const askedTable = () => tableOf(1_001);
const decideTable = async (allowed: boolean) => {
  const { exportId, revision } = await askedTable();
  const body = { commandId: randomUUID(), revision, allowed, reason: allowed ? null : "用不到" };
  await company.as(manager).call("exports.decide", { exportId }, body);
};

const tables: Record<ExportState, State> = {
  begun: { reach: () => tableOf(3), waitsFor: () => [] },
  waiting: { reach: askedTable, waitsFor: () => [manager] },
  allowed: { reach: () => decideTable(true), waitsFor: () => [] },
  refused: { reach: () => decideTable(false), waitsFor: () => [] },
  withdrawn: {
    reach: async () => {
      const { exportId, revision } = await askedTable();
      await company.as(rep).call("exports.withdraw", { exportId }, { commandId: randomUUID(), revision });
    },
    waitsFor: () => [],
  },
  lapsed: {
    reach: async () => {
      await askedTable();
      await lapseExports({ at: new Date("2026-04-01T00:25:00+08:00"), runId: "run-1" }, company.app.deps);
    },
    waitsFor: () => [],
  },
};

const broughtAlong = async () => {
  await opened.setFirstDay(company);
  const importId = await opened.looked(company, company.finance, `姓名,待扣回\r\n${rep.name},10\r\n`);
  await opened.submit(company, company.finance, importId, { rows: 1, clawback: 1_000 });
  return importId;
};

const openings: Record<(typeof openingStates)[number], State> = {
  waiting: { reach: async () => void (await broughtAlong()), waitsFor: () => [second, company.hr] },
  // Who has prepared them hears why.
  returned: {
    reach: async () => void (await opened.decide(company, company.hr, await broughtAlong(), false, "少了两个人")),
    waitsFor: () => [],
  },
  posting: {
    reach: async () => void (await opened.decide(company, company.hr, await broughtAlong())),
    waitsFor: () => [],
  },
  posted: {
    reach: async () => {
      await opened.decide(company, company.hr, await broughtAlong());
      await work(company);
    },
    waitsFor: () => [],
  },
};

const walks = [
  ["a check-in in doubt", reviews, /等你|退回/],
  ["whether a colleague was at a visit", companions, /请你确认是不是/],
  ["whether a colleague may come", questions, /问你能不能来/],
  ["a sale", sales, /等你|退回/],
  ["a version of a plan", plans, /等你|退回/],
  ["a visit's record", records, /还没写拜访记录/],
  ["a reported problem", reports, /转了半天没反应/],
  ["a target of the month", targets, /目标还没发布/],
  ["a next step", nextSteps, /今天约了/],
  ["people on no plan", plansOfReps, /没有4月的方案/],
  ["a look at somebody", looks, /看了你的/],
  ["a question about praise", praises, /想在群里表扬你/],
  ["where a client's place is", pins, /等你确认/],
  ["a client that may be there twice", duplicates, /可能重复/],
  ["a table of many rows", tables, /要导出/],
  ["a table of opening balances", openings, /等你核对后入账/],
  ["a client whose owner has left", clientsLeft, /没有人负责/],
] as const;

describe.each(walks)("%s", (_what, states: Record<string, State>, asking) => {
  it.each(Object.keys(states))(
    "that is %s has told whoever it waits for, and nobody else to do something",
    async (name) => {
      const state = states[name];
      if (!state) throw new Error(name);
      await state.reach();
      await company.workAll();
      const told = everybody().filter((person) => company.toldTo(person).some((sentence) => asking.test(sentence)));
      expect(idsOf(told)).toEqual(idsOf(state.told ? state.told() : state.waitsFor()));
    },
  );

  it.each(Object.keys(states))(
    "that is %s is in the list of whoever it waits for, and in nobody else's",
    async (name) => {
      const state = states[name];
      if (!state) throw new Error(name);
      await state.reach();
      const waiting = [];
      for (const person of everybody())
        // That this company has no plan yet waits in every state.
        if ((await company.as(person).call("todos.mine")).items.some(({ kind }) => kind !== "setup"))
          waiting.push(person);
      expect(idsOf(waiting)).toEqual(idsOf(state.waitsFor()));
    },
  );
});

/** For each kind of what a list says, a state in which it stands there: a new kind does not compile without. */
const listed: Record<TodoView["kind"], State> = {
  record: records.missing,
  returnedSale: sales.returned,
  nextStep: nextSteps.due,
  praise: praises.asked,
  sale: sales.submitted,
  plan: plans.inReview,
  sentBackPlan: plans.sentBack,
  targets: targets.missing,
  plansMissing: plansOfReps.missing,
  review: reviews.open,
  companion: companions.open,
  visitQuestion: questions.open,
  report: reports.open,
  pin: pins.open,
  duplicate: duplicates.open,
  clientsLeft: clientsLeft.nobodys,
  export: tables.waiting,
  opening: openings.waiting,
  doubt: {
    reach: async () => {
      await reviews.open.reach();
      company.app.clock.advance({ days: 2 });
    },
    waitsFor: () => [rep],
  },
  // The next year is not known in the first days of December.
  calendarUnknown: {
    reach: async () => company.app.clock.set("2026-12-02T09:00:00+08:00"),
    waitsFor: () => [company.hr],
  },
  // Nobody has published a plan.
  setup: { reach: async () => undefined, waitsFor: () => [company.hr] },
};

it.each(Object.entries(listed))("a %s stands in the list of each for whom it waits", async (kind, state) => {
  await state.reach();
  for (const person of state.waitsFor())
    expect((await company.as(person).call("todos.mine")).items.map((todo) => todo.kind)).toContain(kind);
});

/** Documents with a state: what people hand to one another is walked through above. */
const walked: Record<string, readonly string[]> = {
  Sale: Object.keys(sales),
  Plan: Object.keys(plans).filter((name) => name !== "sentBack"),
  CheckInReview: Object.keys(reviews),
  VisitCompanion: Object.keys(companions),
  VisitQuestion: Object.keys(questions),
  Report: Object.keys(reports),
  PinProposal: Object.keys(pins),
  Duplicate: Object.keys(duplicates),
  Export: Object.keys(tables),
  Opening: Object.keys(openings),
};
/**
 * And those that wait for nobody else, in no state: what the clock and machines do, or the directory says, and tables that somebody imports,
 * who is told of each step by its task.
 */
const forNobody = ["Delivery", "Task", "Import", "JobRun", "Member", "Notice", "OrgUnit", "Period", "UpgradePosting"];

it("leaves out no document that can be in a state", () => {
  const states = Object.values(mongoose.models).flatMap((one) => {
    const path = one.schema.path("state") as { enumValues?: string[] } | undefined;
    return path && !forNobody.includes(one.modelName) ? [[one.modelName, [...(path.enumValues ?? [])].sort()]] : [];
  });
  expect(Object.fromEntries(states)).toEqual(
    Object.fromEntries(Object.entries(walked).map(([name, names]) => [name, [...names].sort()])),
  );
});
