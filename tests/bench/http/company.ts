import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import type { Fact } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans/internetCompany";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { inTransaction } from "../../../server/db";
import type { Deps } from "../../../server/deps";
import { sessionsOf } from "../../../server/features/auth/sessions";
import { consentVersion } from "../../../server/features/members";
import { submittedSale } from "../../../server/features/sales/saleDraft";
import { prepareBooking } from "../../../server/features/statements";

/** What the load needs to know of the people that it plays. */
export interface BenchPerson {
  memberId: string;
  token: string;
  leaderToken: string;
  teamId: string;
  customerId: string;
  /** All clients of the day, `customerId` among them; they sit in one building. */
  customerIds: string[];
  latDeg: number;
  lngDeg: number;
  lineId: string;
  /** Ids of sales that wait to be confirmed. */
  submittedSaleIds: string[];
}

const teamSize = 25;
/** That many clients a rep sees on a long day. */
const clientsEach = 10;
const salesEach = 3;

/**
 * A company of so many reps, in teams of 25, each with clients, a target, and a month that has begun. What only has to be there is
 * put there; what is computed is computed by the product.
 */
export async function makeCompany(deps: Deps, memberCount: number): Promise<BenchPerson[]> {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const period = monthOf(today);
  const repIds = Array.from({ length: memberCount }, (_, n) => `rep${n}`);
  const teamOf = (n: number) => `u${100 + Math.floor(n / teamSize)}`;
  const teamIds = [...new Set(repIds.map((_, n) => teamOf(n)))];
  const leaderOf = (teamId: string) => `leader-${teamId}`;

  const unit = (_id: string, kind: string, parentId: string | null) => ({
    _id,
    name: _id,
    kind,
    parentId,
    state: "active",
    revision: 1,
    schemaVersion: 1,
  });
  await put("orgUnits", [
    unit("u1", "company", null),
    unit("u2", "branch", "u1"),
    ...teamIds.map((teamId) => unit(teamId, "team", "u2")),
  ]);
  const member = (_id: string) => ({
    _id,
    name: _id,
    state: "active",
    grantedRoles: [],
    language: "zh-CN",
    revision: 1,
    schemaVersion: 1,
  });
  await put("members", [...repIds, ...teamIds.map(leaderOf)].map(member));
  const membership = (memberId: string, unitId: string, part: "member" | "leader") => ({
    _id: `${memberId}:${unitId}:${part}:2000-01-01`,
    memberId,
    unitId,
    part,
    fromOn: "2000-01-01",
    untilOn: null,
    revision: 1,
    schemaVersion: 1,
  });
  await put("memberships", [
    ...repIds.map((memberId, n) => membership(memberId, teamOf(n), "member")),
    ...teamIds.map((teamId) => membership(leaderOf(teamId), teamId, "leader")),
  ]);
  await put(
    "consents",
    repIds.map((memberId) => ({
      _id: `${memberId}:${consentVersion}`,
      memberId,
      version: consentVersion,
      acceptedAt: now,
      schemaVersion: 1,
    })),
  );
  const placeOf = (n: number) => ({ latDeg: 22.5 + (n % 100) / 100, lngDeg: 113 + Math.floor(n / 100) / 10 });
  const clientsOf = (n: number) =>
    Array.from({ length: clientsEach }, (_, nth) => (nth === 0 ? `c${n}` : `c${n}-${nth}`));
  await put(
    "customers",
    repIds.flatMap((memberId, n) =>
      clientsOf(n).map((customerId) => ({
        _id: customerId,
        name: `客户 ${customerId}`,
        shortName: `客户${customerId}`,
        industry: null,
        grade: "B",
        stage: "服务中",
        owners: [{ memberId, share: "1", from: "2020-01-01", to: null }],
        coService: [],
        coServedByIds: [],
        servedByIds: [memberId],
        sites: [{ siteId: "s1", name: "总部", address: "广州", ...placeOf(n), radiusM: 200, pinStatus: "confirmed" }],
        revision: 1,
        schemaVersion: 1,
      })),
    ),
  );
  // Nobody's first order: the reward for a new customer is no part of what is measured.
  await put(
    "keys",
    repIds.map((_, n) => ({ _id: `newCustomer:c${n}`, ownerId: "bench", schemaVersion: 1 })),
  );
  const plan = { ...internetCompany, scope: { orgUnits: ["u1"] }, validFrom: "2020-01-01" };
  await put("plans", [
    { _id: `${plan.code}@${plan.version}`, state: "published", plan, publishedAt: now, revision: 1, schemaVersion: 1 },
  ]);

  await bookMonths(deps, repIds, teamOf, today);

  const begin = async (memberId: string) => (await sessionsOf(deps).begin({ memberId, via: "weapp" })).token;
  const leaderTokens = new Map<string, string>();
  for (const teamId of teamIds) leaderTokens.set(teamId, await begin(leaderOf(teamId)));
  return Promise.all(
    repIds.map(async (memberId, n) => ({
      memberId,
      token: await begin(memberId),
      leaderToken: leaderTokens.get(teamOf(n)) ?? "",
      customerId: `c${n}`,
      customerIds: clientsOf(n),
      ...placeOf(n),
      lineId: await firstLineOf(`${memberId}:${period}`),
      teamId: teamOf(n),
      submittedSaleIds: [],
    })),
  );
}

