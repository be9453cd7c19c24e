import type { BusinessDay } from "@shared/domain/time";
import { daysOf } from "@shared/domain/time";
import { demoCustomers, type DemoCustomer } from "../customers";
import { cities, companyWords, industries, stages } from "./names";
import type { Rep } from "./people";
import { Chance } from "./random";
import type { Scale } from "./scale";

/** A client of the large demo with what its history needs. */
export interface LargeCustomer extends DemoCustomer {
  /** Whose it has been since when; what was before the generated months is not told. */
  ownedFrom: BusinessDay;
  /** Bought here before the generated months, so that no order of these is its first. */
  isOld: boolean;
  /** How much of its rep's sales it brings, against the rep's other clients: few bring most. */
  weight: number;
}

const customersMin = 5;
const customersMax = 8;
const metersPerDegree = 111_195;

/** A rep's clients, the best first. */
export function customersOf(rep: Rep, scale: Scale): LargeCustomer[] {
  if (rep.isOfSmallDemo) return smallCustomersOf(rep);
  const chance = new Chance(scale.seed, "customers", rep.memberId);
  const count = chance.whole(customersMin, customersMax);
  return Array.from({ length: count }, (_, rank) => customerAt(rank, rep, scale, chance));
}

function smallCustomersOf(rep: Rep): LargeCustomer[] {
  return demoCustomers
    .filter(({ ownerId }) => ownerId === rep.memberId)
    .map((customer, rank) => ({ ...customer, ownedFrom: "2025-01-01", isOld: true, weight: weightAt(rank) }));
}

/** Pareto: four fifths come from one fifth. */
const weightAt = (rank: number): number => 1 / (rank + 1) ** 1.6;

function customerAt(rank: number, rep: Rep, scale: Scale, chance: Chance): LargeCustomer {
  const { city, places } = cities[rep.city] ?? cities[0] ?? { city: "", places: [] };
  const industry = chance.pick(industries);
  const word = `${chance.pick(companyWords)}${chance.pick(companyWords)}`;
  const shortName = `${word}${industry.word}`;
  const place = chance.pick(places);
  const northM = chance.around(0, 1_500);
  const eastM = chance.around(0, 1_500);
  const latDeg = place.latDeg + northM / metersPerDegree;
  const lngDeg = place.lngDeg + eastM / (metersPerDegree * Math.cos((place.latDeg * Math.PI) / 180));
  // The best clients are old ones; the others came along the way.
  const isOld = rank < 2 || chance.happens(0.4);
  const firstMonth = scale.months[0] ?? scale.until.slice(0, 7);
  return {
    id: `c-${rep.memberId}-${rank + 1}`,
    name: `${city}${shortName}有限公司`,
    shortName,
    industry: industry.name,
    grade: rank === 0 ? "A" : rank < 3 ? "B" : "C",
    stage: chance.pick(stages),
    ownerId: rep.memberId,
    coServedByIds: [],
    site: {
      name: "总部",
      address: `${city}${place.name}附近`,
      latDeg: rounded(latDeg, 6),
      lngDeg: rounded(lngDeg, 6),
    },
    ownedFrom: isOld ? "2025-01-01" : daysOf(firstMonth).from,
    isOld,
    weight: weightAt(rank),
  };
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
