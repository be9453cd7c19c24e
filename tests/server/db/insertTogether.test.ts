import mongoose, { type mongo } from "mongoose";
import { isDuplicateKey } from "../../../server/db";
import { insertTogether } from "../../../server/db/insertTogether";
import { putStored, resetDatabase, stored } from "../../support/testDatabase";

beforeEach(resetDatabase);

const notes = () => mongoose.connection.collection("testNotes") as unknown as mongo.Collection<{ _id: string }>;
const insertAll = (ids: string[]) => Promise.allSettled(ids.map((_id) => insertTogether(notes(), { _id })));
const storedIds = async () => (await stored("testNotes")).map(({ _id }) => String(_id)).sort();

it("what is inserted in the same moment goes to the database in one command", async () => {
  const commands: number[] = [];
  const count = ({ commandName, command }: mongo.CommandStartedEvent) => {
    if (commandName === "insert") commands.push((command as { documents: unknown[] }).documents.length);
  };
  const client = mongoose.connection.getClient();
  client.on("commandStarted", count);
  await insertAll(["a", "b", "c"]);
  client.off("commandStarted", count);
  expect(commands).toEqual([3]);
  expect(await storedIds()).toEqual(["a", "b", "c"]);
});

it("one that is there already is refused as it would be alone, and stops none of the others", async () => {
  await putStored("testNotes", [{ _id: "b" }]);
  const [a, b, c, again] = await insertAll(["a", "b", "c", "a"]);
  expect([a?.status, b?.status, c?.status, again?.status]).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
  for (const one of [b, again]) expect(one?.status === "rejected" && isDuplicateKey(one.reason)).toBe(true);
  expect(await storedIds()).toEqual(["a", "b", "c"]);
});

it("where the database does not answer nobody is told that it was done", async () => {
  const silent = {
    insertMany: () => Promise.reject(new Error("away")),
    insertOne: () => Promise.reject(new Error("away")),
  } as unknown as mongo.Collection<{ _id: string }>;
  const told = await Promise.allSettled(["a", "b"].map((_id) => insertTogether(silent, { _id })));
  expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
