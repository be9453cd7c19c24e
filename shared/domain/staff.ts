import { addDays, type BusinessDay } from "./time";

/*
 * What HR keeps of a person beside what WeCom's directory says of them: the number, the days of joining and leaving, whom they report to
 * and how they sell.
 */

export const employeeNumberLengthMax = 32;

/** How people sell. Plans name these in their scope, so the list is short and the same for all. */
export const salesModes = ["直销", "渠道", "大客户"] as const;
export type SalesMode = (typeof salesModes)[number];

/**
 * An employee number as it is kept: a text, so that leading zeros stay. Width makes no difference, nor do spaces around it or several in
 * a row. Capitals stay as they were typed.
 * @returns null where nothing is left
 */
export function employeeNumberOf(typed: string): string | null {
  const number = typed.normalize("NFKC").replace(/\s+/g, " ").trim();
  return number === "" ? null : number;
}

/** Of numbers that are the same one there is one key: neither capitals nor spaces tell two people apart, zeros do. */
export const employeeNumberKey = (number: string): string =>
  (employeeNumberOf(number) ?? "").toLowerCase().replace(/ /g, "");

/** From here on counts what the first reading of WeCom's directory has found: it has always been so, as far as anybody can tell. */
export const alwaysSoOn = "2000-01-01";

/** What something is from a day on, until the next one begins; null: nothing. */
export interface FromDay<Value> {
  fromOn: BusinessDay;
  value: Value | null;
}

/** What counts on a day. @param history oldest first */
export function valueOn<Value>(history: readonly FromDay<Value>[], day: BusinessDay): FromDay<Value> | null {
  return history.filter(({ fromOn }) => fromOn <= day).at(-1) ?? null;
}

/** From that day on it is this: what was planned for later is over with it, what was before stays. */
export function withValueFrom<Value>(
  history: readonly FromDay<Value>[],
  { fromOn, value }: FromDay<Value>,
): FromDay<Value>[] {
  const before = history.filter((one) => one.fromOn < fromOn);
  const isSame = (before.at(-1)?.value ?? null) === value;
  return isSame ? before : [...before, { fromOn, value }];
}

const firstDay = "1950-01-01";
const aheadDaysMax = 731;

export interface StaffDraft {
  /** As typed. */
  employeeNumber: string | null;
  joinedOn: BusinessDay | null;
  leftOn: BusinessDay | null;
  /** What begins on a day; null: it stays as it is. */
  reportsTo: FromDay<string> | null;
  salesMode: FromDay<string> | null;
}

export interface StaffBefore {
  memberId: string;
  reportsTo: readonly FromDay<string>[];
  salesMode: readonly FromDay<string>[];
}

export interface StaffFault {
  field: string;
  code: "day.tooFar" | "day.past" | "day.beforeJoined" | "number.tooLong" | "mode.unknown" | "reportsTo.self";
}

/**
 * What is wrong with it, if anything. How somebody sells and whom they report to is first said for any day, as it has been; after that it
 * changes from today on at the earliest, since what has been is not edited.
 */
export function staffFaults(draft: StaffDraft, before: StaffBefore, today: BusinessDay): StaffFault[] {
  const { employeeNumber, joinedOn, leftOn, reportsTo, salesMode } = draft;
  const faults: StaffFault[] = [];
  const isTooFar = (day: BusinessDay) => day < firstDay || addDays(today, aheadDaysMax) < day;
  if (employeeNumber !== null && (employeeNumberOf(employeeNumber) ?? "").length > employeeNumberLengthMax)
    faults.push({ field: "employeeNumber", code: "number.tooLong" });
  if (joinedOn !== null && isTooFar(joinedOn)) faults.push({ field: "joinedOn", code: "day.tooFar" });
  if (leftOn !== null && isTooFar(leftOn)) faults.push({ field: "leftOn", code: "day.tooFar" });
  else if (leftOn !== null && joinedOn !== null && leftOn < joinedOn)
    faults.push({ field: "leftOn", code: "day.beforeJoined" });
  const dated = [
    { field: "reportsTo", change: reportsTo, history: before.reportsTo },
    { field: "salesMode", change: salesMode, history: before.salesMode },
  ];
  for (const { field, change, history } of dated) {
    if (change === null) continue;
    if (isTooFar(change.fromOn)) faults.push({ field: `${field}.fromOn`, code: "day.tooFar" });
    else if (history.length > 0 && change.fromOn < today) faults.push({ field: `${field}.fromOn`, code: "day.past" });
  }
  if (reportsTo?.value === before.memberId) faults.push({ field: "reportsTo.value", code: "reportsTo.self" });
  if (salesMode !== null && salesMode.value !== null && !(salesModes as readonly string[]).includes(salesMode.value))
    faults.push({ field: "salesMode.value", code: "mode.unknown" });
  return faults;
}
