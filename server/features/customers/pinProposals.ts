import type { ClientSession } from "mongoose";
import { type Actor, actorKeyOf } from "@shared/domain/actor";
import type { Gcj02Point } from "@shared/domain/geo";
import type { PinTaken } from "@shared/domain/pin";
import { ownersOn } from "@shared/domain/customer";
import { addDays, businessDayOf, daysOf, type Month, startOfDay } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import { sha256 } from "../../lib/ids";
import { emit } from "../../outbox";
import { findUnitsEver, unitAndBelow } from "../members";
import type { CustomerRecord } from "./customerModel";
import { formerPlacesOf } from "./customers";
import { pinClosed, type PinClosed, type UndecidedEnd } from "./events";
import { readOwnersOf, spansOf } from "./ownership";
import { PinProposalModel, type PinProposalRecord } from "./pinProposalModel";
import { pinOf } from "./searchFields";

type Site = CustomerRecord["sites"][number];

const pageSize = 50;

/** One for each place; ids of other systems may be long. */
export const proposalIdOf = (customerId: string, siteId: string): string =>
  `pin-${sha256(`${customerId}/${siteId}`).slice(0, 40)}`;

export const proposalIfAny = (proposalId: string): Promise<PinProposalRecord | null> =>
  PinProposalModel.findOne({ _id: proposalId }).lean<PinProposalRecord | null>();

export interface WaitingPin {
  /** The place as it is known now. */
  siteId: string;
  proposal: PinProposalRecord;
}

/**
 * Those that wait for its places, the newest last. One place may have several where it was the place of several clients: what was proposed
 * of a client that has become this one waits on.
 * @param customer with the places that are asked for
 */
export async function openProposalsOf(
  customer: Pick<CustomerRecord, "_id" | "sites" | "mergedIds">,
): Promise<WaitingPin[]> {
  const former = await formerPlacesOf(customer);
  const siteIdOf = new Map([
    ...former.map(({ customerId, siteId, asSiteId }) => [proposalIdOf(customerId, siteId), asSiteId] as const),
    ...customer.sites.map(({ siteId }) => [proposalIdOf(customer._id, siteId), siteId] as const),
  ]);
  const asked = new Set(customer.sites.map(({ siteId }) => siteId));
  const waiting = await openProposalsAmong([...siteIdOf].flatMap(([id, siteId]) => (asked.has(siteId) ? [id] : [])));
  return waiting
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map((proposal) => ({ siteId: siteIdOf.get(proposal._id) ?? proposal.siteId, proposal }));
}

export const findProposals = async (proposalIds: readonly string[]): Promise<PinProposalRecord[]> =>
  proposalIds.length === 0 ? [] : PinProposalModel.find({ _id: { $in: [...proposalIds] } }).lean<PinProposalRecord[]>();

/** Those of these that wait. */
export const openProposalsAmong = async (proposalIds: readonly string[]): Promise<PinProposalRecord[]> =>
  (await findProposals(proposalIds)).filter(({ state }) => state === "open");

/** What waits for a decision of these teams, or of all, the oldest first, a page at a time. @param after null for the first one */
export async function pageOfOpenProposals(
  after: string | null,
  teamIds: readonly string[] | null = null,
  max: number = pageSize,
): Promise<{ proposals: PinProposalRecord[]; next: string | null }> {
  const state = "open" as const;
  const scopes = teamIds === null ? [{ state }] : teamIds.map((teamId) => ({ teamId, state }));
  const found = await Promise.all(
    scopes.map((scope) =>
      PinProposalModel.find(after === null ? scope : { ...scope, sortKey: { $gt: after } })
        .sort({ sortKey: 1 })
        .limit(max)
        .lean<PinProposalRecord[]>(),
    ),
  );
  const proposals = found
    .flat()
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .slice(0, max);
  return { proposals, next: proposals.length >= max ? (proposals.at(-1)?.sortKey ?? null) : null };
}

