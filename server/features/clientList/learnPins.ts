import type { JobActor } from "@shared/domain/actor";
import { isUsedMeanwhile, learnedPin } from "@shared/domain/pin";
import { addDays, businessDayOf, monthOf } from "@shared/domain/time";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { findCheckIns } from "../checkIns";
import {
  closeProposal,
  customersNow,
  findCustomer,
  openProposalsOf,
  pinOf,
  replaceSites,
  type Site,
} from "../customers";
import { findUnits, membersOfUnit } from "../members";
import { visitsAtCustomer, visitsOfMonth } from "../visits";

/** A job that has not run for some days finds what it has missed. */
const lookedBackDays = 7;
const visitsMax = 30;

/**
 * Learns where clients' places are whose pins somebody has typed and no leader has confirmed: from the positions of visits that counted.
 * Only clients that were visited in the last days are looked at. What is learned is not typed any more, so that a run that is repeated does
 * what the first one left.
 * @returns how many clients changed
 */
export async function learnPins(
  deps: Pick<Deps, "realNow" | "caches">,
  { at, runId, actor }: { at: Date; runId: string; actor: JobActor },
): Promise<number> {
  const visited = new Set<string>();
  for (const memberId of await sellersOn(at))
    for (const customerId of await visitedLately(memberId, at)) visited.add(customerId);
  let count = 0;
  for (const customerId of visited) if (await learnPinsOf(deps, customerId, { at, runId, actor })) count += 1;
  return count;
}

async function sellersOn(at: Date): Promise<Set<string>> {
  const members = new Set<string>();
  for (const unitId of (await findUnits()).keys())
    for (const memberId of await membersOfUnit(unitId, businessDayOf(at))) members.add(memberId);
  return members;
}

async function visitedLately(memberId: string, at: Date): Promise<string[]> {
  const since = addDays(businessDayOf(at), -lookedBackDays);
  const months = new Set([since, businessDayOf(at)].map(monthOf));
  const visits = (await Promise.all([...months].map((month) => visitsOfMonth(memberId, month)))).flat();
  return visits.filter(({ on, effective }) => effective && on >= since).map(({ customerId }) => customerId);
}

async function learnPinsOf(
  deps: Pick<Deps, "realNow" | "caches">,
  customerId: string,
  { at, runId, actor }: { at: Date; runId: string; actor: JobActor },
): Promise<boolean> {
  const isOpen = (site: Site) => isUsedMeanwhile(site.pinStatus) && pinOf(site) !== null;
  const standing = await findCustomer(customerId);
  // Where it has become another, what is recorded from then on is the other's. Most are confirmed: nothing more is read of them.
  if (standing._id !== customerId || !standing.sites.some(isOpen)) return false;
  const visits = await visitsAtCustomer(customerId, { at, id: null }, visitsMax);
  const counted = visits.filter(({ effective }) => effective);
  const checkIns = (await findCheckIns(counted.map(({ checkInId }) => checkInId))).sort((a, b) =>
    a.on < b.on ? 1 : -1,
  );
  const learnedAt = (siteId: string) =>
    learnedPin(
      checkIns
        .filter((checkIn) => checkIn.siteId === siteId && checkIn.verdict === "inside")
        .map(({ fix, on }) => ({ fix: fix ? { ...fix, accuracyM: fix.accuracyM ?? null } : null, on })),
    );
  const request = { actor, commandId: `${runId}:${customerId}`, kind: "pins.learn", body: { customerId } };
  const { siteIds } = await command<{ siteIds: string[] }>(request, async () => {
    const customer = await findCustomer(customerId);
    const sites = customer.sites.map((site) => {
      const pin = isOpen(site) ? learnedAt(site.siteId) : null;
      return pin ? { ...site, ...pin, pinStatus: "learned" as const } : site;
    });
    const changed = sites.filter((site, index) => site !== customer.sites[index]).map(({ siteId }) => siteId);
    if (changed.length === 0) return { answer: { siteIds: [] }, write: async () => undefined };
    // What somebody has typed is no longer where it is.
    const waiting = (await openProposalsOf(customer)).filter(
      ({ siteId, proposal }) => isUsedMeanwhile(proposal.source) && changed.includes(siteId),
    );
    return {
      answer: { siteIds: changed },
      audit: { action: "pins.learn", subject: `customer:${customerId}`, at, detail: { siteIds: changed } },
      write: async (session) => {
        await replaceSites(customer, sites, session);
        for (const { proposal } of waiting)
          await closeProposal(proposal, "overtaken", { session, at, realNow: deps.realNow() });
      },
    };
  });
  if (siteIds.length > 0) customersNow(deps).forget(customerId);
  return siteIds.length > 0;
}
