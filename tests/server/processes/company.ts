import mongoose from "mongoose";
import type { Actor } from "@shared/domain/actor";
import { seedTargets } from "../../../server/dev/demoCompany/targets";
import { demoPlans, seedPlan } from "../../../server/dev/demoCompany/plans";
import { seedRoles } from "../../../server/dev/demoCompany/roles";
import { peopleOfHr } from "../../support/demoWorld";
import { createDeps } from "../../../server/createDeps";
import { connect, disconnect } from "../../../server/db";
import type { Deps } from "../../../server/deps";
import { sessionsOf } from "../../../server/features/auth/sessions";
import { createCustomer } from "../../../server/features/customers";
import { DemoClock } from "../../../server/features/demo";
import { acceptConsent, consentVersion, readSessionMember, syncDirectory } from "../../../server/features/members";
import { prepareDatabase } from "../../../server/migrations/prepareDatabase";
import { workAll } from "../../../server/outbox";
import { subscriptions } from "../../../server/subscriptions";
import { testSettings } from "../../support/testSettings";
import { clientOf, clientPin, leaders, repIds, storyNow } from "./story";

/** Sessions' tokens by member. */
export type Tokens = Map<string, string>;

export interface Company {
  tokens: Tokens;
  /** All that is stored, by collection. */
  documents: Map<string, mongoose.mongo.Document[]>;
}

/** The demo's people with clients of the story's own, by the product's commands; nothing has been sold yet. */
export async function makeCompany(settings: Record<string, string>): Promise<Company> {
  const given = testSettings(settings);
  await connect(given.MONGODB_URI);
  try {
    const realNow = () => new Date();
    const clock = new DemoClock(realNow);
    const deps = createDeps(given, { clock, realNow });
    await prepareDatabase(deps);
    // It stands still, so that what is stored does not depend on how long the story takes.
    await clock.set({ now: new Date(storyNow), speed: 0 });
    return { tokens: await fill(deps), documents: await everything(mongoose.connection) };
  } finally {
    await disconnect();
  }
}

async function everything({ db }: mongoose.Connection): Promise<Company["documents"]> {
  if (!db) throw new Error("not connected");
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const all = collections.map(async ({ name }) => [name, await db.collection(name).find({}).toArray()] as const);
  return new Map(await Promise.all(all));
}

async function fill(deps: Deps): Promise<Tokens> {
  await syncDirectory(deps);
  await seedRoles(deps);
  const { hr, second } = await peopleOfHr();
  for (const plan of demoPlans()) await seedPlan(deps, plan, { author: hr, second });
  await seedTargets(deps, hr);
  const tokens: Tokens = new Map();
  const begin = async (memberId: string) =>
    tokens.set(memberId, (await sessionsOf(deps).begin({ memberId, via: "weapp" })).token);
  for (const repId of repIds) {
    for (const use of ["visits", "sales"] as const) await addClient(deps, hr, repId, use);
    await acceptConsent(deps, { actor: await memberNamed(repId), commandId: "setup", version: consentVersion });
    await begin(repId);
  }
  for (const leaderId of new Set(Object.values(leaders))) await begin(leaderId);
  await workAll(deps, subscriptions(deps), { aheadMs: 60_000 });
  return tokens;
}

async function memberNamed(memberId: string) {
  const member = await readSessionMember(memberId, storyNow.slice(0, 10));
  if (!member) throw new Error(`the directory does not know ${memberId}`);
  return member;
}

async function addClient(deps: Deps, actor: Actor, repId: string, use: "visits" | "sales"): Promise<void> {
  const customerId = clientOf(repId, use);
  const site = { siteId: "s1", name: "总部", address: "广州", pin: clientPin(repId), radiusM: 200 };
  await createCustomer(deps, {
    actor,
    body: {
      commandId: `setup:${customerId}`,
      customerId,
      externalId: null,
      name: `${customerId}有限公司`,
      shortName: customerId,
      industry: null,
      grade: "B",
      stage: "签单",
      owners: [{ memberId: repId, share: "1" }],
      ownedFrom: "2025-01-01",
      coServedByIds: [],
      sites: [site],
    },
  });
}
