import {
  coServedFrom,
  isNewOn,
  nextOwnersOn,
  ownedFrom,
  ownedSince,
  ownersOn,
  type OwnerSpan,
  servedByOn,
  servedOn,
  sharesFault,
} from "@shared/domain/customer";

const li = { memberId: "li", share: "1" };
const handedOver: OwnerSpan[] = ownedFrom([{ ...li, from: "2025-01-01", to: null }], "2026-04-01", [
  { memberId: "li", share: "0.3" },
  { memberId: "wang", share: "0.7" },
]);

it.each([
  [[li], null],
  [
    [
      { memberId: "li", share: "0.3" },
      { memberId: "wang", share: "0.7" },
    ],
    null,
  ],
  [
    [
      { memberId: "li", share: "0.333333" },
      { memberId: "wang", share: "0.666666" },
    ],
    "shares.notWhole",
  ],
  [[{ memberId: "li", share: "0" }, li], "owner.twice"],
  [[{ memberId: "wang", share: "0" }, li], "share.invalid"],
  [[], "shares.notWhole"],
])("judges the shares %j", (owners, fault) => {
  expect(sharesFault(owners)).toBe(fault);
});

it("leaves the days before a handover as they were", () => {
  expect(ownersOn(handedOver, "2026-03-31")).toEqual([li]);
});

it("gives the day of a handover to the new owners", () => {
  expect(ownersOn(handedOver, "2026-04-01").map(({ share }) => share)).toEqual(["0.3", "0.7"]);
  expect(ownersOn(handedOver, "2024-12-31")).toEqual([]);
});

it("replaces what had been arranged for later days", () => {
  const anew = ownedFrom(handedOver, "2026-03-28", [{ memberId: "zhao", share: "1" }]);
  expect(ownersOn(anew, "2026-03-27")).toEqual([li]);
  expect(ownersOn(anew, "2026-04-02")).toEqual([{ memberId: "zhao", share: "1" }]);
  expect(sharesFault(ownersOn(anew, "2026-04-02"))).toBeNull();
});

it("lets owners of the day and those beside them serve, each once", () => {
  expect(servedByOn(handedOver, ["liu", "wang"], "2026-03-31")).toEqual(["li", "liu", "wang"]);
  expect(servedByOn(handedOver, ["liu", "wang"], "2026-04-01")).toEqual(["li", "wang", "liu"]);
});

it("names the next day with other owners", () => {
  expect(nextOwnersOn(handedOver, "2026-03-26")).toBe("2026-04-01");
  expect(nextOwnersOn(handedOver, "2026-04-01")).toBeNull();
});

describe("service beside the owners", () => {
  const coService = coServedFrom([{ memberId: "liu", from: null, to: null }], "2026-03-26", ["wang"]);
  const days = ["2026-03-25", "2026-03-26", "2026-03-27"];
  const serves = (memberId: string) => days.map((day) => servedOn({ owners: handedOver, coService }, memberId, day));

  it("ends with the day on which somebody goes", () => {
    expect(serves("liu")).toEqual([true, true, false]);
  });
  it("begins with the day on which somebody comes", () => {
    expect(serves("wang")).toEqual([false, true, true]);
  });
  it("goes on for who stays", () => {
    expect(coServedFrom(coService, "2026-03-30", ["wang"])).toEqual(coService);
  });
});

it.each([
  ["on the day on which it is added", ["2026-03-26"], true],
  ["for two weeks", ["2026-03-13"], true],
  ["not after that", ["2026-03-12"], false],
  ["not where somebody has owned it before", ["2025-01-01", "2026-03-26"], false],
  ["not where nobody owns it", [], false],
] as const)("a customer is new %s", (_, froms, isNew) => {
  expect(
    isNewOn(
      froms.map((from) => ({ from })),
      "2026-03-26",
    ),
  ).toBe(isNew);
});

describe("since when somebody owns a client", () => {
  const span = (memberId: string, from: string, to: string | null, share = "1") => ({ memberId, share, from, to });
  it.each([
    ["from the first day of their share", [span("a", "2026-03-02", null)], "2026-03-02"],
    [
      "also where the share was another one before",
      [span("a", "2026-01-05", "2026-03-01", "0.5"), span("a", "2026-03-02", null)],
      "2026-01-05",
    ],
    [
      "not over a time in which it was somebody else's",
      [span("a", "2026-01-05", "2026-01-31"), span("b", "2026-02-01", "2026-03-01"), span("a", "2026-03-02", null)],
      "2026-03-02",
    ],
  ])("counts %s", (_how, spans, since) => {
    expect(ownedSince(spans, "a", "2026-03-26")).toBe(since);
  });
});
