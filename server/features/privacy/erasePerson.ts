import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { auditInsert } from "../../audit";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { eraseFilesOf } from "../../files";
import { eraseDevicesOf } from "../auth";
import { erase, positionsOf } from "../checkIns";
import { closeProposal, openProposalsBy } from "../customers";
import { findMember, readSessionMember } from "../members";
import { eraseNoticesTo } from "../notices";
import { eraseRefusalsOf } from "../refusals";
import { eraseReportsOf } from "../reports";

/** What went of somebody, by how many. */
export interface PersonErased {
  positions: number;
  proposals: number;
  photos: number;
  devices: number;
  messages: number;
  reports: number;
  refusals: number;
}

const atATime = 200;

/**
 * Erases what is kept of somebody who has left and need not be kept: positions and what else was evidence of them, proposed pins, photos,
 * devices with their sessions, messages, reported problems, what was refused of what their phone sent. What pay rests on stays: check-ins by
 * name of place and verdict, visits, follow-ups, sales, statements, and the
 * audit log, which names who wanted it and why. Drafts and what waits on a phone are on that phone alone. Each part is repeatable, so that a
 * run that broke off is finished by another.
 * @throws AppError "member.unknown"; "right.missing" where they are still here, or `byId` is neither of HR nor an administrator, or is them
 */
export async function erasePerson(
  deps: Pick<Deps, "clock" | "realNow" | "settings" | "logger" | "newId">,
  { memberId, byId, reason }: { memberId: string; byId: string; reason: string },
): Promise<PersonErased> {
  const at = deps.clock.now();
  const today = businessDayOf(at);
  const [member, by] = await Promise.all([findMember(memberId), readSessionMember(byId, today)]);
  if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
  if (member.active)
    throw new AppError("right.missing", `${memberId} is still here: only of who has left is all erased`);
  if (!by?.roles.some((role) => role === "hr" || role === "admin"))
    throw new AppError("right.missing", `${byId} is neither of HR nor an administrator`);
  const insertAudit = auditInsert(deps.realNow);
  const slot = { at, runId: `person-erase:${memberId}:${deps.newId()}` };

  const [kept, proposals] = await Promise.all([
    positionsOf(memberId, today, deps.settings.POSITION_KEPT_DAYS),
    openProposalsBy(memberId),
  ]);
  for (let from = 0; from < kept.length; from += atATime)
    await inTransaction((session) => erase(kept.slice(from, from + atATime), session));
  for (const proposal of proposals)
    await inTransaction(async (session) => {
      await closeProposal(proposal, "withdrawn", { session, at, realNow: deps.realNow() });
    });
  const erased = {
    ...{ positions: kept.length, proposals: proposals.length },
    photos: await eraseFilesOf(deps, memberId, slot, insertAudit),
    devices: await eraseDevicesOf(deps, memberId, slot, insertAudit),
    messages: await eraseNoticesTo(deps, memberId, slot, insertAudit),
    reports: await eraseReportsOf(deps, memberId, slot, insertAudit),
    refusals: await eraseRefusalsOf(deps, memberId, slot, insertAudit),
  };
  await inTransaction((session) =>
    insertAudit(
      {
        ...{ id: slot.runId, action: "person.erase", subject: `member:${memberId}`, at },
        ...{ actor: { kind: "member", id: byId }, detail: { reason, ...erased } },
      },
      session,
    ),
  );
  return erased;
}
