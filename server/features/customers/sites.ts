import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Actor, actorKeyOf } from "@shared/domain/actor";
import { distanceM } from "@shared/domain/geo";
import { isUsedMeanwhile, type PinTaken } from "@shared/domain/pin";
import { AppError } from "@shared/errors";
import { updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { changeCustomer } from "./changeCustomer";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { hasConsented } from "../members";
import { closeProposal, openProposalsOf, usedPin } from "./pinProposals";
import { readOwnersOf } from "./ownership";
import { mayConfirmPin, mayEditCustomer } from "./policy";
import { placesSet } from "./searchFields";

export type Site = CustomerRecord["sites"][number];
type SiteBody = Pick<BodyOf<"sites.add">, "siteId" | "name" | "address" | "pin" | "pinTaken" | "radiusM">;
type ChangeDeps = Pick<Deps, "clock" | "realNow" | "caches">;

const radiusDefaultM = 200;
const sitesMax = 50;

/** A site as it is stored. @param confirms whether whoever sets the pin is one to confirm it */
export function siteOf({ siteId, name, address, pin, pinTaken, radiusM }: SiteBody, confirms: boolean): Site {
  const pinStatus = !pin ? "typed" : confirms ? "confirmed" : pinTaken ? "taken" : "typed";
  return {
    siteId,
    name,
    address,
    latDeg: pin?.latDeg ?? null,
    lngDeg: pin?.lngDeg ?? null,
    radiusM,
    pinStatus,
    before: null,
  };
}

/**
 * From which position of theirs somebody has given a pin. Where somebody stood is kept of whoever has agreed to that; of anybody else, and of
 * another system, a pin is as if it were typed.
 */
export async function takenPin(
  actor: Actor,
  { pin, pinTaken }: Pick<SiteBody, "pin" | "pinTaken">,
  now: Date,
): Promise<PinTaken | null> {
  if (!pin || !pinTaken || actor.kind !== "member" || !(await hasConsented(actor.id))) return null;
  const takenAt = new Date(pinTaken.takenAt);
  return { accuracyM: pinTaken.accuracyM, takenAt: takenAt < now ? takenAt : now };
}

/** The same of many at once, by the pin. */
export async function takenPins(
  actor: Actor,
  sites: readonly Pick<SiteBody, "pin" | "pinTaken">[],
  now: Date,
): Promise<(pin: SiteBody["pin"]) => PinTaken | null> {
  const taken = await Promise.all(sites.map(async (site) => ({ pin: site.pin, by: await takenPin(actor, site, now) })));
  return (pin) => taken.find((one) => pin && one.pin && distanceM(one.pin, pin) === 0)?.by ?? null;
}

/** Puts these in the place of a customer's sites, where nobody has changed it meanwhile. */
export const replaceSites = (
  { _id: id, revision }: Pick<CustomerRecord, "_id" | "revision">,
  sites: Site[],
  session: ClientSession,
): Promise<void> => updateAtRevision(CustomerModel, { id, revision, set: placesSet(sites) }, session);

/** A wide radius makes any check-in a good one, so it is not for those who check in to choose. */
export function requireRadius(confirms: boolean, radiusM: number, known: Site | null): void {
  const isUsual = radiusM === (known?.radiusM ?? radiusDefaultM);
  allow(confirms || isUsual, "another radius is for leaders and administrators to choose");
}

export function addSite(
  deps: ChangeDeps,
  { actor, customerId, body }: { actor: Actor; customerId: string; body: BodyOf<"sites.add"> },
): Promise<AnswerOf<"sites.add">> {
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "sites.add",
    body,
    async decide(customer, today) {
      const owners = await readOwnersOf(customer, today);
      allow(mayEditCustomer(actor, owners), "this customer is neither yours nor your unit's");
      const confirms = mayConfirmPin(actor, owners);
      requireRadius(confirms, body.radiusM, null);
      if (customer.sites.length >= sitesMax) throw new AppError("site.tooMany", `at most ${sitesMax} sites`);
      if (customer.sites.some(({ siteId }) => siteId === body.siteId))
        throw new AppError("command.reused", `there is a site ${body.siteId} already`);
      const at = deps.clock.now();
      const taken = await takenPin(actor, body, at);
      const site = siteOf({ ...body, pinTaken: taken && body.pinTaken }, confirms);
      return {
        set: placesSet([...customer.sites, site]),
        detail: { siteId: body.siteId },
        ...(!confirms && {
          alongside: await usedPin(customer, { site, was: null, taken }, actor, { at, ...deps }),
        }),
      };
    },
  });
}

