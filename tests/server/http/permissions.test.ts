import { randomUUID } from "node:crypto";
import { operations, type OperationId } from "@shared/api/operations";
import { type BodyOf, contracts, type Contract } from "@shared/contracts";
import { jobActor, type Scope, scopes, wecomActor } from "@shared/domain/actor";
import { sessionsOf } from "../../../server/features/auth/sessions";
import { addApiKey } from "../../../server/features/apiKeys";
import { createCustomer } from "../../../server/features/customers";
import { grantRole, syncDirectory } from "../../../server/features/members";
import { draftPlan } from "../../../server/features/plans";
import { publishTargets, setTargets } from "../../../server/features/targets";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import type { RawCall } from "../../support/testApi";

/*
 * Who may call what: every operation by every kind of caller. What is asked for belongs to a colleague in team 1 (小李's customer,
 * target, sale, visit …), so that a yes is one by office; operations that are about oneself are everybody's who is signed in.
 *
 *   nobody  without a session             rep    小王, of the same team       leader   陈浩, of that team
 *   other   赵静, leader of team 2        head   leads the branch above       finance  林静
 *   hr      HR and nothing else           admin  administrator, nothing else  auditor  reads, and nothing else
 *   key     an API key with all scopes
 */
type Caller = "nobody" | "rep" | "leader" | "other" | "head" | "finance" | "hr" | "admin" | "auditor" | "key";
const memberOf = {
  rep: "xiaowang",
  leader: "chenhao",
  other: "zhaojing",
  head: "hetao",
  finance: "linjing",
  hr: "linxue",
  admin: "qinyu",
  auditor: "tangyi",
} satisfies Partial<Record<Caller, string>>;
const members = Object.keys(memberOf) as (keyof typeof memberOf)[]; // as just written
const callers: Caller[] = ["nobody", ...members, "key"];

const everybody = callers.join(" ");
const signedIn = members.join(" ");

/** Callers whom an operation does not refuse for who they are. */
const table: Record<OperationId, string> = {
  "auth.loginWeapp": everybody,
  "auth.oauthStart": everybody,
  "auth.oauthReturn": everybody,
  "auth.helpers": everybody,
  "auth.signOut": `nobody ${signedIn}`,
  "demo.readClock": everybody,
  "demo.setClock": everybody,

  "me.read": signedIn,
  "me.setLanguage": signedIn,
  "me.setPublicPraise": signedIn,
  "me.consent": signedIn,
  "today.read": signedIn,
  "todos.mine": signedIn,
  "absences.read": signedIn,
  "absences.set": "leader other head",
  "privacy.mine": signedIn,
  "privacy.looked": signedIn,
  "privacy.export": signedIn,
  "privacy.withdrawConsent": signedIn,
  "statements.mine": signedIn,
  "statements.line": signedIn,
  "statements.nextStep": signedIn,
  "statements.receipt": signedIn,
  "notices.list": signedIn,
  "notices.markRead": signedIn,

  "checkIns.create": signedIn,
  "checkIns.mine": signedIn,
  "visits.record": signedIn,
  // A rep's own page; leaders see visits with the sales that stand on them.
  "visits.read": "",

  "sales.preview": "rep leader other",

  "customers.mine": signedIn,
  "customers.create": "leader head admin key",
  "customers.read": "leader head admin auditor key",
  "customers.edit": "leader head admin key",
  "customers.assign": "leader head admin",
  "sites.add": "leader head admin key",
  "sites.edit": "leader head admin key",

  "sales.submit": "rep leader other",
  "sales.list": signedIn,
  "sales.read": "leader head finance auditor",
  "sales.confirm": "leader head finance",
  "sales.return": "leader head finance",
  "sales.resubmit": "",
  "sales.restore": "",
  "sales.withdraw": "",
  "praise.read": "leader head",
  "praise.give": "leader head",
  // Its own rep alone.
  "praise.question": "",
  "praise.answer": "",

  "teams.read": "rep leader head finance hr auditor",
  "targets.list": signedIn,
  "targets.set": "leader head hr key",
  "targets.publish": "leader head hr",
  "targets.history": "leader head finance hr auditor",

  "plans.list": "finance hr auditor",
  "plans.read": "rep leader head finance hr auditor",
  "plans.draft": "hr key",
  "plans.submit": "hr",
  // Finance and administrators stand in where a plan pays everybody of HR.
  "plans.sendBack": "finance hr admin",
  "plans.publish": "finance hr admin",

  "roles.list": "admin auditor",
  "roles.grant": "admin",
  "roles.revoke": "admin",
};

