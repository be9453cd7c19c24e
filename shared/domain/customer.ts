import { equals, exactOfDecimal, one, signOfExact, sumOf, zero } from "./pay/numbers/number";
import { addDays, type BusinessDay } from "./time";

/** How far one is with a customer, as companies begin with it. */
/** The longest that lists and messages call a client. */
export const shortNameMax = 40;
/** So many can be given to somebody at once. */
export const givenAtOnceMax = 100;

/** What a client is called in short where nobody has said so. */
export const shortNameOf = (name: string): string => Array.from(name).slice(0, shortNameMax).join("");

export const customerStages = ["初步接触", "需求调研", "方案提交", "签单", "服务中"] as const;

/** So long a customer is new to whoever serves it. */
const newDays = 14;

/** Whether nobody has owned a customer for longer than it is new. */
export const isNewOn = (owners: readonly Pick<OwnerSpan, "from">[], day: BusinessDay): boolean =>
  owners.length > 0 && owners.every(({ from }) => from > addDays(day, -newDays));

/** Somebody's part of a customer; the shares of a day add up to exactly 1. */
export interface OwnerShare {
  memberId: string;
  /** Exact decimal, such as `0.7`. */
  share: string;
}

/** A part of a customer from a day to a day. */
export interface OwnerSpan extends OwnerShare {
  from: BusinessDay;
  /** The last day; null while it lasts. */
  to: BusinessDay | null;
}

export type SharesFault = "owner.twice" | "share.invalid" | "shares.notWhole";

/** What is wrong with shares, if anything. */
export function sharesFault(owners: readonly OwnerShare[]): SharesFault | null {
  const ids = new Set(owners.map(({ memberId }) => memberId));
  if (ids.size !== owners.length) return "owner.twice";
  const shares = owners.map(({ share }) => exactOfDecimal(share) ?? zero);
  if (shares.some((share) => signOfExact(share) <= 0)) return "share.invalid";
  return equals(sumOf(shares), one) ? null : "shares.notWhole";
}

const lastsOn = ({ from, to }: OwnerSpan, day: BusinessDay): boolean => from <= day && (to === null || day <= to);

/** Who owned a customer on a day, and how much of it. */
export function ownersOn(spans: readonly OwnerSpan[], day: BusinessDay): OwnerShare[] {
  return spans.filter((span) => lastsOn(span, day)).map(({ memberId, share }) => ({ memberId, share }));
}

/** Since when somebody who owns it on a day has done so without a break, whatever their share was meanwhile. */
export function ownedSince(spans: readonly OwnerSpan[], memberId: string, day: BusinessDay): BusinessDay {
  const own = spans.filter((span) => span.memberId === memberId);
  let since = day;
  for (let at = day; ;) {
    const span = own.find((one) => lastsOn(one, at));
    if (!span) return since;
    since = span.from;
    at = addDays(since, -1);
  }
}

/** The same customer with other owners from a day on. Days before it stay as they were. */
export function ownedFrom(spans: readonly OwnerSpan[], from: BusinessDay, owners: readonly OwnerShare[]): OwnerSpan[] {
  const before = spans
    .filter((span) => span.from < from)
    .map((span) => (span.to === null || span.to >= from ? { ...span, to: addDays(from, -1) } : span));
  return [...before, ...owners.map(({ memberId, share }) => ({ memberId, share, from, to: null }))];
}

/** Somebody who serves a customer beside its owners, from a day to a day, both inclusive. */
export interface ServiceSpan {
  memberId: string;
  /** Null: since before that was noted. */
  from: BusinessDay | null;
  /** Null while it lasts. */
  to: BusinessDay | null;
}

/** The same service with these people from a day on. Who goes or comes on that day has served on it. */
export function coServedFrom(
  spans: readonly ServiceSpan[],
  day: BusinessDay,
  memberIds: readonly string[],
): ServiceSpan[] {
  const serves = (memberId: string) => spans.some((span) => span.memberId === memberId && span.to === null);
  const ended = spans.map((span) =>
    span.to === null && !memberIds.includes(span.memberId) ? { ...span, to: day } : { ...span },
  );
  const begun = [...new Set(memberIds)].filter((memberId) => !serves(memberId));
  return [...ended, ...begun.map((memberId) => ({ memberId, from: day, to: null }))];
}

/** Whether somebody served a customer on a day, as an owner or beside them. */
export function servedOn(
  { owners, coService }: { owners: readonly OwnerSpan[]; coService: readonly ServiceSpan[] },
  memberId: string,
  day: BusinessDay,
): boolean {
  const isBeside = (span: ServiceSpan) =>
    span.memberId === memberId && (span.from === null || span.from <= day) && (span.to === null || day <= span.to);
  return ownersOn(owners, day).some((owner) => owner.memberId === memberId) || coService.some(isBeside);
}

/** Who serves a customer on a day: its owners, then those who serve it beside them. */
export function servedByOn(spans: readonly OwnerSpan[], coServedByIds: readonly string[], day: BusinessDay): string[] {
  return [...new Set([...ownersOn(spans, day).map(({ memberId }) => memberId), ...coServedByIds])];
}

/** The next day on which others own a customer; null where nothing is arranged. */
export function nextOwnersOn(spans: readonly OwnerSpan[], today: BusinessDay): BusinessDay | null {
  const days = spans.flatMap(({ from, to }) => [from, ...(to === null ? [] : [addDays(to, 1)])]);
  return days.filter((day) => day > today).sort()[0] ?? null;
}
