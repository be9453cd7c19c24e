import { randomUUID } from "node:crypto";
import { operations, type OperationId } from "@shared/api/operations";
import { type BodyOf, contracts, type Contract } from "@shared/contracts";
import { jobActor, type Scope, scopes, wecomActor } from "@shared/domain/actor";
import { rights } from "@shared/domain/rights";
import { sessionsOf } from "../../../server/features/auth/sessions";
import { addApiKey } from "../../../server/features/apiKeys";
import { createCustomer } from "../../../server/features/customers";
import { grantRole, syncDirectory } from "../../../server/features/members";
import { draftPlan } from "../../../server/features/plans";
import { publishTargets, setTargets } from "../../../server/features/targets";
import {
  branchUnitId,
  type Company,
  givenConfirmedSale,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenFollowUp,
  givenMember,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../support/given";
import type { RawCall } from "../../support/testApi";

/*
 * Who may call what: every operation by every kind of caller. What is asked for belongs to a colleague in team 1 (their customer,
 * target, sale, visit …), so that a yes is one by office; operations that are about oneself are everybody's who is signed in.
 *
 *   nobody  without a session          rep    of the same team             leader   of that team
 *   other   leader of another team     head   leads the branch above       finance  finance and nothing else
 *   hr      HR and nothing else        admin  administrator, nothing else  auditor  reads, and nothing else
 *   staff   of no team and without a role    key     an API key with all scopes
 *   leaver  had every office, and has left: as good as nobody
 */
const members = ["rep", "leader", "other", "head", "finance", "hr", "admin", "auditor", "staff"] as const;
type Member = (typeof members)[number];
type Caller = "nobody" | Member | "key" | "leaver";
const callers: Caller[] = ["nobody", ...members, "key"];

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}, {}] });
  const { manager: other } = await givenTeam(company, { reps: [{}] });
  const [rep, colleague, third] = reps;
  const callersOf: Record<Member, Person> = {
    rep,
    leader: manager,
    other,
    head: await givenMember(company, { unitId: branchUnitId }),
    finance: company.finance,
    hr: await givenMember(company, { roles: ["hr"] }),
    admin: await givenMember(company, { roles: ["admin"] }),
    auditor: await givenMember(company, { roles: ["auditor"] }),
    staff: await givenMember(company),
  };
  const role = { role: "manager", unitId: branchUnitId, lastOn: null } as const;
  const { memberId } = callersOf.head;
  await company.as(company.hr).call("roles.grant", { memberId }, { commandId: company.newId(), ...role });
  const { code, version } = await givenPlan(company, { scope: { orgUnits: [unitId] } });
  await givenTargets(company, [[colleague, 25_000_000]]);
  const customer = await givenCustomer(company, { owner: colleague });
  const leaver = await givenMember(company, { roles: ["finance", "hr", "admin", "auditor"] });
  return { unitId, callersOf, leaver, colleague, third, customer, planId: `${code}@${version}` };
});

const everybody = callers.join(" ");
const signedIn = members.join(" ");

