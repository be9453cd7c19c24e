import {
  coServedFrom,
  nextOwnersOn,
  type OwnerShare,
  type OwnerSpan,
  ownersOn,
  servedByOn,
  servedOn,
  type ServiceSpan,
  sharesFault,
} from "@shared/domain/customer";
import { addDays, type BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { findMembers, findUnits, newestSpan, unitAndAbove, unitSpansOfAll } from "../members";
import type { CustomerRecord } from "./customerModel";
import type { Owners } from "./policy";

/** As the rules take them. */
export const spansOf = ({ owners }: Pick<CustomerRecord, "owners">): OwnerSpan[] =>
  owners.map(({ memberId, share, from, to }) => ({ memberId, share, from, to: to ?? null }));

/** As the rules take it. */
export const coServiceOf = ({ coService }: Pick<CustomerRecord, "coService">): ServiceSpan[] =>
  coService.map(({ memberId, from, to }) => ({ memberId, from: from ?? null, to: to ?? null }));

/** Whether somebody served it on one of these days, whoever does today. */
export function servedOnAny(
  customer: Pick<CustomerRecord, "owners" | "coService">,
  memberId: string,
  days: readonly BusinessDay[],
): boolean {
  const spans = { owners: spansOf(customer), coService: coServiceOf(customer) };
  return days.some((day) => servedOn(spans, memberId, day));
}

/** Everybody who served it on a day since then, whoever does today. */
export const servingSince = (customer: Pick<CustomerRecord, "owners" | "coService">, since: BusinessDay): string[] =>
  [...spansOf(customer), ...coServiceOf(customer)]
    .filter(({ to }) => to === null || to >= since)
    .map(({ memberId }) => memberId);

/** Who owns it on a day or is to own it later. */
export const ownersFrom = (customer: Pick<CustomerRecord, "owners">, day: BusinessDay): string[] =>
  spansOf(customer)
    .filter(({ to }) => to === null || to >= day)
    .map(({ memberId }) => memberId);

/** What follows from owners and co-service. @param before who has served it beside its owners until now */
export function servingOf(
  spans: readonly OwnerSpan[],
  before: readonly ServiceSpan[],
  coServedByIds: readonly string[],
  today: BusinessDay,
): Pick<CustomerRecord, "owners" | "coService" | "coServedByIds" | "servedByIds" | "nextOwnersOn"> {
  return {
    owners: [...spans],
    coService: coServedFrom(before, today, coServedByIds),
    coServedByIds: [...coServedByIds],
    servedByIds: servedByOn(spans, coServedByIds, today),
    nextOwnersOn: nextOwnersOn(spans, today),
  };
}

/**
 * Owners with the units that they belong to by now. Whoever has left is led by who leads the unit that was theirs last: what they leave is
 * for somebody to see to. @param more people whose units are asked for, too
 */
export async function readOwners(
  owners: readonly OwnerShare[],
  today: BusinessDay,
  more: readonly OwnerShare[] = [],
): Promise<Owners> {
  const memberIds = [...owners, ...more].map(({ memberId }) => memberId);
  const [units, spans] = await Promise.all([findUnits(), unitSpansOfAll(memberIds)]);
  const pathOf = (memberId: string): string[] => {
    const held = spans.get(memberId) ?? [];
    const span = newestSpan(held, today) ?? held.at(-1);
    return span ? unitAndAbove(units, span.unitId).map(({ unitId }) => unitId) : [];
  };
  return { owners, unitPaths: new Map(memberIds.map((memberId) => [memberId, pathOf(memberId)])) };
}

/** The first day from which others may own it: today where nobody owns it or all who do have left before, else tomorrow. */
export async function earliestOf(owners: readonly OwnerShare[], today: BusinessDay): Promise<BusinessDay> {
  return (await readEarliest(owners, today))(owners);
}

/** The same for several clients, whose owners are asked for together. */
export async function readEarliest(
  all: readonly OwnerShare[],
  today: BusinessDay,
): Promise<(owners: readonly OwnerShare[]) => BusinessDay> {
  const ids = [...new Set(all.map(({ memberId }) => memberId))];
  const [members, spans] = await Promise.all([findMembers(ids), unitSpansOfAll(ids)]);
  const isHere = ({ memberId }: OwnerShare) =>
    members.get(memberId)?.active === true || newestSpan(spans.get(memberId) ?? [], today) !== undefined;
  return (owners) => (owners.some(isHere) ? addDays(today, 1) : today);
}

export const readOwnersOf = (customer: CustomerRecord, today: BusinessDay, more?: readonly OwnerShare[]) =>
  readOwners(ownersOn(spansOf(customer), today), today, more);

/** @throws AppError "customer.shares"; "member.unknown" for people who are not here (any more) */
export async function requireServing(owners: readonly OwnerShare[], coServedByIds: readonly string[]): Promise<void> {
  const fault = sharesFault(owners);
  if (fault) throw new AppError("customer.shares", fault, { fields: [{ field: "owners", code: fault }] });
  const memberIds = [...owners.map(({ memberId }) => memberId), ...coServedByIds];
  const members = await findMembers(memberIds);
  const missing = memberIds.find((memberId) => members.get(memberId)?.active !== true);
  if (missing !== undefined) throw new AppError("member.unknown", `${missing} is not a member`);
}
