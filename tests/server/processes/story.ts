import type { OperationId } from "@shared/api/operations";
import { shuffled } from "../../support/random";

/** One command of the story as it goes over the wire. */
export interface Step {
  actorId: string;
  commandId: string;
  operation: OperationId;
  params: Record<string, string>;
  body: { commandId: string } & Record<string, unknown>;
}

/** What one phone has to send, one after the other: each command may stand on those before it. */
export type Lane = Step[];

export const leaders: Record<string, string> = {
  ...Object.fromEntries(["xiaowang", "xiaoli", "wanglei", "liuyang"].map((repId) => [repId, "chenhao"])),
  ...Object.fromEntries(["zhangsan", "lisi", "wangfang", "sunwei"].map((repId) => [repId, "zhaojing"])),
};
export const repIds = Object.keys(leaders);

/** One client is visited, the other one buys, so that the footsteps of a sale do not depend on who of two phones was faster. */
export const clientOf = (repId: string, use: "visits" | "sales") => `c-${repId}-${use}`;
export const clientPin = (repId: string) => ({ latDeg: 23.1 + repIds.indexOf(repId) / 100, lngDeg: 113.3 });
export const storyNow = "2026-03-26T10:00:00+08:00";

const atMinutesBefore = (minutes: number) => new Date(new Date(storyNow).getTime() - minutes * 60_000).toISOString();

/**
 * A morning of eight reps and their two leaders, the same for the same seed. Each rep has two phones: one for visits and one for
 * sales. What comes out is the same however the lanes overlap: within a lane the order is fixed, and lanes of one rep meet only in
 * the rep's month.
 */
export function storyOf(commandCount: number, random: () => number): Lane[] {
  const perRep = shares(commandCount, repIds.length);
  return repIds.flatMap((repId, index) => {
    const count = perRep[index] ?? 0;
    const visits = Math.floor(count / 2);
    return [visitsLane(repId, visits, random), salesLane(repId, count - visits, random)];
  });
}

/** The first and the second half of each lane: what somebody began in the one may end in the other. */
export function halvesOf(lanes: readonly Lane[]): [Lane[], Lane[]] {
  const middle = (lane: Lane) => Math.floor(lane.length / 2);
  return [lanes.map((lane) => lane.slice(0, middle(lane))), lanes.map((lane) => lane.slice(middle(lane)))];
}

const shares = (count: number, parts: number) =>
  Array.from({ length: parts }, (_, index) => Math.floor((count + index) / parts));

/** Taps, some of them with a record; of those of one day one counts. Between them the rep changes what is said in public. */
function visitsLane(repId: string, count: number, random: () => number): Lane {
  const lane: Lane = [];
  let profileRevision = 1;
  while (lane.length < count) {
    const sort = random();
    if (sort < 0.2) {
      const publicPraise = random() < 0.5 ? "no" : "ask";
      lane.push(step(repId, "me.setPublicPraise", {}, { revision: profileRevision, publicPraise }, random));
      profileRevision += 1;
      continue;
    }
    const { latDeg, lngDeg } = clientPin(repId);
    const fix = { latDeg: latDeg + random() / 1_000, lngDeg, accuracyM: 18, kind: "live" };
    const tappedAt = atMinutesBefore(Math.floor(random() * 22 * 60));
    const tap = { customerId: clientOf(repId, "visits"), siteId: "s1", fix, tappedAt, timeKind: "anchored" };
    const checkIn = step(repId, "checkIns.create", {}, tap, random);
    lane.push(checkIn);
    if (sort < 0.45 || lane.length === count) continue;
    const record = { purpose: "followUp", peopleMet: "张主任", record: "确认了交期", nextStep: null };
    lane.push(step(repId, "visits.record", {}, { checkInId: `${repId}:${checkIn.commandId}`, ...record }, random));
  }
  return lane;
}

/** Sales that are submitted and confirmed, some after a return or two; one in ten is withdrawn. Several are open at a time. */
function salesLane(repId: string, count: number, random: () => number): Lane {
  const leaderId = leaders[repId] ?? "";
  const lane: Lane = [];
  const open: Step[][] = [];
  while (lane.length + open.flat().length < count || open.length > 0) {
    const mayBegin = lane.length + open.flat().length < count;
    if (mayBegin && (open.length === 0 || random() < 0.5)) {
      open.push(saleSteps(repId, leaderId, count - lane.length - open.flat().length, random));
    }
    const [steps] = shuffled(open, random);
    const next = steps?.shift();
    if (next) lane.push(next);
    if (steps?.length === 0) open.splice(open.indexOf(steps), 1);
  }
  return lane;
}

function saleSteps(repId: string, leaderId: string, stepsMax: number, random: () => number): Step[] {
  const saleId = uuid(random);
  const draft = () => ({
    customerId: clientOf(repId, "sales"),
    amountFen: 100_000 + Math.floor(random() * 900_000),
    signedOn: `2026-03-${10 + Math.floor(random() * 16)}`,
    contractNo: null,
  });
  let revision = 0;
  const steps = [step(repId, "sales.submit", {}, { saleId, ...draft() }, random)];
  const then = (actorId: string, operation: OperationId, more: Record<string, unknown> = {}) =>
    steps.push(step(actorId, operation, { saleId }, { revision: (revision += 1), ...more }, random));
  const sort = random();
  while (sort < 0.35 && steps.length < 3 && steps.length + 3 <= stepsMax) {
    then(leaderId, "sales.return", { reason: "金额和合同不一致" });
    then(repId, "sales.resubmit", draft());
  }
  if (steps.length >= stepsMax) return steps;
  if (sort > 0.9) then(repId, "sales.withdraw");
  else then(leaderId, "sales.confirm");
  return steps;
}

function step(
  actorId: string,
  operation: OperationId,
  params: Record<string, string>,
  body: Record<string, unknown>,
  random: () => number,
): Step {
  const commandId = uuid(random);
  return { actorId, commandId, operation, params, body: { commandId, ...body } };
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
