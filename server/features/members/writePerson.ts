import type { ClientSession } from "mongoose";
import { actorNameOf, wecomActor } from "@shared/domain/actor";
import { monthOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { insert, updateAtRevision } from "../../db";
import { sealed } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { emitOnce } from "../../outbox";
import type { PersonChange } from "./directoryChanges";
import { memberMoved } from "./events";
import { MemberModel, memberPhone, type MemberRecord } from "./memberModel";
import { type PlaceDays, placeWrites, writePlaces } from "./placeWrites";
import { endedGrants, rolesNotOver } from "./roles";

/** Who changes people and units: WeCom, by what its directory says. */
export const directoryActor = wecomActor("directory");

/** Writes what has changed for one person, with the entry of it in the audit log. */
export async function writePerson(
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">,
  change: PersonChange,
  days: PlaceDays,
  session: ClientSession,
): Promise<void> {
  const { endedOn } = days;
  const { memberId, kind, name, phone, recorded, ends, begins } = change;
  const state: MemberRecord["state"] = kind === "left" ? "left" : "active";
  const revision = (recorded?.revision ?? 0) + 1;
  const phoneFields = phone === null ? {} : sealed(deps.fieldKeys, memberPhone, memberId, phone);
  // Whoever comes back is somebody new to those who give roles, also where they left before roles ended with that.
  const roles = kind === "left" || kind === "returned" ? endedGrants(recorded?.grants ?? [], endedOn) : null;
  if (recorded) {
    const roleFields = roles && { grants: roles.grants, grantedRoles: rolesNotOver(roles.grants, endedOn) };
    const set = { name, state, ...phoneFields, ...roleFields };
    await updateAtRevision(MemberModel, { id: memberId, revision: recorded.revision, set }, session);
  } else {
    const fresh = { _id: memberId, name, state, language: "zh-CN", revision } as const;
    await insert(MemberModel, { ...fresh, grants: [], grantedRoles: [], ...phoneFields }, session);
  }
  await writePlaces(placeWrites(change, days), session);
  if (recorded && ends.length + begins.length > 0) {
    // Another place is another plan or another team's result: the month is priced again.
    const payload = { memberId, period: monthOf(endedOn), cause: { kind: "directory", id: `${memberId}:${revision}` } };
    const cause = `directory:${memberId}:${revision}`;
    const event = memberMoved.of({ payload, partition: `member:${memberId}`, cause });
    await emitOnce(event, session, deps.realNow());
  }
  const detail = {
    ends: ends.map(({ _id }) => _id),
    begins: begins.map(({ unitId, part }) => `${unitId}:${part}`),
    ...(phone !== null && { phone: "changed" }),
    ...(roles && { rolesEnded: roles.ended.map(({ role, unitId }) => (unitId ? `${role}:${unitId}` : role)) }),
  };
  await auditInsert(deps.realNow)(
    {
      id: `directory:${memberId}:${revision}`,
      actor: actorNameOf(directoryActor),
      action: `member.${kind}`,
      subject: `member:${memberId}`,
      at: deps.clock.now(),
      detail,
    },
    session,
  );
}
