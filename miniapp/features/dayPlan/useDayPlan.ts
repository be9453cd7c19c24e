import { useEffect, useMemo, useState } from "react";
import { moved } from "@shared/domain/dayPlan";
import { type RoutePoint, routeStopsMax } from "@shared/domain/route";
import { addDays, type BusinessDay } from "@shared/domain/time";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import type { Place } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { takeFix, useFix } from "@/features/location/useFix";
import type { QueryView } from "@/features/query/useApiQuery";
import { useConsent } from "@/features/session/useConsent";
import { useBusinessDay } from "@/features/time";
import { type DayStop, dayStops, dueBeside, inOrderOfWay, keysAnew, proposedKeys } from "./dayStops";
import { forgetOldPlans, keepPlan, useKeptPlan } from "./keptPlan";
import { sayPlan, useSharedPlan } from "./sharedPlan";

export type PlanDay = "today" | "tomorrow";

export interface DayPlan {
  day: BusinessDay;
  /** Of my clients. */
  served: QueryView<unknown>;
  /** In the order in which I mean to go. */
  stops: readonly DayStop[];
  /** The first that is still to be done; null where none is left, and on a day to come. */
  next: DayStop | null;
  /** The whole way as the crow flies, as far as it is known. */
  wayM: number;
  /** Where something is to be done by that day, and that are not on the way. */
  beside: readonly Place[];
  isFull: boolean;
  /** The phone had no room to keep it. */
  refused: boolean;
  add: (place: Place) => void;
  remove: (stop: DayStop) => void;
  move: (stop: DayStop, by: 1 | -1) => void;
  /** What is still to be done, by the shortest way from here; done ones stay in front. */
  sortByWay: () => void;
  locating: boolean;
  /** Begins again from what is proposed; null where that is the way as it stands. */
  proposeAnew: (() => void) | null;
}

/**
 * Where to go on a day. It is proposed from this phone's own copy of my clients as soon as that is there, and stays as it was proposed until
 * I change it: a visit that was made takes nobody out of it. Without a network and after a restart it is the same; what I have changed is the same on my
 * other phones.
 */
export function useDayPlan(which: PlanDay): DayPlan {
  const today = useBusinessDay();
  const day = which === "today" || today === "" ? today : addDays(today, 1);
  const { places, ...served } = usePlaces();
  const kept = useKeptPlan(day);
  useSharedPlan(day, kept);
  const ofDay = useCheckIns(day);
  const { taken, locating } = useFix();
  const { accepted } = useConsent();
  const [refused, setRefused] = useState(false);
  // Tomorrow does not begin where the phone is today.
  const here: RoutePoint = which === "today" ? (taken?.fix ?? null) : null;
  const isKnown = served.data !== undefined && day !== "";

  useEffect(() => {
    if (today !== "") forgetOldPlans(today);
  }, [today]);
  const proposed = useMemo(
    () => (kept === null && isKnown ? proposedKeys(places, { day, today, here }) : null),
    [kept, isKnown, places, day, today, here],
  );
  // What the last copy on this phone proposes is shown, and kept once I change it, or the server has said how my clients stand now.
  useEffect(() => {
    if (proposed !== null && proposed.length > 0 && !served.isCopy) keepPlan(day, { keys: proposed, saidAt: null });
  }, [proposed, served.isCopy, day]);

  const checkIns = which === "today" ? (ofDay.data?.items ?? []) : [];
  const stops = dayStops(kept?.keys ?? proposed ?? [], { places, checkIns, day, today });
  const keys = stops.map(({ place }) => place.key);
  const keep = (changed: readonly string[]) => setRefused(!sayPlan(day, changed, ""));
  const anew = isKnown ? keysAnew(stops, places, { day, today, here }) : keys;
  const left = stops.filter(({ checkIn }) => checkIn === null);

  async function sortByWay(): Promise<void> {
    const from = which === "today" && accepted ? await takeFix() : null;
    const done = stops.filter(({ checkIn }) => checkIn !== null).map(({ place }) => place.key);
    keep([
      ...done,
      ...inOrderOfWay(
        left.map(({ place }) => place),
        from,
      ),
    ]);
  }
  return {
    day,
    served,
    stops,
    next: which === "today" ? (left[0] ?? null) : null,
    wayM: stops.reduce((sum, { legM }) => sum + (legM ?? 0), 0),
    beside: dueBeside(places, stops, { day, today }),
    isFull: stops.length >= routeStopsMax,
    refused,
    add: ({ key }) => {
      if (!keys.includes(key) && keys.length < routeStopsMax) keep([...keys, key]);
    },
    remove: ({ place }) => keep(keys.filter((key) => key !== place.key)),
    move: ({ place }, by) => keep(moved(keys, place.key, by)),
    sortByWay: () => void sortByWay(),
    locating,
    proposeAnew: anew.join() === keys.join() ? null : () => keep(anew),
  };
}
