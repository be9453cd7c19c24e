import { randomUUID } from "node:crypto";
import type { CheckInView } from "@shared/contracts";
import type { Plan } from "@shared/domain/pay";
import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import { remindApprovers } from "../../../../server/features/approvals";
import { closeReviews } from "../../../../server/features/reviews";
import {
  checkInBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";

const companyWith = (plan: Plan) =>
  prepare(async (company) => {
    const above = await givenTeam(company);
    const { unitId, manager, reps } = await givenTeam(company, {
      parentId: above.unitId,
      manager: { name: "陈浩" },
      reps: [{ name: "小王" }, {}],
    });
    const [rep, colleague] = reps;
    const head = above.manager;
    await givenPlan(company, { ...plan, scope: { orgUnits: [unitId] } });
    const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械" });
    return { manager, rep, colleague, head, customer };
  });

/** Whose check-ins at a client are looked at, who decides, and the pay of a visit that hangs on it. */
export interface Reviewed {
  company: Company;
  manager: Person;
  rep: Person;
  colleague: Person;
  /** Above the manager. */
  head: Person;
  customer: Customer;
}

/** Gives each test of the file such a company, and what is done in it again and again. @param plan by which its people are paid */
export function givenReviewed(plan: Plan = pharmaCompanyPerVisit) {
  const start = companyWith(plan);
  const at = {} as Reviewed;
  beforeEach(async () => {
    Object.assign(at, await start());
    await givenConsent(at.company, at.rep);
  });

  const doubtful = (): Promise<CheckInView> =>
    givenCheckIn(at.company, { rep: at.rep, customer: at.customer, northM: 215 });
  const unverified = async (): Promise<CheckInView> =>
    (
      await at.company
        .as(at.rep)
        .call("checkIns.create", undefined, checkInBody(at.company, at.customer, { fix: null }))
    ).checkIn;
  const recorded = async (checkIn: CheckInView) =>
    (await at.company.as(at.rep).call("visits.record", undefined, visitBody(at.company, checkIn))).visit;
  const decided = (checkInId: string, accepted: boolean, more: { by?: Person; revision?: number } = {}) =>
    at.company
      .as(more.by ?? at.manager)
      .call(
        "reviews.decide",
        { checkInId },
        { commandId: randomUUID(), revision: more.revision ?? 1, accepted, reason: "问过客户了" },
      );
  const paid = async () => {
    const { totals } = await at.company.as(at.rep).call("statements.mine", { period: "2026-03" });
    return totals.estimatedFen + totals.earnedFen + totals.payableFen;
  };
  const later = () => at.company.app.clock.advance({ minutes: 5 });
  const readVisit = async (visitId: string) => (await at.company.as(at.rep).call("visits.read", { visitId })).visit;
  const ofDay = async () => (await at.company.as(at.rep).call("checkIns.mine", { on: "2026-03-26" })).items;
  const toReview = async (by: Person = at.manager) =>
    (await at.company.as(by).call("todos.approvals")).items
      .filter(({ kind }) => kind === "review")
      .map(({ subjectId, ...todo }) => ({ ...todo, checkInId: subjectId }));

  async function afterDays(days: number): Promise<void> {
    const { app } = at.company;
    app.clock.advance({ hours: 24 * days });
    const slot = { at: app.deps.clock.now(), runId: `run-${days}` };
    await remindApprovers(slot, app.deps);
    await closeReviews(slot, app.deps);
    await at.company.workAll();
  }

  return { at, doubtful, unverified, recorded, decided, paid, later, readVisit, ofDay, toReview, afterDays };
}
