import { isHistory } from "@shared/domain/firstPayingDay";

describe("with a first paying day on 1 April", () => {
  it.each([
    ["signed in March and confirmed on the day counts for history", "2026-03-31", "2026-04-01", true],
    ["signed years before and confirmed after it counts for history", "2019-01-02", "2026-05-07", true],
    ["signed in February and confirmed in March counts when it was confirmed", "2026-02-10", "2026-03-31", false],
    ["signed on the day counts when it was confirmed", "2026-04-01", "2026-05-01", false],
  ])("a sale %s", (_what, signedOn, confirmedOn, is) => {
    expect(isHistory({ signedOn, confirmedOn }, "2026-04-01")).toBe(is);
    expect(isHistory({ signedOn, confirmedOn }, null)).toBe(false);
  });
});
