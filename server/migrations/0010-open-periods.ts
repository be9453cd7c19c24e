import { cutOffOf } from "@shared/domain/period";
import { addDays, daysOf, type Month } from "@shared/domain/time";
import { workCalendarOf } from "../lib/workCalendar";
import type { Migration, MigrationContext } from "./migration";

/** A member's month is a statement's, and that of a team's sums the one that a fact is booked in. */
const monthsIn = { statements: "period", facts: "bookedIn" } as const;

/**
 * Months were priced before the company's months were kept with their cut-offs, so that a setting that is changed later would have
 * reached back into them. Each is opened with the cut-off that it has had so far; what was booked stays where it is.
 */
export const openPeriods: Migration = {
  number: 10,
  name: "open-periods",
  async up(context) {
    const months = [...new Set([...(await monthsOf(context, "statements")), ...(await monthsOf(context, "facts"))])];
    if (months.length === 0) return;
    // Those that are there keep theirs, also where they are closed.
    const opened = months.sort().map((month) => ({
      updateOne: { filter: { _id: month }, update: { $setOnInsert: openedOf(month, context) }, upsert: true },
    }));
    await context.writeBatch(async (session) => {
      await context.db.collection<{ _id: string }>("periods").bulkWrite(opened, { ordered: false, session });
    });
  },
};

/** Read one by one, in flat memory. */
async function monthsOf({ db }: MigrationContext, name: keyof typeof monthsIn): Promise<Set<Month>> {
  const field = monthsIn[name];
  const months = new Set<Month>();
  const cursor = db.collection(name).find({}, { projection: { _id: 0, [field]: 1 } });
  // Every version stores it as text.
  for await (const document of cursor) months.add(String(document[field]));
  return months;
}

function openedOf(month: Month, { settings }: MigrationContext) {
  const { to } = daysOf(month);
  const rule = { workingDay: settings.PERIOD_CUT_OFF_WORKING_DAY, time: settings.PERIOD_CUT_OFF_TIME };
  const cutOffAt = cutOffOf(month, rule, workCalendarOf({ from: to, to: addDays(to, 62) }));
  return { schemaVersion: 1, state: "open", cutOffAt, revision: 1 };
}
