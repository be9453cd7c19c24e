import { asksWifi, bssidOf, wifiFindingOf, type WifiUse, wifiWorth } from "@shared/domain/wifi";

describe("an access point's address", () => {
  it.each([
    ["AC:84:C6:01:02:03", "ac:84:c6:01:02:03"],
    ["ac-84-c6-01-02-03", "ac:84:c6:01:02:03"],
    ["ac:84:c6:1:2:3", "ac:84:c6:01:02:03"],
  ])("is compared in one form: %s", (said, bssid) => {
    expect(bssidOf(said)).toBe(bssid);
  });

  it.each([
    ["a phone that may not tell", "02:00:00:00:00:00"],
    ["nothing", "00:00:00:00:00:00"],
    ["one that is made up, as hotspots and private addresses are", "5e:84:c6:01:02:03"],
    ["a group of devices", "01:00:5e:01:02:03"],
    ["what is none", "ac:84:c6"],
    ["an empty one", ""],
  ])("says nothing for %s", (_what, said) => {
    expect(bssidOf(said)).toBeNull();
  });
});

describe("a network", () => {
  const bssid = "ac:84:c6:01:02:03";
  it.each([["iPhone"], ["小王的iPhone"], ["AndroidAP3F2A"], ["李四的手机"], ["HUAWEI P60"], ["Redmi Note 12"]])(
    "that a phone gives is worth nothing: %s",
    (ssid) => {
      expect(wifiWorth({ ssid, bssid })).toBeNull();
    },
  );

  it.each([["海岳机械-办公"], ["TP-LINK_A1B2"], ["ChinaNet-miT4"], ["HUAWEIHOUSE"], [null]])(
    "that hangs on a wall is worth sending: %s",
    (ssid) => {
      expect(wifiWorth({ ssid, bssid })).toEqual({ ssid, bssid });
    },
  );
});

describe("a phone looks for its network", () => {
  const pin = { latDeg: 23.1291, lngDeg: 113.2644, radiusM: 200 };
  const fix = (northM: number, accuracyM: number | null, kind: "live" | "cached" = "live") => ({
    ...{ latDeg: pin.latDeg + northM / 111_195, lngDeg: pin.lngDeg, accuracyM, kind },
  });

  it.each([
    ["without a position", null, true],
    ["with a clear one at the place", fix(0, 50), false],
    ["with one there that is not so clear", fix(0, 50.1), true],
    ["with a poor one there", fix(0, 260), true],
    ["with an old one there", fix(0, 18, "cached"), true],
    ["away from the place", fix(2_000, 18), true],
  ])("%s: %#", (_where, at, asks) => {
    expect(asksWifi(at, pin)).toBe(asks);
  });
});

describe("a network that was seen before", () => {
  const use = (memberId: string, on: string, part: Partial<WifiUse> = {}): WifiUse => ({
    ...{ memberId, on, isHere: true },
    fix: { latDeg: 23.1291, lngDeg: 113.2644, accuracyM: 60, kind: "live" },
    ...part,
  });
  const twoPeople = [use("wang", "2026-03-20"), use("li", "2026-03-20")];

  it("is known where two people have shown it", () => {
    expect(wifiFindingOf(twoPeople)).toBe("known");
  });

  it("is known where one has on three days", () => {
    expect(wifiFindingOf(["20", "21", "22"].map((day) => use("wang", `2026-03-${day}`)))).toBe("known");
  });

  it("is not known by one person on two days", () => {
    expect(wifiFindingOf([use("wang", "2026-03-20"), use("wang", "2026-03-21"), use("wang", "2026-03-21")])).toBe(
      "unknown",
    );
  });

  it("is not known here by what was seen elsewhere", () => {
    expect(wifiFindingOf(twoPeople.map((one) => ({ ...one, isHere: false })))).toBe("unknown");
  });

  it("is not known where it travels", () => {
    const fix = { latDeg: 23.2, lngDeg: 113.2644, accuracyM: 60, kind: "live" as const };
    expect(wifiFindingOf([...twoPeople, use("li", "2026-03-21", { isHere: false, fix })])).toBe("unknown");
  });

  it("may reach the place next door", () => {
    const fix = { latDeg: 23.1301, lngDeg: 113.2644, accuracyM: 60, kind: "live" as const };
    expect(wifiFindingOf([...twoPeople, use("li", "2026-03-21", { isHere: false, fix })])).toBe("known");
  });
});
