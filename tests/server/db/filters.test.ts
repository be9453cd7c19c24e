import mongoose, { model, Schema } from "mongoose";
import { inTransaction } from "../../../server/db";
import { recordFilters, unindexedShapes } from "../../../server/db/filterRecorder";
import { lookAt, resetDatabase } from "../../support/testDatabase";

const shelfSchema = new Schema(
  { _id: String, owner: String, month: String, on: String, revision: Number },
  { collection: "testShelves", strict: "throw", autoIndex: false, versionKey: false },
);
shelfSchema.index({ owner: 1, month: 1, on: 1 });
const ShelfModel = model("TestShelf", shelfSchema);

/** What a database that reads whole collections would be told. */
async function faultsOf(ask: () => Promise<unknown>): Promise<string[]> {
  const recorder = recordFilters(mongoose.connection.getClient());
  await lookAt(ask);
  return unindexedShapes(recorder.takeShapes(), mongoose.connection.db!); // connected: resetDatabase has run
}

beforeEach(resetDatabase);

describe("a filter", () => {
  it("passes when an index begins with its equalities and ends with its range", async () => {
    const good = () => ShelfModel.find({ owner: "xiaowang", month: "2026-03", on: { $gte: "2026-03-01" } });
    expect(await faultsOf(good)).toEqual([]);
    expect(await faultsOf(() => ShelfModel.find({ _id: { $in: ["a", "b"] } }))).toEqual([]);
  });

  it("may change several documents in a transaction", async () => {
    const change = (session: mongoose.ClientSession) =>
      ShelfModel.updateMany({ owner: "xiaowang" }, { revision: 1 }, { session });
    expect(await faultsOf(() => inTransaction(change))).toEqual([]);
  });

  it.each([
    ["names a field that no index has", () => ShelfModel.find({ owner: "xiaowang", revision: 3 })],
    ["enters an index at its second field", () => ShelfModel.find({ month: "2026-03" })],
    ["leaves out a field in the middle", () => ShelfModel.find({ owner: "xiaowang", on: "2026-03-01" })],
    ["reads everything", () => ShelfModel.find({})],
    [
      "updates by an id and a revision without that index",
      () => ShelfModel.updateOne({ _id: "a", revision: 1 }, { revision: 2 }),
    ],
    ["deletes by a field without an index", () => ShelfModel.deleteOne({ on: "2026-03-01" })],
    ["changes several documents by itself", () => ShelfModel.updateMany({ owner: "xiaowang" }, { revision: 1 })],
    ["deletes several documents by itself", () => ShelfModel.deleteMany({ owner: "xiaowang" })],
    ["begins a pipeline with a field without an index", () => ShelfModel.aggregate([{ $match: { on: "2026-03-01" } }])],
    ["finds and changes in one step", () => ShelfModel.findOneAndUpdate({ _id: "a" }, { revision: 1 })],
  ])("fails when it %s", async (_what, ask) => {
    expect(await faultsOf(async () => ask())).toHaveLength(1);
  });

  it("is named without the values that people typed", async () => {
    const [fault] = await faultsOf(() => ShelfModel.find({ revision: 3, on: { $gte: "2026-03-01" } }));
    expect(fault).toBe("find testShelves {revision:?, on:{$gte:?}}: reads the whole collection");
  });
});
