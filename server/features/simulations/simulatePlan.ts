import { setImmediate } from "node:timers/promises";
import type { Plan } from "@shared/domain/pay";
import {
  addSimulation,
  always,
  emptyTally,
  simulate,
  type SimulatedMonth,
  type SimulationSummary,
  type SimulationTally,
  summaryOf,
  syntheticPopulation,
} from "@shared/domain/pay/simulation";
import { businessDayOf, daysOf, type Month, monthOf, previousPeriod } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { update } from "../../db";
import type { Deps } from "../../deps";
import { type RunningTask, taskKind, type TaskResult } from "../../tasks";
import {
  findVersionOrNull,
  membersInScope,
  type OrganisationSnapshot,
  readOrganisationSnapshot,
  rulesHashOf,
  rulesOf,
} from "../plans";
import { monthsStored, readMonthUnder } from "../statements";
import { SimulationModel } from "./simulationModel";

export interface SimulateInput {
  planId: string;
}

/** As it is stored: no person is in it but those of `memberIds`. */
export interface SimulationReport extends Omit<SimulationSummary, "nearCliffs"> {
  isMadeUp: boolean;
  from: Month;
  to: Month;
}

/** Sums of other rules, or of other months, do not go together. */
interface Basis {
  rulesHash: string;
  to: Month;
}

interface Cursor extends Basis {
  /** The members up to here are in it. */
  after: string;
  tally: SimulationTally;
  alone: Alone;
}

/** Of each team the one member who is in it; null once there are several: until then what the team is paid is what they are. */
type Alone = [teamId: string, memberId: string | null][];

const monthsMax = 12;

/** Member by member, each with all their months: so many facts are held at a time, and whoever goes on after a kill takes the next one. */
export const simulatePlanTask = taskKind<SimulateInput, Deps>("plans.simulate", {
  run: (task, deps) => simulatePlan(task, deps),
});

async function simulatePlan(task: RunningTask<SimulateInput>, { clock }: Pick<Deps, "clock">): Promise<TaskResult> {
  const { planId } = task.input;
  const version = await findVersionOrNull(planId);
  if (!version) throw new AppError("plan.unknown", `no plan ${planId}`);
  const plan = rulesOf(version);
  const months = monthsBefore(monthOf(businessDayOf(clock.now())));
  const [first, last] = [months[0] ?? "", months.at(-1) ?? ""];
  const snapshot = await readOrganisationSnapshot();
  const memberIds = await membersInScope([plan.scope], snapshot.units, {
    from: daysOf(first).from,
    to: daysOf(last).to,
  });
  const under = { ...snapshot, plans: [...snapshot.plans.filter(({ code }) => code !== plan.code), always(plan)] };
  const basis: Basis = { rulesHash: rulesHashOf(plan), to: last };
  const stored = goesOnFrom(task.cursor as Cursor | null, basis); // as `advance` stored it below
  let tally = stored?.tally ?? emptyTally;
  let alone = stored?.alone ?? [];
  const rest = stored ? memberIds.filter((memberId) => memberId > stored.after) : memberIds;
  let done = memberIds.length - rest.length;
  for (const memberId of rest) {
    const own = await monthsOf(memberId, months, { code: plan.code, under });
    tally = addSimulation(tally, simulate(own));
    alone = withMember(alone, memberId, own);
    done += 1;
    const cursor: Cursor = { ...basis, after: memberId, tally, alone };
    await task.advance({ cursor, done, total: memberIds.length });
    await setImmediate();
  }
  const isMadeUp = tally.monthCount === 0;
  const before = snapshot.plans.findLast(({ code }) => code === plan.code) ?? null;
  if (isMadeUp) tally = addSimulation(emptyTally, simulate(syntheticPopulation(plan, before)));
  const { nearCliffs: _nearCliffs, ...summary } = summaryOf(tally);
  const report: SimulationReport = { ...summary, isMadeUp, from: first, to: last };
  const named = [...report.gains, ...report.losses].map(({ memberId }) => memberId);
  const shownIds = isMadeUp ? [] : [...new Set([...named, ...alone.flatMap(([, memberId]) => memberId ?? [])])];
  const set = { report, rulesHash: basis.rulesHash, memberIds: shownIds, simulatedAt: clock.now() };
  return {
    counts: { members: report.memberCount },
    // Where it was asked for anew meanwhile, what is found here is nobody's.
    write: (session) =>
      update(
        SimulationModel,
        { filter: { _id: planId, taskId: task.taskId }, set, inc: { revision: 1 } },
        session,
        () => undefined,
      ),
  };
}

/** Where the plan was written anew or a month has ended since, it begins anew. */
const goesOnFrom = (stored: Cursor | null, { rulesHash, to }: Basis): Cursor | null =>
  stored?.rulesHash === rulesHash && stored.to === to ? stored : null;

function withMember(alone: Alone, memberId: string, months: readonly SimulatedMonth[]): Alone {
  const found = new Map(alone);
  for (const teamId of new Set(months.map(({ group }) => group)))
    found.set(teamId, found.has(teamId) ? null : memberId);
  return [...found];
}

/** The last ones that are over, the oldest first. */
function monthsBefore(present: Month): Month[] {
  const months: Month[] = [];
  for (let month = previousPeriod(present); months.length < monthsMax; month = previousPeriod(month))
    months.unshift(month);
  return months;
}

/** Those months of a member in which the plan would have paid. */
async function monthsOf(
  memberId: string,
  months: readonly Month[],
  { code, under }: { code: Plan["code"]; under: OrganisationSnapshot },
): Promise<SimulatedMonth[]> {
  const found: SimulatedMonth[] = [];
  for (const month of (await monthsStored(memberId, months)).sort()) {
    const { book, before, after } = await readMonthUnder(memberId, month, under);
    const isPaid = after.some(
      ({ to, versions }) => versions.some((one) => one.code === code) && (to === null || to >= daysOf(month).from),
    );
    const group = after.findLast(({ teamId }) => teamId !== null)?.teamId ?? "";
    if (isPaid) found.push({ book, before, after, group });
  }
  return found;
}
