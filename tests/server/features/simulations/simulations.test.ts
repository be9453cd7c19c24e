import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { internetCompany } from "@shared/domain/pay/plans";
import { auditInsert } from "../../../../server/audit";
import type { Deps } from "../../../../server/deps";
import { eraseSimulations, eraseSimulationsOf, simulatePlanTask } from "../../../../server/features/simulations";
import { PlanModel } from "../../../../server/features/plans/planModel";
import { SimulationModel } from "../../../../server/features/simulations/simulationModel";
import { presentSimulation } from "../../../../server/features/simulations/presentSimulation";
import type { SimulationReport } from "../../../../server/features/simulations/simulatePlan";
import { type TaskKind, workTasks } from "../../../../server/tasks";
import {
  type Company,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

/** Two reps on 1.5 % of each order; one has sold 10 万 in March, the other 20 万. */
const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{ name: "小王" }, { name: "小李" }] });
  const [rep, other] = reps;
  await givenPlan(company, { scope: { orgUnits: [unitId] } });
  for (const [owner, amountFen] of [
    [rep, 10_000_000],
    [other, 20_000_000],
  ] as const) {
    const customer = await givenCustomer(company, { owner });
    await givenConfirmedSale(company, { rep: owner, customer, amountFen });
  }
  return { unitId, rep, other, admin: await givenMember(company, { roles: ["admin"] }) };
});

let company: Company;
let unitId: string;
let rep: Person;
let admin: Person;
beforeEach(async () => {
  ({ company, unitId, rep, admin } = await start({ now: "2026-03-20T10:00:00+08:00" }));
  company.app.clock.set("2026-04-02T10:00:00+08:00");
});

const planId = `${internetCompany.code}@2`;
const next = (amount = "金额 × 1%") =>
  ({
    ...internetCompany,
    ...{ version: 2, validFrom: "2026-06-01", scope: { orgUnits: [unitId] } },
    components: internetCompany.components.map((one) => (one.code === "commission" ? { ...one, amount } : one)),
    examples: [],
  }) as BodyOf<"plans.draft">["plan"];
const draft = (plan = next(), revision = 0) =>
  company.as(company.hr).call("plans.draft", undefined, { commandId: randomUUID(), revision, plan });
const begin = (by: Person = company.hr, revision = 1) =>
  company.as(by).call("simulations.begin", { planId }, { commandId: randomUUID(), revision });
const read = (by: Person = company.hr) => company.as(by).call("simulations.read", { planId });
const work = (kind: TaskKind<Deps> = simulatePlanTask) => workTasks(company.app.deps, [kind]);

