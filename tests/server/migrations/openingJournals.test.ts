import mongoose from "mongoose";
import { buildIndexes } from "../../../server/db";
import { subscriptions } from "../../../server/subscriptions";
import { migrations } from "../../../server/migrations";
import { runMigrations } from "../../../server/migrations/run";
import { workAll } from "../../../server/outbox";
import { thaw } from "../../support/frozen";
import { checkedLedger } from "../../support/ledger";
import { startTestApp } from "../../support/startTestApp";
import { lookAt, stored } from "../../support/testDatabase";

it("opens a ledger that goes on from what 0.1.0 has stored", async () => {
  const app = await startTestApp({ people: false, now: "2026-03-26T09:25:00+08:00" });
  await lookAt(() => thaw("tests/frozen/0.1.0/demo.ejson.gz", mongoose.connection.db!)); // connected: the app has started
  await lookAt(buildIndexes);
  await runMigrations({ ...app.deps, migrations });

  const statements = await stored("statements");
  const journals = await stored("journals");
  expect(journals.map(({ _id }) => String(_id))).toEqual(statements.map(({ _id, revision }) => `${_id}:${revision}`));
  expect(journals.every(({ causes }) => JSON.stringify(causes) === '[{"kind":"upgrade","id":"4"}]')).toBe(true);
  expect((await checkedLedger()).difference).toBeNull();

  await workAll(app.deps, subscriptions(app.deps));
  app.passRealTime({ seconds: 31 });
  await workAll(app.deps, subscriptions(app.deps));
  expect((await checkedLedger()).difference).toBeNull();
});
