import type { AnswerOf, BodyOf } from "@shared/contracts";
import { calendarFault, calendarOfDays, daysChanged, type SpecialDay } from "@shared/domain/companyCalendar";
import { actorNameOf } from "@shared/domain/actor";
import { takesAt } from "@shared/domain/period";
import { type BusinessDay, businessDayOf, daysOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { type CutOffMove, moveCutOff, standingsAround } from "../periods";
import { CalendarYearModel } from "./calendarModel";
import { cutOffMoved } from "./events";
import { loadCalendar, yearKnown } from "./companyYears";
import { effectsOf } from "./effects";
import { maySetCalendar } from "./policy";

type SetDeps = Pick<Deps, "clock" | "settings">;
type WriteDeps = SetDeps & Pick<Deps, "realNow">;

/** The first day that may be changed: that of the earliest month that still takes what is recorded. */
export async function editableFromOf(deps: SetDeps): Promise<BusinessDay> {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const open = (await standingsAround(deps, today)).filter((standing) => takesAt(standing, now));
  const [first] = open.map(({ period }) => period).sort();
  return daysOf(first ?? monthOf(today)).from;
}

/** @throws AppError "input.invalid" with a `CalendarFault` */
export async function requireDays(deps: SetDeps, year: string, days: readonly SpecialDay[]): Promise<SpecialDay[]> {
  const { days: before } = await yearKnown(year);
  const fault = calendarFault(year, days, { before, editableFrom: await editableFromOf(deps) });
  if (fault) throw new AppError("input.invalid", fault, { fields: [{ field: "days", code: fault }] });
  return before;
}

/**
 * Writes a year's days off and worked weekends. What asks for working days goes by it at once in this process and within seconds in others:
 * reminders, paces of months, due days, cut-offs of months that nobody has opened yet. Months that are open already keep the cut-off
 * that was said as long as its day is worked; one that moves is told. What their pay depends on is priced again in the night. May be
 * repeated.
 * @throws AppError "right.missing", "stale", "input.invalid" with a `CalendarFault`
 */
export async function setCalendar(
  deps: WriteDeps,
  { actor, year, body }: { actor: MemberActor; year: string; body: BodyOf<"calendar.set"> },
): Promise<AnswerOf<"calendar.set">> {
  const { commandId, revision, days, isWhole } = body;
  const answer = await command({ actor, commandId, kind: "calendar.set", body: { ...body, year } }, async () => {
    allow(maySetCalendar(actor), "the calendar is kept by HR and administrators");
    const { record, isAnnounced } = await yearKnown(year);
    const present = record?.revision ?? 0;
    if (present !== revision) throw new AppError("stale", `${year} is at ${present}`, { revision: present });
    const before = await requireDays(deps, year, days);
    const at = deps.clock.now();
    const { effects, moves } = await effectsOf(deps, year, before, days);
    // What was changed of an announced year is all of it; of any other somebody says so.
    const set = {
      ...calendarOfDays(days),
      isWhole: isAnnounced || isWhole === true,
      by: actorNameOf(actor),
      byName: actor.name,
      at,
    };
    return {
      answer: { revision: revision + 1, effects },
      audit: { action: "calendar.set", subject: `calendar:${year}`, at, detail: { days: daysChanged(before, days) } },
      write: async (session) => {
        await (revision === 0
          ? insert(CalendarYearModel, { _id: year, ...set, revision: 1 }, session)
          : updateAtRevision(CalendarYearModel, { id: year, revision, set }, session));
        for (const move of moves) {
          await moveCutOff(move, session);
          const said = tellsOf(move, { actor, at, cause: `calendar:${year}:${revision + 1}` });
          if (said) await emit(said, session, deps.realNow());
        }
      },
    };
  });
  await loadCalendar();
  return answer;
}

/** A cut-off that nobody has been told yet moves without a word. */
const tellsOf = (
  { month, before, after, revision }: CutOffMove,
  { actor, at, cause }: { actor: MemberActor; at: Date; cause: string },
) =>
  revision === null
    ? null
    : cutOffMoved.of({
        ...{ partition: `period:${month}`, cause, part: month },
        payload: {
          ...{ month, beforeAt: before.toISOString(), afterAt: after.toISOString() },
          ...{ byId: actor.id, byName: actor.name, at: at.toISOString() },
        },
      });
