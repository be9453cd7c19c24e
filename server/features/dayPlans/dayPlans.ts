import type { AnswerOf, BodyOf } from "@shared/contracts";
import { addDays, type BusinessDay, businessDayOf, type Month, monthOf } from "@shared/domain/time";
import { recordWrittenAt } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { DayPlanModel, type DayPlanRecord } from "./dayPlanModel";

/** So long after it was said last: by then its day is over. */
const keptMs = 9 * 86_400_000;
/** A phone without a network may bring what was meant for a day that is over. */
const daysBack = 7;
const daysAhead = 7;

const idOf = (memberId: string, on: BusinessDay): string => `${memberId}:${on}`;

const planIfAny = (memberId: string, on: BusinessDay): Promise<DayPlanRecord | null> =>
  DayPlanModel.findOne({ _id: idOf(memberId, on) }).lean<DayPlanRecord | null>();

const present = (plan: Pick<DayPlanRecord, "stops" | "saidAt">): NonNullable<AnswerOf<"dayPlans.read">["plan"]> => ({
  stops: [...plan.stops],
  saidAt: plan.saidAt.toISOString(),
});

/** What somebody has said of a day; null where nothing. */
export async function readDayPlan(memberId: string, on: BusinessDay): Promise<AnswerOf<"dayPlans.read">> {
  const plan = await planIfAny(memberId, on);
  return { plan: plan && present(plan) };
}

/** What somebody meant to do in a month, as far as it is kept. */
export const dayPlansOfMonth = (memberId: string, period: Month): Promise<DayPlanRecord[]> =>
  DayPlanModel.find({ memberMonth: `${memberId}:${period}` }).lean<DayPlanRecord[]>();

/**
 * Puts an order in the place of the one before. What was said last stands, in whatever order the network brings it: the answer is what
 * stands. May be repeated.
 * @throws AppError "input.invalid" for a day that is long over, or far ahead
 */
export function setDayPlan(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, on, body }: { actor: MemberActor; on: BusinessDay; body: BodyOf<"dayPlans.set"> },
): Promise<AnswerOf<"dayPlans.set">> {
  const { commandId, stops, written } = body;
  return command({ actor, commandId, kind: "dayPlans.set", body: { ...body, on } }, async () => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    if (on < addDays(today, -daysBack) || on > addDays(today, daysAhead))
      throw new AppError("input.invalid", `${on} is not about today`, {
        fields: [{ field: "on", code: "dayPlan.day" }],
      });
    const saidAt = recordWrittenAt({ at: new Date(written.at), kind: written.timeKind }, now);
    const before = await planIfAny(actor.id, on);
    if (before && before.saidAt > saidAt) return { answer: { plan: present(before) }, write: async () => undefined };
    const set = { stops: [...new Set(stops)], saidAt, goesAt: new Date(deps.realNow().getTime() + keptMs) };
    const id = idOf(actor.id, on);
    return {
      answer: { plan: present(set) },
      write: async (session) => {
        if (before) await updateAtRevision(DayPlanModel, { id, revision: before.revision, set }, session);
        else
          await insert(
            DayPlanModel,
            { _id: id, memberId: actor.id, on, memberMonth: `${actor.id}:${monthOf(on)}`, ...set, revision: 1 },
            session,
          );
      },
    };
  });
}
