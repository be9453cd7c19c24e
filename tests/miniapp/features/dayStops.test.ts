import type { CheckInView, CustomerView } from "@shared/contracts";
import { placesOf } from "@/features/customers/places";
import { dayStops, dueBeside, proposedKeys } from "@/features/dayPlan/dayStops";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const site = (siteId: string) => ({ siteId, name: siteId, address: null, latDeg: null, lngDeg: null, radiusM: 200 });
// As far as a plan looks at it.
const client = {
  ...{ customerId: "c-haiyue", shortName: "海岳机械", grade: "A", stage: "服务中", lastVisitOn: null, nextStep: null },
  sites: [site("plant"), site("office")],
} as unknown as CustomerView;
const there = (siteId: string) => ({ customerId: "c-haiyue", siteId, verdict: "inside" }) as CheckInView;
const day = "2026-03-26";
const places = placesOf([client], null);
const done = (keys: string[], checkIns: CheckInView[]) =>
  dayStops(keys, { places, checkIns, day, today: day }).map(({ place, checkIn }) => [
    place.site.siteId,
    checkIn !== null,
  ]);

it("of two places of a client on a day's way one is done by a check-in there, and the other is still to be done", () => {
  const both = ["c-haiyue/plant", "c-haiyue/office"];
  expect(done(both, [there("plant")])).toEqual([
    ["plant", true],
    ["office", false],
  ]);
});

it("a client is done by a check-in at another of its places, where only one is on the way", () => {
  expect(done(["c-haiyue/plant"], [there("office")])).toEqual([["plant", true]]);
});

describe("what was said to be done today", () => {
  const due = placesOf([{ ...client, nextStep: { text: "安排培训", on: day, visitId: "v" } } as CustomerView], null);
  const at = (of: string) => ({
    proposed: proposedKeys(due, { day: of, today: day, here: null }).length,
    beside: dueBeside(due, [], { day: of, today: day }).length,
  });

  it("is on today's way", () => {
    expect(at(day)).toEqual({ proposed: 1, beside: 1 });
  });

  it("is not tomorrow's", () => {
    expect(at("2026-03-27")).toEqual({ proposed: 0, beside: 0 });
    const [stop] = dayStops(["c-haiyue/plant"], { places: due, checkIns: [], day: "2026-03-27", today: day });
    expect(stop?.reason).toEqual({ kind: "neverSeen" });
  });
});