/** Puts so many sales of everybody before the deciders, just before they are confirmed: nobody has hundreds waiting otherwise. */
export async function submitSales(people: readonly BenchPerson[], each: number, now: Date): Promise<void> {
  const sales = people.flatMap(({ memberId, teamId, customerId }) =>
    Array.from({ length: each }, (_, part) =>
      submittedSale({
        _id: randomUUID(),
        ...{ repId: memberId, repName: memberId, teamId, customerId, customerName: customerId },
        ...{ amountFen: 1_000_000 + part, contractNo: null, signedOn: businessDayOf(now), submittedAt: now },
      }),
    ),
  );
  await put("sales", sales);
  for (const person of people) {
    const own = sales.filter(({ repId }) => repId === person.memberId).map(({ _id }) => _id);
    person.submittedSaleIds.push(...own);
  }
}

/** Each month gets its facts in one booking, as an import does. */
async function bookMonths(deps: Deps, repIds: string[], teamOf: (n: number) => string, today: string): Promise<void> {
  for (const [n, memberId] of repIds.entries()) {
    const facts = Array.from({ length: salesEach }, (_, part): Fact => {
      const saleId = `bench-${n}-${part}`;
      const amountFen = 5_000_000 + part * 100_000;
      const recordedAt = deps.clock.now().toISOString();
      const common = { revision: 1, source: "confirmation", recordedAt, on: today, countsOn: today } as const;
      return {
        id: `sale:${saleId}`,
        kind: "sale",
        ...common,
        bookedIn: monthOf(today),
        saleId,
        customerId: `c${n}`,
        amountFen,
        visitIds: [],
        credits: [{ memberId, role: "owner", share: "1", fen: amountFen, teamId: teamOf(n) }],
      };
    });
    const booking = await prepareBooking(deps, facts, [{ kind: "bench", id: memberId }]);
    await inTransaction((session) => booking.write(session));
  }
}

async function firstLineOf(repMonth: string): Promise<string> {
  const record = await collection("statements").findOne({ _id: repMonth });
  // As the engine gave it.
  const { lines } = (record as unknown as { statement: { lines: { id: string }[] } }).statement;
  return lines[0]?.id ?? "";
}

interface Stored extends mongoose.mongo.Document {
  _id: string;
}

function collection(name: string): mongoose.mongo.Collection<Stored> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db.collection<Stored>(name);
}

async function put(name: string, documents: Stored[]): Promise<void> {
  await collection(name).insertMany(documents);
}
