import type { CustomerView, SiteView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { chooseSite, type SiteChoice } from "@shared/domain/siteChoice";
import { judgeCheckIn, type CheckInVerdict, type Fix } from "@shared/domain/checkIn";

/** A client at one of its sites, as the phone sees it: how far, and what a check-in here would be. */
export interface Place {
  /** Customer and site. */
  key: string;
  customer: CustomerView;
  site: SiteView;
  /** The client's name, with the site's where there are several. */
  name: string;
  distanceM: number | null;
  /** How exact the position is that this was reckoned from; null without one. */
  accuracyM: number | null;
  /** The server decides; this is the same rule on the same numbers. Null without a position. */
  preview: CheckInVerdict | null;
  /** The same with a photo of the place, which stands in for a pin that is not there. */
  previewWithPhoto: CheckInVerdict | null;
}

/** Every site of every client: those one stands in, then the nearest first; without a position those longest unvisited first. */
export function placesOf(customers: readonly CustomerView[], fix: Fix | null): Place[] {
  const places = customers.flatMap((customer) =>
    customer.sites.map((site): Place => {
      const judged = judgeCheckIn(fix, site);
      const isUnverified = judged.verdict === "unverified";
      return {
        key: `${customer.customerId}/${site.siteId}`,
        customer,
        site,
        name: customer.sites.length > 1 ? `${customer.shortName} · ${site.name}` : customer.shortName,
        distanceM: judged.distanceM,
        accuracyM: fix?.accuracyM ?? null,
        preview: fix ? judged.verdict : null,
        previewWithPhoto: fix && isUnverified ? judgeCheckIn(fix, site, ["photo"]).verdict : fix && judged.verdict,
      };
    }),
  );
  return places.sort((a, b) => byStanding(a, b) || byDistance(a, b) || byLastVisit(a, b) || (a.key < b.key ? -1 : 1));
}

/** Whether what was to come next is due: today, or left over from before. */
export const isDue = ({ customer }: Place, today: BusinessDay): boolean =>
  customer.nextStep !== null && customer.nextStep.on <= today;

/** Nearer pins of places that one is not in do not push a large one out of sight. */
const byStanding = (a: Place, b: Place): number => Number(b.preview === "inside") - Number(a.preview === "inside");

const byDistance = (a: Place, b: Place): number => (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity) || 0;

const byLastVisit = (a: Place, b: Place): number =>
  (a.customer.lastVisitOn ?? "").localeCompare(b.customer.lastVisitOn ?? "");

/** Where one stands, as far as that can be told: see `chooseSite`. */
function choiceAmong(places: readonly Place[]): SiteChoice {
  const inside = places.filter(({ preview }) => preview === "inside");
  const sites = inside.map(({ key, customer, distanceM, site }) => ({
    ...{ key, customerId: customer.customerId, radiusM: site.radiusM },
    // Nothing is inside without a distance.
    distanceM: distanceM ?? 0,
  }));
  return chooseSite(sites, inside[0]?.accuracyM ?? 0);
}

/** The one that is chosen without asking: where one surely stands. */
export function offeredPlace(places: readonly Place[]): Place | null {
  const choice = choiceAmong(places);
  return (choice.kind === "one" && places.find(({ key }) => key === choice.key)) || null;
}

/** Where one may stand, when nobody can tell at which of them, and the person has not said: worth a question. */
export function askedPlaces(places: readonly Place[], chosen: Place | null): Place[] {
  if (chosen?.preview === "inside") return [];
  const choice = choiceAmong(places);
  return choice.kind === "ask" ? choice.keys.flatMap((key) => places.find((place) => place.key === key) ?? []) : [];
}

/** Where the phone stands now, if that is inside another place than the one that was chosen, which it is not at: worth a question. */
export function otherPlaceHere(places: readonly Place[], chosen: Place | null): Place | null {
  const here = offeredPlace(places);
  return chosen && here && here.key !== chosen.key && chosen.preview !== "inside" ? here : null;
}
