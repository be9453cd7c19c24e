import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../../server/features/members";
import { draftPlan, publishPlan, submitPlan } from "../../../../server/features/plans";
import { crontab, scheduler } from "../../../../server/jobs";
import {
  type Company,
  departmentIdOf,
  givenPlan,
  givenTeam,
  peopleOfHr,
  type Person,
  prepare,
  type Team,
  givenPlanCheck,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { stored } from "../../../support/testDatabase";

/*
 * What a month pays by itself is in the ledger, whether or not anybody sells or looks.
 */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  return { team, rep };
});

let company: Company;
let team: Team;
let rep: Person;
beforeEach(async () => {
  ({ company, team, rep } = await start());
  await givenPlan(company, { ...fixedPay, scope: { members: [rep.memberId] } } as Plan);
  await company.workAll();
});

/** 500 yuan a month, for being there. */
const fixedPay = {
  ...internetCompany,
  ...{ code: "fixed", inputs: [], tables: [], stacking: [] },
  components: [
    {
      ...{ code: "base", name: "补贴", nameEn: "Allowance", kind: "补贴", grain: "period", period: "month" },
      ...{ amount: "500元", pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }] },
    },
  ],
  examples: [{ name: "who is there", given: {}, expect: { base: "500元" } }],
};

const journalsOf = (repMonth: string) => stored("journals", { repMonth });

/** As HR does, today. */
async function publishToday(plan: Plan): Promise<void> {
  const { deps } = company.app;
  const { hr, second } = await peopleOfHr(company, plan);
  const planId = `${plan.code}@${plan.version}`;
  const commandOf = (revision: number) => ({ commandId: company.newId(), revision });
  await draftPlan(deps, { actor: hr, body: { ...commandOf(0), plan } });
  await givenPlanCheck(planId);
  await submitPlan(deps, { actor: hr, planId, body: commandOf(1) });
  await publishPlan(deps, { actor: second, planId, body: commandOf(2) });
}

async function runJobs(at: string): Promise<void> {
  company.app.clock.set(at);
  const { tick } = scheduler(
    company.app.deps,
    crontab(company.app.deps).filter(({ name }) => name === "price-months"),
  );
  await tick();
  await company.workAll();
}

it("is priced before the first morning for everybody who is on a plan, once", async () => {
  await runJobs("2026-03-31T03:42:30+08:00");
  await runJobs("2026-04-01T03:42:30+08:00");
  expect(await journalsOf(`${rep.memberId}:2026-04`)).toMatchObject([{ causes: [{ kind: "monthBegin" }] }]);
  await runJobs("2026-04-02T03:42:30+08:00");
  expect(await journalsOf(`${rep.memberId}:2026-04`)).toHaveLength(1);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("is priced in the month after, where no worker was there in time", async () => {
  await runJobs("2026-02-27T03:42:30+08:00");
  await runJobs("2026-04-20T03:42:30+08:00");
  expect(await journalsOf(`${rep.memberId}:2026-03`)).toHaveLength(1);
});

it("is priced though no worker was there for a quarter", async () => {
  await runJobs("2026-04-02T03:42:30+08:00");
  await runJobs("2026-07-20T03:42:30+08:00");
  for (const period of ["2026-04", "2026-05", "2026-06", "2026-07"])
    expect(await journalsOf(`${rep.memberId}:${period}`)).toHaveLength(1);
});

it("is priced from the first day of a plan that begins with months that are over", async () => {
  await publishToday({ ...fixedPay, code: "late", scope: { members: [company.hr.memberId] } } as Plan);
  await company.workAll();
  const paid = await stored("journals", { memberId: company.hr.memberId });
  expect(paid.map(({ period }) => period as string).sort()).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect(await checkedLedger()).toMatchObject({ difference: null });
});

it("is none that no plan reaches, whoever looks at it", async () => {
  await company.statement(rep, "2001-05");
  await company.workAll();
  expect(await stored("statements", { _id: `${rep.memberId}:2001-05` })).toEqual([]);
  expect(await stored("periods", { _id: "2001-05" })).toEqual([]);
});

it("is priced once, when its member looks at it later", async () => {
  company.app.clock.set("2026-05-20T09:00:00+08:00");
  const first = await company.statement(rep, "2026-03");
  await company.workAll();
  const then = await company.statement(rep, "2026-03");
  expect(then).toMatchObject({ revision: 1, totals: first.totals });
  expect(await journalsOf(`${rep.memberId}:2026-03`)).toHaveLength(1);
});

it("is no month of somebody who was not there", async () => {
  company.app.wecom.putMember({ userid: "newcomer", name: "新来", department: [departmentIdOf(team.unitId)] });
  company.app.clock.set("2026-04-02T09:00:00+08:00");
  await syncDirectory(company.app.deps);
  await company.statement({ memberId: "newcomer", name: "新来" }, "2026-03");
  await company.workAll();
  expect(await stored("statements", { _id: "newcomer:2026-03" })).toEqual([]);
});