let world: DemoWorld;
let headersOfKey: Record<string, string>;
/** Calls that are about 小李, and would change nothing where they are let through: they name a revision that is long gone. */
let calls: Partial<Record<OperationId, RawCall>>;
/** It was refused for who asked. What is another's may also be as good as not there. */
const refusals = [
  "session.missing",
  "right.missing",
  "target.own",
  "role.own",
  "sale.ownConfirmation",
  "visit.unknown",
];

const exampleOf = (id: OperationId): RawCall => contracts[id].example;
/** Examples of contracts are plain objects. */
const bodyOf = (id: OperationId) => exampleOf(id).body as Record<string, unknown> | undefined;
const about = (id: OperationId, params: RawCall["params"], body?: object): RawCall => ({
  ...exampleOf(id),
  ...(params && { params }),
  ...(bodyOf(id) && { body: { ...bodyOf(id), ...body } }),
});
const keyWith = async (name: string, given: readonly Scope[]) => {
  const command = { actor: jobActor("api-key"), commandId: name, name, scopes: given };
  return { authorization: `Bearer ${await addApiKey(world.app.deps, command)}` };
};

beforeAll(async () => {
  const unlimited = { RATE_MEMBER_PER_MINUTE: "1000000", RATE_ADDRESS_PER_MINUTE: "1000000" };
  world = await startDemoWorld({ settings: { DEMO: "1", ...unlimited } });
  const { app } = world;
  await app.api.call("demo.setClock", {}, { now: "2026-03-26T10:30:00+08:00", speed: 0 });
  for (const [userid, department] of [
    ["hetao", 2],
    ["linxue", 6],
    ["qinyu", 6],
    ["tangyi", 6],
  ] as const)
    app.wecom.putMember({ userid, name: userid, department: [department] });
  await syncDirectory(app.deps);
  const given = [
    ["hetao", "manager", "u2"],
    ["linxue", "hr", null],
    ["qinyu", "admin", null],
    ["tangyi", "auditor", null],
  ] as const;
  for (const [memberId, role, unitId] of given) {
    const body = { commandId: randomUUID(), role, unitId, lastOn: null };
    await grantRole(app.deps, { actor: jobActor("role"), memberId, body });
  }
  headersOfKey = await keyWith("all", scopes);

  await world.consent("xiaoli");
  const { visitId } = await world.visit("xiaoli", "c-nanyue");
  const { saleId: confirmedId } = await world.sale("xiaoli", "c-nanyue", 1_000_000);
  const { saleId } = await world.submitSale("xiaoli", "c-nanyue", 1_000_000);
  const gone = { revision: 999 };
  const sale = { saleId };
  const customer = { customerId: "c-nanyue" };
  const ofLi = { memberId: "xiaoli" };
  const notWhole = [{ memberId: "xiaoli", share: "0.5" }];
  calls = {
    "visits.read": about("visits.read", { visitId }),
    "sales.read": about("sales.read", sale),
    "sales.confirm": about("sales.confirm", sale, gone),
    "sales.return": about("sales.return", sale, gone),
    "sales.resubmit": about("sales.resubmit", sale, gone),
    "sales.restore": about("sales.restore", sale, gone),
    "sales.withdraw": about("sales.withdraw", sale, gone),
    "praise.read": about("praise.read", { saleId: confirmedId }),
    "praise.give": about("praise.give", { saleId: confirmedId }, { saleId: undefined }),
    "praise.question": about("praise.question", { saleId: confirmedId }),
    "praise.answer": about("praise.answer", { saleId: confirmedId }),
    "customers.create": about("customers.create", undefined, { owners: notWhole }),
    "customers.read": about("customers.read", customer),
    "customers.edit": about("customers.edit", customer, gone),
    "customers.assign": about("customers.assign", customer, { ...gone, owners: [{ memberId: "liuyang", share: "1" }] }),
    "sites.add": about("sites.add", customer, gone),
    "sites.edit": about("sites.edit", { ...customer, siteId: "s1" }, gone),
    "teams.read": about("teams.read", { unitId: "u3", period: "2026-03" }),
    "targets.set": about("targets.set", undefined, {
      targets: [{ subjectId: "xiaoli", valueFen: 1, reason: null, revision: 999 }],
    }),
    "targets.history": about("targets.history", {
      subjectId: "xiaoli",
      measure: "sales.confirmed",
      period: "2026-03",
    }),
    "plans.read": about("plans.read", { planId: "flat-internet@1" }),
    // A version that no test of this file writes.
    "plans.submit": about("plans.submit", { planId: "nowhere@1" }),
    "plans.sendBack": about("plans.sendBack", { planId: "nowhere@1" }),
    "plans.publish": about("plans.publish", { planId: "nowhere@1" }),
    "plans.draft": about("plans.draft", undefined, gone),
    "roles.list": about("roles.list", ofLi),
    "roles.grant": about("roles.grant", ofLi, { lastOn: "2026-01-01" }),
    "roles.revoke": about("roles.revoke", ofLi),
  };
});

