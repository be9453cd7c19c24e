import { daysOfCalendar, type SpecialDay, yearToKnow } from "@shared/domain/companyCalendar";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Service } from "../../lib/services";
import { announcedYear, takeCompanyYears, yearOf } from "../../lib/workCalendar";
import { CalendarYearModel, type CalendarYearRecord } from "./calendarModel";

/** Reads what the company has written of its years, a document for each, into this process. Every process begins with it. */
export async function loadCalendar(): Promise<void> {
  const records = await CalendarYearModel.find({}).lean<CalendarYearRecord[]>();
  takeCompanyYears(
    new Map(
      records.map(({ _id, holidays, workdays, isWhole }) => [
        _id,
        { holidays: [...holidays], workdays: [...workdays], isWhole },
      ]),
    ),
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
  /**
   * company: somebody has written them; announced: as for China; part: somebody has written some, and nobody has announced the others;
   * none: nobody knows yet.
   */
  source: "company" | "announced" | "part" | "none";
  days: SpecialDay[];
  isAnnounced: boolean;
  record: CalendarYearRecord | null;
}

export async function yearKnown(year: string): Promise<YearKnown> {
  const record = await CalendarYearModel.findOne({ _id: year }).lean<CalendarYearRecord | null>();
  const announced = announcedYear(year);
  const isAnnounced = announced !== null;
  const days = daysOfCalendar(yearOf(record ?? undefined, () => announced ?? { holidays: [], workdays: [] }));
  if (record) return { source: record.isWhole || isAnnounced ? "company" : "part", days, isAnnounced, record };
  return { source: isAnnounced ? "announced" : "none", days, isAnnounced, record };
}

/** A year whose days somebody should write, and how many of them are written. */
export interface UnknownYear {
  year: string;
  writtenCount: number;
}

/** The present year, or the next one from the day on from which it can be known, until somebody has said that its days are all there; else null. */
export async function unknownYear(today: BusinessDay): Promise<UnknownYear | null> {
  const year = yearToKnow(today);
  const { source, days } = await yearKnown(year);
  return source === "none" || source === "part" ? { year, writtenCount: days.length } : null;
}
