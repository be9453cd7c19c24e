import type { AnswerOf, BodyOf } from "@shared/contracts";
import { employeeNumberKey, employeeNumberOf, staffFaults, withValueFrom } from "@shared/domain/staff";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision, withLease, type WorkLease } from "../../db";
import type { Deps } from "../../deps";
import { allow, type Actor } from "../../http";
import { findMember } from "../members";
import { holderOfFreeNumber, moveNumber } from "./employeeNumbers";
import { mayChangeStaff } from "./policy";
import { closesCircle } from "./reportingLine";
import { StaffModel } from "./staffModel";
import { findStaff } from "./staffRecords";

interface SetRecord {
  actor: Actor;
  memberId: string;
  body: BodyOf<"members.setRecord">;
}

/**
 * Writes what HR keeps of a member. WeCom's directory says who is here, in which department and who leads it, and a reading of it changes
 * nothing of this; what is typed here in turn moves nobody and lets nobody in or out: `leftOn` is the last day by contract. Whom somebody
 * reports to and how they sell counts from a day on, and what was before stays. May be repeated.
 * @throws AppError "right.missing", also of one's own; "member.unknown"; "stale"; "input.invalid" with `staffFaults`; "member.numberTaken";
 *   "member.circle" where somebody would report to themselves in the end
 */
export function setRecord(
  deps: Pick<Deps, "clock" | "realNow">,
  request: SetRecord,
): Promise<AnswerOf<"members.setRecord">> {
  if (request.body.reportsTo === null) return write(deps, request, null);
  // Two that close a circle together are two documents: one after the other they see each other.
  return withLease("reporting-lines", (lease) => write(deps, request, lease), { realNow: deps.realNow });
}

function write(
  deps: Pick<Deps, "clock">,
  { actor, memberId, body }: SetRecord,
  lease: WorkLease | null,
): Promise<AnswerOf<"members.setRecord">> {
  const { commandId, revision, joinedOn, leftOn, reportsTo, salesMode } = body;
  return command({ actor, commandId, kind: "members.setRecord", body: { ...body, memberId } }, async () => {
    allow(
      mayChangeStaff(actor, memberId),
      "what is kept of people is typed by HR and administrators, and not by themselves",
    );
    if (!(await findMember(memberId))) throw new AppError("member.unknown", `no member ${memberId}`);
    const before = await findStaff(memberId);
    if (before.revision !== revision)
      throw new AppError("stale", `${memberId} is at ${before.revision}`, { revision: before.revision });
    const at = deps.clock.now();
    const fields = staffFaults(body, before, businessDayOf(at));
    if (fields.length > 0) throw new AppError("input.invalid", `${fields[0]?.field}: ${fields[0]?.code}`, { fields });
    const employeeNumber = body.employeeNumber === null ? null : employeeNumberOf(body.employeeNumber);
    const holderId = employeeNumber === null ? null : await holderOfFreeNumber(employeeNumber, memberId);
    if (reportsTo !== null) await requireSuperior(memberId, reportsTo);
    const set = {
      employeeNumber,
      numberKey: employeeNumber === null ? null : employeeNumberKey(employeeNumber),
      joinedOn,
      leftOn,
      reportsTo: reportsTo === null ? before.reportsTo : withValueFrom(before.reportsTo, reportsTo),
      salesMode: salesMode === null ? before.salesMode : withValueFrom(before.salesMode, salesMode),
    };
    return {
      answer: { memberId, revision: revision + 1 },
      audit: {
        action: "members.setRecord",
        subject: `member:${memberId}`,
        at,
        detail: { employeeNumber, joinedOn, leftOn, reportsTo, salesMode },
      },
      write: async (session) => {
        await lease?.confirm(session);
        await moveNumber({ memberId, from: before.employeeNumber, to: employeeNumber, holderId }, session);
        if (revision === 0) await insert(StaffModel, { _id: memberId, ...set, revision: 1 }, session);
        else await updateAtRevision(StaffModel, { id: memberId, revision, set }, session);
      },
    };
  });
}

/** Somebody who is here, and under whom one does not stand oneself. */
async function requireSuperior(memberId: string, change: { fromOn: string; value: string | null }): Promise<void> {
  const { value } = change;
  if (value === null) return;
  if (!(await findMember(value))?.active) {
    const fields = [{ field: "reportsTo.value", code: "member.unknown" }];
    throw new AppError("input.invalid", `${value} is not here`, { fields });
  }
  if (await closesCircle(memberId, change)) throw new AppError("member.circle", `${value} reports to ${memberId}`);
}
