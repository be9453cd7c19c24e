import { sumFen } from "@shared/domain/money";
import { type Fact, standingFacts } from "@shared/domain/pay";
import { addDays, type BusinessDay, type Month, startOfDay } from "@shared/domain/time";
import { CreditModel, type CreditRecord } from "./creditModel";
import { factRecordIdOf } from "./factRecord";

/*
 * What was confirmed for a unit, by the credits that its attainment is the sum of: a sale that one team records for another's
 * client counts there.
 */

/** What counts in a unit's month and was confirmed after an instant. */
export async function unitSalesAfterFen(unitId: string, period: Month, instant: Date): Promise<number> {
  const credits = await saleCreditsOf(unitId, { $gt: instant.toISOString() });
  return sumFen(credits.filter(({ fact }) => (fact as Fact).bookedIn === period).map(({ amountFen }) => amountFen));
}

/** What was confirmed for a unit on a day: its part of these sales, and how many they were. */
export async function unitSalesOn(unitId: string, day: BusinessDay): Promise<{ amountFen: number; count: number }> {
  const from = startOfDay(day).toISOString();
  const credits = await saleCreditsOf(unitId, { $gte: from, $lt: startOfDay(addDays(day, 1)).toISOString() });
  return {
    count: new Set(credits.map(({ fact }) => (fact as Fact).id)).size,
    amountFen: sumFen(credits.map(({ amountFen }) => amountFen)),
  };
}

/** @param recordedAt instants as facts carry them, which sort as they follow each other */
async function saleCreditsOf(
  unitId: string,
  recordedAt: { $gt: string } | { $gte: string; $lt: string },
): Promise<CreditRecord[]> {
  const credits = await CreditModel.find({ unitId, kind: "sale", "fact.recordedAt": recordedAt }).lean<
    CreditRecord[]
  >();
  // A sale that counts in another month by now is there in several revisions.
  const standing = new Set(standingFacts(credits.map(({ fact }) => fact as Fact)).map(factRecordIdOf));
  return credits.filter(({ role, fact }) => role === "owner" && standing.has(factRecordIdOf(fact as Fact)));
}
