import type { AnswerOf } from "@shared/contracts";
import { addDays, businessDayOf } from "@shared/domain/time";
import { roles } from "@shared/domain/actor";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { MemberModel, type MemberRecord } from "./memberModel";
import { mayChangeRoles } from "./policy";
import { findMembers, findUnits } from "./readOrganisation";

type Overview = AnswerOf<"roles.overview">;

/** More than so many roles by hand are no list that anybody reads. */
const shownMax = 500;

/** Who has which role by an administrator, by role and name. */
export async function rolesOverview({ clock }: Pick<Deps, "clock">, actor: MemberActor): Promise<Overview> {
  const today = businessDayOf(clock.now());
  const [records, units] = await Promise.all([
    MemberModel.find({ grantedRoles: { $in: [...roles] } })
      .limit(shownMax)
      .lean<MemberRecord[]>(),
    findUnits(),
  ]);
  const lasting = records.flatMap(({ _id, name, sortKey, grants }) =>
    grants
      .filter(({ untilOn }) => !untilOn || today < untilOn)
      .map((grant) => ({ memberId: _id, name, sortKey, grant })),
  );
  const names = await findMembers([...new Set(lasting.map(({ grant }) => grant.by.id))]);
  const items = lasting
    .sort(
      (a, b) =>
        roles.indexOf(a.grant.role) - roles.indexOf(b.grant.role) ||
        (`${a.sortKey} ${a.grant.fromOn}` < `${b.sortKey} ${b.grant.fromOn}` ? -1 : 1),
    )
    .map(({ memberId, name, grant: { role, unitId, fromOn, untilOn, by } }) => ({
      ...{ memberId, name, role, unitId: unitId ?? null, fromOn },
      unitName: unitId ? (units.get(unitId)?.name ?? unitId) : null,
      lastOn: untilOn ? addDays(untilOn, -1) : null,
      byName: by.kind === "member" ? (names.get(by.id)?.name ?? by.id) : null,
    }));
  return {
    items,
    isWhole: records.length < shownMax,
    units: [...units.values()].map(({ unitId, name }) => ({ unitId, name })),
    can: { grant: mayChangeRoles(actor, "") },
  };
}