/** Callers whom an operation does not refuse for who they are. */
const table: Record<OperationId, string> = {
  "auth.loginWeapp": everybody,
  "auth.oauthStart": everybody,
  "auth.oauthReturn": everybody,
  "auth.helpers": everybody,
  "auth.signOut": `nobody ${signedIn}`,
  "setup.ready": everybody,
  "setup.read": "hr admin",
  "setup.testRobot": "admin",
  "demo.readClock": everybody,
  "demo.setClock": everybody,

  "me.read": signedIn,
  "me.setLanguage": signedIn,
  "me.setPublicPraise": signedIn,
  "me.setLookMessages": signedIn,
  "me.consent": signedIn,
  "today.read": signedIn,
  "todos.mine": signedIn,
  "todos.approvals": signedIn,
  "tableViews.read": signedIn,
  "tableViews.set": signedIn,
  "absences.read": signedIn,
  "absences.set": "leader other head",
  "devices.mine": signedIn,
  // Of an own one alone: another's is on nobody else's list, so that nothing is taken off.
  "devices.remove": signedIn,
  "privacy.mine": signedIn,
  "privacy.looked": signedIn,
  "privacy.export": signedIn,
  "privacy.withdrawConsent": signedIn,
  "privacy.kept": "hr admin",
  "privacy.leaver": "hr admin",
  "privacy.erase": "hr admin",
  "statements.mine": signedIn,
  "statements.line": signedIn,
  // Of an own one alone.
  "statements.ofVisit": "",
  "statements.nextStep": signedIn,
  "statements.receipt": signedIn,
  "notices.list": signedIn,
  "notices.markAllRead": signedIn,
  "notices.markRead": signedIn,

  "checkIns.create": signedIn,
  "checkIns.mine": signedIn,
  // About an own one alone: of another's nobody hears that it is there.
  "checkIns.appeal": "",
  "checkIns.answer": "",
  "checkIns.photos": "",
  "checkIns.leave": "",
  "companions.find": signedIn,
  "companions.name": "",
  "companions.remove": "",
  // For who was named.
  "companions.read": "",
  "companions.answer": "",
  "dayPlans.read": signedIn,
  "dayPlans.set": signedIn,
  // Of a client that one serves.
  "visitQuestions.ask": "",
  // For who is asked, and who has asked.
  "visitQuestions.read": "",
  "visitQuestions.answer": "",
  "visitQuestions.withdraw": "",
  "visitQuestions.overrule": "",
  "reviews.read": "leader head",
  "reviews.decide": "leader head",
  "visits.record": "",
  // A rep's own page; leaders see visits with the sales that stand on them.
  "visits.read": "leader head auditor",
  "visits.correct": "",
  "visits.settleNextStep": "",
  "visits.week": signedIn,
  // Of an own client alone, and a rep's own page.
  "followUps.record": "",
  "followUps.read": "",
  "followUps.correct": "",
  "stages.move": "",
  "stages.undo": "",
  "visitTargets.read": "leader head hr auditor",
  "visitTargets.set": "leader head hr",
  "visitTypes.mine": signedIn,
  "visitTypes.list": "admin",
  "visitTypes.save": "admin",

  // Nobody sends what is somebody else's; each command in it is judged as its own operation judges.
  "sync.send": "",

  "sales.preview": "rep leader other",

  "files.put": signedIn,
  // By its link alone, whoever has it.
  "files.read": `nobody ${signedIn}`,

  "customers.mine": signedIn,
  "customers.find": signedIn,
  "search.find": signedIn,
  "customers.list": signedIn,
  "customers.similar": "rep leader other head admin",
  "customers.create": "leader head admin key",
  "customers.read": "leader head admin auditor key",
  "customers.timeline": "leader head admin auditor",
  "customers.edit": "leader head admin key",
  "customers.addContact": "leader head admin",
  "customers.mergePreview": "leader head admin",
  "customers.merge": "leader head admin",
  "customers.undoMerge": "leader head admin",
  "customers.assign": "leader head admin",
  // Of what they may not give they hear no more than of what is not there.
  "customers.takers": "leader other head admin",
  "customers.giveMany": "leader other head admin",
  "pins.list": signedIn,
  "pins.propose": "leader head admin",
  "pins.decide": "leader other head",
  "duplicates.list": "leader other head admin",
  // Of what they lead: a pair that is not known is refused to nobody else.
  "duplicates.decide": "leader other head admin",
  "sites.add": "leader head admin key",
  "sites.edit": "leader head admin key",
  "siteCodes.read": "leader head admin auditor",
  "siteCodes.renew": "leader head admin",
  "siteCodes.sheet": "leader head admin",

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

  "exports.create": "rep leader other head finance admin auditor",
  "exports.mine": signedIn,
  // Another's is not there, but for who decides on it.
  "exports.read": "",
  "exports.decide": "",
  "exports.withdraw": "",
  "exports.link": "",
  "openings.list": "finance hr auditor",
  // There is none.
  "openings.read": "",
  "openings.members": "",
  "openings.decide": "",
  "openings.sayNone": "finance hr admin",
  "openings.mine": signedIn,
  "imports.create": "admin",
  // Of clients in the example.
  "imports.template": "admin",
  "imports.mine": "finance hr admin",
  // Another's is not there.
  "imports.read": "",
  "imports.choose": "",
  "imports.run": "",
  "imports.undo": "",
  "imports.rows": "",
  "imports.errorFile": "",
  "tasks.mine": signedIn,
  // Another's is not there.
  "tasks.read": "",
  "tasks.cancel": "",
  // The tab in the example; which tab is whose is in office.test.
  "office.rows": "finance hr auditor",

  // From where each begins.
  "teams.level": "leader other head finance hr auditor",
  "teams.member": "leader head auditor",
  "teams.read": "rep leader head finance hr auditor",
  "targets.list": signedIn,
  "targets.level": "leader head finance hr auditor",
  "targets.carryOver": "leader head hr",
  "targets.set": "leader head hr key",
  "targets.publish": "leader head hr",
  "targets.history": "leader head finance hr auditor",

  "plans.firstPayingDay": "finance hr admin auditor",
  "plans.setFirstPayingDay": "hr admin",
  "sales.movedBy": "hr admin",
  "plans.list": "finance hr auditor",
  "plans.read": "rep leader head finance hr auditor",
  "plans.draft": "hr key",
  "plans.check": "hr",
  "plans.report": "finance hr auditor",
  "simulations.begin": "finance hr",
  "simulations.read": "finance hr auditor",
  "plans.submit": "hr",
  // Of what they wrote or submitted: a version that is not known is refused to nobody else.
  "plans.withdraw": "hr admin",
  // Finance and administrators stand in where a plan pays everybody of HR.
  "plans.sendBack": "finance hr admin",
  "plans.publish": "finance hr admin",

  "calendar.read": "hr admin auditor",
  "calendar.preview": "hr admin",
  "calendar.set": "hr admin",
  "members.list": "hr admin auditor",
  "members.readDirectory": "hr admin",
  "members.read": "hr admin auditor",
  "members.setRecord": "hr admin",

  "audit.looks": "admin auditor",

  "refusals.list": "admin",
  "refusals.read": "admin",

  "reports.send": signedIn,
  "reports.list": signedIn,
  "reports.close": "admin",
  "reports.reopen": "admin",

  "roles.overview": "admin auditor",
  "roles.list": "admin auditor",
  "roles.grant": "admin",
  "roles.revoke": "admin",
};

