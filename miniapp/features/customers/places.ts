import type { CustomerView, SiteView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
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
  /** The server decides; this is the same rule on the same numbers. Null without a position. */
  preview: CheckInVerdict | null;
}

/** Every site of every client: nearest first where there is a position, else those longest unvisited first. */
export function placesOf(customers: readonly CustomerView[], fix: Fix | null): Place[] {
  const places = customers.flatMap((customer) =>
    customer.sites.map((site): Place => {
      const judged = judgeCheckIn(fix, site);
      return {
        key: `${customer.customerId}/${site.siteId}`,
        customer,
        site,
        name: customer.sites.length > 1 ? `${customer.shortName} · ${site.name}` : customer.shortName,
        distanceM: judged.distanceM,
        preview: fix ? judged.verdict : null,
      };
    }),
  );
  return places.sort((a, b) => byDistance(a, b) || byLastVisit(a, b) || (a.key < b.key ? -1 : 1));
}

/** Whether what was to come next is due: today, or left over from before. */
export const isDue = ({ customer }: Place, today: BusinessDay): boolean =>
  customer.nextStep !== null && customer.nextStep.on <= today;

const byDistance = (a: Place, b: Place): number => (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity) || 0;

const byLastVisit = (a: Place, b: Place): number =>
  (a.customer.lastVisitOn ?? "").localeCompare(b.customer.lastVisitOn ?? "");

/** The one that is chosen without asking: the nearest, if one stands inside its radius. */
export function offeredPlace(places: readonly Place[]): Place | null {
  const nearest = places[0];
  return nearest?.preview === "inside" ? nearest : null;
}

/** Where the phone stands now, if that is inside another place than the one that was chosen, which it is not at: worth a question. */
export function otherPlaceHere(places: readonly Place[], chosen: Place | null): Place | null {
  const here = offeredPlace(places);
  return chosen && here && here.key !== chosen.key && chosen.preview !== "inside" ? here : null;
}
