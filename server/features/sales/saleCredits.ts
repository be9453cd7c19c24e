import {
  type Credit,
  creditsOf,
  houseAccountOf,
  inCreditOrder,
  isHouseAccount,
  type ShareHolder,
} from "@shared/domain/pay";
import type { OwnerShare } from "@shared/domain/customer";
import { SharesRefused } from "@shared/domain/money";
import { addDays, type BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { ownersOfDay, readOwnersByDay } from "../customers";
import { findMembers, type UnitSpan, unitSpansOfAll } from "../members";
import { effectiveVisitsUpTo, newestEffective, type VisitRecord } from "../visits";
import type { SaleRecord } from "./saleModel";

type SoldOn = Pick<SaleRecord, "customerId" | "signedOn" | "repId" | "teamId" | "amountFen">;

/**
 * Whom a sale counts for: the customer's owners on the day it was signed, whoever has recorded it, each in the team of that
 * day. What belongs to nobody who was here that day goes to the house account of the sale's team.
 * @returns with all ids that the customer is known by now
 * @throws AppError "customer.sharesWrong" where that day's shares do not add up to 1
 */
export async function saleCredits(
  sale: SoldOn,
): Promise<{ credits: Credit[]; spans: ReadonlyMap<string, readonly UnitSpan[]>; customerIds: [string, ...string[]] }> {
  const { owners, customerIds } = await ownersOfSale(sale);
  const spans = await unitSpansOfAll(owners.map(({ memberId }) => memberId));
  return { credits: creditsOfOwners(sale, owners, spans), spans, customerIds };
}

/**
 * The day on which a confirmed sale counts: that of the confirmation; where everybody whom it credits had left by then, the last day
 * on which one of them was here. No plan of a later month knows them, and what they have sold is not lost by leaving.
 */
export function dayItCounts(
  confirmedOn: BusinessDay,
  { signedOn }: Pick<SoldOn, "signedOn">,
  credits: readonly Credit[],
  spans: ReadonlyMap<string, readonly UnitSpan[]>,
): BusinessDay {
  const lastDays = membersAmong(credits).flatMap((memberId) =>
    (spans.get(memberId) ?? []).map(({ untilOn }) =>
      untilOn === null || untilOn > confirmedOn ? confirmedOn : addDays(untilOn, -1),
    ),
  );
  if (lastDays.length === 0) return confirmedOn;
  return [signedOn, ...lastDays].reduce((one, other) => (one > other ? one : other));
}

/** The same for whoever knows the owners of that day and where they have belonged. */
export function creditsOfOwners(
  sale: SoldOn,
  owners: readonly OwnerShare[],
  spans: ReadonlyMap<string, readonly UnitSpan[]>,
): Credit[] {
  const { customerId, signedOn, amountFen } = sale;
  const holders = holdersOf(sale, owners, spans);
  try {
    return creditsOf(amountFen, inCreditOrder(holders.length > 0 ? holders : [house(sale, "1")]));
  } catch (error) {
    if (!(error instanceof SharesRefused)) throw error;
    throw new AppError("customer.sharesWrong", `the shares of ${customerId} on ${signedOn}`, { customerId, signedOn });
  }
}

function holdersOf(
  sale: SoldOn,
  owners: readonly OwnerShare[],
  spans: ReadonlyMap<string, readonly UnitSpan[]>,
): ShareHolder[] {
  return owners.map(({ memberId, share }): ShareHolder => {
    const teamId = memberId === sale.repId ? sale.teamId : teamOf(spans.get(memberId) ?? [], sale.signedOn);
    return teamId === null ? house(sale, share) : { memberId, role: "owner", share, teamId };
  });
}

const membersAmong = (holders: readonly { memberId: string }[]): string[] =>
  holders.map(({ memberId }) => memberId).filter((memberId) => !isHouseAccount(memberId));

/**
 * The effective visits that a sale stands on: those of whom it credits, newest first.
 * @param decided `customerIds`: all ids of the customer, which may have been another one's before
 */
export const visitsBehind = (
  { signedOn }: Pick<SoldOn, "signedOn">,
  { credits, customerIds }: { credits: readonly Credit[]; customerIds: readonly string[] },
): Promise<VisitRecord[]> => effectiveVisitsUpTo(membersAmong(credits), customerIds, signedOn);

/** The same for whoever has read the visits already. */
export const visitsBehindAmong = (visits: readonly VisitRecord[], sale: SoldOn, credits: readonly Credit[]) =>
  newestEffective(visits, { memberIds: membersAmong(credits), customerIds: [sale.customerId], on: sale.signedOn });

/** The same before anybody has decided, also where the day's shares do not add up. */
export async function visitsBehindNow(sale: SoldOn): Promise<VisitRecord[]> {
  const { owners, customerIds } = await ownersOfSale(sale);
  const spans = await unitSpansOfAll(owners.map(({ memberId }) => memberId));
  return effectiveVisitsUpTo(membersAmong(holdersOf(sale, owners, spans)), customerIds, sale.signedOn);
}

/** Whom it counts for, the house aside, also where the day's shares do not add up; the largest part first. */
export async function countsFor(sale: SoldOn): Promise<{ memberId: string; name: string }[]> {
  const { owners } = await ownersOfSale(sale);
  const memberIds = owners.map(({ memberId }) => memberId);
  const [spans, members] = await Promise.all([unitSpansOfAll(memberIds), findMembers(memberIds)]);
  return membersAmong(inCreditOrder(holdersOf(sale, owners, spans))).map((memberId) => ({
    memberId,
    name: members.get(memberId)?.name ?? memberId,
  }));
}

/** Whether a sale is somebody's own: recorded by them, or of a customer that they own a part of on its day. Never from a cache. */
export async function isOwnSale(sale: SoldOn, memberId: string): Promise<boolean> {
  return (await readOwnSales([sale], memberId))(sale);
}

/** All whose own it is. */
export async function whoseSale(sale: SoldOn): Promise<string[]> {
  const { owners } = await ownersOfSale(sale);
  return [...new Set([sale.repId, ...owners.map(({ memberId }) => memberId)])];
}

/** The same for many sales, in one read of the customers of those that others recorded. */
export async function readOwnSales(
  sales: readonly Pick<SoldOn, "customerId" | "repId">[],
  memberId: string,
): Promise<(sale: Pick<SoldOn, "customerId" | "signedOn" | "repId">) => boolean> {
  const ofOthers = sales.filter(({ repId }) => repId !== memberId);
  const ownersOf = await readOwnersByDay(ofOthers.map(({ customerId }) => customerId));
  return ({ repId, customerId, signedOn }) =>
    repId === memberId || ownersOf(customerId, signedOn).some((owner) => owner.memberId === memberId);
}

const ownersOfSale = ({ customerId, signedOn }: SoldOn) => ownersOfDay(customerId, signedOn);

const house = ({ teamId }: SoldOn, share: string): ShareHolder => ({
  memberId: houseAccountOf(teamId),
  role: "owner",
  share,
  teamId,
});

/** The team of that day; of somebody who came later, the first one; null for somebody who had left by then. */
function teamOf(spans: readonly UnitSpan[], on: BusinessDay): string | null {
  const span =
    spans.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn)) ??
    spans.find(({ fromOn }) => fromOn > on);
  return span?.unitId ?? null;
}
