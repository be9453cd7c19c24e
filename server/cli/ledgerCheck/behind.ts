import { type Month, previousPeriod } from "@shared/domain/time";
import { inTransaction } from "../../db";
import { monthsFollowedMax } from "../../features/members";
import { readOrganisationSnapshot } from "../../features/plans";
import { readMonthState } from "../../features/statements/readMonthState";
import { readStoredMonth, type StoredMonth } from "../../features/statements/storedMonth";
import type { Behind, Place } from "./difference";
import { placeBehind, plansAt } from "./pricedNow";
import type { Progress } from "./progress";
import { pricingUnderWay } from "./underWay";

/** A month that was written each time that it was looked at is being priced. */
const looksMax = 5;

/**
 * The first of some months that stands otherwise than it would be priced now. It is no difference where something is queued that
 * prices the month again, nor where the month was written since it was read: whatever changes an input leaves an event with the
 * change, and whoever works off the last one that follows from it writes the month, also where it stays the same.
 */
export async function behindOf(
  months: readonly StoredMonth[],
  { progress, running }: { progress: Progress; running: Month },
): Promise<Behind | null> {
  let first: Behind | null = null;
  let open = months;
  for (let looks = 0; open.length > 0 && looks < looksMax; looks += 1) {
    const { written, differing } = await compare(open);
    const queued = await pricingUnderWay(differing.map(({ read }) => read));
    // After the queue was read: what was worked off by then has written its month.
    const again = await storedAgain([...written, ...differing.map(({ read }) => read.stored)]);
    open = written.flatMap(({ repMonth }) => again.get(repMonth) ?? []);
    for (const { read, place } of differing) {
      const { repMonth, memberId, period, bookRevision } = read.stored;
      const { isOpen = false, isGivenUp = false } = queued.get(read) ?? {};
      const month = again.get(repMonth);
      if (isOpen) progress.count("beingPriced", 1);
      else if (keepsItsPlans(read.stored, place, running)) progress.count("withOldPlans", 1);
      else if (month && month.bookRevision !== bookRevision) open = [...open, month];
      else {
        first ??= { memberId, period, ...place, isGivenUp };
        progress.count("behind", 1);
      }
    }
  }
  progress.count("beingPriced", open.length);
  return first;
}

/**
 * A department that comes into sight with people who have belonged to it for long changes what plans their months have had; the
 * product follows that as far back as it corrects months.
 */
function keepsItsPlans({ period }: StoredMonth, { at }: Place, running: Month): boolean {
  let oldest = running;
  for (let count = 1; count < monthsFollowedMax; count += 1) oldest = previousPeriod(oldest);
  return at === plansAt && period < oldest;
}

async function compare(months: readonly StoredMonth[]) {
  const { plans } = await readOrganisationSnapshot();
  const read = await Promise.all(
    months.map(async (stored) => ({ stored, now: await readMonthState(stored.memberId, stored.period) })),
  );
  const together = read.filter(({ stored, now }) => now.bookRevision === stored.bookRevision);
  return {
    /** Since they were stored like this: the two readings do not belong together. */
    written: read.filter((one) => !together.includes(one)).map(({ stored }) => stored),
    differing: together.flatMap((one) => {
      const place = placeBehind(one, plans);
      return place ? [{ read: one, place }] : [];
    }),
  };
}

async function storedAgain(months: readonly StoredMonth[]): Promise<Map<string, StoredMonth>> {
  const read = await Promise.all(
    months.map(({ repMonth }) => inTransaction((session) => readStoredMonth(repMonth, session))),
  );
  return new Map(read.flatMap((month) => (month ? [[month.repMonth, month] as const] : [])));
}
