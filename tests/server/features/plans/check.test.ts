import { randomUUID } from "node:crypto";
import { checkStepCount, noCheck } from "@shared/domain/pay";
import { checkPlanTask, storeCheck } from "../../../../server/features/plans";
import type { Deps } from "../../../../server/deps";
import { type TaskKind, workTasks } from "../../../../server/tasks";
import type { Company, Person } from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { flat, planDesk, planId, startPlanCompany } from "./givenPlans";

let company: Company;
beforeEach(async () => {
  ({ company } = await startPlanCompany());
});

const { draft } = planDesk(() => company);
const ask = (by: Person = company.hr, revision = 1) =>
  company.as(by).call("plans.check", { planId }, { commandId: randomUUID(), revision });
const submit = (revision = 1, reason?: string) =>
  company.as(company.hr).call("plans.submit", { planId }, { commandId: randomUUID(), revision, reason });
const checkOf = async (by: Person = company.hr) => (await company.as(by).call("plans.report", { planId })).check;
const asked = async () =>
  (await checkOf()).report?.findings.flatMap(({ code, severity }) => (severity === "warns" ? [code] : []));
const work = (kind: TaskKind<Deps> = checkPlanTask) => workTasks(company.app.deps, [kind]);
const tasksOf = () => stored("tasks", { kind: "plans.check" });

/** The same result enters twice. */
const doubtful = {
  ...flat,
  components: flat.components.map((one) => ({ ...one, amount: "个人业绩 × 2% × (个人业绩 ÷ 100万元)" })),
  examples: [{ name: "10万", given: { 个人业绩: "100000元" }, expect: { commission: "200元" } }],
} as object;

describe("a plan's check", () => {
  it("is finished before the plan goes to a second person", async () => {
    await draft();
    await expect(submit()).rejects.toMatchObject({ code: "plan.notChecked" });
    await ask();
    await expect(submit()).rejects.toMatchObject({ code: "plan.notChecked" });
    await work();
    expect(await submit()).toMatchObject({ state: "inReview" });
  });

  it("goes on by itself while its page tells how far it is", async () => {
    await draft();
    expect(await checkOf()).toMatchObject({ state: "none", report: null });
    const { task } = await ask();
    expect(task).toMatchObject({ kind: "plans.check", state: "queued" });
    expect(await checkOf()).toMatchObject({ state: "waiting", done: 0, total: checkStepCount, askAgainMs: 1_000 });
    await work();
    expect(await checkOf()).toMatchObject({
      state: "done",
      done: checkStepCount,
      askAgainMs: null,
      report: { unfinished: [], leftOut: 0 },
    });
  });

  it("is made once for the same rules, whoever asks", async () => {
    await draft();
    await ask();
    expect((await ask(company.finance)).task).toBeNull();
    await work();
    expect((await ask()).task).toBeNull();
    expect(await tasksOf()).toHaveLength(1);
  });

  it("is one where two people ask at the same time", async () => {
    await draft();
    await Promise.all([ask(), ask(company.finance)]);
    expect(await tasksOf()).toHaveLength(1);
  });

  it("is read by the second person as it was made", async () => {
    await draft(company.hr, doubtful);
    await ask();
    await work();
    const before = await checkOf();
    await submit(1, "和老板定好的");
    expect(await checkOf(company.finance)).toEqual(before);
    await company.as(company.finance).call("plans.publish", { planId }, { commandId: randomUUID(), revision: 2 });
    expect([await checkOf(), (await tasksOf()).length]).toEqual([before, 1]);
  });

  it("asks for a reason for what it has found", async () => {
    await draft(company.hr, doubtful);
    await ask();
    await work();
    expect(await asked()).toEqual(["quadratic"]);
    await expect(submit()).rejects.toMatchObject({
      code: "plan.faulty",
      problem: { faults: [{ code: "doubt.quadratic" }] },
    });
    expect(await submit(1, "和老板定好的")).toMatchObject({ state: "inReview" });
  });

  it("does not count for a plan that was changed while it went on", async () => {
    await draft();
    await ask();
    await draft(company.hr, doubtful, 1);
    await work();
    expect(await checkOf()).toMatchObject({ state: "none" });
    await expect(submit(2)).rejects.toMatchObject({ code: "plan.notChecked" });
    await ask(company.hr, 2);
    await work();
    expect(await asked()).toEqual(["quadratic"]);
  });

  it("does not put an older plan's report in the place of the newer one's", async () => {
    await draft();
    await ask();
    // The worker has read the older rules when somebody writes others, and has them checked.
    const slow: TaskKind<Deps> = {
      ...checkPlanTask,
      run: async (task, deps) => {
        const result = await checkPlanTask.run(task, deps);
        if ((await tasksOf()).length === 1) {
          await draft(company.hr, doubtful, 1);
          await ask(company.hr, 2);
        }
        return result;
      },
    };
    await work(slow);
    expect(await asked()).toEqual(["quadratic"]);
  });

  it("goes on where a worker that failed has left it", async () => {
    await draft();
    await ask();
    const steps: number[] = [];
    const failing: TaskKind<Deps> = {
      ...checkPlanTask,
      run: (task, deps) =>
        checkPlanTask.run(
          {
            ...task,
            advance: async (step, write) => {
              await task.advance(step, write);
              steps.push(step.done);
              if (steps.length === 3) throw new Error("the worker is gone");
            },
          },
          deps,
        ),
    };
    await work(failing);
    expect(await checkOf()).toMatchObject({ state: "waiting", done: 3 });
    company.app.passRealTime({ seconds: 60 });
    await work(failing);
    expect(steps).toEqual(Array.from({ length: checkStepCount }, (_, at) => at + 1));
    expect(await checkOf()).toMatchObject({ state: "done" });
  });

  it("can be asked for again where it did not come to its end", async () => {
    await draft();
    const { task } = await ask();
    await company.as(company.hr).call("tasks.cancel", { taskId: task?.taskId ?? "" }, { commandId: randomUUID() });
    expect(await checkOf()).toMatchObject({ state: "failed" });
    await ask();
    await work();
    expect(await checkOf()).toMatchObject({ state: "done" });
  });

  it("names what it has not looked for everywhere", async () => {
    await draft();
    const report = { ...noCheck, steps: checkStepCount, probes: 20_000, unfinished: ["cliff" as const] };
    await storeCheck(planId, report, company.app.deps.clock.now());
    expect((await checkOf()).report).toMatchObject({ probes: 20_000, unfinished: ["cliff"] });
  });

  it("is not made of a plan with faults, which are named at once", async () => {
    await draft(company.hr, { ...flat, components: flat.components.map((one) => ({ ...one, amount: "业绩 × 2%" })) });
    await expect(ask()).rejects.toMatchObject({ code: "plan.faulty" });
    expect(await tasksOf()).toEqual([]);
  });

  it("is not made of an older state of a plan than there is", async () => {
    await draft();
    await draft(company.hr, { ...flat, name: "改名" }, 1);
    await expect(ask(company.hr, 1)).rejects.toMatchObject({ code: "stale" });
  });

  const told = async () => {
    company.app.passRealTime({ seconds: 20 });
    await company.workAll();
    return (await stored("notices", { kind: "task_ended" })).map(({ receiverId }) => receiverId as string);
  };

  it("tells whoever has left its page that it is done", async () => {
    await draft();
    await ask();
    await work();
    expect(await told()).toEqual([company.hr.memberId]);
  });

  it("tells nobody who has seen on its page that it is done", async () => {
    await draft();
    await ask();
    await work();
    await checkOf();
    expect(await told()).toEqual([]);
  });
});
