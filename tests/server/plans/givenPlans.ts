import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";

type PlanBody = BodyOf<"plans.draft">["plan"];

/** 2 % for 小王, from 1 April. */
export const flat = contracts["plans.draft"].example.body.plan;
export const planId = "demo-flat@1";

/** The demo company, with a second person of HR beside 周敏: 林静. */
export async function startPlanWorld(): Promise<DemoWorld> {
  const world = await startDemoWorld();
  const body = { commandId: randomUUID(), role: "hr" as const, unitId: null, lastOn: null };
  await world.as("zhoumin").call("roles.grant", { memberId: "linjing" }, body);
  return world;
}

/** The steps of a plan, as people of HR take them. @param world that of the test which runs */
export const planDesk = (world: () => DemoWorld) => ({
  draft: (by = "zhoumin", plan: object = flat, revision = 0) =>
    // A test sends what a console would.
    world()
      .as(by)
      .call("plans.draft", undefined, { commandId: randomUUID(), revision, plan: plan as PlanBody }),
  move: (verb: "submit" | "publish", by: string, revision: number, id = planId) =>
    world().as(by).call(`plans.${verb}`, { planId: id }, { commandId: randomUUID(), revision }),
  sendBack: (by: string, revision: number) =>
    world().as(by).call("plans.sendBack", { planId }, { commandId: randomUUID(), revision, reason: "比例写高了" }),
  stateOf: async (by = "zhoumin", id = planId) => {
    const { plan } = await world().as(by).call("plans.read", { planId: id });
    return [plan.state, plan.revision, plan.steps.map(({ action, by: who }) => `${action} ${who.id}`)];
  },
});
