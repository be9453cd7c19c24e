import type { AnswerOf, BodyOf } from "@shared/contracts";
import { previewCalendar, readCalendar, setCalendar } from "@/api/calendar";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type CalendarYear = AnswerOf<"calendar.read">;
export type Days = BodyOf<"calendar.set">["days"];
export type Effects = AnswerOf<"calendar.preview">["effects"];

export const useCalendarYear = (year: string): QueryView<CalendarYear> =>
  useApiQuery(["calendar", year], () => readCalendar(year));

/** What would become other: it writes nothing, and may be asked as often as one likes. */
export const usePreview = (year: string): Command<Days, AnswerOf<"calendar.preview">> =>
  useCommand((_commandId: string, days: Days) => previewCalendar(year, { days }));

export const useSetCalendar = (year: string): Command<{ revision: number; days: Days }, AnswerOf<"calendar.set">> =>
  useCommand(async (commandId: string, given: { revision: number; days: Days }) => {
    try {
      return await setCalendar(year, { commandId, ...given });
    } finally {
      // Refused because another was faster: what that one wrote is shown. Elsewhere months have other working days now.
      void queryClient.invalidateQueries();
    }
  });
