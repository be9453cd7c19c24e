import { customerStages } from "@shared/domain/customer";
import { customerFinder } from "@shared/domain/tables/customers";
import { memberFinder } from "@shared/domain/tables/members";
import { customersPurpose } from "@shared/domain/tables/purposes/customers";
import { planCustomers } from "../customers";
import { findActiveMembers, userIdOf } from "../members";
import { findStaffOf } from "../staff";
import type { Importer } from "./types";

const customers: Importer = {
  code: "customers",
  purpose: customersPurpose,
  async world() {
    const members = await findActiveMembers();
    const staff = await findStaffOf(members.map(({ memberId }) => memberId));
    const known = members.map(({ memberId, name }) => ({
      ...{ key: memberId, name, userid: userIdOf(memberId) },
      number: staff.get(memberId)?.employeeNumber ?? "",
    }));
    // Clients are looked for some at a time when they are planned: a company may have more than fit in memory.
    const world = {
      members: memberFinder(known),
      customers: customerFinder([]),
      grades: ["A", "B", "C"],
      stages: customerStages,
    };
    return { world, known };
  },
  plan: planCustomers,
};

/** What each purpose of the page does. */
export const importers: Record<Importer["code"], Importer> = { customers };
