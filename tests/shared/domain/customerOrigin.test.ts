import { originOf } from "@shared/domain/customerOrigin";

describe("the origin of a customer", () => {
  it.each([
    ["repEntry", "自有"],
    ["onlineAd", "市场"],
    ["exhibition", "市场"],
    ["referral", "转介绍"],
  ] as const)("after a first touch %s is %s", (kind, origin) => {
    expect(originOf([{ kind, at: "2026-03-10" }])).toBe(origin);
  });

  it("is decided by the earliest touch, whatever the order of the chain", () => {
    const ad = { kind: "onlineAd", at: "2026-03-09" } as const;
    const card = { kind: "repEntry", at: "2026-03-10" } as const;
    expect([originOf([ad, card]), originOf([card, ad])]).toEqual(["市场", "市场"]);
    expect(originOf([{ ...card, at: "2026-03-08" }, ad])).toBe("自有");
  });

  it("is that of the first listed of two at one time", () => {
    const at = "2026-03-09";
    expect(
      originOf([
        { kind: "repEntry", at },
        { kind: "onlineAd", at },
      ]),
    ).toBe("自有");
  });

  it("is open where nothing can be shown", () => {
    expect(originOf([])).toBeNull();
  });
});
