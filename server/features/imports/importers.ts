import { customerStages } from "@shared/domain/customer";
import type { OpeningTotals } from "@shared/domain/opening";
import type { ControlTotal } from "@shared/domain/tables/controls";
import { customerFinder } from "@shared/domain/tables/customers";
import { memberFinder } from "@shared/domain/tables/members";
import { customersPurpose } from "@shared/domain/tables/purposes/customers";
import { openingPurpose } from "@shared/domain/tables/purposes/opening";
import { planCustomers } from "../customers";
import { findActiveMembers, findMembersEver, type Member, userIdOf } from "../members";
import {
  beginOpenings,
  type OpeningsBase,
  planOpenings,
  type ReadOpenings,
  requireTotals,
  submitOpenings,
} from "../openings";
import { findStaffOf } from "../staff";
import type { ImportRecord } from "./importModel";
import type { Importer } from "./types";

/** The grades that a table may give. */
export const tableGrades = ["A", "B", "C"];

/** The members as tables name them. */
async function membersKnown(members: readonly Member[]) {
  const staff = await findStaffOf(members.map(({ memberId }) => memberId));
  return members.map(({ memberId, name }) => ({
    ...{ key: memberId, name, userid: userIdOf(memberId) },
    number: staff.get(memberId)?.employeeNumber ?? "",
  }));
}

const customers: Importer = {
  code: "customers",
  purpose: customersPurpose,
  async world() {
    const known = await membersKnown(await findActiveMembers());
    // Clients are looked for some at a time when they are planned: a company may have more than fit in memory.
    const world = {
      members: memberFinder(known),
      customers: customerFinder([]),
      grades: tableGrades,
      stages: customerStages,
    };
    return { world, known };
  },
  plan: planCustomers,
};

const opening: Importer = {
  code: "opening",
  purpose: openingPurpose,
  async world() {
    // Whoever has left is owed, or owes, as before.
    const known = await membersKnown(await findMembersEver());
    return { world: { members: memberFinder(known), customers: customerFinder([]), grades: [], stages: [] }, known };
  },
  plan: (_deps, rows, given) => planOpenings(rows, given),
  require: async (record) => void (await requireTotals(readOpeningsOf(record))),
  begin: beginOpenings,
  // As `begin` has returned it.
  end: (record, at, base) => submitOpenings(readOpeningsOf(record), at, base as OpeningsBase),
};

const readOpeningsOf = (record: ImportRecord): ReadOpenings => ({
  ...{ importId: record._id, source: record.source, fileName: record.fileName, fileHash: record.fileHash },
  by: { id: record.memberId, name: record.memberName },
  // Stored as contract and tables took them.
  typed: record.typed as OpeningTotals | null,
  sums: (record.sums ?? {}) as Record<string, number>,
  stated: (record.stated ?? []) as ControlTotal[],
});

/** What each purpose of the page does. */
export const importers: Record<Importer["code"], Importer> = { customers, opening };
