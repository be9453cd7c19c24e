import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { byId } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { MemberModel, type MemberRecord } from "./memberModel";
import { findUnits, type OrgUnit, placesNow, unitsNow } from "./readOrganisation";
import { grantedOn, rolesOf } from "./roles";

const memberRecords = byId<MemberRecord>(MemberModel);

/** Who this is and what they may do today; null for people who are unknown or have left. */
export async function readSessionMember(
  memberId: string,
  today: BusinessDay,
  units: () => Promise<ReadonlyMap<string, OrgUnit>> = findUnits,
): Promise<MemberActor | null> {
  const [record, places] = await Promise.all([memberRecords.get(memberId), placesNow(memberId, today)]);
  if (record?.state !== "active" || record.isUnsure) return null;
  const { unitId, leads: ledByPlace } = places;
  const unit = unitId === null ? null : (await units()).get(unitId);
  const teamId = unit?.kind === "team" ? unit.unitId : null;
  const { name, language } = record;
  const granted = grantedOn(record.grants ?? [], today);
  const leads = [...new Set([...ledByPlace, ...granted.leads])].sort();
  const roles = rolesOf({ granted: granted.roles, teamId, leads });
  return { kind: "member", id: memberId, name, roles, scopes: [], teamId, leads, language };
}

/**
 * Members as they were at most 5 s ago, which is how long whoever leaves may still call. What this process itself changes about
 * a member it forgets at once.
 */
export const membersNow = perProcess(({ clock, realNow, caches }: Pick<Deps, "clock" | "realNow" | "caches">) => {
  const cache = new ShortCache<MemberActor | null>({
    realNow,
    keptMs: 5_000,
    entriesMax: 20_000,
    isWorthKeeping: (member) => member !== null,
  });
  return {
    find: (memberId: string): Promise<MemberActor | null> =>
      cache.get(memberId, () =>
        readSessionMember(memberId, businessDayOf(clock.now()), () => unitsNow({ realNow, caches }).read()),
      ),
    forget: (memberId: string): void => cache.forget(memberId),
  };
});
