import type { Fix, TimeKind } from "./checkIn";
import { isNewDevice, newDeviceMs } from "./device";
import { distanceM } from "./geo";
import { addDays, type BusinessDay, startOfDay } from "./time";

/*
 * Signals are what may make somebody ask about a check-in: each is weak, has its number and its sentence, and its rep sees it first. None of
 * them changes a verdict or takes anything away; where they add up, a leader is asked. From which network a phone calls is none of them:
 * behind a company's proxy or WeCom's the server cannot know that.
 */

export const trustSignalKinds = [
  "impossibleSpeed",
  "samePhoto",
  "codeFarAway",
  "sharedDevice",
  "sameCoordinates",
  "newDevice",
  "clockOff",
  "sameAccuracy",
  "noDeparture",
] as const;
export type TrustSignalKind = (typeof trustSignalKinds)[number];

/** By how much each counts. */
const weights: Record<TrustSignalKind, number> = {
  ...{ impossibleSpeed: 3, samePhoto: 3, codeFarAway: 3 },
  ...{ sharedDevice: 2, sameCoordinates: 2 },
  ...{ newDevice: 1, clockOff: 1, sameAccuracy: 1, noDeparture: 1 },
};

export interface TrustSignal {
  kind: TrustSignalKind;
  /**
   * What was found: km/h; earlier uses of the photo; meters from where the code is; colleagues on the device; days with these coordinates; hours since the device is used;
   * minutes by which the clock is off; check-ins with this accuracy; hours of the day that were left.
   */
  value: number;
  /** From where on it is a signal, in the same unit. */
  limit: number;
  /** Of two check-ins: how far apart, and by how many minutes; null for other kinds. */
  apart: { meters: number; minutes: number; customerName: string } | null;
}

export interface TrustRules {
  /** Nobody averages more from door to door, by train or plane. */
  speedMaxKmh: number;
  /** Nearer than this, beyond what the phones doubt, is no journey. */
  journeyMinM: number;
  /** So far from its place, beyond what the phone doubts, nobody scans a code that hangs there. */
  codeFarM: number;
  sharedMembersMin: number;
  /** Days with the very same coordinates, this one among them: on one day they are what a phone at rest gives. */
  sameCoordinateDaysMin: number;
  newDeviceMs: number;
  clockOffMaxMs: number;
  /** So many check-ins in a row, on so many days. */
  sameAccuracyMin: number;
  sameAccuracyDaysMin: number;
  /** From this score on a leader is asked. */
  askedFrom: number;
  /** For so long its rep alone sees what was found, unless they answer. */
  repFirstMs: number;
}

export const trustRules: TrustRules = {
  ...{ speedMaxKmh: 400, journeyMinM: 2_000, codeFarM: 1_000 },
  sharedMembersMin: 1,
  sameCoordinateDaysMin: 3,
  newDeviceMs,
  clockOffMaxMs: 5 * 60_000,
  ...{ sameAccuracyMin: 10, sameAccuracyDaysMin: 3 },
  askedFrom: 3,
  repFirstMs: 24 * 3_600_000,
};

/** A check-in as far as signals go. */
export interface TrustTap {
  checkInId: string;
  customerName: string;
  on: BusinessDay;
  checkedInAt: Date;
  timeKind: TimeKind;
  /** Null without one, and where it has been erased. */
  fix: Fix | null;
}

export interface TrustEvidence {
  tap: TrustTap;
  /** Of the same rep, on that day and those before it, in any order. */
  others: readonly TrustTap[];
  /** Null where it is not known on which it was made. */
  device: { firstAt: Date | null; hasOthers: boolean; otherMembers: number } | null;
  /** By how much the phone's own clock was ahead of the server's; null: not told. */
  clockOffMs: number | null;
  /** How often photos of this check-in belong to something else as well. */
  photoUses: number;
  /**
   * Of a tap at which the place's own code was scanned: how far outside the place's range it was, null where that has no pin; and where
   * the same code was scanned at other times, by anybody. Null where none was.
   */
  code: { outsideM: number | null; uses: readonly Fix[] } | null;
  /** Whether its visit asks for leaving to be said, and its day has ended without that. */
  isDepartureMissing: boolean;
}

