import { useEffect } from "react";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { previewCalendar, readCalendar, setCalendar } from "@/api/calendar";
import { type Command, useCommand } from "@/features/command/useCommand";
import { useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { isSameYear } from "./yearForm";

export type CalendarYear = AnswerOf<"calendar.read">;
export type Days = BodyOf<"calendar.set">["days"];
export type Effects = AnswerOf<"calendar.preview">["effects"];

export const useCalendarYear = (year: string): QueryView<CalendarYear> =>
  useApiQuery(["calendar", year], () => readCalendar(year));

/** What would become other: it writes nothing, and may be asked as often as one likes. */
export const usePreview = (year: string): Command<Days, AnswerOf<"calendar.preview">> =>
  useCommand((_commandId: string, days: Days) => previewCalendar(year, { days }));

type Given = Omit<BodyOf<"calendar.set">, "commandId">;

export const useSetCalendar = (year: string): Command<Given, AnswerOf<"calendar.set">> =>
  useCommand(async (commandId: string, given: Given) => {
    try {
      return await setCalendar(year, { commandId, ...given });
    } finally {
      // Refused because another was faster: what that one wrote is shown. Elsewhere months have other working days now.
      void queryClient.invalidateQueries();
    }
  });

/** What was changed of a year and is not saved; null: as it stands on the server. */
interface YearTyped {
  days: Days | null;
  isWhole: boolean | null;
  /** Of which state of the year it was changed. */
  revision: number | null;
}
const nothingTyped = (): YearTyped => ({ days: null, isWhole: null, revision: null });

/** A year as it is to be, kept on this phone until it is saved. */
export function useYearDraft(read: CalendarYear) {
  const draft = useDraft(`calendar:${read.year}`, nothingTyped, () => read.year);
  const { form, change, drop } = draft;
  const stands = { days: read.days, isWhole: read.isAnnounced || read.source === "company" };
  const days = form.days ?? stands.days;
  const isWhole = read.isAnnounced || (form.isWhole ?? stands.isWhole);
  const revision = form.revision ?? read.revision;
  const isSame = isSameYear(days, stands.days) && isWhole === stands.isWhole;
  // What stands here already is nothing that is kept, whoever has written it.
  const isIdle = draft.begun && isSame;
  useEffect(() => {
    if (isIdle) drop();
  });
  return {
    ...{ draft, days, isWhole, revision, isSame, drop },
    /** What others have written meanwhile is not written over; just after saving, mine is newer than what was read. */
    isOvertaken: !isSame && revision < read.revision,
    isAhead: revision > read.revision,
    edit: (part: { days?: Days; isWhole?: boolean }) => change({ days, isWhole, revision, ...part }),
    /** Stored as it is: it stays until it has been read again. */
    saved: (at: number) => change({ revision: at }),
  };
}
