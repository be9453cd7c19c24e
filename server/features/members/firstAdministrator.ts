import { jobActor } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { claimKey, command, keyTaken, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { memberIdOfUser, userIdOf } from "./memberIds";
import { MemberModel, type MemberRecord } from "./memberModel";
import { findOfficers } from "./readOrganisation";
import { rolesNotOver } from "./roles";
import { membersNow } from "./sessionMember";

/** Held for good by whom the setting has named: it names one person once, whatever comes of them later. */
const firstAdministrator = "installation:firstAdministrator";

/** As the audit log has it. */
export const installationActor = jobActor("installation");

/**
 * Makes the member whom FIRST_ADMIN_USERID means administrator as they come in, as long as the company has none. Once there is
 * one the setting says nothing: administrators give roles, and where the last of them has gone `npm run role` does.
 */
export async function nameFirstAdministrator(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings" | "newId">,
  memberId: string,
): Promise<void> {
  const named = deps.settings.FIRST_ADMIN_USERID?.toLowerCase();
  if (named === undefined || named !== userIdOf(memberId).toLowerCase()) return;
  if ((await keyTaken(firstAdministrator)) || memberId !== (await memberIdOfUser(named))) return;
  // A run of its own each time: that there was an administrator once answers nothing for later.
  const request = { actor: installationActor, commandId: deps.newId(), kind: "roles.firstAdministrator", body: {} };
  await command(request, async () => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const isNamed = (await keyTaken(firstAdministrator)) || (await findOfficers(["admin"], today)).length > 0;
    if (isNamed) return { answer: undefined, write: async () => undefined };
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    const by = { kind: installationActor.kind, id: installationActor.id };
    const grants = [...member.grants, { role: "admin" as const, unitId: null, fromOn: today, untilOn: null, by }];
    const set = { grants, grantedRoles: rolesNotOver(grants, today) };
    return {
      answer: undefined,
      audit: { action: "roles.grant", subject: `member:${memberId}`, at, detail: { role: "admin", first: true } },
      write: async (session) => {
        await claimKey(firstAdministrator, memberId, session);
        await updateAtRevision(MemberModel, { id: memberId, revision: member.revision, set }, session);
      },
    };
  });
  membersNow(deps).forget(memberId);
}