/** What there is to ask about a check-in, the weightiest first. */
export function trustSignals(evidence: TrustEvidence, rules: TrustRules = trustRules): TrustSignal[] {
  const found = [
    impossibleSpeed(evidence, rules),
    samePhoto(evidence),
    codeFarAway(evidence, rules),
    sharedDevice(evidence, rules),
    sameCoordinates(evidence, rules),
    newDevice(evidence, rules),
    clockOff(evidence, rules),
    sameAccuracy(evidence, rules),
    noDeparture(evidence),
  ].filter((signal) => signal !== null);
  return weightiestFirst(found);
}

const weightiestFirst = (signals: readonly TrustSignal[]): TrustSignal[] =>
  [...signals].sort((a, b) => weights[b.kind] - weights[a.kind]);

/**
 * What is found now, with what somebody has been asked about and does not show any more: positions may be erased since, or a device taken off
 * its list. A decision stays about what it was about.
 */
export const withAsked = (found: readonly TrustSignal[], asked: readonly TrustSignal[]): TrustSignal[] =>
  weightiestFirst([...found, ...asked.filter(({ kind }) => !found.some((one) => one.kind === kind))]);

/** How much the signals of a check-in come to. */
export const trustScore = (signals: readonly Pick<TrustSignal, "kind">[]): number =>
  signals.reduce((sum, { kind }) => sum + weights[kind], 0);

/** Whether they come to so much that a leader is asked. */
export const asksLeader = (
  signals: readonly Pick<TrustSignal, "kind">[],
  { askedFrom }: Pick<TrustRules, "askedFrom"> = trustRules,
): boolean => trustScore(signals) >= askedFrom;

/** From when on others than the rep see what was found: at once where the rep has answered since. */
export function seenByOthersFrom(
  foundAt: Date,
  answeredAt: Date | null,
  { repFirstMs }: Pick<TrustRules, "repFirstMs"> = trustRules,
): Date {
  return answeredAt !== null && answeredAt >= foundAt ? answeredAt : new Date(foundAt.getTime() + repFirstMs);
}

/** How often these photos were sent for something else. @param known of all photos that are kept, what each belongs to */
export const photoUsesElsewhere = (
  hashes: readonly string[],
  known: readonly { hash: string; usedBy: string | null }[],
  own: string,
): number => known.filter(({ hash, usedBy }) => hashes.includes(hash) && usedBy !== null && usedBy !== own).length;

const plain = (kind: TrustSignalKind, value: number, limit: number): TrustSignal => ({
  ...{ kind, value, limit, apart: null },
});

/** A place that was measured just then, and the phone's doubt about it. */
const liveOf = (fix: Fix | null): (Fix & { accuracyM: number }) | null =>
  fix?.kind === "live" && fix.accuracyM !== null && fix.accuracyM > 0 ? { ...fix, accuracyM: fix.accuracyM } : null;

/** The same; a time that nobody knows says nothing of speed. */
const measured = ({ fix, timeKind }: TrustTap) => (timeKind === "uncertain" ? null : liveOf(fix));

const minuteMs = 60_000;

/** Against the check-in right before it and the one right after, whichever came to us first. */
function impossibleSpeed({ tap, others }: TrustEvidence, { speedMaxKmh, journeyMinM }: TrustRules): TrustSignal | null {
  const here = measured(tap);
  if (!here) return null;
  const at = tap.checkedInAt.getTime();
  const known = others
    .filter((one) => measured(one) !== null)
    .sort((a, b) => a.checkedInAt.getTime() - b.checkedInAt.getTime());
  const before = known.filter(({ checkedInAt }) => checkedInAt.getTime() <= at).at(-1);
  const after = known.find(({ checkedInAt }) => checkedInAt.getTime() > at);
  const found = [before, after].flatMap((other) => {
    const there = other && measured(other);
    if (!there) return [];
    const meters = distanceM(here, there) - here.accuracyM - there.accuracyM;
    // Two taps within a minute are told apart by less than their times are exact.
    const gapMs = Math.max(minuteMs, Math.abs(other.checkedInAt.getTime() - at));
    const kmh = Math.round(meters / 1000 / (gapMs / 3_600_000));
    if (meters < journeyMinM || kmh <= speedMaxKmh) return [];
    const apart = {
      meters: Math.round(meters),
      minutes: Math.round(gapMs / 60_000),
      customerName: other.customerName,
    };
    return [{ kind: "impossibleSpeed" as const, value: kmh, limit: speedMaxKmh, apart }];
  });
  return found.sort((a, b) => b.value - a.value)[0] ?? null;
}

