import { daysOfCalendar, type SpecialDay, yearToKnow } from "@shared/domain/companyCalendar";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Service } from "../../lib/services";
import { announcedYear, takeCompanyYears } from "../../lib/workCalendar";
import { CalendarYearModel, type CalendarYearRecord } from "./calendarModel";

/** Reads what the company has written of its years, a document for each, into this process. Every process begins with it. */
export async function loadCalendar(): Promise<void> {
  const records = await CalendarYearModel.find({}).lean<CalendarYearRecord[]>();
  takeCompanyYears(
    new Map(records.map(({ _id, holidays, workdays }) => [_id, { holidays: [...holidays], workdays: [...workdays] }])),
  );
}

/** What another process has written counts here after so long at most. */
const everyMs = 5_000;

/** Keeps this process's calendar as the company has it. */
export function calendarService({ logger }: Pick<Deps, "logger">): Service {
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  return {
    name: "calendar",
    async start() {
      await loadCalendar();
      timer = setInterval(() => {
        reading = loadCalendar().catch((error: unknown) =>
          logger.warn({ error }, "the work calendar could not be read"),
        );
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await reading;
    },
  };
}

/** A year's special days, and from where they are. */
export interface YearKnown {
  /** company: somebody has written them; announced: as for China; none: nobody knows yet. */
  source: "company" | "announced" | "none";
  days: SpecialDay[];
  record: CalendarYearRecord | null;
}

export async function yearKnown(year: string): Promise<YearKnown> {
  const record = await CalendarYearModel.findOne({ _id: year }).lean<CalendarYearRecord | null>();
  if (record) return { source: "company", days: daysOfCalendar(record), record };
  const announced = announcedYear(year);
  return announced
    ? { source: "announced", days: daysOfCalendar(announced), record: null }
    : { source: "none", days: [], record: null };
}

/** The next year, from the day on from which it should be known, as long as nobody knows its days; else null. */
export async function unknownYear(today: BusinessDay): Promise<string | null> {
  const year = yearToKnow(today);
  return year !== null && (await yearKnown(year)).source === "none" ? year : null;
}