let company: Company;
let unitId: string;
let callersOf: Record<Member, Person>;
let colleague: Person;
let headersOfKey: Record<string, string>;
let headersOfLeaver: Record<string, string>;
/** Calls that are about the colleague, and would change nothing where they are let through: they name a revision that is long gone. */
let calls: Partial<Record<OperationId, RawCall>>;
/** It was refused for who asked. What is another's may also be as good as not there. */
const refusals = [
  "session.missing",
  "session.ended",
  "right.missing",
  "target.own",
  "role.own",
  "sale.ownConfirmation",
  "visit.unknown",
  "followUp.unknown",
  "stage.unknown",
  "checkIn.unknown",
  "companion.unknown",
  "visitQuestion.unknown",
  "task.unknown",
  "export.unknown",
  "import.unknown",
  "review.own",
  "session.otherMember",
];

/** The same of what is written down about a client: of one whom the caller does not serve nobody hears more. */
const aboutServed = new Set<OperationId>(["visitQuestions.ask", "followUps.record", "stages.move"]);

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
  return { authorization: `Bearer ${await addApiKey(company.app.deps, command)}` };
};

beforeAll(async () => {
  const unlimited = { RATE_MEMBER_PER_MINUTE: "1000000", RATE_ADDRESS_PER_MINUTE: "1000000" };
  // With the demo's clock, since whoever calls may ask for that as well.
  const given = await start({ settings: { DEMO: "1", ...unlimited } });
  ({ company, unitId, callersOf, colleague } = given);
  const { third, customer: ofColleague, planId } = given;
  await company.app.api.call("demo.setClock", {}, { now: "2026-03-26T10:30:00+08:00", speed: 0 });
  headersOfKey = await keyWith("all", scopes);
  const { token } = await sessionsOf(company.app.deps).begin({ memberId: given.leaver.memberId, via: "weapp" });
  headersOfLeaver = { authorization: `Bearer ${token}` };
  company.app.wecom.putMember({ userid: given.leaver.memberId, status: 5 });
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });

  await givenConsent(company, colleague);
  const sold = { rep: colleague, customer: ofColleague };
  const { checkInId } = await givenCheckIn(company, { ...sold, northM: 215 });
  const { visitId } = await givenVisit(company, sold);
  const { stageChangeId } = await company
    .as(colleague)
    .call(
      "stages.move",
      { customerId: ofColleague.customerId },
      { commandId: company.newId(), from: "服务中", to: "方案提交", reason: "重新谈" },
    );
  const named = { commandId: company.newId(), memberIds: [third.memberId] };
  const { companions } = await company.as(colleague).call("companions.name", { visitId }, named);
  const companionId = companions[0]?.companionId ?? "";
  const { followUpId } = await givenFollowUp(company, sold);
  const { saleId: confirmedId } = await givenConfirmedSale(company, sold);
  const { saleId } = await givenSale(company, sold);
  const gone = { revision: 999 };
  const sale = { saleId };
  const customer = { customerId: ofColleague.customerId };
  const { memberId } = colleague;
  const notWhole = [{ memberId, share: "0.5" }];
  calls = {
    "visitTargets.read": about("visitTargets.read", { unitId }),
    "visitTargets.set": about("visitTargets.set", { unitId }, { revision: 999 }),
    "stages.move": about("stages.move", customer),
    "stages.undo": about("stages.undo", { stageChangeId }),
    "followUps.record": about("followUps.record", undefined, customer),
    "followUps.read": about("followUps.read", { followUpId }),
    "followUps.correct": about("followUps.correct", { followUpId }, { version: 999 }),
    "visits.read": about("visits.read", { visitId }),
    "statements.ofVisit": about("statements.ofVisit", { visitId }),
    "visits.correct": about("visits.correct", { visitId }, { version: 999 }),
    "visits.settleNextStep": about("visits.settleNextStep", { visitId }, { version: 999 }),
    "checkIns.photos": about("checkIns.photos", { checkInId }),
    "checkIns.leave": about("checkIns.leave", { checkInId }),
    "checkIns.appeal": about("checkIns.appeal", { checkInId }, gone),
    "checkIns.answer": about("checkIns.answer", { checkInId }, gone),
    "visitQuestions.ask": about("visitQuestions.ask", customer),
    "companions.name": about("companions.name", { visitId }),
    "companions.read": about("companions.read", { companionId }),
    "companions.answer": about("companions.answer", { companionId }, gone),
    "reviews.read": about("reviews.read", { checkInId }),
    "reviews.decide": about("reviews.decide", { checkInId }, gone),
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
    "customers.timeline": about("customers.timeline", customer),
    "customers.edit": about("customers.edit", customer, gone),
    "customers.addContact": about("customers.addContact", customer),
    "customers.mergePreview": about("customers.mergePreview", { ...customer, otherId: customer.customerId }),
    "customers.merge": about("customers.merge", customer, { ...gone, otherId: customer.customerId }),
    "customers.undoMerge": about("customers.undoMerge", customer, { otherId: customer.customerId }),
    "customers.assign": about("customers.assign", customer, {
      ...gone,
      owners: [{ memberId: third.memberId, share: "1" }],
    }),
    "customers.takers": about("customers.takers", undefined, { customerIds: [customer.customerId] }),
    "customers.giveMany": about("customers.giveMany", undefined, {
      ...{ customerIds: [customer.customerId], ownerId: third.memberId },
    }),
    "pins.propose": about("pins.propose", { ...customer, siteId: "gone" }),
    "sites.add": about("sites.add", customer, gone),
    "sites.edit": about("sites.edit", { ...customer, siteId: "s1" }, gone),
    "siteCodes.read": about("siteCodes.read", { ...customer, siteId: "s1" }),
    "siteCodes.renew": about("siteCodes.renew", { ...customer, siteId: "s1" }, gone),
    "siteCodes.sheet": about("siteCodes.sheet", { ...customer, siteId: "s1" }),
    "teams.member": about("teams.member", { unitId, memberId, period: "2026-03" }),
    "teams.read": about("teams.read", { unitId, period: "2026-03" }),
    "targets.level": { query: { measure: "sales.confirmed", period: "2026-04", unitId } },
    "targets.carryOver": about("targets.carryOver", undefined, { unitId }),
    "targets.set": about("targets.set", undefined, {
      targets: [{ subjectId: memberId, valueFen: 1, reason: null, revision: 999 }],
    }),
    "targets.publish": about("targets.publish", undefined, {
      levels: [{ parentId: unitId, remainder: null, targets: [{ subjectId: memberId, revision: 999 }] }],
    }),
    "targets.history": about("targets.history", {
      subjectId: memberId,
      measure: "sales.confirmed",
      period: "2026-03",
    }),
    "plans.read": about("plans.read", { planId }),
    // A version that no test of this file writes.
    "plans.check": about("plans.check", { planId: "nowhere@1" }),
    "plans.report": about("plans.report", { planId }),
    "simulations.begin": about("simulations.begin", { planId: "nowhere@1" }),
    "simulations.read": about("simulations.read", { planId }),
    "plans.submit": about("plans.submit", { planId: "nowhere@1" }),
    "plans.withdraw": about("plans.withdraw", { planId: "nowhere@1" }),
    "plans.sendBack": about("plans.sendBack", { planId: "nowhere@1" }),
    "plans.publish": about("plans.publish", { planId: "nowhere@1" }),
    "plans.draft": about("plans.draft", undefined, gone),
    "members.read": about("members.read", { memberId }),
    "members.setRecord": about("members.setRecord", { memberId }, gone),
    "roles.list": about("roles.list", { memberId }),
    "roles.grant": about("roles.grant", { memberId }, { lastOn: "2026-01-01" }),
    "roles.revoke": about("roles.revoke", { memberId }),
  };
});

