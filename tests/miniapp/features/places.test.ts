import type { CustomerView } from "@shared/contracts";
import type { Fix } from "@shared/domain/checkIn";
import { choiceHolds } from "@/features/checkIns/placeChoice";
import { askedPlaces, isDue, offeredPlace, otherPlaceHere, placesOf } from "@/features/customers/places";
import { found } from "@/features/customers/useCustomers";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const metersPerDegree = 111_195;
const site = (siteId: string, northM: number) => ({
  siteId,
  name: siteId === "s1" ? "总部" : "分厂",
  address: `天河区 ${siteId}`,
  latDeg: 23.13 + northM / metersPerDegree,
  lngDeg: 113.26,
  radiusM: 200,
});
const customer = (id: string, northM: number, more: Partial<CustomerView> = {}): CustomerView => ({
  customerId: `c-${id}`,
  name: `${id}有限公司`,
  initials: "",
  numbers: [],
  phoneTails: [],
  shortName: id,
  grade: "A",
  stage: "初步接触",
  sites: [site("s1", northM)],
  lastVisitOn: null,
  nextStep: null,
  ...more,
});
const fix = (accuracyM: number | null = 18, kind: Fix["kind"] = "live"): Fix => ({
  latDeg: 23.13,
  lngDeg: 113.26,
  accuracyM,
  kind,
});

const threeAround = () => placesOf([customer("远", 2400), customer("近", 86), customer("中", 215)], fix());

it("puts the nearest first", () => {
  expect(threeAround().map((place) => [place.name, place.preview])).toEqual([
    ["近", "inside"],
    ["中", "doubtful"],
    ["远", "outside"],
  ]);
});

it("offers the nearest when one stands inside its radius", () => {
  expect(offeredPlace(threeAround())?.name).toBe("近");
});

it("offers nobody when the nearest is only nearly reached", () => {
  expect(offeredPlace(placesOf([customer("中", 215), customer("远", 2400)], fix()))).toBeNull();
});

it("offers nobody on a poor fix, for that would be in doubt", () => {
  expect(offeredPlace(placesOf([customer("近", 86)], fix(160)))).toBeNull();
});

it("lists those longest unvisited first while there is no position", () => {
  const places = placesOf(
    [
      customer("昨天", 0, { lastVisitOn: "2026-03-25" }),
      customer("从未", 0),
      customer("上月", 0, { lastVisitOn: "2026-02-20" }),
    ],
    null,
  );
  expect(places.map((place) => place.name)).toEqual(["从未", "上月", "昨天"]);
  expect(offeredPlace(places)).toBeNull();
});

it.each([
  ["2026-03-25", true],
  ["2026-03-26", true],
  ["2026-03-27", false],
])("knows on 26 March whether what was planned for %s is due: %s", (on, due) => {
  const [place] = placesOf([customer("约好", 0, { nextStep: { text: "演示", on } })], null);
  expect(place && isDue(place, "2026-03-26")).toBe(due);
});

it("names the site where a client has several", () => {
  const both = customer("两处", 0, { sites: [site("s1", 50), site("s2", 900)] });
  expect(placesOf([both], fix()).map((place) => place.name)).toEqual(["两处 · 总部", "两处 · 分厂"]);
});

it("keeps clients without a pin at the end, to be verified", () => {
  const without = customer("无点", 0, { sites: [{ ...site("s1", 0), latDeg: null, lngDeg: null }] });
  const places = placesOf([without, customer("远", 2400)], fix());
  expect(places.map((place) => [place.name, place.preview])).toEqual([
    ["远", "outside"],
    ["无点", "unverified"],
  ]);
});

it("finds a client by any of its words", () => {
  const clients = [customer("海岳机械", 0), customer("Delta", 0)];
  expect(found(clients, " 海岳 ")).toHaveLength(1);
  expect(found(clients, "delta")).toHaveLength(1);
  expect(found(clients, "")).toHaveLength(2);
  expect(found(clients, "没有")).toHaveLength(0);
});

it("finds a client by its initials and by its number, with no network", () => {
  const clients = [customer("海岳机械", 0, { initials: "hyjx", numbers: ["KH-0042"] }), customer("Delta", 0)];
  expect(found(clients, "HYJ")).toHaveLength(1);
  expect(found(clients, "kh 0042")).toHaveLength(1);
  expect(found(clients, "0042")).toHaveLength(0);
});

describe("a client that was chosen before", () => {
  const places = placesOf([customer("远", 2400), customer("近", 86), customer("邻", 160), customer("中", 215)], fix());
  const named = (name: string) => places.find((place) => place.name === name) ?? null;

  it.each([
    ["is asked about where one stands at another one", "远", "近"],
    ["is asked about where it is out of its range by a little", "中", "近"],
    ["stays where one stands at both", "邻", null],
    ["stays where one stands at it", "近", null],
  ])("%s", (_, chosen, here) => {
    expect(otherPlaceHere(places, named(chosen))?.name ?? null).toBe(here);
  });

  it("stays where nobody knows where the phone is", () => {
    const unknown = placesOf([customer("远", 2400), customer("近", 86)], null);
    expect(otherPlaceHere(unknown, unknown[0] ?? null)).toBeNull();
  });
});

it("chooses the large place that one stands in, not the small one with the nearer pin, and shows it first", () => {
  const plant = customer("大厂", 600, { sites: [{ ...site("s1", 600), radiusM: 1000 }] });
  const shop = customer("小店", 120, { sites: [{ ...site("s1", 120), radiusM: 50 }] });
  const places = placesOf([shop, plant], fix());
  expect(places.map((place) => place.name)).toEqual(["大厂", "小店"]);
  expect(offeredPlace(places)?.name).toBe("大厂");
  expect(askedPlaces(places, null)).toEqual([]);
});

it("asks in which of two clients of one tower one is, until one of them is chosen", () => {
  const places = placesOf([customer("楼上", 12), customer("楼下", 20), customer("远", 2400)], fix());
  const names = (chosen: string | null) =>
    askedPlaces(places, places.find((place) => place.name === chosen) ?? null).map((place) => place.name);
  expect(offeredPlace(places)).toBeNull();
  expect(names(null)).toEqual(["楼上", "楼下"]);
  expect(names("远")).toEqual(["楼上", "楼下"]);
  expect(names("楼下")).toEqual([]);
});

describe("a client that was chosen by hand", () => {
  const [before, later] = [
    { countedMs: 0, wallMs: 0 },
    { countedMs: 60_000, wallMs: 60_000 },
  ];
  const far = { key: "c-远/s1", at: before, isDone: false };

  it("stays chosen for the position that it was chosen by, wherever that is", () => {
    expect(choiceHolds(far, threeAround(), before)).toBe(true);
    expect(choiceHolds({ ...far, isDone: true }, threeAround(), before)).toBe(true);
  });

  it("stays chosen on the way, while one stands inside no other", () => {
    expect(choiceHolds(far, placesOf([customer("中", 700), customer("远", 2400)], fix()), later)).toBe(true);
  });

  it("is chosen no longer once a new position lies inside another", () => {
    expect(choiceHolds(far, threeAround(), later)).toBe(false);
  });

  it("is chosen no longer at a new position after a check-in there", () => {
    const places = placesOf([customer("远", 2400)], fix());
    expect(choiceHolds({ ...far, isDone: true }, places, later)).toBe(false);
  });
});
