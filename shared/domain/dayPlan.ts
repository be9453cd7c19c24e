import { addDays, type BusinessDay, daysFrom } from "./time";

/** A client as far as it tells whether to go there on a day. */
export interface PlanCandidate {
  customerId: string;
  grade: "A" | "B" | "C";
  stage: string;
  /** Null: not in the time that the phone knows of. */
  lastVisitOn: BusinessDay | null;
  /** Added not long ago: that nobody was there yet says nothing. */
  isNew: boolean;
  nextStepOn: BusinessDay | null;
}

/**
 * What speaks for a client: something was said to be done by that day, or nobody was there for as long as its class asks for, or never.
 * `seen`: its days are not over yet.
 */
export type PlanReason =
  | { kind: "step" }
  | { kind: "unseen" | "seen"; days: number }
  | { kind: "neverSeen" }
  | { kind: "new" };

/** As many as are proposed beside what was said to be done. */
export const proposedMax = 5;

/** After so many days a client is to be seen again. */
const rhythmDays = { A: 7, B: 14, C: 30 } as const;
/** In days, for whom there is no visit that the phone knows of: it knows those of this and the last month. */
const neverSeenDays = 45;
/** Nobody is proposed before half of those days: a day that is not full is better than a visit that nobody waits for. */
const proposedFrom = 0.5;
/** How much sooner, where a word now moves it on; other stages, such as a company's own, as they come. */
const stageWeights: Record<string, number> = { 需求调研: 1.2, 方案提交: 1.5, 服务中: 0.8 };

/**
 * How much it is time to go to a client: 1 when the days of its class are over, weighted by its stage. Not by its value in money, which
 * the phone does not have: the class stands for that.
 */
export function dueness({ grade, stage, lastVisitOn, isNew }: PlanCandidate, day: BusinessDay): number {
  const days = lastVisitOn === null ? (isNew ? rhythmDays[grade] : neverSeenDays) : daysFrom(lastVisitOn, day);
  return (days / rhythmDays[grade]) * (stageWeights[stage] ?? 1);
}

const hasStep = ({ nextStepOn }: PlanCandidate, day: BusinessDay): boolean => nextStepOn !== null && nextStepOn <= day;

/** Why to go there; null where somebody was there on that day. */
export function planReason(candidate: PlanCandidate, day: BusinessDay): PlanReason | null {
  if (hasStep(candidate, day)) return { kind: "step" };
  const { lastVisitOn, isNew } = candidate;
  if (lastVisitOn === null) return { kind: isNew ? "new" : "neverSeen" };
  const days = daysFrom(lastVisitOn, day);
  if (days <= 0) return null;
  return { kind: dueness(candidate, day) < 1 ? "seen" : "unseen", days };
}

/** So much farther, a client counts half as much: nobody drives across the city for one that is hardly due. */
const halfAtM = 10_000;

/**
 * Whom to go to on a day, the first the most: all where something was said to be done by then, then as many as fit in whom it is, or
 * soon will be, time to see, near before far where it is known how far they are. Whoever has something to be done on a later day of that week is left to that day.
 * @param farM null: not known
 */
export function proposedFor<Candidate extends PlanCandidate>(
  candidates: readonly Candidate[],
  { day, stopsMax, farM }: { day: BusinessDay; stopsMax: number; farM: (candidate: Candidate) => number | null },
): Candidate[] {
  const byId = (a: Candidate, b: Candidate) => (a.customerId < b.customerId ? -1 : 1);
  const due = candidates
    .filter((one) => hasStep(one, day))
    .sort((a, b) => (a.nextStepOn ?? "").localeCompare(b.nextStepOn ?? "") || byId(a, b));
  const isSpokenFor = ({ nextStepOn }: Candidate) =>
    nextStepOn !== null && nextStepOn > day && nextStepOn <= addDays(day, 7);
  const worth = (one: Candidate) => dueness(one, day) / (1 + (farM(one) ?? 0) / halfAtM);
  const others = candidates
    .filter((one) => !hasStep(one, day) && !isSpokenFor(one) && dueness(one, day) >= proposedFrom)
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth || byId(a.one, b.one))
    .map(({ one }) => one);
  return [...due, ...others.slice(0, Math.max(0, proposedMax - due.length))].slice(0, stopsMax);
}

/** The same list with one of it a place earlier or later; one at the end stays there. */
export function moved<Item>(items: readonly Item[], item: Item, by: 1 | -1): Item[] {
  const from = items.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((one) => one !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