const fresh = (id: OperationId) => (bodyOf(id)?.commandId === undefined ? {} : { commandId: randomUUID() });
const send = (id: OperationId, caller: Caller) => {
  const call = calls[id] ?? exampleOf(id);
  // Each is a command of its own: a repeat would be answered without being judged.
  const body = bodyOf(id) && { ...(call.body as object), ...fresh(id) };
  if (caller === "nobody") return company.app.api.send(id, { ...call, body });
  if (caller === "key") return company.app.api.send(id, { ...call, body, headers: headersOfKey });
  if (caller === "leaver") return company.app.api.send(id, { ...call, body, headers: headersOfLeaver });
  if (id === "auth.signOut") return signOut(callersOf[caller]);
  return company.as(callersOf[caller]).send(id, { ...call, body });
};
/** Ends a session of its own, not the one that the other calls go by. */
async function signOut({ memberId }: Person) {
  const { token } = await sessionsOf(company.app.deps).begin({ memberId, via: "weapp" });
  return company.app.api.send("auth.signOut", { headers: { authorization: `Bearer ${token}` } });
}
const isRefused = (id: OperationId, body: unknown): boolean => {
  const code = String((body as { code?: string } | null)?.code);
  return refusals.includes(code) || (aboutServed.has(id) && code === "customer.unknown");
};
/** Whether it is not refused for who asks. */
async function isOpen(id: OperationId, caller: Caller): Promise<boolean> {
  const { status, body } = await send(id, caller);
  expect(status).toBeLessThan(500);
  return !isRefused(id, body);
}
async function mayCreateOwn(caller: Member): Promise<boolean> {
  const owners = [{ memberId: callersOf[caller].memberId, share: "0.5" }];
  const call = about("customers.create", undefined, { commandId: randomUUID(), owners });
  return !isRefused("customers.create", (await company.as(callersOf[caller]).send("customers.create", call)).body);
}
const ids = Object.keys(operations) as OperationId[]; // the table's own keys

