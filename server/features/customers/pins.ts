import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { type Decided, standsInFor } from "../absences";
import { consentVersion, findUnitsEver, hasConsented, unitAndAbove } from "../members";
import { customersNow, findPlace } from "./customers";
import type { CustomerRecord } from "./customerModel";
import { readOwnersOf, spansOf } from "./ownership";
import { closeProposal, findProposals, proposalFor, proposalIfAny, proposalsForLeader } from "./pinProposals";
import type { PinProposalRecord } from "./pinProposalModel";
import { mayEditCustomer } from "./policy";
import { replaceSites, type Site } from "./sites";

type PinDeps = Pick<Deps, "clock" | "realNow" | "caches">;
type Outcome = AnswerOf<"pins.decide">["items"][number]["outcome"];

/**
 * Somebody who serves a client stands at its place, and says that its pin is wrong, or that there is none. That is a position of theirs, so
 * that it is taken by their consent alone; a pin that is typed in (`sites.edit`) says nothing of anybody. May be repeated.
 */
export function proposePin(
  deps: PinDeps,
  request: { actor: MemberActor; customerId: string; siteId: string; body: BodyOf<"pins.propose"> },
): Promise<AnswerOf<"pins.propose">> {
  const { actor, customerId, siteId, body } = request;
  const { commandId, pin, accuracyM, note } = body;
  const whole = { ...body, customerId, siteId };
  return command({ actor, commandId, kind: "pins.propose", body: whole }, async () => {
    const at = deps.clock.now();
    const { customer, site } = await findPlace(customerId, siteId);
    const owners = await readOwnersOf(customer, businessDayOf(at));
    const serves = customer.servedByIds.includes(actor.id);
    allow(serves || mayEditCustomer(actor, owners), "this customer is neither yours nor your unit's");
    if (!site) throw new AppError("site.unknown", `${customerId} has no site ${siteId}`);
    if (!(await hasConsented(actor.id)))
      throw new AppError("pin.consentMissing", `${actor.id} has not accepted the text of ${consentVersion}`);
    const by = { memberId: actor.id, name: actor.name, teamId: actor.teamId };
    const proposed = { by, source: "moved", checkInId: null, note, to: pin, accuracyM } as const;
    const made = await proposalFor(customer, site, proposed, at);
    return {
      answer: { proposalId: made.proposal._id, revision: made.proposal.revision },
      // Where it was is in the proposal: no position stands in the log.
      audit: { action: "pins.propose", subject: `customer:${customer._id}`, at, detail: { siteId: site.siteId } },
      write: (session) => made.write(session, deps.realNow()),
    };
  });
}

/**
 * A leader's decision on pins, each by itself: what became of one stops none of the others. An accepted one is the place's pin from now
 * on, and confirmed. Not to accept what was accepted takes that back, as long as the pin has not been set anew: it is where and as it was.
 * Check-ins stay as they were judged. May be repeated.
 */
export async function decidePins(
  deps: PinDeps,
  { actor, body }: { actor: MemberActor; body: BodyOf<"pins.decide"> },
): Promise<AnswerOf<"pins.decide">> {
  const { commandId, accepted, reason, items } = body;
  const people = [actor, ...(await standsInFor(actor, businessDayOf(deps.clock.now())))];
  allow(
    people.some(({ leads }) => leads.length > 0),
    "leaders decide on where the places of their people's clients are",
  );
  if (!accepted && reason === null) {
    const fields = [{ field: "reason", code: "reason.missing" }];
    throw new AppError("input.invalid", "who proposed it is told why not", { fields });
  }
  const decided: AnswerOf<"pins.decide">["items"] = [];
  for (const { proposalId, revision } of items) {
    const one = { commandId: `${commandId}:${proposalId}`, proposalId, revision, accepted, reason };
    decided.push({ proposalId, outcome: await decideOne(deps, { actor, people, one }) });
  }
  return { items: decided };
}

interface OneDecision {
  commandId: string;
  proposalId: string;
  revision: number;
  accepted: boolean;
  reason: string | null;
}

