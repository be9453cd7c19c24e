import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { yearKnown } from "./companyYears";
import { effectsOf } from "./effects";
import { mayReadCalendar, maySetCalendar } from "./policy";
import { editableFromOf, requireDays, setCalendar } from "./setCalendar";

export const calendarHandlers = (deps: Pick<Deps, "clock" | "realNow" | "settings">): Handlers<"calendar"> => ({
  "calendar.read": async ({ actor, params: { year } }) => {
    allow(mayReadCalendar(actor), "the calendar is kept by HR and administrators");
    const [{ source, days, isAnnounced, record }, editableFrom] = await Promise.all([
      yearKnown(year),
      editableFromOf(deps),
    ]);
    return {
      ...{ year, source, days, isAnnounced, editableFrom },
      changed: record && { byName: record.byName, at: record.at.toISOString() },
      revision: record?.revision ?? 0,
      can: { set: maySetCalendar(actor) },
    };
  },

  "calendar.preview": async ({ actor, params: { year }, body: { days } }) => {
    allow(maySetCalendar(actor), "the calendar is kept by HR and administrators");
    const before = await requireDays(deps, year, days);
    const { effects } = await effectsOf(deps, year, before, days);
    return { effects };
  },

  "calendar.set": ({ actor, params: { year }, body }) => setCalendar(deps, { actor, year, body }),
});
