import { type Fact, isHouseAccount } from "@shared/domain/pay";
import { type Month, monthOf } from "@shared/domain/time";
import type { CreditRecord } from "./creditModel";
import { FactModel, type FactRecord } from "./factModel";
import { factRecordIdOf } from "./factRecord";

/** A fact that a member's month has to know and that counts in another. */
export interface Reference {
  memberId: string;
  period: Month;
  fact: Fact;
}

/** Refunds, money, invoices and acceptances: what is priced with its sale, in whichever month either counts. */
const isOfSale = (fact: Fact): fact is Fact & { saleId: string } => "saleId" in fact;
/** What others are about, and that is about nothing itself. */
export const isOrder = ({ kind }: Fact): boolean => kind === "sale" || kind === "newCustomer";

/**
 * What the months of these facts have to know of each other: of each sale that something is about, every month in which anything of it
 * counts for a member gets all the rest.
 * @param facts all that is known of their sales, in all revisions
 */
export function referencesOf(facts: readonly Fact[]): Reference[] {
  const bySale = new Map<string, Fact[]>();
  for (const fact of facts) if (isOfSale(fact)) bySale.set(fact.saleId, [...(bySale.get(fact.saleId) ?? []), fact]);
  return [...bySale.values()].flatMap((ofSale) => (ofSale.every(isOrder) ? [] : ofOneSale(ofSale)));
}

function ofOneSale(facts: readonly Fact[]): Reference[] {
  const months = new Map<string, { memberId: string; period: Month }>();
  for (const fact of facts)
    for (const { memberId } of fact.credits) {
      const period = monthOf(fact.countsOn);
      if (!isHouseAccount(memberId)) months.set(`${memberId}:${period}`, { memberId, period });
    }
  return [...months.values()].flatMap((month) =>
    facts.filter((fact) => !countsIn(fact, month)).map((fact): Reference => ({ ...month, fact })),
  );
}

const countsIn = ({ countsOn, credits }: Fact, { memberId, period }: Omit<Reference, "fact">): boolean =>
  monthOf(countsOn) === period && credits.some((credit) => credit.memberId === memberId);

const referenceIdOf = ({ memberId, period, fact }: Reference): string =>
  `${factRecordIdOf(fact)}:${refersRole}:${memberId}:${period}`;

/** What a reference stands as among credits: it counts for nobody. */
export const refersRole = "refers";

/** A reference as it is stored, beside the credits of the month, so that one read gives both. */
export function referenceRecordOf(reference: Reference): CreditRecord {
  const { memberId, period, fact } = reference;
  return {
    _id: referenceIdOf(reference),
    schemaVersion: 1,
    memberId,
    repMonth: `${memberId}:${period}`,
    teamMemberMonth: `none:${memberId}:${fact.bookedIn}`,
    role: refersRole,
    unitId: "none",
    amountFen: 0,
    kind: fact.kind,
    fact,
  };
}

/** The references that new facts bring: theirs in other months, and those of what was there in theirs. */
export async function newReferences(facts: readonly Fact[]): Promise<Reference[]> {
  // An order that is new has nothing about it yet.
  const asked = facts.filter((fact) => isOfSale(fact) && (!isOrder(fact) || fact.revision > 1));
  if (asked.length === 0) return [];
  const known = await factsOfSales(asked.flatMap((fact) => (isOfSale(fact) ? [fact.saleId] : [])));
  const there = new Set(referencesOf(known).map(referenceIdOf));
  return referencesOf([...known, ...facts]).filter((reference) => !there.has(referenceIdOf(reference)));
}

/** All facts of these sales, in all revisions. */
export async function factsOfSales(saleIds: readonly string[]): Promise<Fact[]> {
  const records = await FactModel.find({ "fact.saleId": { $in: [...new Set(saleIds)] } }).lean<FactRecord[]>();
  return records.map((record) => record.fact as Fact); // stored as the engine takes it
}
