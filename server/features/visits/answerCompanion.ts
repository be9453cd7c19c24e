import type { AnswerOf, BodyOf } from "@shared/contracts";
import { companionStateBy } from "@shared/domain/companion";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { closedCompanionEvent } from "./companionEvents";
import { CompanionModel } from "./companionModel";
import { findCompanionOf, presentNamed } from "./companions";

/**
 * What a colleague says of having been at a visit at which they are named: once. Whose visit it is hears that they were not.
 * @throws AppError "companion.unknown"; "companion.closed" where it is answered, or the time for it is over
 */
export function answerCompanion(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, companionId, body }: { actor: MemberActor; companionId: string; body: BodyOf<"companions.answer"> },
): Promise<AnswerOf<"companions.answer">> {
  const { commandId, revision, wasThere } = body;
  return command({ actor, commandId, kind: "companions.answer", body: { ...body, companionId } }, async () => {
    const now = deps.clock.now();
    const companion = await findCompanionOf(actor.id, companionId, "memberId");
    const before = companionStateBy(companion, now);
    if (before !== "open") throw new AppError("companion.closed", `${companionId} is ${before}`, { state: before });
    if (companion.revision !== revision)
      throw new AppError("stale", `${companionId} is at ${companion.revision}`, { revision: companion.revision });
    const state = wasThere ? ("confirmed" as const) : ("declined" as const);
    const set = { state, answeredAt: now };
    return {
      answer: { named: presentNamed({ ...companion, ...set, revision: revision + 1 }, now) },
      audit: { action: "companion.answer", subject: companion.visitId, at: now, detail: { wasThere } },
      write: async (session) => {
        await updateAtRevision(CompanionModel, { id: companionId, revision, set }, session);
        await emit(closedCompanionEvent(companion, state, now), session, deps.realNow());
      },
    };
  });
}
