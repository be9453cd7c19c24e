import { stateBy } from "@shared/domain/checkInReview";

const decideUntil = new Date("2026-04-02T09:00:00+08:00");
const afterMs = (ms: number) => new Date(decideUntil.getTime() + ms);

it("can be decided on until the last instant", () => {
  expect(stateBy({ state: "open", decideUntil }, decideUntil)).toBe("open");
});

it("is decided by nobody from then on, also before the hourly run has said so", () => {
  expect(stateBy({ state: "open", decideUntil }, afterMs(1))).toBe("lapsed");
});

it("stays as it was decided the first time where no second person has looked in time", () => {
  expect(stateBy({ state: "appealed", decideUntil }, afterMs(1))).toBe("rejected");
});

it.each(["accepted", "rejected", "mended", "lapsed"] as const)("stays %s, however late it is", (state) => {
  expect(stateBy({ state, decideUntil }, afterMs(1))).toBe(state);
});
