import type { FilterShape } from "../../server/db/filterRecorder";

/**
 * Collections that may be read as a whole, each with the reason. Everything else is asked through an index.
 * "all" allows any filter, since the collection never has more than some dozens of documents; "whole" allows only
 * reading all of it, which one background job does.
 */
const smallCollections: Record<string, { allowed: "all" | "whole"; because: string }> = {
  clock: { allowed: "all", because: "one document, in the demo only" },
  leases: { allowed: "all", because: "one document for each kind of work that one process does at a time" },
  fieldKeys: { allowed: "all", because: "one document for each key that there has ever been" },
  migrations: { allowed: "all", because: "one document for each migration that there has ever been" },
  calendarYears: { allowed: "whole", because: "one document for each year" },
  visitTypes: {
    allowed: "whole",
    because: "one document for each version of a type of visits: dozens in a company's life",
  },
  testSafes: { allowed: "whole", because: "keys:rotate goes through every collection with encrypted fields" },
  orgUnits: { allowed: "whole", because: "the company's tree: hundreds of units" },
  members: { allowed: "whole", because: "the directory sync compares everybody" },
  memberships: { allowed: "whole", because: "the directory sync compares everybody's places" },
};

export function mayBeRead(shape: FilterShape): boolean {
  const small = smallCollections[shape.collection];
  if (!small) return false;
  return small.allowed === "all" || Object.keys(shape.filter).length === 0;
}
