import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { auditInsert } from "../../audit";
import { type AuditNote, inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { countFilesOf, eraseFilesOf } from "../../files";
import { allow, type Role } from "../../http";
import { eraseTasksOf } from "../../tasks";
import { eraseSimulationsOf } from "../simulations";
import { countDevicesOf, eraseDevicesOf } from "../auth";
import { erase, positionsOf } from "../checkIns";
import { closeProposal, openProposalsBy } from "../customers";
import { eraseExportsOf } from "../exports";
import { eraseImportsOf } from "../imports";
import { findMember, type Member, readSessionMember } from "../members";
import { countNoticesTo, eraseNoticesTo } from "../notices";
import { countRefusalsOf, eraseRefusalsOf } from "../refusals";
import { countReportsOf, eraseReportsOf } from "../reports";
import { eraseTableViewsOf } from "../tableViews";

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
 * Somebody who has left, of whom all is erased that need not be kept.
 * @throws AppError "right.missing" where who asks is neither of HR nor an administrator, or they are still here; "member.unknown"
 */
export async function leaverFor(by: { roles: readonly Role[] } | null, memberId: string): Promise<Member> {
  allow(by !== null && mayErasePeople(by.roles), "what is kept of a person is erased for HR or an administrator");
  const member = await findMember(memberId);
  if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
  allow(!member.active, `${memberId} is still here: only of who has left is all erased`);
  return member;
}

export const mayErasePeople = (roles: readonly Role[]): boolean => roles.includes("hr") || roles.includes("admin");

/** How much of each there is to go. */
export async function whatGoesOf(
  { clock, settings }: Pick<Deps, "clock" | "settings">,
  memberId: string,
): Promise<PersonErased> {
  const [positions, proposals, photos, devices, messages, reports, refusals] = await Promise.all([
    positionsOf(memberId, businessDayOf(clock.now()), settings.POSITION_KEPT_DAYS),
    openProposalsBy(memberId),
    countFilesOf(memberId),
    countDevicesOf(memberId),
    countNoticesTo(memberId),
    countReportsOf(memberId),
    countRefusalsOf(memberId),
  ]);
  const counted = { positions: positions.length, proposals: proposals.length };
  return { ...counted, photos, devices, messages, reports, refusals };
}

type EraseDeps = Pick<Deps, "clock" | "realNow" | "settings" | "logger">;

/**
 * Erases what is kept of somebody who has left and need not be kept: positions and what else was evidence of them, proposed pins, photos,
 * devices with their sessions, messages, reported problems, what was refused of what their phone sent, what they have taken away as tables, what stood in tables that they imported. What pay rests on stays: check-ins by
 * name of place and verdict, visits, follow-ups, sales, statements, opening balances, what HR keeps of them (number, days, sales mode), and the audit log. Drafts and what waits on a phone are on that phone
 * alone. Each part is repeatable, so that a run that broke off is finished by another. The caller notes who wanted it, and why.
 * @param runId of this run, which its entries in the audit log begin with
 */
export async function erasePerson(deps: EraseDeps, memberId: string, runId: string): Promise<PersonErased> {
  const at = deps.clock.now();
  const insertAudit = auditInsert(deps.realNow);
  const slot = { at, runId };
  const [kept, proposals] = await Promise.all([
    positionsOf(memberId, businessDayOf(at), deps.settings.POSITION_KEPT_DAYS),
    openProposalsBy(memberId),
  ]);
  for (let from = 0; from < kept.length; from += atATime)
    await inTransaction((session) => erase(kept.slice(from, from + atATime), session));
  for (const proposal of proposals)
    await inTransaction(async (session) => {
      await closeProposal(proposal, "withdrawn", { session, at, realNow: deps.realNow() });
    });
  await eraseTableViewsOf(deps, memberId, slot, insertAudit);
  await eraseImportsOf(deps, memberId, slot, insertAudit);
  await eraseExportsOf(deps, memberId, slot, insertAudit);
  await eraseTasksOf(deps, memberId, slot, insertAudit);
  await eraseSimulationsOf(deps, memberId, slot, insertAudit);
  return {
    ...{ positions: kept.length, proposals: proposals.length },
    photos: await eraseFilesOf(deps, memberId, slot, insertAudit),
    devices: await eraseDevicesOf(deps, memberId, slot, insertAudit),
    messages: await eraseNoticesTo(deps, memberId, slot, insertAudit),
    reports: await eraseReportsOf(deps, memberId, slot, insertAudit),
    refusals: await eraseRefusalsOf(deps, memberId, slot, insertAudit),
  };
}

export const erasedNote = (
  memberId: string,
  at: Date,
  { reason, erased }: { reason: string; erased: PersonErased },
): AuditNote => ({ action: "person.erase", subject: `member:${memberId}`, at, detail: { reason, ...erased } });

/** The same for whoever runs the server, at the wish of somebody of HR or an administrator. @throws as `leaverFor` */
export async function erasePersonFor(
  deps: EraseDeps & Pick<Deps, "newId">,
  { memberId, byId, reason }: { memberId: string; byId: string; reason: string },
): Promise<PersonErased> {
  const at = deps.clock.now();
  await leaverFor(await readSessionMember(byId, businessDayOf(at)), memberId);
  const id = `person-erase:${memberId}:${deps.newId()}`;
  const erased = await erasePerson(deps, memberId, id);
  const actor = { kind: "member" as const, id: byId };
  await inTransaction((session) =>
    auditInsert(deps.realNow)({ ...erasedNote(memberId, at, { reason, erased }), id, actor }, session),
  );
  return erased;
}
