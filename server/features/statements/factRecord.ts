import type { Fact } from "@shared/domain/pay";
import type { FactRecord } from "./factModel";

/** The first revision has the fact's own id, a later one stands beside it: nothing that was recorded is ever changed. */
export const factRecordIdOf = ({ id, revision }: Pick<Fact, "id" | "revision">): string =>
  revision === 1 ? id : `${id}@${revision}`;

/** A fact as it is stored. */
export function factRecordOf(fact: Fact): FactRecord {
  const { kind, on, countsOn, bookedIn, recordedAt } = fact;
  return {
    _id: factRecordIdOf(fact),
    schemaVersion: 1,
    kind,
    fact,
    on,
    countsOn,
    bookedIn,
    recordedAt: new Date(recordedAt),
  };
}
