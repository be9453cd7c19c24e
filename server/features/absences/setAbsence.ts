import type { AnswerOf, BodyOf } from "@shared/contracts";
import { absenceFault } from "@shared/domain/absence";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { readSessionMember } from "../members";
import { AbsenceModel } from "./absenceModel";
import { findAbsence } from "./absences";
import { absenceChanged } from "./events";

/** Whoever leads a unit. */
export const mayNameDeputy = ({ leads }: Pick<MemberActor, "leads">): boolean => leads.length > 0;

/**
 * Notes when a leader is away and who decides meanwhile, or takes that back. Whoever becomes the deputy hears of it, and whoever is
 * it no more. May be repeated.
 * @throws AppError "right.missing" for people who lead nothing, "stale", "input.invalid" with an `AbsenceFault`, or "absence.deputy"
 *   where the deputy leads no unit
 */
export function setAbsence(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, body }: { actor: MemberActor; body: BodyOf<"absences.set"> },
): Promise<AnswerOf<"absences.set">> {
  const { commandId, revision, absence: after } = body;
  return command({ actor, commandId, kind: "absences.set", body: { revision, absence: after } }, async () => {
    // Whoever leads nothing any more takes back what they noted.
    allow(after === null || mayNameDeputy(actor), "only who leads a unit names a deputy");
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const { absence: before, revision: present } = await findAbsence(actor.id);
    if (present !== revision) throw new AppError("stale", "it was changed meanwhile", { revision: present });
    if (after) {
      const fault = absenceFault(after, actor.id, today);
      if (fault) throw new AppError("input.invalid", fault, { fields: [{ field: fieldOf[fault], code: fault }] });
      const deputy = after.deputyId === null ? null : await readSessionMember(after.deputyId, today);
      if (after.deputyId !== null && (deputy?.leads.length ?? 0) === 0) {
        const fields = [{ field: "absence.deputyId", code: "absence.deputy" }];
        throw new AppError("input.invalid", `${after.deputyId} leads no unit`, { fields });
      }
    }
    const next = revision + 1;
    const set = { from: after?.from ?? null, to: after?.to ?? null, deputyId: after?.deputyId ?? null };
    const payload = { memberId: actor.id, name: actor.name, revision: next, before, after, at: now.toISOString() };
    // Said again as it is, it is no news to the deputy.
    const isNews = before?.from !== after?.from || before?.to !== after?.to || before?.deputyId !== after?.deputyId;
    const event = absenceChanged.of({ partition: `member:${actor.id}`, cause: `${actor.id}:${next}`, payload });
    return {
      answer: { absence: after, revision: next },
      audit: { action: "absences.set", subject: `member:${actor.id}`, at: now, detail: { before, after } },
      write: async (session) => {
        if (revision === 0) await insert(AbsenceModel, { _id: actor.id, ...set, revision: next }, session);
        else await updateAtRevision(AbsenceModel, { id: actor.id, revision, set }, session);
        if (isNews) await emit(event, session, deps.realNow());
      },
    };
  });
}

const fieldOf = {
  "absence.past": "absence.to",
  "absence.reversed": "absence.to",
  "absence.tooLong": "absence.to",
  "absence.ownDeputy": "absence.deputyId",
};
