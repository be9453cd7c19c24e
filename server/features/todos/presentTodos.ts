import type { TodoView } from "@shared/contracts";
import { confirmBy } from "@shared/domain/sale";
import { isAccepted, needsAcceptance } from "@shared/domain/checkIn";
import type { MonthToSet } from "@shared/domain/target";
import { type BusinessDay, daysOf, monthOf, startOfDay } from "@shared/domain/time";
import type { Decidable } from "../approvals";
import type { DueStep } from "../clientList";
import type { ClientLeft } from "../customers";
import { type PlanRecord, rulesOf } from "../plans";
import type { PraiseAsked } from "../praise";
import type { ReportRecord } from "../reports";
import type { SaleRecord } from "../sales";
import type { RecordToWrite } from "../visits";

const nothingElse = { byName: null, amountFen: null, text: null, on: null, until: null, visit: null };

/** What is one row: one thing to decide on, or what is decided on together, oldest first. */
interface ApprovalRow {
  one: Decidable;
  all: Decidable[];
}

/** Of what many wait at once, to be decided on together, there is one row for each of those whom it waits for. */
export function approvalRows(open: readonly Decidable[]): ApprovalRow[] {
  const rows = new Map<string, ApprovalRow>();
  for (const one of open) {
    const { approval, isGathered, isAsked, insteadOfIds, approvers } = one;
    const together = [approval.told.kind, isAsked, insteadOfIds, approvers];
    const key = JSON.stringify(isGathered ? together : [approval.told.kind, approval.subjectId]);
    rows.set(key, { one: rows.get(key)?.one ?? one, all: [...(rows.get(key)?.all ?? []), one] });
  }
  return [...rows.values()];
}

export function presentApprovalRow({ one, all }: ApprovalRow): TodoView {
  const presented = presentApproval(one);
  // Of one that was found among many the rest is unknown.
  if (all.length === 1 && (one.isCounted || !one.isGathered)) return presented;
  const names = [...new Set(all.map((each) => presentApproval(each).about))].slice(0, namesShownMax);
  return {
    ...presented,
    about: names.join("、"),
    teams: names,
    count: all.length,
    ...(!one.isCounted && { isAtLeast: true }),
    byName: null,
    text: null,
  };
}

function presentApproval({ approval, insteadOfNames }: Decidable): TodoView {
  const { told, subjectId, revision, askedAt } = approval;
  const common = {
    ...nothingElse,
    todoId: `${told.kind}:${subjectId}:${revision}`,
    since: askedAt.toISOString(),
    subjectId,
    insteadOfNames: [...insteadOfNames],
  };
  if (told.kind === "plan") {
    return { ...common, kind: "plan", about: `${told.name} V${told.version}`, on: told.validFrom };
  }
  if (told.kind === "review") {
    const { customerName, repName, on, decideUntil, verdict } = told;
    const text = told.appeal ?? null;
    const isInDoubt = text !== null || needsAcceptance(verdict);
    return { ...common, kind: "review", about: customerName, byName: repName, on, until: decideUntil, text, isInDoubt };
  }
  if (told.kind === "pin") {
    const { customerName, siteName, repName } = told;
    return { ...common, kind: "pin", about: customerName, byName: repName, text: siteName };
  }
  if (told.kind === "companion") {
    const { customerName, repName, on, confirmUntil } = told;
    return { ...common, kind: "companion", about: customerName, byName: repName, on, until: confirmUntil };
  }
  if (told.kind === "visitQuestion") {
    const { customerName, repName, on, answerUntil } = told;
    return { ...common, kind: "visitQuestion", about: customerName, byName: repName, on, until: answerUntil };
  }
  if (told.kind === "export") {
    const { repName, what, rows, waitsUntil } = told;
    return { ...common, kind: "export", about: repName, byName: repName, text: what, count: rows, until: waitsUntil };
  }
  if (told.kind === "opening") {
    return { ...common, kind: "opening", about: told.repName, byName: told.repName, count: told.membersCount };
  }
  if (told.kind === "duplicate") {
    return { ...common, kind: "duplicate", about: told.customerName, text: told.otherName };
  }
  const { customerName, repName, amountFen, signedOn } = told;
  return { ...common, kind: "sale", about: customerName, byName: repName, amountFen, on: signedOn };
}

export function presentRecord({ checkIn, missingSteps }: RecordToWrite): TodoView {
  const { checkInId, customerName, on, checkedInAt, recordUntil } = checkIn;
  const about = { kind: "record", subjectId: checkInId, about: customerName, on, until: recordUntil } as const;
  return {
    ...nothingElse,
    todoId: `record:${checkInId}`,
    since: checkedInAt,
    text: missingSteps.join(" / ") || null,
    // One that nobody could verify: a record alone does not make it count.
    isInDoubt: missingSteps.length === 0 && !isAccepted(checkIn.verdict, checkIn.review?.state ?? null),
    ...about,
  };
}

