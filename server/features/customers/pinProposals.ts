import type { ClientSession } from "mongoose";
import type { Gcj02Point } from "@shared/domain/geo";
import { ownersOn } from "@shared/domain/customer";
import { businessDayOf } from "@shared/domain/time";
import { insert, updateAtRevision } from "../../db";
import { sha256 } from "../../lib/ids";
import { emit } from "../../outbox";
import { findUnitsEver, unitAndBelow } from "../members";
import type { CustomerRecord } from "./customerModel";
import { pinClosed, pinProposed } from "./events";
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

/** Those that wait, by place. */
export async function openProposalsOf({
  _id,
  sites,
}: Pick<CustomerRecord, "_id" | "sites">): Promise<Map<string, PinProposalRecord>> {
  if (sites.length === 0) return new Map();
  const ids = sites.map(({ siteId }) => proposalIdOf(_id, siteId));
  const found = await PinProposalModel.find({ _id: { $in: ids } }).lean<PinProposalRecord[]>();
  return new Map(found.filter(({ state }) => state === "open").map((one) => [one.siteId, one]));
}

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
  accuracyM: number;
}

/** A proposal in the place of the last one for this site. @returns what is stored, and how */
export async function proposalFor(
  customer: CustomerRecord,
  site: Site,
  { by, source, checkInId, note, to, accuracyM }: ProposedPin,
  at: Date,
): Promise<{ proposal: PinProposalRecord; write(session: ClientSession, realNow: Date): Promise<void> }> {
  const _id = proposalIdOf(customer._id, site.siteId);
  const today = businessDayOf(at);
  const [last, { unitPaths }] = await Promise.all([proposalIfAny(_id), readOwnersOf(customer, today)]);
  const owners = ownersOn(spansOf(customer), today);
  const ownTeams = owners.flatMap(({ memberId }) => unitPaths.get(memberId)?.[0] ?? []);
  const proposal: PinProposalRecord = {
    _id,
    schemaVersion: 1,
    customerId: customer._id,
    customerName: customer.shortName,
    siteId: site.siteId,
    siteName: site.name,
    address: site.address,
    teamId: ownTeams[0] ?? by.teamId ?? "none",
    ownerIds: owners.map(({ memberId }) => memberId),
    memberId: by.memberId,
    memberName: by.name,
    source,
    checkInId,
    note,
    from: pinOf(site),
    to: { latDeg: to.latDeg, lngDeg: to.lngDeg },
    accuracyM,
    radiusM: site.radiusM,
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
      const cause = `${_id}:${proposal.revision}`;
      await emit(pinProposed.of({ payload: { proposalId: _id }, partition: `pin:${_id}`, cause }), session, realNow);
    },
  };
}

/** Ends one that waits: as it was decided, or because its pin was set otherwise. */
export async function closeProposal(
  proposal: PinProposalRecord,
  decision: (PinProposalRecord["decision"] & { accepted: boolean }) | null,
  { session, at, realNow }: { session: ClientSession; at: Date; realNow: Date },
): Promise<void> {
  const { _id, revision, memberId, customerId, customerName, siteId, siteName } = proposal;
  const state = decision === null ? "overtaken" : decision.accepted ? "accepted" : "rejected";
  const kept = decision && { byId: decision.byId, byName: decision.byName, reason: decision.reason ?? null, at };
  await updateAtRevision(PinProposalModel, { id: _id, revision, set: { state, decision: kept } }, session);
  const payload = {
    ...{ proposalId: _id, revision: revision + 1, memberId, customerId, customerName, siteId, siteName },
    decision: decision && {
      accepted: decision.accepted,
      byName: decision.byName,
      reason: decision.reason ?? null,
    },
    closedAt: at.toISOString(),
  };
  const event = pinClosed.of({ payload, partition: `pin:${_id}`, cause: `${_id}:${revision + 1}` });
  await emit(event, session, realNow);
}
