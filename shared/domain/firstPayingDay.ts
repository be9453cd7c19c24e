import type { BusinessDay } from "./time";

/**
 * Whether a confirmed sale counts for history alone: it was signed before the company's first paying day and confirmed on it or later. It
 * counts in its own month then, which no plan pays. What was confirmed before that day counts when it was confirmed, in a month that no plan
 * pays either.
 * @param firstPayingOn it begins a month; null: as the plans say
 */
export const isHistory = (
  { signedOn, confirmedOn }: { signedOn: BusinessDay; confirmedOn: BusinessDay },
  firstPayingOn: BusinessDay | null,
): boolean => firstPayingOn !== null && signedOn < firstPayingOn && firstPayingOn <= confirmedOn;
