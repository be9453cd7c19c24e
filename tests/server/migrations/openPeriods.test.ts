import mongoose from "mongoose";
import { openPeriods } from "../../../server/migrations/0010-open-periods";
import { inTransaction } from "../../../server/db";
import { createLogger } from "../../../server/lib/logger";
import { resetDatabase, lookAt, putStored, stored } from "../../support/testDatabase";
import { testSettings } from "../../support/testSettings";

beforeEach(async () => {
  await resetDatabase();
  await putStored("statements", [
    { _id: "xiaowang:2026-01", period: "2026-01" },
    { _id: "xiaowang:2026-02", period: "2026-02" },
    { _id: "lisi:2026-02", period: "2026-02" },
  ] as never[]);
  // Recorded too late for the month that it counts in.
  await putStored("facts", [{ _id: "sale:1", countsOn: "2026-02-28", bookedIn: "2026-03" }] as never[]);
});

const up = (settings: Record<string, string> = {}) =>
  lookAt(() =>
    openPeriods.up({
      db: mongoose.connection.db!, // connected: the database has been reset
      logger: createLogger({ level: "silent", name: "test" }),
      settings: testSettings(settings),
      realNow: () => new Date(0),
      writeBatch: inTransaction,
      progress: () => undefined,
    }),
  );
const periods = async () =>
  (await stored("periods")).map(
    ({ _id, state, cutOffAt }) => [_id, state, (cutOffAt as Date).toISOString()] as unknown,
  );

it("opens every month that was priced or booked in, with the cut-off that it has by the company's settings", async () => {
  await up({ PERIOD_CUT_OFF_WORKING_DAY: "2", PERIOD_CUT_OFF_TIME: "12:00" });
  expect(await periods()).toEqual([
    ["2026-01", "open", "2026-02-03T04:00:00.000Z"],
    ["2026-02", "open", "2026-03-03T04:00:00.000Z"],
    ["2026-03", "open", "2026-04-02T04:00:00.000Z"],
  ]);
});

it("leaves a month alone that is there, whatever the settings say now", async () => {
  const cutOffAt = new Date("2026-03-10T10:00:00Z");
  await putStored("periods", [{ _id: "2026-02", schemaVersion: 1, state: "closed", cutOffAt, revision: 4 }] as never[]);
  await up();
  const before = await stored("periods");
  expect(before[1]).toMatchObject({ _id: "2026-02", state: "closed", cutOffAt, revision: 4 });
  await up({ PERIOD_CUT_OFF_WORKING_DAY: "9" });
  expect(await stored("periods")).toEqual(before);
});
