import mongoose from "mongoose";
import { monthsInParts } from "../../../server/migrations/0011-months-in-parts";
import { rewardsInOrder } from "../../../server/migrations/0026-rewards-in-order";
import { longerPeriodsAreTold } from "../../../server/migrations/0027-longer-periods-are-told";
import { differencesOf } from "../../../server/migrations/upgrade/differences";
import { lookAt, resetDatabase } from "../../support/testDatabase";

const month = (...lines: [id: string, amountFen: number, days?: string][]) => ({
  lines: lines.map(([id, amountFen, days = "01 31"]) => {
    const [from, to] = days.split(" ").map((day) => `2026-03-${day}`);
    return { id, amountFen, segment: { from: from ?? "", to: to ?? "" } };
  }),
  totals: { amountFen: lines.reduce((sum, [, amountFen]) => sum + amountFen, 0) },
});
const announced = (before: ReturnType<typeof month>, after: ReturnType<typeof month>) =>
  differencesOf({ memberId: "xiaoli", period: "2026-03" }, before, after).map(
    (difference) => monthsInParts.announces?.covers(difference) ?? false,
  );

const givenStatement = (days: string) =>
  lookAt(() =>
    database()
      .collection("statements")
      .insertOne({ period: "2026-03", statement: month(["fixed", 500_000, days]) }),
  );
const database = () => {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db;
};
beforeEach(resetDatabase);

const concerned = () => lookAt(async () => monthsInParts.announces?.concerns?.(database()));

it.each([
  ["01 31", false],
  ["16 31", true],
  ["01 15", true],
])("the upgrade to months in parts concerns somebody who has one of the days %s: %s", async (days, expected) => {
  await givenStatement(days);
  expect(await concerned()).toBe(expected);
});

it("and whoever has a plan that ends", async () => {
  expect(await concerned()).toBe(false);
  await lookAt(() =>
    database()
      .collection("plans")
      .insertOne({ plan: { validTo: "2026-03-15" } }),
  );
  expect(await concerned()).toBe(true);
});

describe("the upgrade to rewards in order", () => {
  const once = () =>
    lookAt(() =>
      database()
        .collection("plans")
        .insertOne({ plan: { components: [{ code: "a" }, { code: "b", oncePer: "customer" }] } }),
    );
  const isConcerned = () => lookAt(async () => rewardsInOrder.announces?.concerns?.(database()));

  it("concerns a month in parts of a company that rewards something once", async () => {
    await givenStatement("16 31");
    expect(await isConcerned()).toBe(false);
    await once();
    expect(await isConcerned()).toBe(true);
  });

  it("concerns nobody who has stayed where they were", async () => {
    await givenStatement("01 31");
    await once();
    expect(await isConcerned()).toBe(false);
  });
});

describe("the upgrade that tells of quarters before they are paid", () => {
  const isConcerned = () => lookAt(async () => longerPeriodsAreTold.announces?.concerns?.(database()));
  const paidBy = (...periods: string[]) =>
    lookAt(() =>
      database()
        .collection("plans")
        .insertOne({ plan: { components: periods.map((period) => ({ period })) } }),
    );

  it("concerns a company that pays something by the quarter", async () => {
    await paidBy("month");
    expect(await isConcerned()).toBe(false);
    await paidBy("month", "quarter");
    expect(await isConcerned()).toBe(true);
  });

  it("announces a line that pays nothing yet and no amount", () => {
    const about = { memberId: "xiaoli", period: "2026-02" };
    const covered = (after: ReturnType<typeof month>) =>
      differencesOf(about, month(["a", 100]), after).map((one) => longerPeriodsAreTold.announces?.covers(one));
    expect(covered(month(["a", 100], ["q", 0]))).toEqual([true]);
    expect(covered(month(["a", 100], ["q", 1]))).toEqual([false, false]);
  });
});

describe("the upgrade to months in parts announces", () => {
  it("a month whose parts have paid a fixed amount once each, the total and single orders too", () => {
    const [first, rest] = ["01 15", "16 31"];
    const before = month(["fixed@1", 500_000, first], ["fixed@16", 500_000, rest], ["each:s1", 1, first]);
    const after = month(["fixed@1", 241_935, first], ["fixed@16", 258_065, rest], ["each:s1", 2, first]);
    expect(announced(before, after)).toEqual([true, true, true, true]);
  });

  it("a month that is whole again", () => {
    const before = month(["bonus@1", 50_000, "01 15"], ["bonus@16", 60_000, "16 31"]);
    expect(announced(before, month(["bonus", 220_000]))).toEqual([true, true, true, true]);
  });

  it("nothing of a month that nobody has cut", () => {
    expect(announced(month(["fixed", 500_000]), month(["fixed", 500_001]))).toEqual([false, false]);
  });
});
