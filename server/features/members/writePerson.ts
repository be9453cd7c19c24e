import type { ClientSession } from "mongoose";
import { actorNameOf, wecomActor } from "@shared/domain/actor";
import { type BusinessDay, type Month, monthOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { insert, updateAtRevision } from "../../db";
import { sealed } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { emitOnce } from "../../outbox";
import { endConsents } from "./consent";
import type { PersonChange } from "./directoryChanges";
import { memberMoved } from "./events";
import { MemberModel, memberPhone, type MemberRecord } from "./memberModel";
import { nameFieldsOf } from "./memberSearch";
import { type PlaceDays, type PlaceWrites, placeWrites, writePlaces } from "./placeWrites";
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
  const { today } = days;
  const { memberId, kind, name, phone, recorded, ends, begins } = change;
  const state: MemberRecord["state"] = kind === "left" ? "left" : "active";
  const revision = (recorded?.revision ?? 0) + 1;
  const nameFields = await nameFieldsOf(memberId, name);
  const phoneFields = phone === null ? {} : sealed(deps.fieldKeys, memberPhone, memberId, phone);
  // Whoever comes back is somebody new to those who give roles and ask for consent, also where they left before that ended both.
  const isAnew = kind === "left" || kind === "returned";
  const roles = isAnew ? endedGrants(recorded?.grants ?? [], today) : null;
  if (isAnew) await endConsents(memberId, deps.clock.now(), session);
  if (recorded) {
    const roleFields = roles && { grants: roles.grants, grantedRoles: rolesNotOver(roles.grants, today) };
    const set = {
      name,
      ...nameFields,
      state,
      isUnsure: kind === "doubted" || undefined,
      // What was decided while this reading went on counts in the next one.
      ...(kind !== "doubted" && { decided: undefined }),
      ...phoneFields,
      ...roleFields,
    };
    await updateAtRevision(MemberModel, { id: memberId, revision: recorded.revision, set }, session);
  } else {
    const fresh = { _id: memberId, name, state, language: "zh-CN", revision } as const;
    await insert(MemberModel, { ...fresh, ...nameFields, grants: [], grantedRoles: [], ...phoneFields }, session);
  }
  const places = placeWrites(change, days);
  await writePlaces(places, session);
  if (recorded && ends.length + begins.length > 0) {
    // Another place is another plan or another team's result: the months in which it begins to count are priced again.
    const cause = `directory:${memberId}:${revision}`;
    for (const period of monthsOf(places, today)) {
      const payload = { memberId, period, cause: { kind: "directory", id: `${memberId}:${revision}` } };
      const event = memberMoved.of({ payload, partition: `member:${memberId}`, cause, part: period });
      await emitOnce(event, session, deps.realNow());
    }
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

/** What begins before today, as in a first reading, changes today's month; what ends with the last day of a month the next one. */
function monthsOf({ removes, ends, begins }: PlaceWrites, today: BusinessDay): Set<Month> {
  const days = [...ends.map(({ untilOn }) => untilOn), ...[...removes, ...begins].map(({ fromOn }) => fromOn)];
  return new Set(days.map((day) => monthOf(day < today ? today : day)));
}
