import { ownersOn, type OwnerShare } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { type CustomerRecord, findStanding, mayMakeOne, type Owners, readOwners, spansOf } from "../customers";
import { DuplicateModel, type DuplicateRecord } from "./duplicateModel";

/** A pair whose clients both stand for themselves by now, with who owns them today. */
export interface StandingPair {
  pair: DuplicateRecord;
  customers: [CustomerRecord, CustomerRecord];
  present: [OwnerShare[], OwnerShare[]];
  /** Units whose leaders lead all owners of both, the nearest first. */
  unitIds: string[];
}

/** Those of them that are still a question: one that has become another since is not. */
export async function standingPairs(
  pairs: readonly DuplicateRecord[],
  on: BusinessDay,
): Promise<{ standing: StandingPair[]; unitPaths: Owners["unitPaths"] }> {
  if (pairs.length === 0) return { standing: [], unitPaths: new Map() };
  const found = await findStanding([...new Set(pairs.flatMap(({ customerIds }) => customerIds))]);
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), on);
  const { unitPaths } = await readOwners([...found.values()].flatMap(ownersOf), on);
  const standing = pairs.flatMap((pair): StandingPair[] => {
    const [a, b] = pair.customerIds.flatMap((id) => found.get(id) ?? []);
    if (!a || !b) return [];
    const present: StandingPair["present"] = [ownersOf(a), ownersOf(b)];
    return [{ pair, customers: [a, b], present, unitIds: unitsAbove(present, unitPaths) }];
  });
  return { standing, unitPaths };
}

/** Units above all owners of both, the nearest first; none where nobody owns one of them: administrators see to those. */
export function unitsAbove(present: readonly (readonly OwnerShare[])[], unitPaths: Owners["unitPaths"]): string[] {
  if (present.some((owners) => owners.length === 0)) return [];
  const paths = present.flat().map(({ memberId }) => unitPaths.get(memberId) ?? []);
  return (paths[0] ?? []).filter((unitId) => paths.every((path) => path.includes(unitId)));
}

/** By whose right somebody decides, their own first; null: by nobody's. @param people as of `placesOf` */
export const decidingFor = (
  people: readonly MemberActor[],
  { present }: Pick<StandingPair, "present">,
  unitPaths: Owners["unitPaths"],
): MemberActor | null => people.find((person) => mayMakeOne(person, { present, unitPaths })) ?? null;

export const mayDecideOn = (...given: Parameters<typeof decidingFor>): boolean => decidingFor(...given) !== null;

interface Page {
  after: string | null;
  max: number;
}

/** Some of those in a state, by id. @param people null for everybody's */
export async function pageOfPairs(
  people: readonly MemberActor[] | null,
  { state, after, max }: Page & { state: DuplicateRecord["state"] },
): Promise<{ pairs: DuplicateRecord[]; next: string | null }> {
  const isAll = people === null || people.some(({ roles }) => roles.includes("admin"));
  const leads = isAll ? [] : people.flatMap((person) => person.leads);
  if (!isAll && leads.length === 0) return { pairs: [], next: null };
  const found = await DuplicateModel.find({
    state,
    ...(!isAll && { unitIds: { $in: leads } }),
    ...(after !== null && { _id: { $gt: after } }),
  })
    .sort({ _id: 1 })
    .limit(max + 1)
    .lean<DuplicateRecord[]>();
  const pairs = found.slice(0, max);
  return { pairs, next: found.length > max ? (pairs.at(-1)?._id ?? null) : null };
}

export const pairIfAny = (pairId: string): Promise<DuplicateRecord | null> =>
  DuplicateModel.findOne({ _id: pairId }).lean<DuplicateRecord | null>();

/** Those of one client that are open, and still a question; more than that are nobody's to read. @param customerIds all its ids */
export async function openPairsOf(customerIds: readonly string[], on: BusinessDay) {
  const found = await DuplicateModel.find({ customerIds: { $in: [...customerIds] }, state: "open" })
    .limit(shownMax)
    .lean<DuplicateRecord[]>();
  return standingPairs(found, on);
}

const shownMax = 5;

/** Those of these that are open, and still a question. */
export async function openPairsAmong(pairIds: readonly string[], on: BusinessDay): Promise<StandingPair[]> {
  if (pairIds.length === 0) return [];
  const found = await DuplicateModel.find({ _id: { $in: [...pairIds] } }).lean<DuplicateRecord[]>();
  return (
    await standingPairs(
      found.filter(({ state }) => state === "open"),
      on,
    )
  ).standing;
}
