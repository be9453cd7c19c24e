import type { AnswerOf, BodyOf } from "@shared/contracts";
import { saysTheSame } from "@shared/domain/followUp";
import { type MonthStanding, takesAt } from "@shared/domain/period";
import { recordWrittenAt } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { bookedInOf, standingOf } from "../periods";
import { FollowUpModel, type FollowUpRecord } from "./followUpModel";
import { findOwnFollowUp, textOf } from "./followUps";

/** The month that decides until when it may be corrected: the one that it is booked in. */
export async function bookedMonthOf(
  deps: Pick<Deps, "settings">,
  { on, recordedAt }: FollowUpRecord,
): Promise<MonthStanding> {
  return standingOf(deps, await bookedInOf(deps, { countsOn: on, recordedAt }));
}

/**
 * Puts another version of a record in the place of the one that the person saw, which stays readable, until its month is cut off. That one
 * was in touch, with whom and when stays as it was counted. A correction that changes nothing adds nothing.
 */
export function correctFollowUp(
  deps: Pick<Deps, "clock" | "settings">,
  { actor, followUpId, body }: { actor: MemberActor; followUpId: string; body: BodyOf<"followUps.correct"> },
): Promise<AnswerOf<"followUps.correct">> {
  const { commandId } = body;
  return command({ actor, commandId, kind: "followUps.correct", body: { ...body, followUpId } }, async () => {
    const now = deps.clock.now();
    const followUp = await findOwnFollowUp(actor.id, followUpId);
    const { version } = followUp;
    if (version !== body.version)
      throw new AppError("stale", `${followUpId} is at version ${version}, not ${body.version}`, { version });
    const standing = await bookedMonthOf(deps, followUp);
    if (!takesAt(standing, now))
      throw new AppError("followUp.correctionClosed", `${followUpId} is of a month that is cut off`, {
        until: standing.cutOffAt.toISOString(),
      });
    const { written, channel, people, record } = body;
    const after = { channel, people, record };
    const before = textOf(followUp);
    if (saysTheSame(before, after)) return { answer: { followUpId, version }, write: async () => undefined };
    const lastAt = followUp.correctedAt ?? followUp.recordedAt;
    const writtenAt = recordWrittenAt(written ? { at: new Date(written.at), kind: written.timeKind } : null, now);
    const next = version + 1;
    return {
      answer: { followUpId, version: next },
      audit: { action: "followUp.correct", subject: followUpId, at: now, detail: { version: next } },
      write: (session) =>
        updateAtRevision(
          FollowUpModel,
          {
            id: followUpId,
            revision: followUp.revision,
            set: {
              ...after,
              version: next,
              // Versions follow each other, in whatever order the network brought what was written.
              correctedAt: writtenAt < lastAt ? lastAt : writtenAt,
              earlier: [...followUp.earlier, { version, ...before, writtenAt: lastAt }],
            },
          },
          session,
        ),
    };
  });
}
