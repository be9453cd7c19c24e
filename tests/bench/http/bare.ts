import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import mongoose, { type mongo } from "mongoose";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "../../../server/db";

/*
 * What the product is held against: Koa, a parsed body, the same driver, and nothing else. Told its database by MONGODB_URI and
 * the writes of a confirmation by WRITES; says its port to the parent.
 */

interface Bare extends mongo.Document {
  _id: string;
}

// As long as a check-in is, and as the documents of a confirmation are.
const padding = "x".repeat(700);

async function main(): Promise<void> {
  await connect(process.env.MONGODB_URI ?? "");
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  const { inserts, updates } = JSON.parse(process.env.WRITES ?? "{}") as { inserts: number; updates: number };
  const inserted = db.collection<Bare>("bareInserts");
  const updated = db.collection<Bare>("bareUpdates");
  await db.createCollection("bareInserts");
  await db.createCollection("bareUpdates");
  const statements = db.collection<Bare>("statements");
  const [statement] = await statements.find({}).limit(1).toArray();
  const statementId = statement?._id ?? "";

  const app = new Koa();
  app.use(bodyParser({ enableTypes: ["json"] }));
  app.use(async (ctx) => {
    if (ctx.path === "/find") {
      ctx.body = await statements.findOne({ _id: statementId });
    } else if (ctx.path === "/insert") {
      await inserted.insertOne({ _id: randomUUID(), body: ctx.request.body, padding });
      ctx.body = { ok: true };
    } else {
      // What is updated is nobody else's, as a sale that one person confirms.
      const own = Array.from({ length: updates }, () => ({ _id: randomUUID(), padding }));
      const fresh = Array.from({ length: inserts }, () => ({ _id: randomUUID(), padding }));
      const session = await mongoose.connection.startSession();
      if (ctx.path === "/together") {
        session.startTransaction({ writeConcern: { w: "majority", journal: true } });
        const nsInfo = [inserted, updated].map(({ namespace: ns }) => ({ ns }));
        const ops = [
          ...fresh.map((document) => ({ insert: 0, document })),
          ...own.map(({ _id, ...set }) => ({ update: 1, filter: { _id }, updateMods: { $set: set }, upsert: true })),
        ];
        await db.admin().command({ bulkWrite: 1, ops, nsInfo }, { session });
      } else {
        session.startTransaction({
          readConcern: { level: "snapshot" },
          writeConcern: { w: "majority", journal: true },
        });
        for (const one of fresh) await inserted.insertOne(one, { session });
        for (const one of own) await updated.updateOne({ _id: one._id }, { $set: one }, { session, upsert: true });
      }
      await session.commitTransaction();
      await session.endSession();
      ctx.body = { ok: true };
    }
  });
  const server = createServer((request, response) => void app.callback()(request, response));
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.once("disconnect", () => process.exit(0));
}

void main();