const samePhoto = ({ photoUses }: TrustEvidence): TrustSignal | null =>
  photoUses > 0 ? plain("samePhoto", photoUses, 1) : null;

/**
 * A copy of a code can be scanned anywhere; a blurred position is still in one city and not in another. Where the place has a pin that says
 * where its code hangs; else of two who scanned it far from each other nobody knows which had a copy, and both are asked.
 */
function codeFarAway({ tap: { fix }, code }: TrustEvidence, { codeFarM }: TrustRules): TrustSignal | null {
  const here = liveOf(fix);
  if (!code || !here) return null;
  const { outsideM, uses } = code;
  const apartM = uses.flatMap((use) => {
    const there = liveOf(use);
    return there ? [distanceM(here, there) - there.accuracyM] : [];
  });
  const farM = Math.round(Math.max(0, ...(outsideM === null ? apartM : [outsideM])) - here.accuracyM);
  return farM > codeFarM ? plain("codeFarAway", farM, codeFarM) : null;
}

const sharedDevice = ({ device }: TrustEvidence, { sharedMembersMin }: TrustRules): TrustSignal | null =>
  device && device.otherMembers >= sharedMembersMin
    ? plain("sharedDevice", device.otherMembers, sharedMembersMin)
    : null;

function newDevice({ tap, device }: TrustEvidence, rules: TrustRules): TrustSignal | null {
  if (!device?.firstAt) return null;
  const { firstAt, hasOthers } = device;
  if (!isNewDevice({ firstAt, hasOthers }, tap.checkedInAt, rules.newDeviceMs)) return null;
  const hours = Math.max(0, Math.floor((tap.checkedInAt.getTime() - firstAt.getTime()) / 3_600_000));
  return plain("newDevice", hours, rules.newDeviceMs / 3_600_000);
}

function clockOff({ clockOffMs }: TrustEvidence, { clockOffMaxMs }: TrustRules): TrustSignal | null {
  if (clockOffMs === null || Math.abs(clockOffMs) <= clockOffMaxMs) return null;
  return plain("clockOff", Math.round(clockOffMs / 60_000), clockOffMaxMs / 60_000);
}

/** To the last digit: two measurements never agree so far. What a phone only remembered is the same place by its nature. */
function sameCoordinates({ tap, others }: TrustEvidence, { sameCoordinateDaysMin }: TrustRules): TrustSignal | null {
  const { fix } = tap;
  if (fix?.kind !== "live") return null;
  const same = others.filter(
    (one) => one.fix?.kind === "live" && one.fix.latDeg === fix.latDeg && one.fix.lngDeg === fix.lngDeg,
  );
  const days = new Set([tap, ...same].map(({ on }) => on)).size;
  return days >= sameCoordinateDaysMin ? plain("sameCoordinates", days, sameCoordinateDaysMin) : null;
}

function sameAccuracy(
  { tap, others }: TrustEvidence,
  { sameAccuracyMin, sameAccuracyDaysMin }: TrustRules,
): TrustSignal | null {
  const accuracyM = measured(tap)?.accuracyM;
  if (accuracyM === undefined) return null;
  const before = others
    .filter((one) => measured(one) !== null && one.checkedInAt <= tap.checkedInAt)
    .sort((a, b) => b.checkedInAt.getTime() - a.checkedInAt.getTime());
  const varies = before.findIndex((one) => measured(one)?.accuracyM !== accuracyM);
  const row = [tap, ...before.slice(0, varies === -1 ? before.length : varies)];
  const days = new Set(row.map(({ on }) => on)).size;
  return row.length >= sameAccuracyMin && days >= sameAccuracyDaysMin
    ? plain("sameAccuracy", row.length, sameAccuracyMin)
    : null;
}

function noDeparture({ tap, isDepartureMissing }: TrustEvidence): TrustSignal | null {
  if (!isDepartureMissing) return null;
  const leftMs = startOfDay(addDays(tap.on, 1)).getTime() - tap.checkedInAt.getTime();
  return plain("noDeparture", Math.max(0, Math.round(leftMs / 3_600_000)), 0);
}
