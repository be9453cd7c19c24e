import type { AnswerOf, BodyOf } from "@shared/contracts";
import { actorNameOf } from "@shared/domain/actor";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { type TargetChange, writeTargets } from "./changeTargets";
import { paidByOwn, maySetTarget } from "./policy";
import { readLevels, toCarryOver } from "./readLevel";
import { targetsQueue } from "./setTargets";

/**
 * Proposes last month's targets for whoever has none yet, at a unit and below; nothing is in force by that, and nothing that somebody
 * has proposed is touched. May be repeated.
 * @throws AppError "right.missing" where the actor may set none of them, "target.subjectUnknown"
 */
export function carryOver(
  deps: Pick<Deps, "clock">,
  { actor, body }: { actor: MemberActor; body: BodyOf<"targets.carryOver"> },
): Promise<AnswerOf<"targets.carryOver">> {
  const { commandId, measure, period } = body;
  return command({ actor, commandId, kind: "targets.carryOver", body, queue: targetsQueue(body) }, async () => {
    const at = deps.clock.now();
    const seen = await readLevels(actor, body, at);
    const { levels, records: before, lastFen, interest, placeOf } = seen;
    const all = [...levels.values()].flat();
    allow(
      all.some((id) => maySetTarget(actor, placeOf(id), interest)),
      "targets are set by HR and by leaders above",
    );
    const subjectIds = toCarryOver(seen);
    const changes = subjectIds.map((subjectId): TargetChange => {
      const valueFen = lastFen.get(subjectId) ?? 0;
      return {
        subjectId,
        set: { draft: { valueFen, reason: null, by: actorNameOf(actor), at } },
        version: { action: "set", valueFen, reason: null },
      };
    });
    return {
      answer: { changedCount: changes.length, unchangedCount: all.length - changes.length },
      audit: {
        action: "targets.set",
        subject: `targets:${measure}:${period}`,
        at,
        detail: { subjectIds, ...paidByOwn(subjectIds, interest) },
      },
      write: (session) => writeTargets(changes, { before, measure, period, actor, at }, session),
    };
  });
}
