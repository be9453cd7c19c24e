import type { CheckInView, CustomerView } from "@shared/contracts";
import { type PlanCandidate, planReason, type PlanReason, proposedFor } from "@shared/domain/dayPlan";
import { legsM, type RoutePoint, routeOf, routeStopsMax } from "@shared/domain/route";
import type { BusinessDay } from "@shared/domain/time";
import type { Place } from "@/features/customers/places";

/** A client at a place on a day's way. */
export interface DayStop {
  place: Place;
  /** Null where nothing speaks for going there but that it was chosen. */
  reason: PlanReason | null;
  /** From the one before, as the crow flies; null where that is not known. */
  legM: number | null;
  /** The newest check-in of the day there that is not outside, see `isDoneBy`; null: still to be done. */
  checkIn: CheckInView | null;
}

/** Whether what is to be done there is said for today, while the way is of a day after: no reason to go then. What is left from before is of any day. */
const isTodays = ({ nextStep }: CustomerView, { day, today }: { day: BusinessDay; today: BusinessDay }): boolean =>
  nextStep !== null && nextStep.on === today && today < day;

const candidateOf = (customer: CustomerView, of: { day: BusinessDay; today: BusinessDay }): PlanCandidate => ({
  customerId: customer.customerId,
  grade: customer.grade,
  stage: customer.stage,
  lastVisitOn: customer.lastVisitOn,
  isNew: customer.isNew === true,
  nextStepOn: isTodays(customer, of) ? null : (customer.nextStep?.on ?? null),
});

export const pointOf = ({ site: { latDeg, lngDeg } }: Place): RoutePoint =>
  latDeg === null || lngDeg === null ? null : { latDeg, lngDeg };

/** Of each client one place: the first, which is the nearest where the phone knows where it is. */
const onePlaceEach = (places: readonly Place[]): Map<string, Place> => {
  const first = new Map<string, Place>();
  for (const place of places) if (!first.has(place.customer.customerId)) first.set(place.customer.customerId, place);
  return first;
};

/** The keys of the places that are proposed for a day, in the order of the way through them. @param of.here where the phone is */
export function proposedKeys(
  places: readonly Place[],
  { day, today, here }: { day: BusinessDay; today: BusinessDay; here: RoutePoint },
): string[] {
  const byClient = onePlaceEach(places.filter(({ customer }) => !isTodays(customer, { day, today })));
  const candidates = [...byClient.values()].map(({ customer }) => candidateOf(customer, { day, today }));
  const farM = ({ customerId }: PlanCandidate) => byClient.get(customerId)?.distanceM ?? null;
  const chosen = proposedFor(candidates, { day, stopsMax: routeStopsMax, farM });
  return inOrderOfWay(
    chosen.flatMap(({ customerId }) => byClient.get(customerId) ?? []),
    here,
  );
}

/** The way as it is proposed now: where somebody was already stays in front, whether or not it would still be proposed. */
export function keysAnew(
  stops: readonly DayStop[],
  places: readonly Place[],
  of: { day: BusinessDay; today: BusinessDay; here: RoutePoint },
): string[] {
  const done = stops.filter(({ checkIn }) => checkIn !== null).map(({ place }) => place);
  const seen = new Set(done.map(({ customer }) => customer.customerId));
  const left = places.filter(({ customer }) => !seen.has(customer.customerId));
  return [...done.map(({ key }) => key), ...proposedKeys(left, of)];
}

export const inOrderOfWay = (places: readonly Place[], here: RoutePoint): string[] =>
  routeOf(places.map(pointOf), here).flatMap((index) => places[index]?.key ?? []);

/** What is planned as it stands now; a place that is no longer there is left out. */
export function dayStops(
  keys: readonly string[],
  of: { places: readonly Place[]; checkIns: readonly CheckInView[]; day: BusinessDay; today: BusinessDay },
): DayStop[] {
  const { places, checkIns, day } = of;
  const byKey = new Map(places.map((place) => [place.key, place]));
  const planned = keys.flatMap((key) => byKey.get(key) ?? []);
  const legs = legsM(planned.map(pointOf), null);
  return planned.map((place, n) => ({
    place,
    reason: planReason(candidateOf(place.customer, of), day),
    legM: legs[n] ?? null,
    checkIn:
      checkIns.find(
        (checkIn) => (checkIn.verdict !== "outside" || checkIn.review) && isDoneBy(place, checkIn, planned),
      ) ?? null,
  }));
}

/** Wherever at the client it was; where several of its places are on the way, at that one. */
function isDoneBy({ customer, site }: Place, checkIn: CheckInView, planned: readonly Place[]): boolean {
  const { customerId } = customer;
  const isOneOfSeveral = planned.filter((one) => one.customer.customerId === customerId).length > 1;
  return checkIn.customerId === customerId && (!isOneOfSeveral || checkIn.siteId === site.siteId);
}

/** Clients where something is to be done by that day and that are not on the way: said since it was planned, or taken out. */
export function dueBeside(
  places: readonly Place[],
  stops: readonly DayStop[],
  of: { day: BusinessDay; today: BusinessDay },
): Place[] {
  const planned = new Set(stops.map(({ place }) => place.customer.customerId));
  return [...onePlaceEach(places).values()].filter(
    ({ customer }) =>
      !planned.has(customer.customerId) && (customer.nextStep?.on ?? "9999") <= of.day && !isTodays(customer, of),
  );
}
