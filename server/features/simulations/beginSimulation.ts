import type { AnswerOf, BodyOf } from "@shared/contracts";
import { planFaults } from "@shared/domain/pay";
import { hasEnded } from "@shared/domain/task";
import { AppError } from "@shared/errors";
import { command, commandIdOf, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { beginTask, presentTask, refuseManyTasks, taskIfAny } from "../../tasks";
import { findVersion, refuseFaults, rulesOf } from "../plans";
import { maySimulate } from "./policy";
import { SimulationModel, type SimulationRecord } from "./simulationModel";

export const simulationIfAny = (planId: string): Promise<SimulationRecord | null> =>
  SimulationModel.findOne({ _id: planId }).lean<SimulationRecord | null>();

/**
 * Has computed what a version would have cost; the one that is under way is everybody's.
 * @throws AppError "plan.unknown", "right.missing", "plan.published", "stale", "plan.faulty", "task.tooMany"
 */
export async function beginSimulation(
  deps: Pick<Deps, "clock">,
  { actor, planId, body }: { actor: MemberActor; planId: string; body: BodyOf<"simulations.begin"> },
): Promise<AnswerOf<"simulations.begin">> {
  const { commandId, revision } = body;
  const request = { actor, commandId, kind: "simulations.begin", body: { ...body, planId } };
  const { taskId } = await command({ ...request, queue: `simulation:${planId}` }, async () => {
    allow(await maySimulate(actor), "plans are simulated by HR and finance");
    const version = await findVersion(planId);
    if (version.state === "published") throw new AppError("plan.published", `${planId} is published`);
    if (version.revision !== revision)
      throw new AppError("stale", `${planId} was changed meanwhile`, { revision: version.revision });
    refuseFaults(planFaults(rulesOf(version)));
    const known = await simulationIfAny(planId);
    const under = known && (await taskIfAny(known.taskId));
    if (under && !hasEnded(under.state))
      return { answer: { taskId: under.memberId === actor.id ? under._id : null }, write: async () => undefined };
    await refuseManyTasks(actor.id);
    const at = deps.clock.now();
    const id = commandIdOf(request);
    return {
      answer: { taskId: id },
      audit: { action: "plan.simulate", subject: `plan:${planId}`, at },
      write: async (session) => {
        if (known)
          await updateAtRevision(
            SimulationModel,
            { id: planId, revision: known.revision, set: { taskId: id } },
            session,
          );
        else await insert(SimulationModel, { ...nothingYet, _id: planId, taskId: id }, session);
        await beginTask({ taskId: id, kind: "plans.simulate", by: actor, input: { planId }, at }, session);
      },
    };
  });
  const task = taskId === null ? null : await taskIfAny(taskId);
  return { planId, task: task && presentTask(task, actor) };
}

const nothingYet = { rulesHash: null, report: null, memberIds: [], simulatedAt: null, revision: 1 };