/** The same of whoever leads these units: of themselves and of all below, also of teams that are gone. */
export async function proposalsForLeader(
  leads: readonly string[],
  after: string | null,
  max?: number,
): Promise<{ proposals: PinProposalRecord[]; next: string | null }> {
  if (leads.length === 0) return { proposals: [], next: null };
  const unitsEver = await findUnitsEver();
  const teamIds = leads.flatMap((unitId) => unitAndBelow(unitsEver, unitId).map((below) => below.unitId));
  return pageOfOpenProposals(after, [...new Set(teamIds)], max);
}

export interface ProposedPin {
  by: { memberId: string; name: string; teamId: string | null };
  source: PinProposalRecord["source"];
  checkInId: string | null;
  note: string | null;
  to: Gcj02Point;
  accuracyM: number | null;
  takenAt?: Date | null;
  from?: Gcj02Point | null;
}

/** Those of one person that wait and say where they stood, wherever: what was typed in says nothing of anybody. */
export async function openProposalsBy(memberId: string): Promise<PinProposalRecord[]> {
  const proposals = await PinProposalModel.find({ memberId }).lean<PinProposalRecord[]>();
  return proposals.filter(({ state, source }) => state === "open" && source !== "typed");
}

/** When somebody first proposed a pin that stands as theirs still; null where none does. */
export async function firstProposedAt(memberId: string): Promise<Date | null> {
  const [first] = await PinProposalModel.find({ memberId })
    .sort({ memberId: 1, askedAt: 1 })
    .limit(1)
    .lean<PinProposalRecord[]>();
  return first?.askedAt ?? null;
}

/** Those of one person that were made in a month. */
export function proposalsOfMonth(memberId: string, period: Month): Promise<PinProposalRecord[]> {
  const { from, to } = daysOf(period);
  const askedAt = { $gte: startOfDay(from), $lt: startOfDay(addDays(to, 1)) };
  return PinProposalModel.find({ memberId, askedAt }).sort({ memberId: 1, askedAt: 1 }).lean<PinProposalRecord[]>();
}

/**
 * A proposal in the place of the last one for this site, and of all that wait for it: also of clients that have become this one, whose own
 * proposals they stay if that is undone. @returns what is stored, and how
 */
export async function proposalFor(
  customer: CustomerRecord,
  site: Site,
  { by, source, checkInId, note, to, accuracyM, takenAt = null, from = null }: ProposedPin,
  at: Date,
): Promise<{ proposal: PinProposalRecord; write: (session: ClientSession, realNow: Date) => Promise<void> }> {
  const today = businessDayOf(at);
  const _id = proposalIdOf(customer._id, site.siteId);
  const [last, waiting, { unitPaths }] = await Promise.all([
    proposalIfAny(_id),
    openProposalsOf({ ...customer, sites: [site] }),
    readOwnersOf(customer, today),
  ]);
  const ofFormer = waiting.flatMap((one) => (one.proposal._id === _id ? [] : [one.proposal]));
  const owners = ownersOn(spansOf(customer), today);
  const ownTeams = owners.flatMap(({ memberId }) => unitPaths.get(memberId)?.[0] ?? []);
  const proposal: PinProposalRecord = {
    _id,
    schemaVersion: 1,
    customerId: customer._id,
    customerName: customer.shortName,
    siteId: site.siteId,
    siteName: site.name,
    teamId: ownTeams[0] ?? by.teamId ?? "none",
    ownerIds: owners.map(({ memberId }) => memberId),
    memberId: by.memberId,
    memberName: by.name,
    source,
    checkInId,
    note,
    to: { latDeg: to.latDeg, lngDeg: to.lngDeg },
    accuracyM,
    takenAt,
    from: from && { latDeg: from.latDeg, lngDeg: from.lngDeg },
    state: "open",
    askedAt: at,
    decision: null,
    sortKey: `${at.toISOString()}~${_id}`,
    revision: (last?.revision ?? 0) + 1,
  };
  return {
    proposal,
    async write(session, realNow) {
      const { _id: id, schemaVersion: _version, revision: _revision, ...set } = proposal;
      if (last) await updateAtRevision(PinProposalModel, { id, revision: last.revision, set }, session);
      else await insert<PinProposalRecord>(PinProposalModel, proposal, session);
      // Whose proposal this one takes the place of waits for nobody any more.
      if (last?.state === "open" && last.memberId !== by.memberId)
        await emit(closedEvent(last, "replaced", at), session, realNow);
      for (const former of ofFormer)
        await closeProposal(former, former.memberId === by.memberId ? "withdrawn" : "replaced", {
          session,
          at,
          realNow,
        });
    },
  };
}