const fresh = (id: OperationId) => (bodyOf(id)?.commandId === undefined ? {} : { commandId: randomUUID() });
const send = (id: OperationId, caller: Caller) => {
  const call = calls[id] ?? exampleOf(id);
  // Each is a command of its own: a repeat would be answered without being judged.
  const body = bodyOf(id) && { ...(call.body as object), ...fresh(id) };
  if (caller === "nobody") return world.app.api.send(id, { ...call, body });
  if (caller === "key") return world.app.api.send(id, { ...call, body, headers: headersOfKey });
  if (id === "auth.signOut") return signOut(memberOf[caller]);
  return world.as(memberOf[caller]).send(id, { ...call, body });
};
/** Ends a session of its own, not the one that the other calls go by. */
async function signOut(memberId: string) {
  const { token } = await sessionsOf(world.app.deps).begin({ memberId, via: "weapp" });
  return world.app.api.send("auth.signOut", { headers: { authorization: `Bearer ${token}` } });
}
const ids = Object.keys(operations) as OperationId[]; // the table's own keys

it.each(ids)("%s is open to whom the table says, and to nobody else", async (id) => {
  const open: Caller[] = [];
  for (const caller of callers) {
    const { status, body } = await send(id, caller);
    expect(status).toBeLessThan(500);
    if (!refusals.includes(String((body as { code?: string } | null)?.code))) open.push(caller);
  }
  expect(open.join(" ")).toBe(table[id]);
});

it("refuses a key that has every scope but the one that is asked for", async () => {
  for (const scope of scopes) {
    const headers = await keyWith(
      `not-${scope.replace(".", "-")}`,
      scopes.filter((other) => other !== scope),
    );
    const asking = ids.filter((id) => (contracts[id] as Contract).scope === scope);
    expect(asking.length).toBeGreaterThan(0);
    for (const id of asking)
      expect([id, (await world.app.api.send(id, { ...(calls[id] ?? exampleOf(id)), headers })).status]).toEqual([
        id,
        403,
      ]);
  }
});

describe("a caller who does not come over HTTP", () => {
  const period = { measure: "sales.confirmed", period: "2026-05" } as const;
  const target = { subjectId: "xiaoli", valueFen: 1, reason: null, revision: 0 };
  const commands: Record<
    string,
    (actor: ReturnType<typeof jobActor> | ReturnType<typeof wecomActor>) => Promise<unknown>
  > = {
    "targets.set": (actor) =>
      setTargets(world.app.deps, { actor, body: { commandId: "t1", ...period, targets: [target] } }),
    "targets.publish": (actor) =>
      publishTargets(world.app.deps, {
        actor,
        body: {
          commandId: "t2",
          ...period,
          reason: null,
          levels: [{ parentId: "u3", remainder: null, targets: [{ subjectId: "xiaoli", revision: 1 }] }],
        },
      }),
    "customers.create": (actor) =>
      createCustomer(world.app.deps, { actor, body: exampleOf("customers.create").body as BodyOf<"customers.create"> }),
    "plans.draft": (actor) =>
      // The example is one of the contract's own.
      draftPlan(world.app.deps, {
        actor,
        body: exampleOf("plans.draft").body as Parameters<typeof draftPlan>[1]["body"],
      }),
    "roles.grant": (actor) =>
      grantRole(world.app.deps, {
        actor,
        memberId: "xiaoli",
        body: { commandId: "r1", role: "finance", unitId: null, lastOn: null },
      }),
  };

  it.each(Object.keys(commands))(
    "may command %s as a job of the set-up, and never as what WeCom told",
    async (name) => {
      const codeOf = (actor: Parameters<(typeof commands)[string]>[0]) =>
        (commands[name]?.(actor) ?? Promise.reject(new Error("no such command"))).then(
          () => "done",
          (error: { code?: string }) => error.code,
        );
      expect(await codeOf(wecomActor("directory"))).toBe("right.missing");
      expect(await codeOf(jobActor("setup"))).not.toBe("right.missing");
    },
  );
});