async function decideOne(
  deps: PinDeps,
  { actor, people, one }: { actor: MemberActor; people: readonly MemberActor[]; one: OneDecision },
): Promise<Outcome> {
  const { commandId, proposalId, revision, accepted, reason } = one;
  let changedId: string | null = null;
  const { outcome } = await command<{ outcome: Outcome }>(
    { actor, commandId, kind: "pins.decide", body: one },
    async () => {
      const at = deps.clock.now();
      const nothing = (said: Outcome) => ({ answer: { outcome: said }, write: async () => undefined });
      const proposal = await proposalIfAny(proposalId);
      const by = proposal && (await decidingFor(actor, people, proposal));
      if (!proposal || !by) return nothing("notYours");
      const { siteId, to } = proposal;
      // A client that has become another keeps what was proposed of its places.
      const { customer, site: found } = await findPlace(proposal.customerId, siteId);
      const isOpen = proposal.state === "open" && to;
      const takesBack = proposal.state === "accepted" && !accepted && found?.before?.proposalId === proposalId;
      if (!isOpen && !takesBack) return nothing("closed");
      if (proposal.revision !== revision) return nothing("stale");
      // It may have become their own since.
      if (ownersOn(spansOf(customer), businessDayOf(at)).some(({ memberId }) => memberId === actor.id))
        return nothing("notYours");
      const insteadOfName = by.id === actor.id ? null : by.name;
      const decision = { byId: actor.id, byName: actor.name, insteadOfName, reason, at, accepted };
      changedId = customer._id;
      return {
        answer: { outcome: "decided" },
        audit: { action: "pins.decide", subject: `customer:${customer._id}`, at, detail: { siteId, accepted } },
        write: async (session) => {
          await closeProposal(proposal, decision, { session, at, realNow: deps.realNow() });
          if (!accepted && !takesBack) return;
          const after = takesBack ? asBefore : (site: Site) => confirmedAt(site, { proposalId, to });
          const sites = customer.sites.map((site) => (site.siteId === found?.siteId ? after(site) : site));
          await replaceSites(customer, sites, session);
        },
      };
    },
  );
  if (changedId !== null) customersNow(deps).forget(changedId);
  return outcome;
}

function confirmedAt(site: Site, { proposalId, to }: { proposalId: string; to: PinProposalRecord["to"] }): Site {
  const { latDeg = null, lngDeg = null, pinStatus } = site;
  return { ...site, ...to, pinStatus: "confirmed", before: { latDeg, lngDeg, pinStatus, proposalId } };
}

function asBefore(site: Site): Site {
  const { latDeg = null, lngDeg = null, pinStatus = site.pinStatus } = site.before ?? {};
  return { ...site, latDeg, lngDeg, pinStatus, before: null };
}

/** Those of these places whose pin this reader may still take back, by place. */
export async function pinsToTakeBack(
  reader: Actor,
  { sites }: Pick<CustomerRecord, "sites">,
  now: Date,
): Promise<Map<string, PinProposalRecord>> {
  const ids = sites.flatMap(({ before }) => (before ? [before.proposalId] : []));
  if (ids.length === 0 || reader.kind !== "member") return new Map();
  const [found, standsFor] = await Promise.all([findProposals(ids), standsInFor(reader, businessDayOf(now))]);
  const accepted = found.filter(({ state }) => state === "accepted");
  const mine = await decidablePins(reader, [reader, ...standsFor], accepted);
  const byId = new Map(mine.map((proposal) => [proposal._id, proposal]));
  return new Map(
    sites.flatMap(({ siteId, before }) => {
      const proposal = before && byId.get(before.proposalId);
      return proposal ? [[siteId, proposal] as const] : [];
    }),
  );
}

/** Whose word it waits for: its owner's leaders'. */
export const whoDecidesPin = (proposal: PinProposalRecord): Decided => ({
  unitId: proposal.teamId,
  ownIds: ownersOfProposal(proposal),
  officers: null,
});

/** Whose own it is: who proposes it, and who owns the client, whose check-ins it is to judge. */
export const ownersOfProposal = ({ memberId, ownerIds }: PinProposalRecord): string[] => [memberId, ...ownerIds];

/**
 * Leaders of the owner's team or of a unit above it, or whoever stands in for one of them; nobody on an own one.
 * @param people the actor first, then those in whose place they decide
 * @returns by whose right; null: by nobody's
 */
async function decidingFor<Somebody extends Pick<MemberActor, "id" | "leads">>(
  actor: Pick<MemberActor, "id">,
  people: readonly Somebody[],
  proposal: PinProposalRecord,
): Promise<Somebody | null> {
  const own = ownersOfProposal(proposal);
  if (own.includes(actor.id)) return null;
  const path = unitAndAbove(await findUnitsEver(), proposal.teamId).map(({ unitId }) => unitId);
  const found = people.find(({ id, leads }) => !own.includes(id) && path.some((unitId) => leads.includes(unitId)));
  return found ?? null;
}

/** Those of them on which this reader may decide. @param people the reader, and those in whose place they decide */
export async function decidablePins(
  reader: MemberActor,
  people: readonly Pick<MemberActor, "id" | "leads">[],
  proposals: readonly PinProposalRecord[],
): Promise<PinProposalRecord[]> {
  const rights = await Promise.all(proposals.map((proposal) => decidingFor(reader, people, proposal)));
  return proposals.filter((_, index) => rights[index] !== null);
}

/** What this reader may decide on, the oldest first. */
export async function proposalsToDecide(
  actor: MemberActor,
  cursor: string | undefined,
  now: Date,
): Promise<{ proposals: PinProposalRecord[]; next: string | null }> {
  const people = [actor, ...(await standsInFor(actor, businessDayOf(now)))];
  const { proposals, next } = await proposalsForLeader(
    people.flatMap(({ leads }) => leads),
    cursor ?? null,
  );
  return { proposals: await decidablePins(actor, people, proposals), next };
}
