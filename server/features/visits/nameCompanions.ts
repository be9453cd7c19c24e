import type { AnswerOf, BodyOf } from "@shared/contracts";
import { companionsMax, confirmUntilOf, nameUntilOf } from "@shared/domain/companion";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emitAll } from "../../outbox";
import { findOwnCheckIn } from "../checkIns";
import { colleaguesAmong } from "./colleagues";
import { askedEvent } from "./companionEvents";
import { CompanionModel, type CompanionRecord } from "./companionModel";
import { companionIdOf, everNamedAt, everNamedMax, presentCompanions } from "./companions";
import { findOwnVisit } from "./visits";

/**
 * Names colleagues at an own visit; each who was not named before is asked whether they were there. Who has been named stays named,
 * whatever they have said, unless they are taken off before that, and may be named again.
 * @throws AppError "visit.unknown"; "companion.tooLate"; "companion.unknown" for somebody who is not within reach; "companion.tooMany"
 */
export function nameCompanions(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, visitId, body }: { actor: MemberActor; visitId: string; body: BodyOf<"companions.name"> },
): Promise<AnswerOf<"companions.name">> {
  const { commandId, memberIds } = body;
  const request = { actor, commandId, kind: "companions.name", body: { ...body, visitId } };
  return command({ ...request, queue: `companions:${visitId}` }, async () => {
    const now = deps.clock.now();
    const visit = await findOwnVisit(actor.id, visitId);
    const [{ checkedInAt }, ever, colleagues] = await Promise.all([
      findOwnCheckIn(actor.id, visit.checkInId),
      everNamedAt([visitId]),
      colleaguesAmong(actor, memberIds, businessDayOf(now)),
    ]);
    if (now > nameUntilOf(checkedInAt)) throw new AppError("companion.tooLate", `${visitId} was on ${visit.on}`);
    const before = ever.filter(({ state }) => state !== "removed");
    const removed = new Map(ever.flatMap((one) => (one.state === "removed" ? [[one.memberId, one] as const] : [])));
    const named = new Set(before.map(({ memberId }) => memberId));
    const wanted = [...new Set(memberIds)].filter((memberId) => !named.has(memberId));
    const unknown = wanted.filter((memberId) => !colleagues.some((one) => one.memberId === memberId));
    if (unknown.length > 0) throw new AppError("companion.unknown", `nobody within reach: ${unknown.join(" ")}`);
    const fresh = wanted.filter((memberId) => !removed.has(memberId));
    if (before.length + wanted.length > companionsMax || ever.length + fresh.length > everNamedMax)
      throw new AppError("companion.tooMany", `${before.length} are named at ${visitId}`);
    const added = wanted.map((memberId): CompanionRecord => {
      const _id = companionIdOf(visitId, memberId);
      return {
        _id,
        schemaVersion: 1,
        visitId,
        ...{ repId: actor.id, repName: actor.name, memberId },
        memberName: colleagues.find((one) => one.memberId === memberId)?.name ?? memberId,
        memberMonth: `${memberId}:${monthOf(visit.on)}`,
        ...{ customerId: visit.customerId, customerName: visit.customerName, on: visit.on, checkedInAt },
        ...{ state: "open", askedAt: now, confirmUntil: confirmUntilOf(now), answeredAt: null },
        sortKey: `${now.toISOString()}~${_id}`,
        revision: (removed.get(memberId)?.revision ?? 0) + 1,
      };
    });
    return {
      answer: { companions: await presentCompanions(visit, [...before, ...added], now) },
      audit: { action: "companion.name", subject: visitId, at: now, detail: { memberIds: wanted } },
      write: async (session) => {
        for (const companion of added) {
          const { _id: id, revision: _next, ...set } = companion;
          const before = removed.get(companion.memberId);
          if (before) await updateAtRevision(CompanionModel, { id, revision: before.revision, set }, session);
          else await insert(CompanionModel, companion, session);
        }
        await emitAll(added.map(askedEvent), session, deps.realNow());
      },
    };
  });
}