export function presentReturned(sale: SaleRecord): TodoView {
  const { _id: saleId, customerName, amountFen, signedOn, returnReason, revision } = sale;
  return {
    ...nothingElse,
    todoId: `returnedSale:${saleId}:${revision}`,
    kind: "returnedSale",
    subjectId: saleId,
    // Where an older version returned it, nobody wrote down when.
    since: (sale.askedAt ?? sale.submittedAt).toISOString(),
    about: customerName,
    amountFen,
    on: signedOn,
    text: returnReason ?? null,
  };
}

export function presentQuestion({ saleId, customerName, byName, at, until }: PraiseAsked): TodoView {
  const about = { kind: "praise", subjectId: saleId, about: customerName, byName } as const;
  const when = { since: at.toISOString(), until: until.toISOString() };
  return { ...nothingElse, todoId: `praise:${saleId}`, ...when, ...about };
}

export function presentNextStep({ customerId, customerName, text, on, visit, been: there }: DueStep): TodoView {
  const been = there && { checkInId: there.checkInId, on: there.on };
  const about = { kind: "nextStep", subjectId: customerId, about: customerName, text, on, visit, been } as const;
  return { ...nothingElse, todoId: `nextStep:${customerId}:${on}`, since: startOfDay(on).toISOString(), ...about };
}

/** A problem that somebody has reported, for whoever cares for it. */
export function presentProblem({
  _id: reportId,
  memberName,
  text,
  saw,
  reference,
  reportedAt,
}: ReportRecord): TodoView {
  const about = {
    kind: "report",
    subjectId: reportId,
    about: memberName,
    text: text ?? saw ?? reference ?? "",
  } as const;
  return { ...nothingElse, todoId: `report:${reportId}`, since: reportedAt.toISOString(), ...about };
}

export function presentSentBack(version: PlanRecord): TodoView {
  const { _id: planId, revision, steps } = version;
  const { name, version: number, validFrom } = rulesOf(version);
  const sent = steps.at(-1);
  return {
    ...nothingElse,
    todoId: `sentBackPlan:${planId}:${revision}`,
    kind: "sentBackPlan",
    subjectId: planId,
    // A version that was sent back has a last step.
    since: (sent?.at ?? new Date(0)).toISOString(),
    about: `${name} V${number}`,
    text: sent?.reason ?? null,
    on: validFrom,
  };
}

/** @param teams names of those without a target */
export interface TargetsToSet extends MonthToSet {
  teams: readonly string[];
}

export function presentTargets({ month, askedFrom, teams }: TargetsToSet): TodoView {
  const on = daysOf(month).from;
  const about = { kind: "targets", subjectId: month, about: teams.join("、"), on } as const;
  return {
    ...nothingElse,
    todoId: `targets:${month}`,
    since: startOfDay(askedFrom).toISOString(),
    ...about,
    teams: [...teams],
  };
}

const namesShownMax = 5;

/** @param names of all who sell and are on no plan */
export function presentPlansMissing(names: readonly string[], today: BusinessDay): TodoView {
  const period = monthOf(today);
  const on = daysOf(period).from;
  const shown = names.slice(0, namesShownMax);
  const about = { kind: "plansMissing", subjectId: period, about: shown.join("、"), on } as const;
  return {
    ...nothingElse,
    todoId: `plansMissing:${period}`,
    since: startOfDay(on).toISOString(),
    ...about,
    teams: shown,
    count: names.length,
  };
}

/** @param clients at least one: where it is done first */
/** The days off of a year that begins soon: its id is the year. */
export const presentCalendarUnknown = (year: string, today: BusinessDay): TodoView => ({
  ...nothingElse,
  todoId: `calendarUnknown:${year}`,
  kind: "calendarUnknown",
  subjectId: year,
  since: startOfDay(`${today.slice(0, 4)}-12-01`).toISOString(),
  about: year,
});

export function presentClientsLeft(clients: readonly [ClientLeft, ...ClientLeft[]], today: BusinessDay): TodoView {
  const [{ customerId }] = clients;
  const shown = clients.slice(0, namesShownMax).map(({ shortName }) => shortName);
  return {
    ...nothingElse,
    todoId: `clientsLeft:${customerId}`,
    kind: "clientsLeft",
    subjectId: customerId,
    since: startOfDay(today).toISOString(),
    about: shown.join("、"),
    teams: shown,
    count: clients.length,
  };
}

/** A company that has offices without anybody, or no plan. */
export function presentSetup(today: BusinessDay): TodoView {
  const subjectId = monthOf(today);
  const since = startOfDay(today).toISOString();
  return { ...nothingElse, todoId: "setup", kind: "setup", subjectId, about: "", since };
}

/** The oldest first, after what counts in another month if nothing is done about it in these days. */
export function inOrder(todos: readonly TodoView[], today: BusinessDay): TodoView[] {
  const orderOf = (todo: TodoView) => `${endsWithMonth(todo, today) ? 0 : 1} ${todo.since} ${todo.todoId}`;
  return [...todos].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

export const endsWithMonth = ({ kind, on }: TodoView, today: BusinessDay): boolean =>
  (kind === "sale" || kind === "returnedSale") && on !== null && confirmBy(on, today) !== null;