it.each(ids)("%s is open to whom the table says, and to nobody else", async (id) => {
  const open = await Promise.all([...callers, "leaver" as const].map((caller) => isOpen(id, caller)));
  expect(callers.filter((_, n) => open[n]).join(" ")).toBe(table[id]);
  expect(["leaver", open.at(-1)]).toEqual(["leaver", table[id].startsWith("nobody")]);
});

/** Those about whose own people the calls are: what another leader may, they may about others. */
const judged = members.filter((member) => member !== "other");

it.each(rights)("whether one may %s is told to everybody as the operation has it", async (right) => {
  const told = await Promise.all(
    judged.map(async (caller) => (await company.as(callersOf[caller]).call("me.read")).can?.includes(right)),
  );
  const open = await Promise.all(judged.map((caller) => isOpen(right, caller)));
  // Also a client of one's own.
  const own = await Promise.all(
    judged.map(async (caller) => right === "customers.create" && (await mayCreateOwn(caller))),
  );
  expect(judged.filter((_, n) => told[n])).toEqual(judged.filter((_, n) => open[n] || own[n]));
  expect(told).toContain(true);
  expect(told).toContain(false);
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
      expect([id, (await company.app.api.send(id, { ...(calls[id] ?? exampleOf(id)), headers })).status]).toEqual([
        id,
        403,
      ]);
  }
});

describe("a caller who does not come over HTTP", () => {
  const period = { measure: "sales.confirmed", period: "2026-05" } as const;
  const target = () => ({ subjectId: colleague.memberId, valueFen: 1, reason: null, revision: 0 });
  const commands: Record<
    string,
    (actor: ReturnType<typeof jobActor> | ReturnType<typeof wecomActor>) => Promise<unknown>
  > = {
    "targets.set": (actor) =>
      setTargets(company.app.deps, { actor, body: { commandId: "t1", ...period, targets: [target()] } }),
    "targets.publish": (actor) =>
      publishTargets(company.app.deps, {
        actor,
        body: {
          commandId: "t2",
          ...period,
          reason: null,
          levels: [{ parentId: unitId, remainder: null, targets: [{ subjectId: colleague.memberId, revision: 1 }] }],
        },
      }),
    "customers.create": (actor) =>
      createCustomer(company.app.deps, {
        actor,
        body: exampleOf("customers.create").body as BodyOf<"customers.create">,
      }),
    "plans.draft": (actor) =>
      // The example is one of the contract's own.
      draftPlan(company.app.deps, {
        actor,
        body: exampleOf("plans.draft").body as Parameters<typeof draftPlan>[1]["body"],
      }),
    "roles.grant": (actor) =>
      grantRole(company.app.deps, {
        actor,
        memberId: colleague.memberId,
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
