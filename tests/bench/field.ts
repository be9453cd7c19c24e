import { Script } from "node:vm";
import type { CustomerView } from "@shared/contracts";
import type * as places from "../../miniapp/features/customers/places";
import { phoneBundle } from "../shared/domain/pay/support/phoneBundle";
import { type Figure, medianMs, oldPhoneFactor } from "./measure";
import { openingOffline } from "./offline";

const sites = 1_000;
const fix = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18, kind: "live" } as const;

export const field = async (): Promise<Figure[]> => [await nearest(), ...(await openingOffline())];

/** What the phone computes each time that it learns where it is: every site, the nearest first, and the one it stands at. */
async function nearest(): Promise<Figure> {
  const source = await phoneBundle("miniapp/features/customers/places.ts");
  // Not in a context of its own: there each use of Math costs more than a phone takes for the whole.
  const { placesOf, offeredPlace } = new Script(
    `(() => {${source}\nreturn pay;})()`,
  ).runInThisContext() as typeof places;
  const customers = Array.from({ length: sites }, (_, n) => customerAt(n));
  if (offeredPlace(placesOf(customers, fix))?.customer.customerId !== "c0") throw new Error("it stands at another one");
  const ms = medianMs(() => offeredPlace(placesOf(customers, fix)), 50);
  const name = `the place among ${sites} sites, on a phone ${oldPhoneFactor} × slower`;
  return { name, value: ms * oldPhoneFactor, unit: "ms", most: 20 };
}

/** The first one is where the phone stands, the others lie around it in no order. */
function customerAt(n: number): CustomerView {
  const around = (step: number) => (((n * step) % sites) / sites) * (n === 0 ? 0 : 1);
  const site = {
    siteId: "s1",
    name: "总部",
    address: "广州",
    latDeg: fix.latDeg + around(377),
    lngDeg: fix.lngDeg + around(611),
    radiusM: 200,
    pinStatus: "confirmed",
  };
  const customer = { customerId: `c${n}`, shortName: `客户${n}`, name: `客户 ${n}`, sites: [site], lastVisitOn: null };
  // What the list's other fields say does not count here.
  return customer as unknown as CustomerView;
}
