import { hasEnded } from "@shared/domain/task";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { noteSeen, taskIfAny } from "../../tasks";
import { noteLookAtSeveral } from "../looks";
import { findMembers, findUnits } from "../members";
import { authorIdsOf, findVersion, mayReadWholePlan, rulesHashOf, rulesOf } from "../plans";
import { beginSimulation, simulationIfAny } from "./beginSimulation";
import { maySeePeople, maySimulate } from "./policy";
import { isOfPersons, presentSimulation } from "./presentSimulation";
import type { SimulationReport } from "./simulatePlan";

const askAgainMs = 1_000;

export const simulationsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"simulations"> => ({
  "simulations.begin": ({ actor, params: { planId }, body }) => beginSimulation(deps, { actor, planId, body }),

  "simulations.read": async ({ ctx, actor, params: { planId } }) => {
    const version = await findVersion(planId);
    allow(
      authorIdsOf(version).includes(actor.id) || mayReadWholePlan(actor, version),
      "what a plan would cost is read by whoever writes it or puts it in force",
    );
    const known = await simulationIfAny(planId);
    const task = known && (await taskIfAny(known.taskId));
    if (task && hasEnded(task.state) && task.memberId === actor.id) await noteSeen(task, deps.realNow());
    const isOpen = task !== null && !hasEnded(task.state);
    const report = (known?.report as SimulationReport | null | undefined) ?? null; // as the task stored it
    const isCurrent = known?.rulesHash === rulesHashOf(rulesOf(version));
    const progress = isOpen
      ? { done: task.progress.done, total: task.progress.total ?? null, askAgainMs }
      : { done: 0, total: null, askAgainMs: null };
    const state = isOpen ? "waiting" : task?.state === "done" ? "done" : known ? "failed" : "none";
    const mayBegin = version.state !== "published" && (await maySimulate(actor));
    if (!report || !known?.simulatedAt) return { ...progress, state, isCurrent, mayBegin, report: null };
    const people = maySeePeople(actor);
    if (!people && isOfPersons(report))
      return { ...progress, state, isCurrent, mayBegin, isWithheld: true, report: null };
    const memberIds = people ? known.memberIds : [];
    if (memberIds.length > 0)
      await noteLookAtSeveral(deps, {
        ...{ actor, what: "simulation.read", subject: `plan:${planId}`, memberIds },
        ...{ at: deps.clock.now(), requestId: ctx.state.requestId },
      });
    const [members, units] = await Promise.all([findMembers(memberIds), people ? findUnits() : null]);
    const unitNames = new Map([...(units?.values() ?? [])].map(({ unitId, name }) => [unitId, name]));
    const nameOf = (id: string) => members.get(id)?.name ?? unitNames.get(id) ?? id;
    const shown = presentSimulation(report, { people, nameOf, simulatedAt: known.simulatedAt });
    return { ...progress, state, isCurrent, mayBegin, report: shown };
  },
});