/**
 * A pin that was typed in, or taken on the spot, by whoever does not confirm pins: it is used as it is, and waits for a leader to say that it is right. What has been
 * waiting for this place is overtaken by it; without a pin nothing waits.
 * @param was the site before; null for a new one
 */
export async function usedPin(
  customer: CustomerRecord,
  { site, was, taken = null }: { site: Site; was: Site | null; taken?: PinTaken | null },
  actor: Actor,
  { at, realNow }: { at: Date; realNow: () => Date },
): Promise<(session: ClientSession) => Promise<void>> {
  const to = pinOf(site);
  if (!to) {
    const waiting = was ? await openProposalsOf({ ...customer, sites: [was] }) : [];
    return async (session) => {
      for (const { proposal } of waiting)
        await closeProposal(proposal, "overtaken", { session, at, realNow: realNow() });
    };
  }
  const by =
    actor.kind === "member"
      ? { memberId: actor.id, name: actor.name, teamId: actor.teamId }
      : { memberId: actorKeyOf(actor), name: actor.id, teamId: null };
  const given = taken ? { source: "taken" as const, ...taken } : { source: "typed" as const, accuracyM: null };
  const from = was && pinOf(was);
  const { write } = await proposalFor(customer, site, { by, checkInId: null, note: null, to, from, ...given }, at);
  return (session) => write(session, realNow());
}

type Decision = NonNullable<PinProposalRecord["decision"]> & { accepted: boolean };

/** Ends one that waits, or takes back that it was accepted: as it was decided, or for another reason. Where somebody stood is kept no longer. */
export async function closeProposal(
  proposal: PinProposalRecord,
  end: Decision | UndecidedEnd,
  { session, at, realNow }: { session: ClientSession; at: Date; realNow: Date },
): Promise<void> {
  const { _id: id, revision } = proposal;
  const state = typeof end === "string" ? end : end.accepted ? "accepted" : "rejected";
  const decision = typeof end === "string" ? null : { ...saidOf(end), at };
  await updateAtRevision(PinProposalModel, { id, revision, set: { state, decision, to: null, from: null } }, session);
  await emit(closedEvent(proposal, end, at), session, realNow);
}

const saidOf = ({ byId, byName, insteadOfName, reason }: Decision) => ({
  ...{ byId, byName },
  insteadOfName: insteadOfName ?? null,
  reason: reason ?? null,
});

/** @param proposal as it was before, open or accepted */
function closedEvent(proposal: PinProposalRecord, end: Decision | UndecidedEnd, at: Date) {
  const { _id: proposalId, memberId, customerId, customerName, siteId, siteName, source } = proposal;
  const revision = proposal.revision + 1;
  const why = typeof end === "string" ? end : null;
  const isTakenBack = proposal.state === "accepted";
  const payload: PinClosed = {
    ...{ proposalId, revision, memberId, customerId, customerName, siteId, siteName, source },
    checkInId: proposal.checkInId ?? null,
    decision: typeof end === "string" ? null : { accepted: end.accepted, ...saidOf(end) },
    ...(why && { why }),
    ...(isTakenBack && { isTakenBack }),
    closedAt: at.toISOString(),
  };
  return pinClosed.of({ payload, partition: `pin:${proposalId}`, cause: `${proposalId}:${revision}` });
}
