import type { AnswerOf, BodyOf } from "@shared/contracts";
import { companionStateBy } from "@shared/domain/companion";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { removedCompanionEvent } from "./companionEvents";
import { CompanionModel } from "./companionModel";
import { companionsOf, findCompanionOf, presentCompanions } from "./companions";
import { findOwnVisit } from "./visits";

/**
 * Takes a colleague off an own visit who was named there by mistake: it waits for them no more. Once they have answered, they stay.
 * @throws AppError "companion.unknown"; "companion.closed" where it is answered, or the time for it is over
 */
export function removeCompanion(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, companionId, body }: { actor: MemberActor; companionId: string; body: BodyOf<"companions.remove"> },
): Promise<AnswerOf<"companions.remove">> {
  const { commandId } = body;
  return command({ actor, commandId, kind: "companions.remove", body: { ...body, companionId } }, async () => {
    const now = deps.clock.now();
    const companion = await findCompanionOf(actor.id, companionId, "repId");
    const { visitId, revision } = companion;
    const [visit, named] = await Promise.all([findOwnVisit(actor.id, visitId), companionsOf([visitId])]);
    const rest = named.filter(({ _id }) => _id !== companionId);
    const answer = { companions: await presentCompanions(visit, rest, now) };
    const state = companionStateBy(companion, now);
    if (state === "removed") return { answer, write: async () => undefined };
    if (state !== "open") throw new AppError("companion.closed", `${companionId} is ${state}`, { state });
    return {
      answer,
      audit: { action: "companion.remove", subject: visitId, at: now, detail: { memberId: companion.memberId } },
      write: async (session) => {
        const set = { state: "removed" as const };
        await updateAtRevision(CompanionModel, { id: companionId, revision, set }, session);
        await emit(removedCompanionEvent(companion), session, deps.realNow());
      },
    };
  });
}
