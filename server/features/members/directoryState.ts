import type { WecomDepartment, WecomUser } from "../../integrations/wecom";
import { unitIdOf } from "./memberIds";
import type { MemberRecord } from "./memberModel";
import type { MembershipRecord } from "./membershipModel";
import type { OrgUnitRecord } from "./orgUnitModel";

/** What we know, as it is recorded. */
export interface Recorded {
  units: OrgUnitRecord[];
  members: MemberRecord[];
  memberships: MembershipRecord[];
}

/** What WeCom says now. */
export interface Directory {
  departments: WecomDepartment[];
  users: WecomUser[];
  /** Members who are recorded already, or will be as the next ones of a userid: what userids are to us depends on it. */
  recordedIds: ReadonlySet<string>;
  /** Members and units of which WeCom says, asked by name, that there is none. Absence from a list says nothing. */
  goneIds: ReadonlySet<string>;
  /** Members whose userids somebody has in WeCom, also who is left out of `users` until their departments are said. */
  shownIds: ReadonlySet<string>;
  /** Members whose userids are somebody's of whom it is not certain that they are the same person. */
  unsureIds: ReadonlySet<string>;
}

/** Recorded units that are not on the list, as they are recorded. */
export function unlistedUnits({ units }: Recorded, departments: readonly WecomDepartment[]): OrgUnitRecord[] {
  const listed = new Set(departments.map(({ departmentId }) => unitIdOf(departmentId)));
  return units.filter(({ _id, state }) => state === "active" && !listed.has(_id));
}

/** Those of them that WeCom does not call gone: outside the app's scope, or without an answer. They stay as they are. */
export const unseenUnits = (recorded: Recorded, { departments, goneIds }: Directory): Set<string> =>
  new Set(unlistedUnits(recorded, departments).flatMap(({ _id }) => (goneIds.has(_id) ? [] : [_id])));
