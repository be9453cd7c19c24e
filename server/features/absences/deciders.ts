import { type Approver, approversOf } from "@shared/domain/approval";
import { deciderName } from "@shared/domain/deciderName";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findMembers, findOfficers, findUnitsEver, leadersOfUnits, unitAndAbove } from "../members";
import { absencesOn } from "./absences";

/** Who is asked where no leader can decide. */
export const officerRoles = ["finance", "hr", "admin"] as const;

export interface Decided {
  unitId: string;
  ownIds: readonly string[];
  /** Who decides where no leader can: finance unless said. */
  officers?: (typeof officerRoles)[number] | null;
}

/** Who decides on what on one day. Asked about many things, it has read the tree, leaders and officers once. */
export interface Deciders {
  on: BusinessDay;
  /** Who is to decide: nobody's name is stored with what waits, so whoever has left or been moved is not waited for. */
  of(subject: Decided): Promise<Approver[]>;
  /** Their names for whoever waits for them, a deputy's with in whose place. */
  namesOf(subject: Decided, language: MemberActor["language"]): Promise<string[]>;
  /** All who may decide on what belongs to a unit, near or far, and whoever is somebody's deputy. */
  everybodyFor(unitId: string): Promise<string[]>;
}

/** How those who are asked are named, a deputy with in whose place. */
export async function readDeciderNames(
  approvers: readonly Approver[],
): Promise<(approver: Approver, language: MemberActor["language"]) => string> {
  const ids = approvers.flatMap(({ memberId, insteadOfIds }) => [memberId, ...insteadOfIds]);
  const members = await findMembers([...new Set(ids)]);
  const nameOf = (memberId: string) => members.get(memberId)?.name ?? memberId;
  return ({ memberId, insteadOfIds }, language) =>
    deciderName({ name: nameOf(memberId), insteadOfNames: insteadOfIds.map(nameOf) }, language);
}

export async function readDeciders(on: BusinessDay): Promise<Deciders> {
  const [units, all, absent] = await Promise.all([findUnitsEver(), findOfficers(officerRoles, on), absencesOn(on)]);
  const idsOf = (role: (typeof officerRoles)[number]) =>
    all.filter(({ roles }) => roles.includes(role)).map(({ memberId }) => memberId);
  const financeIds = idsOf("finance");
  const paths = new Map<string, Promise<{ unitId: string; leaderIds: string[] }[]>>();
  const pathOf = (unitId: string) => {
    const path = paths.get(unitId) ?? readPath(unitId);
    paths.set(unitId, path);
    return path;
  };
  async function readPath(unitId: string) {
    // Of a team that is gone the branch above it decides.
    const unitIds = unitAndAbove(units, unitId).map((unit) => unit.unitId);
    const leaders = await leadersOfUnits(unitIds, on);
    return unitIds.map((id) => ({ unitId: id, leaderIds: leaders.get(id) ?? [] }));
  }
  const of: Deciders["of"] = async ({ unitId, ownIds, officers = "finance" }) =>
    approversOf({ path: await pathOf(unitId), officers: officers === null ? [] : [idsOf(officers)], ownIds, absent });
  return {
    on,
    of,
    namesOf: async (subject, language) => {
      const approvers = await of(subject);
      const nameOf = await readDeciderNames(approvers);
      return approvers.map((approver) => nameOf(approver, language));
    },
    everybodyFor: async (unitId) => {
      const path = await pathOf(unitId);
      const deputyIds = [...absent.values()].flatMap(({ deputyId }) => (deputyId === null ? [] : [deputyId]));
      return [...new Set([...path.flatMap(({ leaderIds }) => leaderIds), ...financeIds, ...deputyIds])];
    },
  };
}
