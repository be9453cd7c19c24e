import type { AnswerOf, BodyOf } from "@shared/contracts";
import { actorNameOf, type Actor } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { type TargetChange, writeTargets } from "./changeTargets";
import { readInterest } from "./ownInterest";
import { readPlaces } from "./places";
import { type Interest, isOwnPay, isOwnTarget, maySetTarget, paidByOwn, type TargetPlace } from "./policy";
import type { TargetRecord } from "./targetModel";
import { recordsOf } from "./targets";

/** Commands that look at the same sums run one after the other in this process. */
export const targetsQueue = ({ measure, period }: { measure: string; period: string }) =>
  `targets:${measure}:${period}`;

/**
 * Proposes targets; nothing is in force by that. A target that is so already is left alone, whatever revision is named, so that
 * the same list may be sent again.
 */
export function setTargets(
  deps: Pick<Deps, "clock">,
  { actor, body }: { actor: Actor; body: BodyOf<"targets.set"> },
): Promise<AnswerOf<"targets.set">> {
  const { commandId, measure, period, targets } = body;
  return command({ actor, commandId, kind: "targets.set", body, queue: targetsQueue(body) }, async () => {
    const at = deps.clock.now();
    const subjectIds = targets.map(({ subjectId }) => subjectId);
    refuseTwice(subjectIds);
    const { places } = await readPlaces(subjectIds, period);
    const interest = await readInterest(actor, period, businessDayOf(at));
    const before = await recordsOf(subjectIds, measure, period);

    const changes: TargetChange[] = [];
    const stale: { field: string; code: string }[] = [];
    for (const [index, { subjectId, valueFen, reason, revision }] of targets.entries()) {
      const place = places.get(subjectId);
      requireOthers(actor, place ?? { subjectId, above: [] }, interest);
      // Those who may not set everybody's learn nothing about who exists.
      const may = maySetTarget(actor, place ?? { subjectId, above: [] }, interest);
      allow(may, "targets are set by HR and by leaders above");
      if (!place) throw new AppError("target.subjectUnknown", `no member or unit ${subjectId}`);
      const known = before.get(subjectId);
      if (isSo(known, { valueFen, reason })) continue;
      if ((known?.revision ?? 0) !== revision) stale.push({ field: `targets.${index}.revision`, code: "stale" });
      const draft = known?.valueFen === valueFen ? null : { valueFen, reason, by: actorNameOf(actor), at };
      changes.push({ subjectId, set: { draft }, version: { action: "set", valueFen, reason } });
    }
    if (stale.length > 0)
      throw new AppError("stale", `${stale.length} targets were changed meanwhile`, { fields: stale });

    const changedIds = changes.map(({ subjectId }) => subjectId);
    return {
      answer: { changedCount: changes.length, unchangedCount: targets.length - changes.length },
      audit: {
        action: "targets.set",
        subject: `targets:${measure}:${period}`,
        at,
        detail: { subjectIds: changedIds, ...paidByOwn(changedIds, interest) },
      },
      write: (session) => writeTargets(changes, { before, measure, period, actor, at }, session),
    };
  });
}

/** Refuses what is somebody's own: their target, and that of a unit whose result pays them, as far as others can decide on it. */
export function requireOthers(actor: Actor, place: TargetPlace, interest: Interest): void {
  const { subjectId } = place;
  if (isOwnTarget(actor, subjectId)) throw new AppError("target.own", "nobody decides on their own target");
  if (isOwnPay(actor, place, interest)) throw new AppError("target.ownPay", `${subjectId} pays ${actor.id}`);
}

/** Whether this is what is proposed, with this reason where one is said, or in force without another proposal. */
function isSo(
  known: TargetRecord | undefined,
  { valueFen, reason }: { valueFen: number; reason: string | null },
): boolean {
  if (!known?.draft) return known?.valueFen === valueFen;
  return known.draft.valueFen === valueFen && (reason === null || known.draft.reason === reason);
}

/** @param field where the list is in the body */
export function refuseTwice(ids: readonly string[], field = "targets"): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new AppError("input.invalid", `${twice} is in the list twice`, { fields: [{ field, code: "subject.twice" }] });
}
