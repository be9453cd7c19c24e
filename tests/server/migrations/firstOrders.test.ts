import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { inTransaction } from "../../../server/db";
import { firstOrdersKnowTheirClient } from "../../../server/migrations/0022-first-orders-know-their-client";
import {
  type Company,
  confirm,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenSale,
  givenTeam,
  type Person,
  prepare,
} from "../../support/given";
import { lookAt, stored } from "../../support/testDatabase";

/* A client that became another, whose first order was confirmed by a version that claimed the keys of both for it. */

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const kept = await givenCustomer(company, { owner: rep });
  const other = await givenCustomer(company, { owner: colleague });
  return { manager, rep, colleague, kept, other };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let kept: Customer;
let other: Customer;

const keys = () => mongoose.connection.collection<{ _id: string; ownerId: string }>("keys");
const revisionOf = async ({ customerId }: Customer) =>
  Number((await stored("customers", { _id: customerId }))[0]?.revision);
const firstOrders = async () =>
  (await stored("facts")).filter(({ _id }) => String(_id).startsWith("newCustomer:")).length;
const undo = async () => {
  const body = { commandId: randomUUID(), otherId: other.customerId, revision: await revisionOf(kept) };
  await company.as(manager).call("customers.undoMerge", { customerId: kept.customerId }, body);
};
const up = () =>
  lookAt(async () => {
    const { db } = mongoose.connection;
    if (!db) throw new Error("not connected");
    const { logger, settings } = company.app.deps;
    const context = { db, logger, settings, realNow: () => new Date(0), writeBatch: inTransaction, progress: () => {} };
    await firstOrdersKnowTheirClient.up(context);
  });
/** Twice, as after a break. */
const upTwice = async () => {
  await up();
  await up();
};

beforeEach(async () => {
  ({ company, manager, rep, colleague, kept, other } = await start());
  const sale = await givenSale(company, { rep: colleague, customer: other });
  const revisions = { revision: await revisionOf(kept), otherRevision: await revisionOf(other) };
  const merge = { commandId: randomUUID(), otherId: other.customerId, ...revisions, reason: "同一家" };
  await company.as(manager).call("customers.merge", { customerId: kept.customerId }, merge);
  await confirm(company, sale, manager);
  const ofKept = { _id: `newCustomer:${kept.customerId}` };
  await lookAt(() => keys().updateOne(ofKept, { $set: { ownerId: sale.saleId } }));
});

it("has a first order of its own after the merge was undone", async () => {
  await undo();
  await upTwice();
  await givenConfirmedSale(company, { rep, customer: kept });
  expect(await firstOrders()).toBe(2);
});

it("has none as long as the two are one", async () => {
  await upTwice();
  await givenConfirmedSale(company, { rep, customer: kept });
  expect(await firstOrders()).toBe(1);
});

it("is as this version would have stored it", async () => {
  await upTwice();
  expect(await stored("keys", { _id: `newCustomer:${kept.customerId}` })).toMatchObject([
    { ownerId: `for ${other.customerId}` },
  ]);
});

it("keeps what an own first order holds", async () => {
  await undo();
  const { saleId } = await givenConfirmedSale(company, {
    rep: colleague,
    customer: await givenCustomer(company, { owner: colleague }),
  });
  await upTwice();
  const own = (await stored("keys")).filter(({ ownerId }) => ownerId === saleId);
  expect(own).toHaveLength(1);
});
