import { type BusinessDay, businessDayOf, startOfDay } from "@shared/domain/time";
import { inPlaces } from "../absences";
import {
  type DuplicateRecord,
  mayDecideOn,
  openPairsAmong,
  pageOfPairs,
  type StandingPair,
  standingPairs,
} from "../duplicates";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

const pageSize = 100;

/** Two clients that may be one wait for whoever leads all owners of both, or, where nobody does, for administrators. */
export const duplicateApprovals: ApprovalKind = {
  name: "duplicate",
  gathered: { wait: "duplicates_wait", nobody: null },
  find: async (pairId, now) => {
    const [open] = await openPairsAmong([pairId], businessDayOf(now));
    return open ? openOf(open) : null;
  },
  page: async (after, now) => {
    const { pairs, next } = await pageOfPairs(null, { state: "open", after, max: pageSize });
    return { open: await openOnes(pairs, businessDayOf(now)), next };
  },
  candidatesFor: async (reader, { now, after, max, absent }) => {
    const people = inPlaces(reader, absent);
    const { pairs, next } = await pageOfPairs(people, { state: "open", after, max });
    const { standing, unitPaths } = await standingPairs(pairs, businessDayOf(now));
    const decidable = standing.filter((one) => mayDecideOn(people, one, unitPaths));
    return {
      open: standing.map(openOf),
      next,
      decidable: () => Promise.resolve(decidable.map(({ pair }) => pair._id)),
    };
  },
};

const openOnes = async (pairs: readonly DuplicateRecord[], on: BusinessDay): Promise<OpenApproval[]> =>
  (await standingPairs(pairs, on)).standing.map(openOf);

function openOf({ pair, customers: [a, b], unitIds }: StandingPair): OpenApproval {
  const { _id: pairId, revision, foundOn } = pair;
  // Lists go by the units of the night: nobody is asked who does not find it there.
  const unitId = unitIds.find((id) => pair.unitIds.includes(id)) ?? "none";
  return {
    subjectId: pairId,
    revision,
    approvers: (deciders) => deciders.of({ unitId, ownIds: [], officers: "admin" }),
    requestedById: null,
    askedAt: startOfDay(foundOn),
    told: { kind: "duplicate", pairId, customerName: a.shortName, otherName: b.shortName },
  };
}