/**
 * Changes a site. A confirmed pin is moved by leaders and administrators alone: a rep who could move it a little could move it
 * as often as it takes.
 */
export function editSite(
  deps: ChangeDeps,
  request: { actor: Actor; customerId: string; siteId: string; body: BodyOf<"sites.edit"> },
): Promise<AnswerOf<"sites.edit">> {
  const { actor, customerId, siteId } = request;
  // The path belongs to what was commanded.
  const body = { ...request.body, siteId };
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "sites.edit",
    body,
    async decide(customer, today) {
      const owners = await readOwnersOf(customer, today);
      allow(mayEditCustomer(actor, owners), "this customer is neither yours nor your unit's");
      const known = customer.sites.find((site) => site.siteId === siteId);
      if (!known) throw new AppError("site.unknown", `${customerId} has no site ${siteId}`);
      const confirms = mayConfirmPin(actor, owners);
      requireRadius(confirms, body.radiusM, known);
      const at = deps.clock.now();
      const taken = await takenPin(actor, body, at);
      const next = siteOf({ ...body, pinTaken: taken && body.pinTaken }, confirms);
      const moved = (known.latDeg ?? null) !== next.latDeg || (known.lngDeg ?? null) !== next.lngDeg;
      if (moved && known.pinStatus === "confirmed" && !confirms)
        throw new AppError("site.pinConfirmed", `the pin of ${siteId} has been confirmed`);
      const changed = moved
        ? next
        : { ...next, pinStatus: confirms ? next.pinStatus : known.pinStatus, before: known.before ?? null };
      const settled = confirms ? await settledBy(deps, { customer, site: changed, moved, actor, at }) : null;
      if (settled === null && isSameSite(known, changed)) return null;
      const sites = customer.sites.map((site) => (site.siteId === siteId ? changed : site));
      return {
        set: placesSet(sites),
        detail: { siteId, moved },
        ...(settled && { alongside: settled }),
        ...(moved &&
          !confirms && {
            alongside: await usedPin(customer, { site: changed, was: known, taken }, actor, { at, ...deps }),
          }),
      };
    },
  });
}

const isSameSite = (a: Site, b: Site): boolean =>
  a.name === b.name &&
  a.address === b.address &&
  (a.latDeg ?? null) === (b.latDeg ?? null) &&
  (a.lngDeg ?? null) === (b.lngDeg ?? null) &&
  a.radiusM === b.radiusM &&
  a.pinStatus === b.pinStatus;

/**
 * What waits for a place whose pin somebody sets who could decide on it: another pin overtakes it, and what was typed in and is left as it is
 * has been confirmed with it.
 * @returns null where nothing is settled
 */
async function settledBy(
  deps: Pick<Deps, "realNow">,
  {
    customer,
    site,
    moved,
    actor,
    at,
  }: { customer: CustomerRecord; site: Site; moved: boolean; actor: Actor; at: Date },
): Promise<((session: ClientSession) => Promise<void>) | null> {
  const waiting = await openProposalsOf({ ...customer, sites: [site] });
  const settled = waiting.filter(({ proposal }) => moved || isUsedMeanwhile(proposal.source));
  if (settled.length === 0) return null;
  const byName = actor.kind === "member" ? actor.name : actor.id;
  const end = moved ? "overtaken" : { byId: actorKeyOf(actor), byName, reason: null, at, accepted: true };
  return async (session) => {
    for (const { proposal } of settled) await closeProposal(proposal, end, { session, at, realNow: deps.realNow() });
  };
}
