import type { BodyOf } from "@shared/contracts";
import { calendarAsked } from "./answerShapes/calendar";
import { caller } from "./http";

const call = caller(calendarAsked);

export const readCalendar = (year: string) => call("calendar.read", { params: { year } });
export const previewCalendar = (year: string, body: BodyOf<"calendar.preview">) =>
  call("calendar.preview", { params: { year }, body });
export const setCalendar = (year: string, body: BodyOf<"calendar.set">) =>
  call("calendar.set", { params: { year }, body });
