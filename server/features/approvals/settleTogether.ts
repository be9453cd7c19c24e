import { pairIdOf } from "@shared/domain/duplicates";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Delivery, Outcome } from "../../outbox";
import { readDeciders } from "../absences";
import { type CustomersMerged, openProposalsAmong, type PinClosed, proposalIfAny } from "../customers";
import {
  type DuplicateDecided,
  type DuplicateGone,
  type DuplicateRecord,
  openPairsAmong,
  pairIfAny,
} from "../duplicates";
import { findOfficers } from "../members";
import { aboutTogether, type GatheredKind, noticesAbout, settleNotices } from "../notices";

type SettleDeps = Pick<Deps, "clock">;

/** A pin waits no more. */
export async function settlePinsTogether({ proposalId }: PinClosed, _: Delivery, deps: SettleDeps): Promise<Outcome> {
  const proposal = await proposalIfAny(proposalId);
  if (!proposal) return {};
  const isOpen = async (whoIds: readonly string[]) => (await openProposalsAmong(whoIds)).length > 0;
  const kinds = { kinds: ["pins_wait", "pins_nobody"], whoId: proposalId, unitIds: [proposal.teamId] } as const;
  return settleTogether({ ...kinds, isOpen }, deps);
}

/** Somebody has said whether two clients are two. */
export const settleDecidedPair = ({ pairId }: DuplicateDecided, _: Delivery, deps: SettleDeps): Promise<Outcome> =>
  settleKnownPair(pairId, deps);

/** Two clients are not alike any more. */
export const settleGonePair = ({ pairId, unitIds }: DuplicateGone, _: Delivery, deps: SettleDeps): Promise<Outcome> =>
  settlePair({ _id: pairId, unitIds }, deps);

/** Two clients have become one. */
export const settleMergedPair = (
  { customerId, otherId }: CustomersMerged,
  _: Delivery,
  deps: SettleDeps,
): Promise<Outcome> => settleKnownPair(pairIdOf(customerId, otherId), deps);

async function settleKnownPair(pairId: string, deps: SettleDeps): Promise<Outcome> {
  const pair = await pairIfAny(pairId);
  return pair ? settlePair(pair, deps) : {};
}

async function settlePair(
  { _id: pairId, unitIds }: Pick<DuplicateRecord, "_id" | "unitIds">,
  deps: SettleDeps,
): Promise<Outcome> {
  const isOpen = async (whoIds: readonly string[], on: BusinessDay) => (await openPairsAmong(whoIds, on)).length > 0;
  return settleTogether({ kinds: ["duplicates_wait"], whoId: pairId, unitIds: unitIds.slice(0, 1), isOpen }, deps);
}

interface Settled {
  kinds: readonly GatheredKind[];
  /** What waits no more. */
  whoId: string;
  /** Whose leaders decide on it. */
  unitIds: readonly string[];
  /** Whether any of these waits still. */
  isOpen: (whoIds: readonly string[], on: BusinessDay) => Promise<boolean>;
}

/** The messages that told of several are done once none of theirs waits. */
async function settleTogether({ kinds, whoId, unitIds, isOpen }: Settled, deps: SettleDeps): Promise<Outcome> {
  const now = deps.clock.now();
  const on = businessDayOf(now);
  const [deciders, admins] = await Promise.all([readDeciders(on), findOfficers(["admin"], on)]);
  const askedIds = (await Promise.all(unitIds.map((unitId) => deciders.everybodyFor(unitId)))).flat();
  const toldIds = [...new Set([...askedIds, ...admins.map(({ memberId }) => memberId)])];
  const abouts = kinds.flatMap((kind) => toldIds.map((memberId) => aboutTogether(kind, memberId)));
  const said = (await Promise.all(abouts.map(noticesAbout))).flat();
  const open = said.filter(
    ({ params, handledAt }) => !handledAt && "whoIds" in params && params.whoIds.includes(whoId),
  );
  const isOver = await Promise.all(
    open.map(async ({ params }) => "whoIds" in params && !(await isOpen(params.whoIds, on))),
  );
  const past = open.filter((_notice, at) => isOver[at]);
  return { write: (session) => settleNotices(past, now, session) };
}
