import { type Actor, actorNameOf } from "@shared/domain/actor";
import { auditInsert } from "../../audit";
import { inTransaction, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { MemberModel, type MemberRecord } from "./memberModel";

/** Gives a member exactly these roles beside what the directory gives. Does nothing where that is so already. */
export async function grantRoles(
  deps: Pick<Deps, "clock" | "realNow" | "newId">,
  request: { memberId: string; roles: MemberRecord["grantedRoles"]; actor: Actor },
): Promise<void> {
  const member = await MemberModel.findOne({ _id: request.memberId }).lean<MemberRecord | null>();
  if (!member) throw new Error(`no member ${request.memberId}`);
  const before = [...member.grantedRoles].sort();
  const after = [...request.roles].sort();
  if (before.join() === after.join()) return;
  await inTransaction(async (session) => {
    const { _id: id, revision } = member;
    await updateAtRevision(MemberModel, { id, revision, set: { grantedRoles: after }, onStale: "refuse" }, session);
    const entry = {
      action: "member.grantRoles",
      subject: `member:${id}`,
      at: deps.clock.now(),
      detail: { before, after },
    };
    await auditInsert(deps.realNow)(
      { ...entry, id: `${id}:roles:${revision + 1}`, actor: actorNameOf(request.actor) },
      session,
    );
  });
}
