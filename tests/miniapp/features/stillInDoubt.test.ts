import { stillInDoubt } from "@/features/earnings/stillInDoubt";

let now: Date;
jest.mock("@/api/serverClock", () => ({ serverNow: () => now }));

const until = new Date("2026-04-02T01:00:00.000Z");
const doubt = {
  ...{
    checkInId: "k",
    visitId: "v",
    lineId: "l1",
    customerName: "海岳机械",
    on: "2026-03-26",
    decideUntil: until.toISOString(),
  },
  deciderNames: ["陈浩"],
};

it("an amount is in doubt up to the last instant at which somebody may decide", () => {
  now = until;
  expect(stillInDoubt([doubt])).toEqual([doubt]);
});

it("an old copy names nobody after it", () => {
  now = new Date(until.getTime() + 1);
  expect(stillInDoubt([doubt])).toEqual([]);
});

it("answers of before know of no doubts", () => {
  expect(stillInDoubt(undefined)).toEqual([]);
});
