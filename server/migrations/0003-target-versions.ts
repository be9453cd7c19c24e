import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldTarget extends mongo.Document {
  _id: string;
  valueFen: number;
  setById?: string;
  setAt?: Date;
}

/**
 * A target was in force as soon as it was there and named who had set it. Now that is in its history, and the target says
 * what is in force and what is proposed.
 */
export const targetVersions: Migration = {
  number: 3,
  name: "target-versions",
  async up(context) {
    const { db } = context;
    // The history first: what tells that a target is old goes away with the second step.
    // Some hundreds a month at most: they fit into memory.
    const old = await db
      .collection<OldTarget>("targets")
      .find({ setById: { $exists: true } })
      .toArray();
    const inserts = old.map(({ _id, valueFen, setById, setAt }) => {
      const by = { kind: "member", id: setById };
      const version = { targetId: _id, revision: 1, action: "publish", valueFen, reason: null, by, at: setAt };
      const update = { $setOnInsert: { ...version, schemaVersion: 1 } };
      return { updateOne: { filter: { _id: `${_id}:1` }, update, upsert: true } };
    });
    const versions = db.collection<{ _id: string }>("targetVersions");
    if (inserts.length > 0)
      await context.writeBatch(async (session) => {
        await versions.bulkWrite(inserts, { ordered: false, session });
      });
    await changeEach<OldTarget>(context, "targets", ({ setById, setAt }) =>
      setById === undefined
        ? null
        : { $set: { publishedAt: setAt, draft: null, remainder: null }, $unset: { setById: "", setAt: "" } },
    );
  },
};
