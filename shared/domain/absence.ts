import { addDays, type BusinessDay } from "./time";

/** Days on which somebody decides on nothing, first and last included, and who does so meanwhile; null: nobody was named. */
export interface Absence {
  from: BusinessDay;
  to: BusinessDay;
  deputyId: string | null;
}

/** Nobody is away for longer without another one being put in their place. */
export const absenceDaysMax = 92;

export type AbsenceFault = "absence.past" | "absence.reversed" | "absence.tooLong" | "absence.ownDeputy";

/** What is wrong with an absence that somebody wants to note on a day; null: nothing. */
export function absenceFault(
  { from, to, deputyId }: Absence,
  memberId: string,
  today: BusinessDay,
): AbsenceFault | null {
  if (to < from) return "absence.reversed";
  if (to < today) return "absence.past";
  if (to >= addDays(from, absenceDaysMax)) return "absence.tooLong";
  return deputyId === memberId ? "absence.ownDeputy" : null;
}

export const isAwayOn = ({ from, to }: Pick<Absence, "from" | "to">, day: BusinessDay): boolean =>
  from <= day && day <= to;