describe("what a plan would have cost", () => {
  it("is computed from the months that there are, before and after, by the engine that pays", async () => {
    await draft();
    expect(await read()).toMatchObject({ state: "none", report: null });
    await begin();
    expect(await read()).toMatchObject({ state: "waiting", report: null });
    await work();
    const paid = (await stored("statements", {})).map(
      ({ statement }) => (statement as { totals: { amountFen: number } }).totals.amountFen,
    );
    const { report, state, isCurrent } = await read();
    expect([state, isCurrent, report?.isMadeUp]).toEqual(["done", true, false]);
    expect(report).toMatchObject({ memberCount: 2, salesFen: 30_000_000, winners: 0, losers: 2, exceptions: 0 });
    expect(report?.beforeFen).toBe(paid.reduce((sum, one) => sum + one, 0));
    expect(report?.beforeFen).toBe((report?.afterFen ?? 0) + 150_000);
  });

  it("names who loses most to HR, which is noted", async () => {
    await draft();
    await begin();
    await work();
    const { report } = await read();
    expect(report?.people).toMatchObject({ gains: [], losses: [{ name: "小李" }, { name: "小王" }] });
    const [entry] = await stored("auditEntries", { action: "simulation.read" });
    expect(entry).toMatchObject({ subject: `plan:${planId}`, detail: { members: expect.anything() as string[] } });
  });

  it("names nobody to whoever does not see other people's pay", async () => {
    await draft();
    await begin();
    await work();
    const [record] = await stored("planSimulations", {});
    const shown = presentSimulation(record?.report as SimulationReport, {
      ...{ people: false, nameOf: (id) => id, simulatedAt: new Date() },
    });
    expect(shown).toMatchObject({ people: null, teams: [], losers: 2 });
    expect(JSON.stringify(shown)).not.toContain(rep.memberId);
  });

  it("is of people who are made up where nobody has a month yet", async () => {
    const newcomers = await givenTeam(company, { reps: [{}] });
    await draft({ ...next(), scope: { orgUnits: [newcomers.unitId] } });
    await begin();
    await work();
    expect((await read()).report).toMatchObject({ isMadeUp: true, memberCount: 20, people: null, losers: 19 });
  });

  it("is one piece of work, whoever asks for it meanwhile", async () => {
    await draft();
    await Promise.all([begin(), begin(company.finance)]);
    expect(await stored("tasks", { kind: "plans.simulate" })).toHaveLength(1);
  });

  /** Its worker has failed behind the first member; then `meanwhile` happens. @returns how many members were done at each step */
  async function goneOnAfter(meanwhile: () => Promise<unknown>): Promise<number[]> {
    await draft();
    await begin();
    const done: number[] = [];
    const failing: TaskKind<Deps> = {
      ...simulatePlanTask,
      run: (task, deps) =>
        simulatePlanTask.run(
          {
            ...task,
            advance: async (step, write) => {
              await task.advance(step, write);
              done.push(step.done);
              if (done.length === 1) throw new Error("the worker is gone");
            },
          },
          deps,
        ),
    };
    await work(failing);
    await meanwhile();
    company.app.passRealTime({ seconds: 60 });
    await work(failing);
    return done;
  }

  it("goes on behind the member at whom a worker has failed", async () => {
    expect(await goneOnAfter(() => Promise.resolve())).toEqual([1, 2, 3]);
    expect((await read()).report).toMatchObject({ memberCount: 2, salesFen: 30_000_000 });
  });

  it("begins anew where the plan was written anew while nobody worked on it", async () => {
    expect(await goneOnAfter(() => draft(next("金额 × 3%"), 1))).toEqual([1, 1, 2, 3]);
    expect(await read()).toMatchObject({ isCurrent: true, report: { winners: 2, losers: 0, salesFen: 30_000_000 } });
  });

  it("begins anew where a month has ended while nobody worked on it", async () => {
    const done = await goneOnAfter(() => Promise.resolve(company.app.clock.set("2026-05-02T10:00:00+08:00")));
    expect(done).toEqual([1, 1, 2, 3]);
    expect((await read()).report).toMatchObject({ to: "2026-04", salesFen: 30_000_000 });
  });

  it("leaves what people are paid nowhere but in its report", async () => {
    await draft();
    await begin();
    await work();
    const [task] = await stored("tasks", { kind: "plans.simulate" });
    expect(task).toMatchObject({ isOpen: false, cursor: null });
  });

  describe("of one person, whose pay does not change", () => {
    beforeEach(async () => {
      await draft({ ...next("金额 × 1.5%"), scope: { members: [rep.memberId] } });
      await begin();
      await work();
    });

    it("is their pay, of which each look is noted", async () => {
      expect((await read()).report).toMatchObject({ memberCount: 1, same: 1, salesFen: 10_000_000 });
      const [entry] = await stored("auditEntries", { action: "simulation.read" });
      expect(entry).toMatchObject({ subject: `plan:${planId}`, detail: { members: [rep.memberId] } });
    });

    it("goes with them when they are erased", async () => {
      const { deps } = company.app;
      expect(await eraseSimulationsOf(deps, rep.memberId, slot(), auditInsert(deps.realNow))).toBe(1);
    });

    it("is withheld from an administrator who may put the plan in force", async () => {
      await lookAt(() => PlanModel.updateOne({ _id: planId }, { $set: { state: "inReview" } }));
      expect(await read(admin)).toMatchObject({ state: "done", isWithheld: true, report: null });
      expect(await stored("auditEntries", { action: "simulation.read" })).toEqual([]);
    });
  });

  it("is read as a whole by an administrator where it is of many", async () => {
    await draft();
    await begin();
    await work();
    await lookAt(() => PlanModel.updateOne({ _id: planId }, { $set: { state: "inReview" } }));
    await lookAt(() => SimulationModel.updateOne({ _id: planId }, { $set: { "report.memberCount": 3 } }));
    expect((await read(admin)).report).toMatchObject({ memberCount: 3, people: null, teams: [] });
  });

  it("says that it is of an older state of the plan", async () => {
    await draft();
    await begin();
    await work();
    await draft(next("金额 × 3%"), 1);
    expect(await read()).toMatchObject({ state: "done", isCurrent: false, report: { losers: 2 } });
    await begin(company.hr, 2);
    await work();
    expect(await read()).toMatchObject({ isCurrent: true, report: { winners: 2 } });
  });

  it("changes nobody's pay", async () => {
    const before = await stored("statements", {});
    await draft();
    await begin();
    await work();
    expect(await stored("statements", {})).toEqual(before);
  });

  const slot = () => ({ at: company.app.deps.clock.now(), runId: "run-1" });

  it("goes with whoever is erased and is named in it", async () => {
    await draft();
    await begin();
    await work();
    const { deps } = company.app;
    expect(await eraseSimulationsOf(deps, rep.memberId, slot(), auditInsert(deps.realNow))).toBe(1);
    expect(await read()).toMatchObject({ state: "none", report: null });
  });

  it("is kept for thirty days", async () => {
    await draft();
    await begin();
    await work();
    const { deps } = company.app;
    company.app.clock.set("2026-05-02T10:00:00+08:00");
    expect(await eraseSimulations(deps, slot(), auditInsert(deps.realNow))).toBe(0);
    company.app.clock.set("2026-05-03T10:00:00+08:00");
    expect(await eraseSimulations(deps, slot(), auditInsert(deps.realNow))).toBe(1);
  });
});
